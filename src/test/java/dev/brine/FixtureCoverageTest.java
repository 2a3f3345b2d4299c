package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ClauseVisitor;
import dev.brine.expr.GenericFunction;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.Fixtures;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.PythonValues;
import dev.brine.schema.TypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every kind of element, operator, generic function, type and value occurs in some dump of {@code
 * python-fixtures/good}, but for those in {@code not-in-fixtures.txt}.
 */
class FixtureCoverageTest {

  private static final Path EXCEPTIONS =
      Path.of("src", "test", "resources", "dev", "brine", "not-in-fixtures.txt");

  @Test
  void everyPartOccursOrIsAnExceptionThatStillHolds() throws IOException {
    FixtureParts parts = new FixtureParts();
    GoodFixture.all().map(GoodFixture::load).forEach(parts::collect);
    OrmFixture.of("2.0").map(OrmFixture::load).forEach(parts::collect);

    Set<String> missing = all().collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(parts.found());

    assertThat(missing).isEqualTo(exceptions().keySet());
  }

  @Test
  void thePartsWereFound() {
    assertThat(elements()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(values()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void everyExceptionHasItsReason() throws IOException {
    assertThat(exceptions().values()).isNotEmpty().noneMatch(String::isBlank);
  }

  private static Stream<String> all() {
    return Stream.of(
            elements(),
            names("operator", StandardOperator.values()),
            names("function", GenericFunction.values()),
            names("type", TypeName.values()),
            values())
        .flatMap(List::stream);
  }

  private static List<String> elements() {
    return Arrays.stream(ClauseVisitor.class.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(method -> "element " + method.getParameterTypes()[0].getSimpleName())
        .toList();
  }

  private static List<String> names(String kind, Enum<?>[] constants) {
    return Arrays.stream(constants).map(constant -> kind + " " + constant.name()).toList();
  }

  /** The Java types that CPython's own values become. */
  private static List<String> values() {
    return Fixtures.rows("values-py313-p5").stream()
        .map(row -> PythonValues.toJava(new PythonUnpickler().loads(row.pickle())))
        .map(value -> "value " + FixtureParts.kindOf(value))
        .distinct()
        .toList();
  }

  /** Reasons by part: a line is the kind, the name and the reason. */
  private static Map<String, String> exceptions() throws IOException {
    return Files.readAllLines(EXCEPTIONS).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +", 3))
        .collect(
            Collectors.toMap(
                words -> words[0] + " " + words[1], words -> words.length > 2 ? words[2] : ""));
  }
}
