package dev.brine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.compat.LivingPython;
import dev.brine.compat.PythonEnvironment;
import dev.brine.compat.UnavailableException;
import dev.brine.expr.StandardOperator;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.TypeClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Brine has a word for each type, operator and generic function that SQLAlchemy has a class for, or
 * {@code classes.txt} says why it has none. That each of its words is in a fixture is seen to by
 * {@code FixtureCoverageTest}.
 */
class CoreClassesIT {

  private static final Path TREES = Path.of("python-fixtures", "trees");
  private static final Path REQUIREMENTS =
      Path.of("python-fixtures", "requirements", LivingPython.SQLALCHEMY_2_0 + ".txt");
  private static final Path PRINTED = Path.of("target", "compat", "core-classes.txt");
  private static final int AT_LEAST = 260;

  @Test
  void whatIsNotKnownIsListedWithItsReason() throws IOException, InterruptedException {
    try {
      PythonEnvironment.of(LivingPython.SQLALCHEMY_2_0, REQUIREMENTS)
          .run(
              "could not list SQLAlchemy's classes",
              List.of(TREES.resolve("classes.py").toString()),
              PRINTED);
    } catch (UnavailableException e) {
      Assumptions.abort("Not compared with a living Python: " + e.getMessage());
    }
    List<String> printed = Files.readAllLines(PRINTED);

    assertThat(printed).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    assertThat(printed)
        .filteredOn(line -> !isKnown(line))
        .containsExactlyInAnyOrderElementsOf(listed());
  }

  private static boolean isKnown(String line) {
    String[] words = line.split(" ", 2);
    return switch (words[0]) {
      case "type" -> TypeClasses.byPath(words[1]) != null;
      case "operator" -> StandardOperator.byPythonName(words[1]) != null;
      default -> FunctionClasses.byPath(words[1]) != null;
    };
  }

  /** Each of them has a reason behind it. */
  private static List<String> listed() throws IOException {
    return Files.readAllLines(TREES.resolve("classes.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .filter(words -> !words[2].isBlank())
        .map(words -> words[0] + " " + words[1])
        .toList();
  }
}
