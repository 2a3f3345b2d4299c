package dev.brine.wrapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonPointer;
import dev.brine.Corpus;
import dev.brine.error.BrineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dumps of every series and protocol, wrapped in everything and in random nestings. */
class NestedWrappingsTest {

  private static final Margins NONE = new Margins("", "", "");
  private static final byte[] JSON =
      "{\"a\": \"b\", \"query\": \"\", \"tables\": {}}".getBytes(StandardCharsets.UTF_8);
  private static final List<Wrapping> WRAPPINGS =
      List.of(
          new Compressed(Compression.GZIP, -1),
          new Compressed(Compression.ZLIB, 6),
          new Compressed(Compression.BZ2, 1),
          new Base64Text(NONE, false, true, Lines.ONE),
          new Base64Text(NONE, true, true, Lines.ONE),
          new Base64Text(NONE, true, false, Lines.ONE),
          new Base64Text(new Margins("", "", "\n"), false, true, new Lines(76, "\n")),
          new HexText(NONE, HexText.Prefix.NONE, false, Lines.ONE),
          new HexText(NONE, HexText.Prefix.NONE, true, new Lines(60, "\n")),
          new HexText(NONE, HexText.Prefix.BYTEA, false, Lines.ONE),
          new HexText(NONE, HexText.Prefix.SQL, true, Lines.ONE),
          new EscapedText(NONE),
          new ReprText(NONE, "b", ""),
          new ReprText(NONE, "", ""),
          new NestedPickle(0, NestedPickle.Form.BYTE_STRING),
          new NestedPickle(2, NestedPickle.Form.BYTES),
          new NestedPickle(4, NestedPickle.Form.BYTES),
          new NestedPickle(5, NestedPickle.Form.BYTEARRAY),
          new NestedPickle(3, NestedPickle.Form.TEXT),
          new JsonEnvelope(JSON, 20, 22, JsonPointer.compile("/query")));

  private static List<Path> fixtures() {
    try (Stream<Path> files = Files.walk(Path.of("python-fixtures/good"))) {
      return files.filter(file -> file.toString().endsWith(".pickle")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some hold text alone, and one changes nothing in some text. */
  private static boolean takes(Wrapping wrapping, byte[] content) {
    if (wrapping instanceof EscapedText) {
      return !new String(content, StandardCharsets.ISO_8859_1).matches("[ -~]*");
    }
    boolean isOfText =
        wrapping instanceof JsonEnvelope
            || (wrapping instanceof NestedPickle pickle && pickle.form() == NestedPickle.Form.TEXT);
    return !isOfText || isText(content);
  }

  private static boolean isText(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void check(Path file, byte[] dump, List<Wrapping> wrappings) {
    byte[] wrapped = dump;
    for (Wrapping each : wrappings) {
      wrapped = takes(each, wrapped) ? each.wrap(wrapped) : wrapped;
    }
    String how = "%s in %s".formatted(file, wrappings.stream().map(Wrapping::text).toList());
    Wrapped found = unwrap(wrapped, how);
    if (!Arrays.equals(found.dump(), dump) || !Arrays.equals(found.rewrap(dump), wrapped)) {
      throw new AssertionError(how + " came out of " + found);
    }
  }

  private static Wrapped unwrap(byte[] wrapped, String how) {
    try {
      return Wrappings.unwrap(wrapped);
    } catch (BrineException e) {
      throw new AssertionError(how, e);
    }
  }

  /**
   * @param step every which dump is wrapped in everything, the others in one
   */
  private static int checkAll(List<Path> files, int step) throws IOException {
    Random random = new Random(files.size());
    int count = 0;
    for (Path file : files) {
      byte[] dump = Files.readAllBytes(file);
      assertThat(Wrappings.unwrap(dump).isPlain()).as(file.toString()).isTrue();
      List<Wrapping> singles =
          count % step == 0 ? WRAPPINGS : List.of(WRAPPINGS.get(random.nextInt(WRAPPINGS.size())));
      singles.forEach(each -> check(file, dump, List.of(each)));
      check(file, dump, nesting(random));
      count++;
    }
    return count;
  }

  private static List<Wrapping> nesting(Random random) {
    List<Wrapping> nesting = new ArrayList<>();
    int depth = 2 + random.nextInt(3);
    while (nesting.size() < depth) {
      nesting.add(WRAPPINGS.get(random.nextInt(WRAPPINGS.size())));
    }
    return nesting;
  }

  @Test
  void fixturesComeOutAsTheyWere() throws IOException {
    assertThat(checkAll(fixtures(), 50)).isGreaterThan(5_000);
  }

  @Test
  void theCorpusComesOutAsItWas() throws IOException {
    Optional<Path> open = Corpus.open();
    assumeTrue(open.isPresent(), Corpus.ABSENT);

    assertThat(checkAll(Corpus.dumps(open.get(), ".*"), 100)).isGreaterThan(9_000);
  }
}
