package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.Shop;
import dev.brine.compat.LivingPython;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
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
    return JooqImportTest.TAKEN.keySet();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void pythonFetchesTheRowsThatJooqFetches(String name) {
    Select<?> query = Objects.requireNonNull(JooqImportTest.TAKEN.get(name));

    JsonNode answer = python.load(ExpressionSerializer.dumps(query), List.of("sqlite"), true);

    assertThat(rows(answer.get("rows")))
        .as(answer.get("rows").toString())
        .isEqualTo(rows(sqlite.fetch(query)));
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
