package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.Statement;
import dev.brine.expr.TextClause;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text arrives at the database as it was written, and what it gives is found. */
class TextTest {

  private static final TextClause SIGNS =
      Sql.text("SELECT '?' AS a, '{0} {} }{' AS b, '\\:x %s %(y)s' AS c, :v AS d")
          .bindparams(Sql.bindparam("v", "a?b{1}:c%", Types.STRING));

  private static Result<Record> run(TestDatabase database, Statement statement) {
    try (Connection connection = database.engine().connect()) {
      return connection.execute(statement);
    }
  }

  private static List<String> names(Result<Record> result) {
    return Arrays.stream(result.fields())
        .map(Field::getName)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void signsThatMeanSomethingElsewhereMeanNothing(TestDatabase database) {
    Result<Record> result = run(database, SIGNS);

    assertThat(names(result)).containsExactly("a", "b", "c", "d");
    assertThat(result.get(0).intoList())
        .containsExactly("?", "{0} {} }{", ":x %s %(y)s", "a?b{1}:c%");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void columnsThatTheTextHidesAreAllThere(TestDatabase database) {
    Result<Record> result =
        run(
            database,
            Select.of(Sql.literalColumn("1 AS one, 2 AS two"), Sql.text("3 AS three, 4 AS four")));

    assertThat(names(result)).containsExactly("one", "two", "three", "four");
    assertThat(result.get(0).intoList()).hasToString("[1, 2, 3, 4]");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aTextWithColumnsGivesValuesOfTheirTypes(TestDatabase database) {
    Result<Record> result =
        run(database, Sql.text("SELECT 1.5 AS a, 'x' AS b").columns(Sql.column("f", Types.FLOAT)));

    assertThat(names(result)).containsExactly("a", "b");
    assertThat(result.get(0).intoList()).containsExactly(1.5, "x");
  }
}
