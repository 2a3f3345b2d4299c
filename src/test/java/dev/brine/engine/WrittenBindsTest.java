package dev.brine.engine;

import static dev.brine.expr.Functions.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An expression with a parameter in it is the same one wherever it stands in a grouped query. */
class WrittenBindsTest {

  private static final TableRef T =
      new TableRef(
          Table.named("sums").column("x", Types.INTEGER).column("s", Types.STRING).build());

  private static Connection filled(TestDatabase database) {
    database.run(
        "drop table if exists sums",
        "create table sums (x integer, s varchar(20))",
        "insert into sums values (1, 'a'), (2, null), (3, 'a')");
    Connection connection = database.engine().connect();
    connection.executeUpdate(Sql.insert(T), Map.of("x", 4, "s", "b\\?'"));
    return connection;
  }

  private static List<List<Object>> rows(TestDatabase database, Select select) {
    try (Connection connection = filled(database)) {
      return connection.execute(select).map(row -> List.copyOf(row.intoList()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void groupsByWhatIsSelected(TestDatabase database) {
    ColumnElement odd = T.c("x").mod(2);

    assertThat(rows(database, Select.of(odd, count()).groupBy(odd).orderBy(odd)))
        .containsExactly(List.of(0L, 2L), List.of(1L, 2L));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void groupsByWhatIsWrittenOnceMore(TestDatabase database) {
    Select select =
        Select.of(T.c("x").mod(2), count()).groupBy(T.c("x").mod(2)).orderBy(T.c("x").mod(2));

    assertThat(rows(database, select)).containsExactly(List.of(0L, 2L), List.of(1L, 2L));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void textStaysWhatItIs(TestDatabase database) {
    ColumnElement known = Functions.coalesce(T.c("s"), Sql.literal("o'n?ne"));

    assertThat(rows(database, Select.of(known).distinct().orderBy(known.desc())))
        .containsExactly(List.of("o'n?ne"), List.of("b\\?'"), List.of("a"));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aMinusBeforeANegativeNumberIsNoComment(TestDatabase database) {
    ColumnElement sum = T.c("x").plus(Sql.literal(-2).neg()).plus(Sql.literal(-2));

    assertThat(rows(database, Select.of(sum, count()).groupBy(sum).orderBy(sum).limit(1)))
        .containsExactly(List.of(1L, 1L));
  }

  // MariaDB's drivers write parameters into the text, Java's as Python's: there it is a number.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
  void aParameterAloneIsNoNumberOfAColumn(TestDatabase database) {
    Select select =
        Select.of(count(), T.c("x").mod(Sql.bindparam("n", 2)).label("odd"))
            .groupBy(T.c("x").mod(Sql.bindparam("n", 2)), Sql.bindparam("n", 2))
            .orderBy(Sql.column("odd"));

    try (Connection connection = filled(database)) {
      assertThat(connection.execute(select, Map.of("n", 1)).map(row -> row.get(0)))
          .containsExactly(4L);
    }
  }
}
