package dev.brine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brine.error.CompileException;
import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Functions;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fixtures do not hold: text is that of SQLAlchemy 2.0.52 for the same Python. */
class SqlCompilerTest {

  private static final TableRef USERS =
      new TableRef(
          Table.named("users")
              .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
              .column("name", Types.string(50))
              .build());

  private static final String LONG =
      "a_column_with_a_name_that_is_longer_than_postgresql_allows_by_far_indeed";

  @Test
  void castsTypedParametersAsAsyncpgDoes() {
    Select select =
        Select.of(USERS).where(USERS.c("name").eq("x"), USERS.c("id").in(1, 2)).limit(3);
    CompileOptions options =
        CompileOptions.DEFAULT.withForServer(true).withParamStyle(ParamStyle.NUMERIC_DOLLAR);

    Compiled compiled = SqlCompiler.compile(select, Dialect.POSTGRESQL, options);

    assertThat(compiled.sql())
        .isEqualTo(
            "SELECT users.id, users.name \nFROM users \nWHERE users.name = $1::VARCHAR AND users.id"
                + " IN (__[POSTCOMPILE_id_1]) \n LIMIT $2::INTEGER");
    assertThat(compiled.expanded().sql())
        .isEqualTo(
            "SELECT users.id, users.name \nFROM users \nWHERE users.name = $1::VARCHAR AND users.id"
                + " IN ($3::INTEGER, $4::INTEGER) \n LIMIT $2::INTEGER");
  }

  @ParameterizedTest
  @ValueSource(ints = {SqlCompiler.MAX_DEPTH + 1, 10_000})
  void whatIsNestedTooDeepIsRefusedByTheNameOfTheLimit(int depth) {
    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> SqlCompiler.compile(nested(depth), Dialect.DEFAULT))
        .withMessage("the statement is nested deeper than SqlCompiler.MAX_DEPTH = 500");
  }

  @Test
  void whatIsNestedAsDeepAsAllowedCompiles() {
    assertThat(SqlCompiler.compile(nested(SqlCompiler.MAX_DEPTH), Dialect.DEFAULT).sql())
        .startsWith("max(max(")
        .contains("(:param_1)");
  }

  /** Calls within calls, for which the compiler needs the most stack. */
  private static ColumnElement nested(int depth) {
    ColumnElement element = Sql.literal(1);
    for (int i = 1; i < depth; i++) {
      element = Functions.max(element);
    }
    return element;
  }

  @Test
  void anExpandedStatementIsTextAndSingleParameters() {
    Select select = Select.of(USERS.c("id")).where(USERS.c("id").in(1, 2));

    Compiled expanded = SqlCompiler.compile(select, Dialect.SQLITE).expanded();

    assertThat(expanded.parts()).noneMatch(SqlPart.ExpandingBind.class::isInstance);
    assertThat(expanded.positional())
        .containsExactly(
            new CompiledBind("id_1_1", 1L, Types.INTEGER),
            new CompiledBind("id_1_2", 2L, Types.INTEGER));
  }

  @Test
  void aRequiredParameterIsMissingUntilItIsGiven() {
    Select select = Select.of(USERS.c("id")).where(USERS.c("name").eq(Sql.bindparam("who")));

    Compiled compiled = SqlCompiler.compile(select, Dialect.DEFAULT);

    assertThat(compiled.missing()).containsExactly("who");
    assertThat(compiled.withValues(Map.of("who", "ed")).params()).isEqualTo(Map.of("who", "ed"));
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> compiled.withValues(Map.of()))
        .withMessage("a value is required for bind parameter 'who'");
    assertThat(compiled.withValues(Map.of("who", "ed", "whom", "x")).params())
        .as("names of no parameter are passed over, as in Python")
        .isEqualTo(Map.of("who", "ed"));
  }

  @Test
  void aTableWithTheNameOfOneInASchemaGetsAnother() {
    TableRef other =
        new TableRef(Table.named("users").schema("other").column("user_id", Types.INTEGER).build());
    Select select =
        Select.of(USERS.c("id"), other.c("user_id")).where(USERS.c("id").eq(other.c("user_id")));

    assertThat(SqlCompiler.compile(select, Dialect.DEFAULT).sql())
        .isEqualTo(
            "SELECT users_1.id, other.users.user_id \nFROM users AS users_1, other.users \nWHERE"
                + " users_1.id = other.users.user_id");
  }

  @Test
  void namesThatAreTooLongAreShortened() {
    TableRef table = new TableRef(Table.named("t").column(LONG, Types.INTEGER).build());
    ColumnRef column = table.c(LONG);
    Select select =
        Select.of(table).where(column.eq(1), column.ne(2)).toBuilder()
            .labelStyle(LabelStyle.TABLENAME_PLUS_COL)
            .build();

    Compiled compiled = SqlCompiler.compile(select, Dialect.POSTGRESQL);

    assertThat(compiled.resultColumns())
        .extracting(ResultColumn::name)
        .containsExactly("t_a_column_with_a_name_that_is_longer_than_postgresql_all_1");
    assertThat(compiled.params().keySet())
        .containsExactly(
            "a_column_with_a_name_that_is_longer_than_postgresql_allow_1",
            "a_column_with_a_name_that_is_longer_than_postgresql_allow_2");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1e16, 1e+16",
    "1e15, 1000000000000000.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "2e-3, 0.002",
    "2.0, 2.0",
    "-1.5e-7, -1.5e-07",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "-0.0, -0.0"
  })
  void floatsAreSpelledAsPythonSpellsThem(double number, String text) {
    assertThat(PythonFloat.repr(number)).isEqualTo(text);
  }

  @Test
  void anUnknownDialectIsRefusedByName() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Dialect.named("sqlit"))
        .withMessageStartingWith("there is no dialect 'sqlit'; known are default, sqlite");
  }
}
