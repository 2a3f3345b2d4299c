package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.DumpOptions;
import dev.brine.Migration;
import dev.brine.MigrationTarget;
import dev.brine.OrmFixture;
import dev.brine.PlaceholderDeserializer;
import dev.brine.codec.Inspection;
import dev.brine.codec.Renames;
import dev.brine.codec.Renames.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What is dumped of mapped classes loads where these are in a package of another name, once they
 * were renamed, and is the same query there.
 */
class RenamedClassesIT {

  private static final String OLD = "music.";
  private static final String NEW = "tunes.";

  @Test
  void theSameQueryIsOfTheRenamedClasses() throws IOException {
    List<String> gaps = Files.readAllLines(Path.of("python-fixtures", "orm-round-trip-gaps.txt"));
    LivingPython python =
        LivingPython.with(
            "renamed-classes",
            Path.of("python-fixtures", "requirements", LivingPython.SQLALCHEMY_2_0 + ".txt"),
            Path.of("compat-tests", "python", "renamed_classes_worker.py"));
    Map<String, String> differing = new TreeMap<>();
    int compared = 0;

    for (OrmFixture fixture : OrmFixture.of("2.0").toList()) {
      String wanted = fixture.expected().at("/sql/default/sql").asText("");
      if (wanted.isEmpty() || isOtherwise(fixture) || gaps.contains(fixture.name())) {
        continue;
      }
      compared++;
      String dump = LivingPython.base64(renamed(fixture.dump()));
      JsonNode answer = python.askAnyway(python.question("load").put("dump", dump));
      if (!wanted.equals(answer.path("sql").asText())) {
        differing.put(fixture.name(), answer.toString());
      }
    }

    assertThat(differing).isEmpty();
    assertThat(compared).isGreaterThan(500);
  }

  /** Whether the SQL is not that of what was dumped alone. */
  private static boolean isOtherwise(OrmFixture fixture) {
    return fixture.isOnlyForBrine()
        || fixture.expected().has("probe")
        || fixture.expected().has("refine");
  }

  private static byte[] renamed(byte[] dump) {
    Renames renames = Renames.NONE;
    List<String> classes = Inspection.of(dump).classes();
    for (String old : classes.stream().filter(each -> each.startsWith(OLD)).toList()) {
      renames = renames.with(Kind.CLASS, old, NEW + old.substring(OLD.length()));
    }
    Migration migration =
        new Migration(
            new PlaceholderDeserializer(),
            new MigrationTarget.OfSeries(DumpOptions.DEFAULT),
            renames,
            null,
            false);
    return migration.open(dump).write();
  }
}
