package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement that is run with many sets of values, as Python runs it with a list of them. */
class ExecuteManyTest {

  private static final TableRef T =
      new TableRef(
          Table.named("many")
              .column("id", Types.INTEGER)
              .column("x", Types.INTEGER)
              .column("y", Types.STRING)
              .build());

  private static final Select ALL = Select.of(T.c("id"), T.c("x"), T.c("y")).orderBy(T.c("id"));

  private static List<List<Object>> rows(Connection connection) {
    List<List<Object>> rows = new ArrayList<>();
    connection.execute(ALL).forEach(row -> rows.add(row.intoList()));
    return rows;
  }

  private static Connection fresh(TestDatabase database) {
    database.run(
        "drop table if exists many",
        "create table many (id integer primary key, x integer, y varchar(10))");
    return database.engine().connect();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void insertsChangesAndDeletesAsOneBatch(TestDatabase database) {
    try (Connection connection = fresh(database)) {
      List<Map<String, Object>> sets =
          IntStream.range(0, 50)
              .mapToObj(i -> Map.<String, Object>of("id", i, "x", i * 2, "y", "é" + i))
              .toList();

      assertThat(connection.executeMany(Sql.insert(T), sets).rowcount()).isEqualTo(50);

      DmlStatement<?> update =
          Sql.update(T).where(T.c("id").eq(Sql.bindparam("which"))).value("x", Sql.bindparam("to"));
      assertThat(
              connection
                  .executeMany(
                      update,
                      List.of(
                          Map.of("which", 1, "to", 7),
                          Map.of("which", 2, "to", 8),
                          Map.of("which", 777, "to", 9)))
                  .rowcount())
          .isEqualTo(2);
      DmlStatement<?> delete = Sql.delete(T).where(T.c("id").eq(Sql.bindparam("which")));
      List<Map<String, Integer>> gone =
          IntStream.range(3, 50).mapToObj(i -> Map.of("which", i)).toList();
      assertThat(connection.executeMany(delete, gone).rowcount()).isEqualTo(47);
      assertThat(rows(connection))
          .containsExactly(List.of(0L, 0L, "é0"), List.of(1L, 7L, "é1"), List.of(2L, 8L, "é2"));
    }
  }

  @Test
  void returnsTheRowsInTheOrderOfTheSets() {
    try (Connection connection = fresh(TestDatabase.SQLITE)) {
      CursorResult result =
          connection.executeMany(
              Sql.insert(T).returning(T.c("id"), T.c("x").plus(1)),
              List.of(Map.of("id", 5, "x", 1), Map.of("id", 3, "x", 2)));

      assertThat(result.rows()).extracting(row -> row.get(0)).containsExactly(5L, 3L);
      assertThat(result.rows()).extracting(row -> row.get(1)).containsExactly(2L, 3L);
    }
  }

  @Test
  void setsWhatTheFirstSetNames() {
    try (Connection connection = fresh(TestDatabase.SQLITE)) {
      connection.executeMany(
          Sql.insert(T),
          List.of(
              Map.of("id", 1, "y", "a", "unknown", 0),
              Map.of("id", 2, "y", "b", "x", 9, "unknown", 1)));

      assertThat(connection.scalars(Select.of(T.c("y")).where(T.c("x").is(null))))
          .isEqualTo(List.of("a", "b"));
    }
  }

  @Test
  void refusesASetThatLacksAName() {
    try (Connection connection = fresh(TestDatabase.SQLITE)) {
      assertThatThrownBy(
              () ->
                  connection.executeMany(
                      Sql.insert(T), List.of(Map.of("id", 1, "x", 1), Map.of("id", 2))))
          .isInstanceOf(UsageException.class)
          .hasMessage("a value is required for 'x' in set 1");
    }
  }

  @Test
  void writesOutTheListOfAnInForEachSet() {
    try (Connection connection = fresh(TestDatabase.SQLITE)) {
      connection.executeMany(
          Sql.insert(T), List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3)));
      DmlStatement<?> delete = Sql.delete(T).where(T.c("id").in(Sql.bindparam("ids").expanding()));

      assertThat(
              connection
                  .executeMany(
                      delete, List.of(Map.of("ids", List.of(1, 2)), Map.of("ids", List.of(3))))
                  .rowcount())
          .isEqualTo(3);
    }
  }
}
