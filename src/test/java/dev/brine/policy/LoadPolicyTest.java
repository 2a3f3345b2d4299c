package dev.brine.policy;

import static dev.brine.expr.Functions.func;
import static dev.brine.expr.Sql.column;
import static dev.brine.expr.Sql.literalColumn;
import static dev.brine.expr.Sql.table;
import static dev.brine.expr.Sql.text;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import dev.brine.error.ForbiddenStatementException;
import dev.brine.expr.Affix;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoadPolicyTest {

  private static final Table USERS =
      Table.named("users").column("id", Types.INTEGER).column("name", Types.string(50)).build();
  private static final Table SECRETS = Table.named("secrets").column("id", Types.INTEGER).build();
  private static final TableRef USERS_REF = table(USERS);
  private static final ColumnRef ID = USERS_REF.c("id");
  private static final ColumnRef NAME = USERS_REF.c("name");

  static List<Arguments> rawSql() {
    return List.of(
        arguments(Select.of(ID).where(text("1 = 1")), "text()"),
        arguments(text("DROP TABLE users"), "text()"),
        arguments(Select.of(literalColumn("1; --")), "literal_column(\"1; --\")"),
        arguments(Select.of(ID.op("= 1 OR 1 =", 1)), "op(\"= 1 OR 1 =\")"),
        arguments(Select.of(ID.op("/*", 1)), "op(\"/*\")"),
        arguments(Select.of(ID).prefixWith(Affix.of("SQL_CACHE")), "text()"),
        arguments(Select.of(ID).withHint(USERS_REF, "USE INDEX (x)", "mysql"), "a hint"),
        arguments(Select.of(ID).withStatementHint("x", "*"), "a hint"),
        arguments(
            Select.of(Sql.extract("year FROM now()); --", ID)),
            "the field of extract() 'year FROM now()); --'"),
        arguments(Select.of(NAME.collate("x\" y")), "the collation of a type 'x\" y'"),
        arguments(
            Select.of(ID.cast(Types.string(5).with("collation", "a\" || b"))),
            "the collation of a type 'a\" || b'"));
  }

  @ParameterizedTest
  @MethodSource("rawSql")
  void sqlAsTextIsForbiddenByName(ClauseElement element, String what) {
    forbidden(LoadPolicy.TRUSTED.withoutRawSql(), element, what, "SQL as text");
    forbidden(LoadPolicy.SAFE, element, what, "SQL as text");
    assertThatCode(() -> LoadPolicy.TRUSTED.check(element)).doesNotThrowAnyException();
  }

  @Test
  void whatSqlalchemyItselfWritesAsTextIsNoSqlAsText() {
    ClauseElement counted = Select.of(Functions.count()).selectFrom(USERS_REF);

    LoadPolicy.SAFE.check(counted);
    LoadPolicy.SAFE.check(Select.of(ID).where(Select.of(literalColumn("1")).exists()));
    LoadPolicy.SAFE.check(Select.of(literalColumn("*")).selectFrom(USERS_REF));
    LoadPolicy.SAFE.allowingColumns(Set.of("users.id")).check(counted);
    forbidden(
        LoadPolicy.SAFE.allowingColumns(Set.of("users.id")),
        Select.of(literalColumn("*")).selectFrom(USERS_REF),
        "*",
        "all columns");
  }

  static List<Arguments> changes() {
    return List.of(
        arguments(Sql.delete(USERS_REF), "DELETE", "what changes rows"),
        arguments(Sql.insert(USERS_REF).values(Map.of("id", 1)), "INSERT", "what changes rows"),
        arguments(
            Select.of(
                Sql.update(USERS_REF).values(Map.of("id", 1)).returning(ID).cte("gone").c("id")),
            "UPDATE",
            "what changes rows"),
        arguments(Select.of(ID).withForUpdate(), "FOR UPDATE", "what locks rows"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changesAreForbiddenHoweverDeepTheyAre(ClauseElement element, String what, String kind) {
    forbidden(LoadPolicy.TRUSTED.readOnly(), element, what, kind);
    forbidden(LoadPolicy.SAFE, element, what, kind);
    assertThatCode(() -> LoadPolicy.TRUSTED.withoutRawSql().check(element))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyHarmlessFunctionsAreSafe() {
    LoadPolicy.SAFE.check(Select.of(func("lower", NAME), func("COUNT", ID)));

    ClauseElement reading = Select.of(func("pg_read_file", "/etc/passwd"));
    forbidden(LoadPolicy.SAFE, reading, "the function pg_read_file", "it");
    LoadPolicy.SAFE.allowingFunctions(Set.of("PG_READ_FILE")).check(reading);
  }

  static Stream<ClauseElement> ofSecrets() {
    TableRef secrets = table(SECRETS);
    return Stream.of(
        Select.of(secrets),
        Select.of(secrets.alias("s").c("id")),
        Select.of(ID).where(ID.in(Select.of(secrets.c("id")))),
        Select.of(ID).where(Select.of(secrets.c("id")).exists()),
        Select.of(Select.of(secrets.c("id")).cte("c").c("id")),
        Select.of(ID).join(secrets, secrets.c("id").eq(ID)),
        Select.of(table("secrets", column("id"))));
  }

  @ParameterizedTest
  @MethodSource("ofSecrets")
  void otherTablesAreForbiddenWhereverTheyStand(ClauseElement element) {
    forbidden(
        LoadPolicy.TRUSTED.allowingTables(Set.of("users")), element, "the table secrets", "it");
    LoadPolicy.TRUSTED.allowingTables(Set.of("users", "secrets")).check(element);
  }

  static Stream<ClauseElement> ofNames() {
    return Stream.of(
        Select.of(NAME),
        Select.of(ID).where(NAME.eq("x")),
        Select.of(USERS_REF),
        Select.of(USERS_REF.alias("u")),
        Select.of(USERS_REF.alias("u").c("name")),
        Select.of(Select.of(NAME).subquery("s").c("name")));
  }

  @ParameterizedTest
  @MethodSource("ofNames")
  void otherColumnsAreForbiddenUnderAnyName(ClauseElement element) {
    LoadPolicy policy = LoadPolicy.TRUSTED.allowingColumns(Set.of("users.id"));

    forbidden(policy, element, "the column users.name", "it");
    policy.check(Select.of(ID).where(ID.gt(1)));
    policy.check(Select.of(USERS_REF.alias("u").c("id")));
  }

  @Test
  void aDumpIsLoadedUnderThePolicyOfItsOptions() {
    byte[] dump = ExpressionSerializer.dumps(List.of(Select.of(ID), Sql.delete(USERS_REF)));
    LoadOptions options = LoadOptions.NONE.withMetadata(MetaData.of(USERS));

    assertThatCode(() -> ExpressionSerializer.loads(dump, options)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ExpressionSerializer.loads(dump, options.withPolicy(LoadPolicy.SAFE)))
        .isInstanceOf(ForbiddenStatementException.class);
  }

  private static void forbidden(
      LoadPolicy policy, ClauseElement element, String what, String kind) {
    assertThatThrownBy(() -> policy.check(element))
        .isInstanceOf(ForbiddenStatementException.class)
        .hasMessage("the dump holds %s, and the policy does not allow %s".formatted(what, kind));
  }
}
