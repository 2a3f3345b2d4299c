package dev.brine.wrapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.MetaData;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a wrapping, and what is refused. */
class WrappingsTest {

  private static final byte[] DUMP = pickle(5, "users");
  private static final String BASE64 = Base64.getEncoder().encodeToString(DUMP);
  private static final Compressed GZIP = new Compressed(Compression.GZIP, -1);

  private static byte[] pickle(int protocol, String... texts) {
    return new PythonPickler(protocol).dumps(PyTuple.of((Object[]) texts));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Wrapped unwrap(String text) {
    return Wrappings.unwrap(ascii(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "", " ", "beef", "Tm9ib2R5", "'quoted'", "12", "[", "SELECT 1"})
  void whatHoldsNoPickleIsLeftAlone(String text) {
    assertThat(unwrap(text).isPlain()).isTrue();
    assertThat(unwrap(text).dump()).isEqualTo(ascii(text));
  }

  @Test
  void aPickleOfTextIsADumpOfItsOwn() {
    byte[] text = new PythonPickler(4).dumps("hello");

    assertThat(Wrappings.unwrap(text).isPlain()).isTrue();
  }

  @Test
  void aTextInAPickleThatLooksLikeABrokenWrappingIsATextAllTheSame() {
    byte[] text = new PythonPickler(4).dumps("\\x80zz");

    assertThat(Wrappings.unwrap(text).isPlain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"query\": \"%s\"} | json ($.query), base64",
        "{\"a\": [1, {\"b\": \"%s\"}]} | json ($.a[1].b), base64",
        "[null, \"%s\"] | json ($[1]), base64",
        "{\"name\": \"beef\", \"query\": \"%s\", \"n\": \"Ti4=\"} | json ($.query), base64",
        "\"%s\" | json ($), base64",
      })
  void theDumpInJsonIsTheTextThatHoldsOne(String json, String wrappings) {
    Wrapped found = unwrap(json.formatted(BASE64));

    assertThat(found).hasToString(wrappings);
    assertThat(found.dump()).isEqualTo(DUMP);
    assertThat(found.rewrap(DUMP)).isEqualTo(ascii(json.formatted(BASE64)));
  }

  @Test
  void nothingElseInJsonChanges() {
    String json = "{ \"é\\u00e9\" :1.50,\n\t\"query\":\"%s\" ,\"x\":[ ] }\n";
    byte[] other = pickle(4, "orders");

    Wrapped found = Wrappings.unwrap(json.formatted(BASE64).getBytes(StandardCharsets.UTF_8));

    assertThat(new String(found.rewrap(other), StandardCharsets.UTF_8))
        .isEqualTo(json.formatted(Base64.getEncoder().encodeToString(other)));
  }

  @Test
  void twoDumpsInJsonAreAmbiguous() {
    String json = "{\"a\": \"%s\", \"b\": {\"c\": \"%s\"}}".formatted(BASE64, BASE64);

    assertThatThrownBy(() -> unwrap(json))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessage("the JSON holds 2 dumps, at $.a, $.b.c, and does not say which is meant");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"query\": \"SELECT 1\"} | there is no dump in the json",
        "{\"query\": \"gASV} | the JSON is broken: Unexpected end-of-input in VALUE_STRING",
        "{\"query\": \"gASVCg!=\"} | the base64 is broken: '!' stands at character 6 (inside json"
            + " ($.query))",
        "gASVC | the base64 is broken: it ends in the middle of a group of 4 characters",
        "gASVCg== | FRAME at offset 2: wants 8 bytes where 1 are left (inside base64)",
        "\\x8004 | The pickle ends at offset 2 without a STOP (inside bytea (\\x…))",
        "\\x80g4 | the hex is broken: 'g' stands at digit 2",
        "\\x80041 | the hex is broken: it ends in the middle of a byte",
        "\\xbeef | there is no dump in the bytea",
      })
  void whatIsBrokenIsNamedWithWhatIsAroundIt(String text, String message) {
    assertThatThrownBy(() -> unwrap(text))
        .isInstanceOf(MalformedPickleException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void aCutCompressionIsNamed(Compression format) {
    byte[] whole = new Compressed(format, 6).wrap(pickle(5, "a".repeat(100), "b"));
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);
    String hex = "\\x" + HexFormat.of().formatHex(cut);

    assertThatThrownBy(() -> unwrap(hex))
        .isInstanceOf(MalformedPickleException.class)
        .hasMessageStartingWith("the " + format.kind() + " is broken: ")
        .hasMessageEndingWith(" (inside bytea (\\x…))");
  }

  @Test
  void whatIsCompressedAndNoDumpIsRefused() {
    byte[] text = GZIP.wrap(ascii("just a text"));

    assertThatThrownBy(() -> Wrappings.unwrap(text))
        .isInstanceOf(MalformedPickleException.class)
        .hasMessage("there is no dump in the gzip");
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void aBombIsRefusedBeforeItGoesOff(Compression format) {
    byte[] bomb = new Compressed(format, 9).wrap(new byte[8 << 20]);

    assertThatThrownBy(() -> Wrappings.unwrap(bomb))
        .isInstanceOf(PickleLimitException.class)
        .hasMessageContaining("maxExpansion = 1000 times its " + bomb.length + " bytes");
  }

  @Test
  void aBombInABombIsNamedWithWhatIsAroundIt() {
    byte[] bomb = GZIP.wrap(new Compressed(Compression.ZLIB, 9).wrap(new byte[8 << 20]));

    assertThatThrownBy(() -> Wrappings.unwrap(bomb))
        .isInstanceOf(PickleLimitException.class)
        .hasMessageContaining("What the zlib holds is longer than")
        .hasMessageEndingWith("(inside gzip)");
  }

  @Test
  void theSizeOfAllIsLimited() {
    ReadLimits limits = ReadLimits.DEFAULT.with(Limit.MAX_BYTES, 1000);
    byte[] large = GZIP.wrap(pickle(5, "a".repeat(2000)));

    assertThatThrownBy(() -> Wrappings.unwrap(large, limits))
        .isInstanceOf(PickleLimitException.class)
        .hasMessage("What the gzip holds is longer than maxBytes = 1000");
  }

  @Test
  void theNestingIsLimited() {
    byte[] nested = DUMP;
    for (int i = 0; i < ReadLimits.DEFAULT.of(Limit.MAX_WRAPPINGS); i++) {
      nested = GZIP.wrap(nested);
    }
    byte[] tooDeep = GZIP.wrap(nested);

    assertThat(Wrappings.unwrap(nested).dump()).isEqualTo(DUMP);
    assertThatThrownBy(() -> Wrappings.unwrap(tooDeep))
        .isInstanceOf(PickleLimitException.class)
        .hasMessageStartingWith("The dump is wrapped more often than maxWrappings = 16 times");
  }

  @Test
  void theCharactersOfATextMayEachStandForAByte() {
    byte[] dump = new PythonPickler(0).dumps(PyTuple.of("caf\u00e9"));
    String text = new String(dump, StandardCharsets.ISO_8859_1);

    Wrapped found = Wrappings.unwrap(text);

    assertThat(found).hasToString("latin-1");
    assertThat(found.dump()).isEqualTo(dump);
    assertThat(found.rewrapText(dump)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "caf\u00e9", "\u00c3\u00a9", "\u0142", "a\nb\\"})
  void aDumpOfProtocol0IsATextByItself(String name) {
    Wrapped plain = Wrappings.unwrap(new String(pickle(0, "users"), StandardCharsets.US_ASCII));
    byte[] other = pickle(0, name);

    String text = plain.rewrapText(other);

    assertThat(Wrappings.unwrap(text).dump()).isEqualTo(other);
  }

  @Test
  void aTextStaysAText() {
    Wrapped found = Wrappings.unwrap("{\"\u0142\": \"%s\"}".formatted(BASE64));

    assertThat(found.rewrapText(DUMP)).isEqualTo("{\"\u0142\": \"%s\"}".formatted(BASE64));
  }

  @Test
  void aBinaryDumpIsNoText() {
    Wrapped plain = Wrappings.unwrap(new String(pickle(0, "users"), StandardCharsets.US_ASCII));

    assertThat(plain.isPlain()).isTrue();
    assertThatThrownBy(() -> plain.rewrapText(DUMP))
        .isInstanceOf(UsageException.class)
        .hasMessage("the dump is to stand in a text and is none");
  }

  @Test
  void aDumpInAListIsNoWrapping() {
    byte[] list = new PythonPickler(4).dumps(PyTuple.of(PyBytes.of(DUMP), 1L));

    assertThat(Wrappings.unwrap(list).isPlain()).isTrue();
  }

  @Test
  void tablesOfTheInnermostEnvelopeCount() {
    String inner = "{\"tables\": {\"a\": [\"x\"]}, \"q\": \"%s\"}".formatted(BASE64);
    String outer =
        "{\"tables\": {\"b\": [\"y\"]}, \"q\": \"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(ascii(inner)));

    MetaData found = Objects.requireNonNull(unwrap(outer).metadata());

    assertThat(List.copyOf(found.tables())).hasToString("[a]");
  }
}
