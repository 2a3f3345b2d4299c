package dev.brine.expr;

import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Text, tables of which only the name is known, and what else stands behind FROM. */
final class FromCases {

  private FromCases() {}

  static void addTo(TreeCases cases) {
    addTexts(cases);
  }

  private static void addTexts(TreeCases cases) {
    cases.add("text(\"SELECT 1\")", () -> Sql.text("SELECT 1"));
    cases.add("text(\"SELECT :a, :b, ':c'\")", () -> Sql.text("SELECT :a, :b, ':c'"));
    cases.add(
        "text(\"x = :a AND y\\\\:z > :b::int\").bindparams(a=5)",
        () -> Sql.text("x = :a AND y\\:z > :b::int").bindparam("a", 5));
    cases.add(
        "text(\"d > :d\").bindparams(bindparam(\"d\", dt.date(2020, 1, 2), Date))",
        () ->
            Sql.text("d > :d")
                .bindparams(Sql.bindparam("d", LocalDate.of(2020, 1, 2), Types.DATE)));
    cases.add(
        "text(\"a = :a\").bindparams(bindparam(\"a\", 5, unique=True))",
        () -> Sql.text("a = :a").bindparams(BindParameter.unique("a", 5L, Types.INTEGER)));
    cases.add(
        "text(\"SELECT id, name FROM users\").columns(u.id, u.name)",
        () -> Sql.text("SELECT id, name FROM users").columns(u("id"), u("name")));
    cases.add(
        "text(\"SELECT id FROM users\").columns(id=Integer)",
        () -> Sql.text("SELECT id FROM users").columns(Map.of("id", Types.INTEGER)));
    cases.add(
        "text(\"SELECT id, name FROM users\").columns(u.id, u.name, id=String)",
        () ->
            Sql.text("SELECT id, name FROM users")
                .columns(List.of(u("id"), u("name")), Map.of("id", Types.STRING)));
    cases.add(
        "text(\"SELECT id, n FROM users\").columns(u.id, n=Integer)",
        () ->
            Sql.text("SELECT id, n FROM users")
                .columns(List.of(u("id")), Map.of("n", Types.INTEGER)));
    cases.add(
        "select(text(\"a, b\")).select_from(text(\"t\")).where(text(\"a > 1\")).order_by(text(\"a"
            + " DESC\"))",
        () ->
            Select.of(Sql.text("a, b"))
                .selectFrom(Sql.text("t"))
                .where(Sql.text("a > 1"))
                .orderBy(Sql.text("a DESC")));
    cases.add("and_(text(\"a = 1\"), u.id == 2)", () -> Sql.and(Sql.text("a = 1"), u("id").eq(2)));
    cases.add(
        "or_(text(\"a\"), text(\"b\"), u.active)",
        () -> Sql.or(Sql.text("a"), Sql.text("b"), u("active")));
    cases.add("u.age == text(\"5\")", () -> u("age").eq(Sql.text("5")));
    cases.add("table(\"t\")", () -> Sql.table("t"));
    cases.add(
        "table(\"t\", column(\"a\"), column(\"b\", Integer))",
        () -> Sql.table("t", Sql.column("a"), Sql.column("b", Types.INTEGER)));
    cases.add(
        "table(\"t\", column(\"a\"), schema=\"s\")",
        () -> Sql.table("t", Sql.column("a")).withSchema("s"));
    cases.add(
        "table(\"t\", column(\"a\")).c.a == 5", () -> Sql.table("t", Sql.column("a")).c("a").eq(5));
    cases.add(
        "table(\"t\", column(\"a\")).alias(\"x\")",
        () -> Sql.table("t", Sql.column("a")).alias("x"));
    cases.add("table(\"t\", column(\"a\")).alias()", () -> Sql.table("t", Sql.column("a")).alias());
    cases.add("users.lateral(\"l\")", () -> USERS.lateral("l"));
    cases.add("users.alias(\"x\").lateral()", () -> USERS.alias("x").lateral());
    cases.add(
        "users.tablesample(func.bernoulli(10), name=\"s\")",
        () -> USERS.tablesample(Functions.func("bernoulli", 10), "s"));
    cases.add(
        "users.tablesample(func.bernoulli(10), seed=literal(7))",
        () -> USERS.tablesample(Functions.func("bernoulli", 10)).seed(Sql.literal(7)));
    cases.add("users.tablesample(2.5)", () -> USERS.tablesample(2.5));
    cases.add(
        "func.row_to_json(users.table_valued())",
        () -> Functions.func("row_to_json", USERS.tableValued()));
    cases.add(
        "func.f(users.alias(\"x\").table_valued())",
        () -> Functions.func("f", USERS.alias("x").tableValued()));
    cases.add(
        "func.json_each(\"[1]\").table_valued(\"value\", \"key\")",
        () -> Functions.func("json_each", "[1]").tableValued("value", "key"));
    cases.add(
        "func.json_each(\"[1]\").table_valued(column(\"value\", Integer), name=\"j\")",
        () ->
            Functions.func("json_each", "[1]")
                .tableValued(Sql.column("value", Types.INTEGER))
                .named("j"));
    cases.add(
        "func.f(1).table_valued(\"v\", with_ordinality=\"o\")",
        () -> Functions.func("f", 1).tableValued("v").withOrdinality("o"));
    cases.add(
        "func.f(1).table_valued(\"v\", joins_implicitly=True)",
        () -> Functions.func("f", 1).tableValued("v").joiningImplicitly());
    cases.add(
        "func.f(1).table_valued(\"v\").render_derived()",
        () -> Functions.func("f", 1).tableValued("v").renderDerived());
    cases.add(
        "func.f(1).table_valued(\"v\").render_derived(name=\"d\", with_types=True)",
        () -> Functions.func("f", 1).tableValued("v").renderDerivedWithTypes("d"));
    cases.add(
        "func.f(1).table_valued(\"v\").lateral(\"l\")",
        () -> Functions.func("f", 1).tableValued("v").lateral("l"));
    cases.add(
        "func.f(1).table_valued(\"v\").c.v > 5",
        () -> Functions.func("f", 1).tableValued("v").c("v").gt(5));
    cases.add("func.f(1).alias(\"x\")", () -> Functions.func("f", 1).alias("x"));
    cases.add("func.f(1).column_valued(\"x\")", () -> Functions.func("f", 1).columnValued("x"));
    cases.add("func.f(1).column_valued()", () -> Functions.func("f", 1).columnValued());
    cases.add(
        "func.f(1, type_=Integer).column_valued(\"x\") + 1",
        () -> Functions.func("f", Types.INTEGER, 1).columnValued("x").plus(1));
    cases.add(
        "func.f(1).scalar_table_valued(\"k\", Integer) == 5",
        () -> Functions.func("f", 1).scalarTableValued("k", Types.INTEGER).eq(5));
    cases.add(
        "func.f(u.id, 1).as_comparison(1, 2)",
        () -> Functions.func("f", u("id"), 1).asComparison(1, 2));
    cases.add(
        "not_(func.f(u.id, 1).as_comparison(1, 2))",
        () -> Sql.not(Functions.func("f", u("id"), 1).asComparison(1, 2)));
    cases.add(
        "func.f(u.id, 1).as_comparison(1, 2) == 2",
        () -> Functions.func("f", u("id"), 1).asComparison(1, 2).eq(2));
    cases.add(
        "values(column(\"a\", Integer), column(\"b\"), name=\"v\").data([(1, \"x\"), (2, None)])",
        () ->
            Sql.values(Sql.column("a", Types.INTEGER), Sql.column("b"))
                .named("v")
                .data(List.of(List.of(1, "x"), Arrays.asList(2, null))));
    cases.add(
        "values(column(\"a\")).data([(u.id,)]).data([(2,)])",
        () ->
            Sql.values(Sql.column("a")).data(List.of(List.of(u("id")))).data(List.of(List.of(2))));
    cases.add(
        "values(column(\"a\"), literal_binds=True).data([(1,)]).alias(\"w\")",
        () -> Sql.values(Sql.column("a")).withLiteralBinds().data(List.of(List.of(1))).alias("w"));
    cases.add(
        "values(column(\"a\"), name=\"v\").data([(1,)]).lateral()",
        () -> Sql.values(Sql.column("a")).named("v").data(List.of(List.of(1))).lateral());
    cases.add(
        "values(column(\"a\", Integer)).data([(1,)]).scalar_values()",
        () -> Sql.values(Sql.column("a", Types.INTEGER)).data(List.of(List.of(1))).scalarValues());
    cases.add(
        "u.id == values(column(\"a\", Integer)).data([(1,)]).scalar_values()",
        () ->
            u("id")
                .eq(
                    Sql.values(Sql.column("a", Types.INTEGER))
                        .data(List.of(List.of(1)))
                        .scalarValues()));
  }
}
