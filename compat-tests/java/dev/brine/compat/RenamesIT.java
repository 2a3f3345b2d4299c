package dev.brine.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.DumpOptions;
import dev.brine.GoodFixture;
import dev.brine.Migration;
import dev.brine.MigrationTarget;
import dev.brine.PlaceholderDeserializer;
import dev.brine.codec.Renames;
import dev.brine.codec.Renames.Kind;
import dev.brine.error.BrineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A dump whose tables and columns are called otherwise by now compiles over them, in a living
 * Python, to the SQL it had, with the new names in it.
 */
class RenamesIT {

  private static final Map<String, String> TABLES =
      Map.of("users", "persons", "addresses", "places");

  private static final Map<String, String> COLUMNS =
      Map.of("users.name", "moniker", "addresses.email", "mailbox");

  /** Those that are another statement by the new names, or none. */
  private static final Set<String> DIFFERING =
      Set.of(
          // A column is named by a text, which nobody can tell from any other.
          "special_froms_values_columns_of_table",
          // Two columns have not the same name any more.
          "joins_chain",
          "special_froms_values_join",
          "special_froms_values_join_outer",
          "special_froms_values_cte_joined",
          // The test's tables have no key of two columns.
          "joins_composite_key_unresolved");

  private static final Path PYTHON = Path.of("compat-tests", "python");

  private LivingPython python;

  @BeforeEach
  void start() {
    python =
        LivingPython.with(
            "renames",
            Path.of("python-fixtures", "requirements", LivingPython.SQLALCHEMY_2_0 + ".txt"),
            PYTHON.resolve("renames_worker.py"));
  }

  @Test
  void renamedDumpsCompileOverTheRenamedTables() {
    Migration migration =
        new Migration(
            new PlaceholderDeserializer(),
            new MigrationTarget.OfSeries(DumpOptions.DEFAULT),
            renames(),
            null,
            false);
    List<String> differing = new ArrayList<>();
    int compared = 0;

    for (GoodFixture fixture : GoodFixture.all().toList()) {
      String expected = fixture.expected().at("/sql/default/sql").asText("");
      if (expected.isEmpty() || fixture.expected().has("reload")) {
        continue;
      }
      compared++;
      if (!expected.equals(oldNames(sql(migration, fixture.dump())))) {
        differing.add(fixture.name());
      }
    }

    assertThat(differing).containsExactlyInAnyOrderElementsOf(DIFFERING);
    assertThat(compared).isGreaterThan(2300);
  }

  private static Renames renames() {
    Renames renames = Renames.NONE;
    for (Map.Entry<String, String> each : TABLES.entrySet()) {
      renames = renames.with(Kind.TABLE, each.getKey(), each.getValue());
    }
    for (Map.Entry<String, String> each : COLUMNS.entrySet()) {
      renames = renames.with(Kind.COLUMN, each.getKey(), each.getValue());
    }
    return renames;
  }

  private String sql(Migration migration, byte[] dump) {
    ObjectNode question = python.question("load");
    ObjectNode tables = question.putObject("tables");
    TABLES.forEach(tables::put);
    ObjectNode columns = question.putObject("columns");
    COLUMNS.forEach(columns::put);
    try {
      question.put("dump", LivingPython.base64(migration.open(dump).write()));
    } catch (BrineException e) {
      return e.toString();
    }
    JsonNode answer = python.askAnyway(question);
    return answer.path("sql").asText(answer.path("message").asText());
  }

  private static String oldNames(String sql) {
    return sql.replace("persons", "users")
        .replace("places", "addresses")
        .replace("moniker", "name")
        .replace("mailbox", "email");
  }
}
