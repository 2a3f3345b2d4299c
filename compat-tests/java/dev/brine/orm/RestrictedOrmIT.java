package dev.brine.orm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.OrmFixture;
import dev.brine.compat.LivingPython;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Python's restricted {@code loads()} makes of an ORM query what SQLAlchemy's own makes of it: its
 * SQL, the statements it sends and the entities these give.
 */
class RestrictedOrmIT {

  private static final Path WORKER = Path.of("compat-tests", "python", "orm_worker.py");

  @ParameterizedTest
  @ValueSource(strings = {"1.4", "2.0", "2.1"})
  void itGivesWhatSqlalchemysGives(String series) {
    String requirements = "sqlalchemy-%s.txt".formatted(series);
    LivingPython python =
        LivingPython.with(
            "orm-" + series, Path.of("python-fixtures", "requirements", requirements), WORKER);
    List<OrmFixture> fixtures = OrmFixture.of(series).toList();
    Map<String, String> differences = new TreeMap<>();
    for (OrmFixture fixture : fixtures) {
      ObjectNode question = python.question("restricted").put("name", fixture.name());
      JsonNode answer = python.ask(question.put("dump", LivingPython.base64(fixture.dump())));
      if (!answer.path("differs").isNull()) {
        differences.put(fixture.name(), answer.path("differs").asText("no answer"));
      }
    }

    assertThat(differences).isEmpty();
    assertThat(fixtures).hasSizeGreaterThan(1_400);
  }
}
