package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.Insert;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a Python function gives a column is given by the Java function registered for it. */
class DefaultFunctionsTest {

  private static final ColumnDefault NEXT = new ColumnDefault.Callable("shop.models.next_code");
  private static final ColumnDefault TOUCHED = new ColumnDefault.Callable("shop.models.touched");

  private static final TableRef T =
      new TableRef(
          Table.named("made")
              .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
              .column(column("code", Types.STRING, ColumnDefaults.NONE.onInsert(NEXT)))
              .column(column("touched", Types.STRING, ColumnDefaults.NONE.onUpdate(TOUCHED)))
              .build());

  private final AtomicInteger calls = new AtomicInteger();

  private static Column.Spec column(String name, SqlType type, ColumnDefaults defaults) {
    return Column.Spec.of(name, type).defaults(defaults);
  }

  private Connection connect() {
    Connection connection =
        Engine.builder("jdbc:sqlite::memory:")
            .defaultFunction(
                "shop.models.next_code",
                row -> "c" + calls.incrementAndGet() + " of " + row.get("id"))
            .defaultFunction("shop.models.touched", row -> "by " + row.get("code"))
            .build()
            .connect();
    connection.dsl().execute("create table made (id integer primary key, code text, touched text)");
    return connection;
  }

  private static List<List<Object>> rows(Connection connection) {
    List<List<Object>> rows = new ArrayList<>();
    connection
        .execute(Select.of(T.c("id"), T.c("code"), T.c("touched")).orderBy(T.c("id")))
        .forEach(row -> rows.add(row.intoList()));
    return rows;
  }

  @Test
  void anInsertCallsItOnceAndTellsItTheRow() {
    try (Connection connection = connect()) {
      connection.executeUpdate(Sql.insert(T).value("id", 7));

      assertThat(rows(connection)).containsExactly(Arrays.asList(7L, "c1 of 7", null));
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void aValueThatIsGivenIsTakenInstead() {
    try (Connection connection = connect()) {
      connection.executeUpdate(Sql.insert(T).value("id", 7), Map.of("code", "own"));

      assertThat(rows(connection)).containsExactly(Arrays.asList(7L, "own", null));
      assertThat(calls).hasValue(0);
    }
  }

  @Test
  void anInsertOfManyRowsCallsItForEachOfThem() {
    try (Connection connection = connect()) {
      Insert insert = Sql.insert(T).values(List.of(Map.of("id", 1), Map.of("id", 2)));
      connection.executeUpdate(insert);

      assertThat(rows(connection))
          .extracting(row -> row.get(1))
          .containsExactly("c1 of 1", "c2 of 2");
    }
  }

  @Test
  void manySetsOfValuesCallItForEachOfThem() {
    try (Connection connection = connect()) {
      connection.executeMany(
          Sql.insert(T), List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3)));

      assertThat(rows(connection))
          .extracting(row -> row.get(1))
          .containsExactly("c1 of 1", "c2 of 2", "c3 of 3");
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void anUpdateCallsTheOneForUpdates() {
    try (Connection connection = connect()) {
      connection.executeUpdate(Sql.insert(T).value("id", 1).value("code", "x"));
      connection.executeUpdate(Sql.update(T).value("code", "y"));

      assertThat(rows(connection)).containsExactly(List.of(1L, "y", "by y"));
    }
  }

  @Test
  void someOfPythonsOwnAreKnown() {
    TableRef kept =
        new TableRef(
            Table.named("kept")
                .column(
                    column(
                        "key",
                        Types.UUID,
                        ColumnDefaults.NONE.onInsert(new ColumnDefault.Callable("uuid.uuid4"))))
                .column(
                    column(
                        "more",
                        Types.JSON,
                        ColumnDefaults.NONE.onInsert(new ColumnDefault.Callable("builtins.dict"))))
                .column(
                    column(
                        "at",
                        Types.DATE_TIME,
                        ColumnDefaults.NONE.onInsert(
                            new ColumnDefault.Callable("datetime.datetime.utcnow"))))
                .build());
    try (Connection connection = Engine.create("jdbc:sqlite::memory:").connect()) {
      connection.dsl().execute("create table kept (key text, more text, at text)");
      connection.executeUpdate(Sql.insert(kept).values(Map.of()));

      assertThat(
              connection
                  .dsl()
                  .fetchOne("select length(key), more, length(at) from kept")
                  .intoList())
          .containsExactly(32, "{}", 26);
    }
  }

  @Test
  void oneThatNobodyRegisteredIsRefusedByName() {
    try (Connection connection = Engine.create("jdbc:sqlite::memory:").connect()) {
      assertThatThrownBy(() -> connection.executeUpdate(Sql.insert(T).value("id", 1)))
          .isInstanceOf(UnsupportedConstructException.class)
          .hasMessageContaining("the Python function shop.models.next_code")
          .extracting(refusal -> ((UnsupportedConstructException) refusal).hint())
          .asString()
          .contains("EngineBuilder.defaultFunction(\"shop.models.next_code\", …)");
    }
  }
}
