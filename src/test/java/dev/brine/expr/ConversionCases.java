package dev.brine.expr;

import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;
import java.util.List;

/** Values chosen, converted, matched, and functions over windows. */
final class ConversionCases {

  private ConversionCases() {}

  static void addTo(TreeCases cases) {
    cases.add(
        "sa.case((u.age > 30, \"old\"), else_=\"young\")",
        () -> Sql.case_(u("age").gt(30), "old").else_("young"));
    cases.add(
        "sa.case((u.age > 30, 1), (u.active, 2))",
        () -> Sql.case_(u("age").gt(30), 1).when(u("active"), 2));
    cases.add(
        "sa.case((u.age > 30, None), else_=u.age)",
        () -> Sql.case_(u("age").gt(30), null).else_(u("age")));
    cases.add(
        "sa.case((1, \"one\"), (2, \"two\"), value=u.id, else_=u.name)",
        () -> Sql.caseOf(u("id"), 1, "one").when(2, "two").else_(u("name")));
    cases.add(
        "sa.case((and_(u.active, u.age > 1), 1.5)) + 1",
        () -> Sql.case_(Sql.and(u("active"), u("age").gt(1)), 1.5).plus(1));
    cases.add("sa.cast(u.age, String(5))", () -> Sql.cast(u("age"), Types.string(5)));
    cases.add("sa.cast(\"5\", Integer)", () -> Sql.cast("5", Types.INTEGER));
    cases.add("sa.cast(None, Integer)", () -> Sql.cast(null, Types.INTEGER));
    cases.add(
        "u.age.cast(Numeric(5, 2)) / 4", () -> u("age").cast(Types.numeric(5, 2)).dividedBy(4));
    cases.add(
        "sa.try_cast(u.name, Integer) == 5", () -> Sql.tryCast(u("name"), Types.INTEGER).eq(5));
    cases.add(
        "sa.type_coerce(u.age + 1, Float) * 2",
        () -> Sql.typeCoerce(u("age").plus(1), Types.FLOAT).times(2));
    cases.add(
        "sa.type_coerce(\"x\", String) + \"y\"", () -> Sql.typeCoerce("x", Types.STRING).plus("y"));
    cases.add(
        "sa.extract(\"year\", u.seen) == 2024", () -> Sql.extract("year", u("seen")).eq(2024));
    cases.add(
        "sa.tuple_(u.id, u.name) == (1, \"x\")",
        () -> Sql.tuple(u("id"), u("name")).eq(List.of(1, "x")));
    cases.add(
        "sa.tuple_(u.id, u.name).in_([(1, \"x\"), (2, \"y\")])",
        () -> Sql.tuple(u("id"), u("name")).in(List.of(List.of(1, "x"), List.of(2, "y"))));
    cases.add(
        "sa.tuple_(u.id, u.name).not_in([])", () -> Sql.tuple(u("id"), u("name")).notIn(List.of()));
    cases.add(
        "sa.tuple_(u.id, 5) > sa.tuple_(1, u.age)",
        () -> Sql.tuple(u("id"), 5).gt(Sql.tuple(1, u("age"))));
    cases.add("u.name.collate(\"NOCASE\") == \"x\"", () -> u("name").collate("NOCASE").eq("x"));
    cases.add("u.name.collate(\"C\").desc()", () -> u("name").collate("C").desc());
    cases.add("(u.name + \"x\").collate(\"C\")", () -> u("name").plus("x").collate("C"));
    cases.add("u.name.regexp_match(\"^e\")", () -> u("name").regexpMatch("^e"));
    cases.add("~u.name.regexp_match(\"^e\", \"i\")", () -> u("name").regexpMatch("^e", "i").not());
    cases.add(
        "u.name.regexp_replace(\"a\", u.note, \"g\")",
        () -> u("name").regexpReplace("a", u("note"), "g"));
    cases.add(
        "u.name.regexp_replace(\"a\", \"b\") == \"c\"",
        () -> u("name").regexpReplace("a", "b").eq("c"));
    cases.add("u.name.match(\"x\")", () -> u("name").match("x"));
    cases.add(
        "~u.name.match(\"x\", postgresql_regconfig=\"english\")",
        () -> u("name").match("x", "postgresql_regconfig", "english").not());
    cases.add(
        "mysql.match(u.name, u.note, against=\"x\").in_boolean_mode()",
        () -> MysqlMatch.of("x", u("name"), u("note")).inBooleanMode());
    cases.add(
        "~mysql.match(u.name, against=\"x\").in_natural_language_mode().with_query_expansion()",
        () -> MysqlMatch.of("x", u("name")).inNaturalLanguageMode().withQueryExpansion().not());
    cases.add(
        "func.rank().over(order_by=u.age.desc())",
        () -> Functions.func("rank").over().orderBy(u("age").desc()));
    cases.add(
        "func.sum(u.age).over(partition_by=[u.name, u.active], order_by=\"x\", rows=(None, 0))",
        () ->
            Functions.sum(u("age"))
                .over()
                .partitionBy(u("name"), u("active"))
                .orderBy("x")
                .rows(null, 0));
    cases.add(
        "func.sum(u.age).over(order_by=u.id, range_=(-5, 5))",
        () -> Functions.sum(u("age")).over().orderBy(u("id")).range(-5, 5));
    cases.add(
        "func.sum(u.age).over(order_by=u.id, groups=(1, None)) + 1",
        () -> Functions.sum(u("age")).over().orderBy(u("id")).groups(1, null).plus(1));
    cases.add("func.count().filter(u.active)", () -> Functions.count().filter(u("active")));
    cases.add(
        "func.count(u.id).filter(u.active, u.age > 1).filter(u.id == 2) * 2",
        () ->
            Functions.count(u("id"))
                .filter(u("active"), u("age").gt(1))
                .filter(u("id").eq(2))
                .times(2));
    cases.add(
        "func.percentile_cont(0.5).within_group(u.age.desc())",
        () -> Functions.func("percentile_cont", 0.5).withinGroup(u("age").desc()));
    cases.add(
        "func.mode().within_group(u.name).filter(u.active).over(partition_by=u.age)",
        () ->
            Functions.func("mode")
                .withinGroup(u("name"))
                .filter(u("active"))
                .over()
                .partitionBy(u("age")));
  }
}
