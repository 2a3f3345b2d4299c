package dev.brine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.error.BrineException;
import dev.brine.expr.Statement;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random statements have the same SQL for Python and for Java, also in the dialects of databases
 * that are not run here: the same text, or refused by both.
 */
class RandomSqlIT {

  private static final int COUNT = Integer.getInteger("brine.random.texts", 400);
  private static final String SEED = System.getProperty("brine.random.seed", "20");
  private static final int TOLD = 5;

  /** SQLite's and PostgreSQL's are run by {@link RandomStatementsIT}. */
  private static final List<Dialect> DIALECTS =
      List.of(Dialect.MYSQL, Dialect.MARIADB, Dialect.ORACLE, Dialect.MSSQL);

  @Test
  void pythonAndJavaPrintTheSameSql() {
    List<String> names = DIALECTS.stream().map(Dialect::name).toList();
    List<String> differences = new ArrayList<>();
    int compiled = 0;
    try (World world = new World("bazaar", SharedDatabase.SQLITE)) {
      AheadOfUse<JsonNode> statements =
          new AheadOfUse<>(number -> world.texts("text" + SEED + ":" + number, names));
      for (int i = 0; i < COUNT && differences.size() < TOLD; i++) {
        JsonNode told = statements.next();
        Statement statement = JavaRows.load(world, World.bytes(told.get("dump")));
        for (Dialect dialect : DIALECTS) {
          JsonNode sql = told.get("sql").get(dialect.name());
          String wanted = sql.isNull() ? null : sql.asText();
          String found = sql(statement, dialect);
          compiled += wanted == null ? 0 : 1;
          if (!String.valueOf(wanted).equals(String.valueOf(found))) {
            differences.add(
                "number %d, %s:%n%s%n%s%ninstead of%n%s"
                    .formatted(i, dialect, told.get("source").asText(), found, wanted));
          }
        }
      }
    }

    assertThat(differences).as("differences with seed " + SEED).isEmpty();
    assertThat(compiled).isGreaterThan(COUNT * DIALECTS.size() / 2);
  }

  /** Null where it is refused. */
  private static @Nullable String sql(Statement statement, Dialect dialect) {
    try {
      return SqlCompiler.compile(statement, dialect, CompileOptions.DEFAULT).sql();
    } catch (BrineException e) {
      return null;
    }
  }
}
