package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.brine.error.PickleLimitException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit lets through what just fits, and refuses it by name when it is one less. */
class LimitsTest {

  private static final String EXISTS =
      "{\"node\":\"exists\",\"element\":{\"node\":\"exists\",\"element\":{\"constant\":\"null\"}}}";

  private static final LoadOptions UNWRAPPING =
      LoadOptions.NONE.withUnwraps(true).withMetadata(Shop.METADATA);

  /** What needs exactly so much of a limit. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries the bytes.
  private record Edge(Limit limit, long needed, byte[] dump) {
    @Override
    public String toString() {
      return "%s = %d: %d bytes".formatted(limit, needed, dump.length);
    }
  }

  static Stream<Edge> edges() {
    byte[] text = gzip(pickle("T\0\0\40\0" + "a".repeat(2 << 20) + "."));
    byte[] statement = dump("binds_all_types_in_where");
    return Stream.of(
        new Edge(Limit.MAX_BYTES, 11, pickle("(NNNNNNNNt.")),
        new Edge(Limit.MAX_BYTES, json("1").length, json("1")),
        new Edge(Limit.MAX_ALLOCATION, 10 * 64 + 11 * 4, pickle("(NNNNNNNNt.")),
        new Edge(Limit.MAX_OPCODES, 10, pickle("(NNNNNNNNt.")),
        new Edge(Limit.MAX_DEPTH, 4, pickle(")\u0085\u0085\u0085" + ".")),
        new Edge(Limit.MAX_MEMO, 1001, pickle("Np1000\n.")),
        new Edge(Limit.MAX_STACK, 8, pickle("(NNNNNNNNt.")),
        new Edge(Limit.MAX_MARKS, 3, pickle("(((ttt.")),
        new Edge(Limit.MAX_ITEMS, 8, pickle("(NNNNNNNNt.")),
        new Edge(Limit.MAX_ITEMS, 2, pickle("]NaNa.")),
        new Edge(Limit.MAX_ITEMS, 2, pickle("}K\1NsK\2Ns.")),
        new Edge(Limit.MAX_ITEMS, 2, pickle("\u008f(K\1K\2\u0090.")),
        new Edge(Limit.MAX_TEXT, 5, pickle("U\5abcde.")),
        new Edge(Limit.MAX_TEXT, 5, pickle("X\5\0\0\0abcde.")),
        new Edge(Limit.MAX_TEXT, 5, pickle("C\5abcde.")),
        new Edge(Limit.MAX_TEXT, 7, pickle("S'abcde'\n.")),
        new Edge(Limit.MAX_KEY_PARTS, 4, pickle("}K\1K\2K\3\u0087Ns.")),
        new Edge(Limit.MAX_DIGITS, 9, pickle("I123456789\n.")),
        new Edge(Limit.MAX_DIGITS, 5, pickle("cdecimal\nDecimal\n(V12345\ntR.")),
        new Edge(Limit.MAX_EXPONENT, 300, pickle("cdecimal\nDecimal\n(V1E+300\ntR.")),
        new Edge(Limit.MAX_EXPONENT, 300, pickle("cdecimal\nDecimal\n(V1e-300\ntR.")),
        new Edge(Limit.MAX_WRAPPINGS, 2, gzip(gzip(pickle("(NNt.")))),
        new Edge(Limit.MAX_EXPANSION, ((2 << 20) + 5 + text.length) / text.length, text),
        new Edge(Limit.MAX_NESTING, 5, statement),
        new Edge(Limit.MAX_ELEMENTS, 3, json(EXISTS)));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void whatJustFitsIsRead(Edge edge) {
    ReadLimits limits = ReadLimits.DEFAULT.with(edge.limit(), edge.needed());

    assertThatCode(() -> load(edge, limits)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("edges")
  void whatDoesNotFitIsRefusedByTheNameOfTheLimit(Edge edge) {
    ReadLimits limits = ReadLimits.DEFAULT.with(edge.limit(), edge.needed() - 1);

    PickleLimitException refusal =
        catchThrowableOfType(PickleLimitException.class, () -> load(edge, limits));

    assertThat(refusal).hasMessageContaining(edge.limit() + " = " + (edge.needed() - 1));
    assertThat(refusal.hint())
        .contains("Limit." + edge.limit().name(), "--limit " + edge.limit() + "=");
  }

  @Test
  void eachLimitHasAnEdge() {
    Set<Limit> tried = edges().map(Edge::limit).collect(Collectors.toSet());

    assertThat(tried).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Limit.class));
  }

  @ParameterizedTest
  @EnumSource
  void aLimitIsFoundByItsName(Limit limit) {
    assertThat(Limit.named(limit.toString())).isEqualTo(limit);
  }

  @ParameterizedTest
  @EnumSource
  void aLimitIsPositiveAndNoHigherThanItCanBe(Limit limit) {
    assertThat(limit.usual()).isBetween(1L, limit.most());
    assertThatIllegalArgumentException().isThrownBy(() -> ReadLimits.DEFAULT.with(limit, 0));
  }

  @Test
  void theChangedOnesAreShown() {
    assertThat(ReadLimits.DEFAULT.with(Limit.MAX_DEPTH, 7).with(Limit.MAX_MEMO, 9))
        .hasToString("ReadLimits[maxDepth=7, maxMemo=9]")
        .isNotEqualTo(ReadLimits.DEFAULT);
  }

  private static Object load(Edge edge, ReadLimits limits) {
    return ExpressionSerializer.loads(edge.dump(), UNWRAPPING.withLimits(limits));
  }

  /** Opcodes, one character for each byte. */
  private static byte[] pickle(String opcodes) {
    return opcodes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] json(String root) {
    return "{\"brine\":\"expression\",\"version\":1,\"root\":%s}"
        .formatted(root)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] dump(String name) {
    return FixtureDumps.bytes(Shop.GOOD.resolve(name + ".p5.pickle"));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
