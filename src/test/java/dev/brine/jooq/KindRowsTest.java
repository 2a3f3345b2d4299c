package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.Shop;
import dev.brine.error.DatabaseException;
import dev.brine.error.JooqImportException;
import dev.brine.expr.Statement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * A sample of each kind gives, imported, the rows that jOOQ itself fetches, on every database that
 * can run what jOOQ writes.
 */
class KindRowsTest {

  /** They give something else each time. */
  private static final Set<String> FLEETING =
      Set.of("Rand", "Uuid", "CurrentTime", "CurrentTimestamp");

  /** What became of the samples on one database. */
  private record Outcome(
      Set<String> equal, Map<String, String> different, Set<String> refused, Set<String> unknown) {}

  private static Outcome compare(DSLContext dsl) {
    Outcome outcome =
        new Outcome(new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
    KindSamples.byName()
        .forEach(
            (kind, sample) -> {
              if (!FLEETING.contains(kind)) {
                compare(dsl, kind, sample, outcome);
              }
            });
    return outcome;
  }

  private static void compare(DSLContext dsl, String kind, QueryPart sample, Outcome outcome) {
    Select<?> query = KindSamples.query(dsl, sample);
    List<String> expected;
    try {
      expected = rows(dsl, dsl.resultQuery("{0}", query));
    } catch (DataAccessException | DatabaseException e) {
      outcome.unknown().add(kind);
      return;
    }
    try {
      Statement imported = JooqImport.statement(query, Shop.METADATA);
      List<String> actual = rows(dsl, JooqExport.resultQuery(dsl, imported));
      if (actual.equals(expected)) {
        outcome.equal().add(kind);
      } else {
        outcome.different().put(kind, actual + " for " + expected);
      }
    } catch (JooqImportException e) {
      outcome.refused().add(kind);
    } catch (DataAccessException | DatabaseException e) {
      outcome.different().put(kind, String.valueOf(e.getMessage()));
    }
  }

  private static List<String> rows(DSLContext dsl, ResultQuery<Record> query) {
    return dsl.fetch(query.fetchResultSet()).map(row -> Arrays.deepToString(row.intoArray()));
  }

  @Test
  void onSqlite() throws SQLException {
    try (Connection connection = DriverManager.getConnection(Shop.URL)) {
      Outcome outcome = compare(DSL.using(connection, SQLDialect.SQLITE));

      assertThat(outcome.different()).isEmpty();
      assertThat(outcome.equal()).hasSizeGreaterThan(110);
    }
  }

  @Test
  void onPostgresql() throws SQLException {
    try (var engine = JooqPostgresqlTest.shop("jooq_kinds");
        var connection = engine.connect()) {
      // What PostgreSQL refuses would else end the transaction of what comes after.
      connection.dsl().connection(raw -> raw.setAutoCommit(true));
      Outcome outcome = compare(connection.dsl());
      connection.dsl().connection(raw -> raw.setAutoCommit(false));

      assertThat(outcome.different()).isEmpty();
      assertThat(outcome.equal()).hasSizeGreaterThan(140);
    }
  }
}
