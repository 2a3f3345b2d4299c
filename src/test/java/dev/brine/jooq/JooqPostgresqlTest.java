package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.Postgresql;
import dev.brine.Shop;
import dev.brine.engine.Connection;
import dev.brine.engine.Engine;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.Statement;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.sql.Ddl;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQLite lacks: on PostgreSQL an imported query gives the rows that jOOQ itself fetches. */
class JooqPostgresqlTest {

  static final Map<String, org.jooq.Select<?>> TAKEN = taken();

  private static @Nullable Engine engine;
  private static @Nullable Connection connection;

  private static Map<String, org.jooq.Select<?>> taken() {
    Map<String, org.jooq.Select<?>> all = new LinkedHashMap<>(SetQueries.onPostgresql());
    all.putAll(ClauseQueries.onPostgresql());
    return all;
  }

  static Set<String> names() {
    return TAKEN.keySet();
  }

  @BeforeAll
  static void start() throws SQLException {
    engine = shop("jooq_import");
    connection = engine.connect();
  }

  /** A new database with some tables of the shop. */
  static Engine shop(String name) throws SQLException {
    Engine engine = Engine.of(Postgresql.database(name));
    try (Engine shop = Engine.create(Shop.URL);
        Connection from = shop.connect();
        Connection to = engine.connect()) {
      for (String each : List.of("users", "addresses")) {
        Table table = Shop.table(each).table();
        to.dsl().execute(Ddl.create(table, engine.dialect()));
        for (Record row : from.execute(Select.of(Sql.table(table)))) {
          to.executeUpdate(Sql.insert(Sql.table(table)).values(values(table, row)));
        }
      }
      to.commit();
    }
    return engine;
  }

  @AfterAll
  static void stop() {
    if (connection != null) {
      connection.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  private static Map<String, @Nullable Object> values(Table table, Record row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      values.put(column.key(), row.get(values.size()));
    }
    return values;
  }

  private static DSLContext dsl() {
    return Objects.requireNonNull(connection).dsl();
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesTheRowsThatJooqFetches(String name) {
    org.jooq.Select<?> query = Objects.requireNonNull(TAKEN.get(name));
    Statement imported = JooqImport.statement(query, Shop.METADATA);

    assertThat(rows(JooqExport.resultQuery(dsl(), imported)))
        .isNotEmpty()
        .isEqualTo(rows(dsl().resultQuery("{0}", query)));
  }

  /** As text in SQL's own terms: the two type their values differently. */
  static List<String> rows(ResultQuery<Record> query) {
    return Objects.requireNonNull(query.configuration())
        .dsl()
        .fetch(query.fetchResultSet())
        .map(row -> Arrays.deepToString(row.intoArray()));
  }
}
