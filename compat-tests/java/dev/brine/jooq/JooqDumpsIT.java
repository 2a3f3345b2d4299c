package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.Shop;
import dev.brine.compat.LivingPython;
import dev.brine.error.BrineException;
import dev.brine.expr.Insert;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.Statement;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A jOOQ query that is dumped gives Python the rows that jOOQ itself fetches. */
class JooqDumpsIT {

  private static final List<String> DIALECTS =
      List.of("default", "sqlite", "postgresql", "mysql", "oracle", "mssql");

  private static final DSLContext POSTGRES = DSL.using(SQLDialect.POSTGRES);

  /** What jOOQ writes for PostgreSQL in a way that cannot be imported. */
  private static final Set<String> KIND_WITHOUT_POSTGRESQL = Set.of("JSONKeys");

  private static Connection connection;
  private static DSLContext sqlite;

  private LivingPython python;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection(Shop.URL);
    sqlite = DSL.using(connection, SQLDialect.SQLITE);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @BeforeEach
  void start() {
    python = LivingPython.with(LivingPython.SQLALCHEMY_2_0);
  }

  static Set<String> queries() {
    Set<String> sayable = new TreeSet<>(JooqImportTest.TAKEN.keySet());
    sayable.removeAll(ClauseQueries.newer().keySet());
    return sayable;
  }

  @ParameterizedTest
  @MethodSource("queries")
  void pythonFetchesTheRowsThatJooqFetches(String name) {
    Select<?> query = Objects.requireNonNull(JooqImportTest.TAKEN.get(name));

    Object dumped =
        ClauseQueries.withMetadata().containsKey(name)
            ? JooqImport.statement(query, Shop.METADATA)
            : query;
    JsonNode answer = python.load(ExpressionSerializer.dumps(dumped), List.of("sqlite"), true);

    assertThat(rows(answer.get("rows")))
        .as(answer.get("rows").toString())
        .isEqualTo(rows(sqlite.fetch(query)));
  }

  /** Those that are not run, with the dialect they are made for. */
  static Map<String, Query> compiled() {
    Map<String, Query> all = new TreeMap<>(JooqPostgresqlTest.TAKEN);
    all.putAll(ChangeQueries.taken());
    KindSamples.byName()
        .forEach(
            (kind, sample) -> {
              if (!"refused".equals(ObjectModelList.VERDICTS.get(kind))) {
                all.put(kind, KindSamples.query(POSTGRES, sample));
              }
            });
    KIND_WITHOUT_POSTGRESQL.forEach(all::remove);
    return all;
  }

  static Set<String> compiledNames() {
    return compiled().keySet();
  }

  @ParameterizedTest
  @MethodSource("compiledNames")
  void pythonCompilesItAsJavaDoes(String name) {
    Query query = Objects.requireNonNull(compiled().get(name));
    Statement statement = JooqImport.statement(query, Shop.METADATA);

    JsonNode answer = python.load(ExpressionSerializer.dumps(statement), DIALECTS, false);

    for (String dialect : DIALECTS) {
      JsonNode expected = answer.get("sql").get(dialect);
      if (expected.has("error") || isUpsertOfAnother(statement, dialect)) {
        assertThatThrownBy(() -> SqlCompiler.compile(statement, Dialect.named(dialect)))
            .as(dialect)
            .isInstanceOf(BrineException.class);
      } else {
        assertThat(SqlCompiler.compile(statement, Dialect.named(dialect)).sql())
            .as(dialect)
            .isEqualTo(expected.get("sql").asText());
      }
    }
  }

  /** SQLAlchemy prints SQLite's clause for PostgreSQL if it has a key that old releases ask for. */
  private static boolean isUpsertOfAnother(Statement statement, String dialect) {
    return statement instanceof Insert insert
        && insert.flavour() == InsertFlavour.SQLITE
        && dialect.equals("postgresql")
        && insert.onConflict() != null;
  }

  private static List<List<String>> rows(Result<? extends Record> result) {
    return result.map(row -> row.intoList().stream().map(JooqDumpsIT::text).toList());
  }

  private static List<List<String>> rows(JsonNode rows) {
    List<List<String>> all = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> texts = new ArrayList<>();
      row.forEach(
          value -> texts.add(value.isNumber() ? text(value.decimalValue()) : value.asText()));
      all.add(texts);
    }
    return all;
  }

  /** The value as text: the two differ in which type of number they take for a computed one. */
  private static String text(@Nullable Object value) {
    return value instanceof Number
        ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
