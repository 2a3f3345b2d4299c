package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.codec.Inspection;
import dev.brine.error.BrineException;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.series.DumpTarget;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sound pickles of graphs that no SQLAlchemy would make: real dumps in which some nodes are others.
 * Whatever is asked of them, only Brine's own errors come out. The fuzz targets go further; these
 * are the same each time.
 */
class MutatedDumpsTest {

  private static final int EACH = 500;
  private static final int[] RARITIES = {6, 12, 24, 48, 96};

  static List<String> series() {
    return FixtureDumps.series();
  }

  @ParameterizedTest
  @MethodSource("series")
  void onlyOwnErrorsComeOut(String series) {
    List<byte[]> dumps = FixtureDumps.of(series);
    Random random = new Random(1);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      byte[] mutated = mutated(dumps.get(random.nextInt(dumps.size())), random);
      Dialect dialect = Dialect.all().get(i % Dialect.all().size());
      DumpTarget target = DumpTarget.written().get(i % DumpTarget.written().size());
      check(mutated, Inspection::of, failures);
      check(mutated, bytes -> compile(bytes, dialect), failures);
      check(mutated, bytes -> migrate(bytes, target), failures);
    }

    assertThat(failures).isEmpty();
  }

  private static byte[] mutated(byte[] dump, Random random) {
    try {
      Object graph = new PythonUnpickler().loads(dump);
      int rarity = RARITIES[random.nextInt(RARITIES.length)];
      return new PythonPickler().dumps(new GraphMutation(random, rarity).copy(graph));
    } catch (BrineException notHashable) {
      // A list has become a key.
      return dump;
    }
  }

  private static void compile(byte[] dump, Dialect dialect) {
    Object loaded = new PlaceholderDeserializer().loads(dump);
    ExpressionSerializer.dumps(loaded);
    SqlCompiler.compile(LoadedElement.of(loaded), dialect);
  }

  private static void migrate(byte[] dump, DumpTarget target) {
    MigrationTarget to = new MigrationTarget.OfSeries(DumpOptions.DEFAULT.withTarget(target));
    new Migration(new PlaceholderDeserializer(), to).open(dump).write();
  }

  private static void check(byte[] dump, Consumer<byte[]> way, List<String> failures) {
    try {
      way.accept(dump);
    } catch (BrineException refused) {
      // As it should be.
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      failures.add(failure + " from " + HexFormat.of().formatHex(dump));
    }
  }
}
