package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brine.codec.Inspection;
import dev.brine.error.BrineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A class of Java that a dump names, in whatever way, is not loaded. */
class NothingIsStartedTest {

  private static final String NAMED = "dev.brine\nTripwire$Wire\n";
  private static final String IN_JSON = "{\"brine\": \"expression\", \"version\": 1, \"root\": %s}";

  static Stream<String> dumps() {
    String named = "c" + NAMED;
    String id = Base64.getEncoder().encodeToString(bytes("\u0080\2" + named + "."));
    return Stream.of(
        named + ".",
        named + ")R.",
        named + ")\u0081.",
        named + ")\u0081}b.",
        "(i" + NAMED + ".",
        "(" + named + "o.",
        "cbuiltins\ngetattr\n(" + named + "Vx\ntR.",
        "Pmapper:" + id + "\n.",
        "Pmapper_selectable:" + id + "\n.",
        "Pmapperprop:" + id + ":x\n.",
        "Pattribute:" + id + ":x\n.",
        IN_JSON.formatted("{\"global\": \"dev.brine:Tripwire$Wire\"}"),
        IN_JSON.formatted("{\"newobj\": \"dev.brine:Tripwire$Wire\", \"args\": {\"tuple\": []}}"),
        IN_JSON.formatted("{\"node\": \"../Tripwire$Wire\"}"),
        IN_JSON.formatted("{\"type\": \"dev.brine.Tripwire$Wire\"}"));
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void whatIsNamedIsNotStarted(String dump) {
    List<Consumer<byte[]>> ways =
        List.of(
            ExpressionSerializer::loads,
            Inspection::of,
            bytes -> new PlaceholderDeserializer().loads(bytes),
            bytes ->
                new Migration(
                        new PlaceholderDeserializer(),
                        new MigrationTarget.OfSeries(DumpOptions.DEFAULT))
                    .open(bytes)
                    .write());

    for (Consumer<byte[]> way : ways) {
      Throwable refusal = catchThrowable(() -> way.accept(bytes(dump)));
      if (refusal != null) {
        assertThat(refusal).isInstanceOf(BrineException.class);
      }
    }

    assertThat(Tripwire.STARTED).hasValue(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
