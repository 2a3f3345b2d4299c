package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.codec.Inspection;
import dev.brine.error.BrineException;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However deep a dump is nested, and however small the stack of a thread is: it does not overflow.
 */
class SmallStackTest {

  /** Half of what threads have by default. */
  private static final long STACK = 512 << 10;

  private static final int AS_DEEP_AS_ALLOWED = 395;

  static Stream<byte[]> deep() {
    List<byte[]> dumps = new ArrayList<>();
    for (Path file : FixtureDumps.in(Path.of("python-fixtures", "bad"))) {
      if (file.getFileName().toString().matches("(deep|cycle|expression_bomb).*")) {
        dumps.add(FixtureDumps.bytes(file));
      }
    }
    for (int depth : new int[] {AS_DEEP_AS_ALLOWED, 9_000}) {
      dumps.add(opcodes("]".repeat(depth) + "a".repeat(depth - 1) + "."));
      dumps.add(opcodes(")" + "\u0085".repeat(depth) + "."));
      dumps.add(opcodes("}" + "Vk\n}".repeat(depth) + "s".repeat(depth) + "."));
      dumps.add(opcodes("cx\nY\n)R" + "p0\n0cx\nY\n(g0\ntR".repeat(depth) + "."));
      dumps.add(function(depth));
    }
    return dumps.stream();
  }

  /** A function of a function of a function. */
  private static byte[] function(int depth) {
    String json = "{\"brine\": \"expression\", \"version\": 1, \"root\": %s%s%s}";
    return json.formatted(
            "{\"node\": \"exists\", \"element\": ".repeat(depth),
            "{\"constant\": \"null\"}",
            "}".repeat(depth))
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("deep")
  void noStackOverflows(byte[] dump) throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    Thread thread = new Thread(null, () -> failures.addAll(tryAll(dump)), "small", STACK);
    thread.start();
    thread.join();

    assertThat(failures).isEmpty();
  }

  private static List<Throwable> tryAll(byte[] dump) {
    List<Throwable> failures = new ArrayList<>();
    List<MigrationTarget> targets =
        List.of(
            new MigrationTarget.OfSeries(DumpOptions.DEFAULT),
            new MigrationTarget.OfJson(),
            new MigrationTarget.OfSql(Dialect.POSTGRESQL));
    failures.add(failure(dump, Inspection::of));
    failures.add(failure(dump, bytes -> ExpressionSerializer.loads(bytes, Shop.METADATA)));
    failures.add(failure(dump, SmallStackTest::compile));
    for (MigrationTarget target : targets) {
      Migration migration = new Migration(new PlaceholderDeserializer(), target);
      failures.add(failure(dump, bytes -> migration.open(bytes).write()));
    }
    failures.removeIf(each -> each == null);
    return failures;
  }

  private static void compile(byte[] dump) {
    Object loaded = new PlaceholderDeserializer().loads(dump);
    byte[] again = ExpressionSerializer.dumps(loaded);
    assertThat(Findings.of(loaded).foreign()).isNotNull();
    SqlCompiler.compile(
        LoadedElement.of(new PlaceholderDeserializer().loads(again)), Dialect.SQLITE);
  }

  /** What came out that is not Brine's. */
  private static @Nullable Throwable failure(byte[] dump, Consumer<byte[]> way) {
    try {
      way.accept(dump);
      return null;
    } catch (BrineException refused) {
      return null;
    } catch (Throwable failure) {
      return failure;
    }
  }

  /** One character for each byte. */
  private static byte[] opcodes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
