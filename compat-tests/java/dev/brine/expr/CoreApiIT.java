package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.compat.LivingPython;
import dev.brine.compat.PythonEnvironment;
import dev.brine.compat.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The list that {@link CoreApiTest} goes by has all that SQLAlchemy's Core offers, and no more. */
class CoreApiIT {

  private static final Path REQUIREMENTS =
      Path.of("python-fixtures", "requirements", LivingPython.SQLALCHEMY_2_0 + ".txt");
  private static final Path SCRIPT = Path.of("python-fixtures", "trees", "api.py");
  private static final Path NAMES = Path.of("target", "compat", "core-api.txt");

  @Test
  void everyNameOfPythonsIsListed() throws IOException, InterruptedException {
    try {
      PythonEnvironment.of(LivingPython.SQLALCHEMY_2_0, REQUIREMENTS)
          .run("could not list SQLAlchemy's names", List.of(SCRIPT.toString()), NAMES);
    } catch (UnavailableException e) {
      Assumptions.abort("Not compared with a living Python: " + e.getMessage());
    }

    assertThat(CoreApiTest.entries())
        .extracting(CoreApiTest.Entry::python)
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(NAMES));
  }
}
