package dev.brine.expr;

import static dev.brine.expr.TreeTables.ADDRESSES;
import static dev.brine.expr.TreeTables.ANONYMOUS;
import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.V;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;

/** SELECT without joins. */
final class SelectCases {

  private SelectCases() {}

  static void addTo(TreeCases cases) {
    cases.add("select(u.id)", () -> Select.of(u("id")));
    cases.add("select(users)", () -> Select.of(USERS));
    cases.add(
        "select(u.id, u.name.label(\"n\"), func.count())",
        () -> Select.of(u("id"), u("name").label("n"), Functions.count()));
    cases.add(
        "select(u.id).where(u.name == \"ed\")", () -> Select.of(u("id")).where(u("name").eq("ed")));
    cases.add(
        "select(u.id).where(u.name == \"ed\", u.age > 5)",
        () -> Select.of(u("id")).where(u("name").eq("ed"), u("age").gt(5)));
    cases.add(
        "select(u.id).where(u.name == \"ed\").where(u.age > 5)",
        () -> Select.of(u("id")).where(u("name").eq("ed")).where(u("age").gt(5)));
    cases.add("select(u.id).where(u.active)", () -> Select.of(u("id")).where(u("active")));
    cases.add(
        "select(u.id).where(or_(u.age == 1, u.id == 2)).where(u.active)",
        () -> Select.of(u("id")).where(Sql.or(u("age").eq(1), u("id").eq(2))).where(u("active")));
    cases.add("select(u.id).where(true())", () -> Select.of(u("id")).where(Sql.true_()));
    cases.add("select(u.id).where(false())", () -> Select.of(u("id")).where(Sql.false_()));
    cases.add("select(literal(1))", () -> Select.of(Sql.literal(1)));
    cases.add("select(literal_column(\"1\"))", () -> Select.of(Sql.literalColumn("1")));
    cases.add(
        "select(literal_column(\"1\", Integer))",
        () -> Select.of(Sql.literalColumn("1", Types.INTEGER)));
    cases.add(
        "select(null(), true(), false())", () -> Select.of(Sql.null_(), Sql.true_(), Sql.false_()));
    cases.add("select(u.id).order_by(u.name)", () -> Select.of(u("id")).orderBy(u("name")));
    cases.add(
        "select(u.id).order_by(u.name.desc(), u.id)",
        () -> Select.of(u("id")).orderBy(u("name").desc(), u("id")));
    cases.add(
        "select(u.id.label(\"l\")).order_by(\"l\")",
        () -> Select.of(u("id").label("l")).orderBy("l"));
    cases.add(
        "select(u.id.label(\"l\")).order_by(desc(\"l\"))",
        () -> Select.of(u("id").label("l")).orderBy(Sql.desc("l")));
    cases.add(
        "select(u.id.label(\"l\")).order_by(asc(\"l\").nulls_first())",
        () -> Select.of(u("id").label("l")).orderBy(Sql.asc("l").nullsFirst()));
    cases.add(
        "select(u.id).order_by(u.id.label(\"l\"))",
        () -> Select.of(u("id")).orderBy(u("id").label("l")));
    cases.add(
        "select(u.id).order_by(u.id.label(\"l\").desc())",
        () -> Select.of(u("id")).orderBy(u("id").label("l").desc()));
    cases.add(
        "select(u.id).order_by(u.id.label(\"l\").desc().nulls_last())",
        () -> Select.of(u("id")).orderBy(u("id").label("l").desc().nullsLast()));
    cases.add(
        "select(u.id).order_by(u.id).order_by(None)",
        () -> Select.of(u("id")).orderBy(u("id")).withoutOrderBy());
    cases.add(
        "select(u.id).order_by(u.id).order_by(u.name)",
        () -> Select.of(u("id")).orderBy(u("id")).orderBy(u("name")));
    cases.add(
        "select(u.age, func.count()).group_by(u.age)",
        () -> Select.of(u("age"), Functions.count()).groupBy(u("age")));
    cases.add(
        "select(u.age.label(\"l\"), func.count()).group_by(\"l\")",
        () -> Select.of(u("age").label("l"), Functions.count()).groupBy("l"));
    cases.add(
        "select(u.age.label(\"l\"), func.count()).group_by(u.age.label(\"l\"))",
        () -> Select.of(u("age").label("l"), Functions.count()).groupBy(u("age").label("l")));
    cases.add(
        "select(u.age).group_by(u.age).having(func.count() > 1)",
        () -> Select.of(u("age")).groupBy(u("age")).having(Functions.count().gt(1)));
    cases.add(
        "select(u.age).group_by(u.age).having(func.count() > 1).having(u.active)",
        () ->
            Select.of(u("age"))
                .groupBy(u("age"))
                .having(Functions.count().gt(1))
                .having(u("active")));
    cases.add("select(u.id).limit(5)", () -> Select.of(u("id")).limit(5));
    cases.add("select(u.id).limit(5).offset(10)", () -> Select.of(u("id")).limit(5).offset(10));
    cases.add("select(u.id).offset(10)", () -> Select.of(u("id")).offset(10));
    cases.add("select(u.id).limit(2**40)", () -> Select.of(u("id")).limit(1L << 40));
    cases.add(
        "select(u.id).limit(bindparam(\"n\", type_=Integer()))",
        () -> Select.of(u("id")).limit(Sql.bindparam("n", Types.INTEGER)));
    cases.add(
        "select(u.id).limit(literal(3) + 2).offset(literal(1))",
        () -> Select.of(u("id")).limit(Sql.literal(3).plus(2)).offset(Sql.literal(1)));
    cases.add("select(u.name).distinct()", () -> Select.of(u("name")).distinct());
    cases.add(
        "select(func.count(u.name.distinct()))",
        () -> Select.of(Functions.count(u("name").distinct())));
    cases.add(
        "select(func.count()).select_from(users)",
        () -> Select.of(Functions.count()).selectFrom(USERS));
    cases.add(
        "select(func.count()).select_from(users, addresses)",
        () -> Select.of(Functions.count()).selectFrom(USERS, ADDRESSES));
    cases.add("select(u.id).add_columns(u.name)", () -> Select.of(u("id")).addColumns(u("name")));
    cases.add(
        "select(u.id).with_only_columns(u.name)",
        () -> Select.of(u("id")).withOnlyColumns(u("name")));
    cases.add("select(u.id, a.id)", () -> Select.of(u("id"), a("id")));
    cases.add("select(u.id, u.id)", () -> Select.of(u("id"), u("id")));
    cases.add(
        "select(users).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL)",
        () -> Select.of(USERS).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL));
    cases.add(
        "select(u.id, a.id).set_label_style(sa.LABEL_STYLE_NONE)",
        () -> Select.of(u("id"), a("id")).setLabelStyle(LabelStyle.NONE));
    cases.add(
        "select(u.name + \"x\", u.age + 1, -u.age)",
        () -> Select.of(u("name").plus("x"), u("age").plus(1), u("age").neg()));
    cases.add(
        "select(u.active, ~u.active, u.age == 1)",
        () -> Select.of(u("active"), u("active").not(), u("age").eq(1)));
    cases.add(
        "select(u.full).where(u.full == \"x\")",
        () -> Select.of(u("full")).where(u("full").eq("x")));
    cases.add(
        "select(u.name.contains(\"a\").label(\"has\"), u.id)",
        () -> Select.of(u("name").contains("a").label("has"), u("id")));
    cases.add(
        "select(v.c.id).where(v.c.name == u.name)",
        () -> Select.of(V.c("id")).where(V.c("name").eq(u("name"))));
    cases.add("select(anonymous.c.id)", () -> Select.of(ANONYMOUS.c("id")));
    cases.add("select(users, v)", () -> Select.of(USERS, V));
    cases.add(
        "select(u.id).where(u.age.in_([1, 2]), u.name.in_([\"a\"]))",
        () -> Select.of(u("id")).where(u("age").in(1, 2), u("name").in("a")));
  }
}
