package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions, sessions and threads. */
class ConnectionTest {

  private static final TableRef T =
      new TableRef(Table.named("t").column("x", Types.INTEGER).build());

  private static final Select ALL = Select.of(T.c("x")).orderBy(T.c("x"));

  private static void fresh(TestDatabase database) {
    database.run(
        "drop table if exists t", "create table t (x integer)", "insert into t values (1)");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsCommittedStays(TestDatabase database) {
    fresh(database);
    try (Connection connection = database.engine().connect()) {
      connection.dsl().execute("insert into t values (2)");
      connection.commit();
    }

    try (Connection connection = database.engine().connect()) {
      assertThat(connection.scalars(ALL)).isEqualTo(List.of(1L, 2L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsRolledBackIsGone(TestDatabase database) {
    fresh(database);
    try (Connection connection = database.engine().connect()) {
      connection.dsl().execute("insert into t values (2)");
      connection.rollback();

      assertThat(connection.scalars(ALL)).isEqualTo(List.of(1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void closingRollsBackAndTheSessionMayGoOn(TestDatabase database) {
    fresh(database);
    Connection connection = database.engine().connect();
    connection.dsl().execute("insert into t values (2)");
    connection.close();

    assertThat(connection.inTransaction()).isFalse();
    assertThat(connection.scalars(ALL)).isEqualTo(List.of(1L));
    connection.close();
  }

  @Test
  void aTransactionBeginsWithTheFirstStatement() {
    fresh(TestDatabase.H2);
    try (Connection connection = TestDatabase.H2.engine().connect()) {
      assertThat(connection.inTransaction()).isFalse();
      connection.execute(ALL);
      assertThat(connection.inTransaction()).isTrue();
      assertThatThrownBy(connection::begin).isInstanceOf(UsageException.class);
    }
  }

  @Test
  void valuesAreGivenByName() {
    BindParameter limit = Sql.bindparam("most", Types.INTEGER);
    fresh(TestDatabase.SQLITE);
    try (Connection connection = TestDatabase.SQLITE.engine().connect()) {
      Select found = ALL.where(T.c("x").le(limit));

      assertThat(connection.execute(found, Map.of("most", 1L))).hasSize(1);
      assertThat(connection.execute(found, Map.of("most", 0L))).isEmpty();
      assertThatThrownBy(() -> connection.execute(found)).isInstanceOf(UsageException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFailureShowsTheStatementAndItsValues(TestDatabase database) {
    TableRef missing = new TableRef(Table.named("nowhere").column("x", Types.INTEGER).build());
    try (Connection connection = database.engine().connect()) {
      assertThatThrownBy(
              () -> connection.execute(Select.of(missing.c("x")).where(missing.c("x").eq(7))))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("[SQL: SELECT nowhere.x FROM nowhere WHERE nowhere.x = ?")
          .hasMessageContaining("[parameters: (7)]")
          .hasCauseInstanceOf(java.sql.SQLException.class);
    }
  }

  @Test
  void aUrlNobodyTakesIsADatabaseError() {
    assertThatThrownBy(() -> Engine.create("jdbc:nothing:x"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("jdbc:nothing:x");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anEngineServesManyThreads(TestDatabase database)
      throws ExecutionException, InterruptedException {
    fresh(database);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Set<Object> results = new HashSet<>();
    try {
      List<Future<List<Object>>> all =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            try (Connection connection = database.engine().connect()) {
                              return connection.scalars(ALL);
                            }
                          }))
              .toList();
      for (Future<List<Object>> rows : all) {
        results.add(rows.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(results).containsExactly(List.of(1L));
  }
}
