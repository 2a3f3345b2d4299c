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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions, sessions and threads. */
class SessionTest {

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
    try (Session session = database.engine().session()) {
      session.dsl().execute("insert into t values (2)");
      session.commit();
    }

    try (Session session = database.engine().session()) {
      assertThat(session.scalars(ALL)).isEqualTo(List.of(1L, 2L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsRolledBackIsGone(TestDatabase database) {
    fresh(database);
    try (Session session = database.engine().session()) {
      session.dsl().execute("insert into t values (2)");
      session.rollback();

      assertThat(session.scalars(ALL)).isEqualTo(List.of(1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void closingRollsBackAndTheSessionMayGoOn(TestDatabase database) {
    fresh(database);
    Session session = database.engine().session();
    session.dsl().execute("insert into t values (2)");
    session.close();

    assertThat(session.inTransaction()).isFalse();
    assertThat(session.scalars(ALL)).isEqualTo(List.of(1L));
    session.close();
  }

  @Test
  void aTransactionBeginsWithTheFirstStatement() {
    fresh(TestDatabase.H2);
    try (Session session = TestDatabase.H2.engine().session()) {
      assertThat(session.inTransaction()).isFalse();
      session.execute(ALL);
      assertThat(session.inTransaction()).isTrue();
      assertThatThrownBy(session::begin).isInstanceOf(UsageException.class);
    }
  }

  @Test
  void valuesAreGivenByName() {
    BindParameter limit = Sql.bindparam("most", Types.INTEGER);
    fresh(TestDatabase.SQLITE);
    try (Session session = TestDatabase.SQLITE.engine().session()) {
      Select found = ALL.where(T.c("x").le(limit));

      assertThat(session.execute(found, Map.of("most", 1L))).hasSize(1);
      assertThat(session.execute(found, Map.of("most", 0L))).isEmpty();
      assertThatThrownBy(() -> session.execute(found)).isInstanceOf(UsageException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFailureShowsTheStatementAndItsValues(TestDatabase database) {
    TableRef missing = new TableRef(Table.named("nowhere").column("x", Types.INTEGER).build());
    try (Session session = database.engine().session()) {
      assertThatThrownBy(
              () -> session.execute(Select.of(missing.c("x")).where(missing.c("x").eq(7))))
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

  @Test
  void eachThreadHasItsOwnSession() throws ExecutionException, InterruptedException {
    ScopedSession scoped = ScopedSession.of(TestDatabase.H2.engine());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Set<Session> seen = ConcurrentHashMap.newKeySet();
    try {
      List<Future<Boolean>> all =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            Session first = scoped.session();
                            seen.add(first);
                            return first == scoped.session();
                          }))
              .toList();
      for (Future<Boolean> same : all) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(seen).hasSizeBetween(1, 4).doesNotContain(scoped.session());
    Session before = scoped.session();
    scoped.remove();
    assertThat(scoped.session()).isNotSameAs(before);
    scoped.remove();
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
                            try (Session session = database.engine().session()) {
                              return session.scalars(ALL);
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
