package dev.brine.expr;

import static dev.brine.expr.TreeTables.ADDRESSES;
import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.V;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.u;

import java.util.function.Function;

/** SELECTs within others. */
final class SubqueryCases {

  private SubqueryCases() {}

  static void addTo(TreeCases cases) {
    cases.add(
        "select(u.id, u.name).where(u.age > 20).subquery(\"s\")",
        () -> Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"));
    cases.add(
        "select(u.id, u.name).where(u.age > 20).subquery()",
        () -> Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery());
    cases.add(
        "(lambda s: select(s.c.id))(select(u.id, u.name).where(u.age > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> Select.of(s.c("id"))));
    cases.add(
        "(lambda s: select(s))(select(u.id, u.name).where(u.age > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> Select.of(s)));
    cases.add(
        "(lambda s: select(s.c.id).where(s.c.name == \"ed\"))(select(u.id, u.name).where(u.age >"
            + " 20).subquery())",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery(),
                s -> Select.of(s.c("id")).where(s.c("name").eq("ed"))));
    cases.add(
        "(lambda s: select(s.c.id + 1).order_by(s.c.name.desc()))(select(u.id, u.name).where(u.age"
            + " > 20).subquery())",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery(),
                s -> Select.of(s.c("id").plus(1)).orderBy(s.c("name").desc())));
    cases.add(
        "(lambda s: select(a.email).join(s, s.c.id == a.user_id))(select(u.id, u.name).where(u.age"
            + " > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> Select.of(a("email")).join(s, s.c("id").eq(a("user_id")))));
    cases.add(
        "(lambda s: s.join(addresses))(select(u.id, u.name).where(u.age > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> s.join(ADDRESSES)));
    cases.add(
        "(lambda s: addresses.join(s))(select(u.id, u.name).where(u.age > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> ADDRESSES.join(s)));
    cases.add(
        "(lambda s: s.alias(\"t\"))(select(u.id, u.name).where(u.age > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> s.alias("t")));
    cases.add(
        "(lambda s: select(s.alias().c.id))(select(u.id, u.name).where(u.age >"
            + " 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> Select.of(s.alias().c("id"))));
    cases.add(
        "(lambda s: select(u.id).where(u.id.in_(select(s.c.id))))(select(u.id, u.name).where(u.age"
            + " > 20).subquery(\"s\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).subquery("s"),
                s -> Select.of(u("id")).where(u("id").in(Select.of(s.c("id"))))));
    cases.add(
        "(lambda s: select(s.c.n).where(s.c.n >"
            + " 1))(select(func.count(u.id).label(\"n\")).subquery())",
        () ->
            with(
                Select.of(Functions.count(u("id")).label("n")).subquery(),
                s -> Select.of(s.c("n")).where(s.c("n").gt(1))));
    cases.add(
        "(lambda s: select(s.c.id, s.c.id_1))(select(u.id, a.id).subquery())",
        () -> with(Select.of(u("id"), a("id")).subquery(), s -> Select.of(s.c("id"), s.c("id_1"))));
    cases.add(
        "(lambda s: select(s.c.id).where(s.c.id_1 == 5))(select(u.id, a.id).subquery())",
        () ->
            with(
                Select.of(u("id"), a("id")).subquery(),
                s -> Select.of(s.c("id")).where(s.c("id_1").eq(5))));
    cases.add(
        "(lambda s: select(s.c[0]).where(s.c[0] > 5))(select(u.age + 1).subquery())",
        () ->
            with(
                Select.of(u("age").plus(1)).subquery(),
                s -> Select.of(s.columns().get(0)).where(s.columns().get(0).gt(5))));
    cases.add(
        "(lambda s: select(s.c.count))(select(func.count(u.id)).subquery())",
        () -> with(Select.of(Functions.count(u("id"))).subquery(), s -> Select.of(s.c("count"))));
    cases.add(
        "(lambda s: select(s.c.users_id))(select(u.id,"
            + " a.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery())",
        () ->
            with(
                Select.of(u("id"), a("id")).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL).subquery(),
                s -> Select.of(s.c("users_id"))));
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery()",
        () -> Select.of(Functions.count(a("id"))).where(a("user_id").eq(u("id"))).scalarSubquery());
    cases.add(
        "select(u.id, select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery())",
        () ->
            Select.of(
                u("id"),
                Select.of(Functions.count(a("id")))
                    .where(a("user_id").eq(u("id")))
                    .scalarSubquery()));
    cases.add(
        "select(u.id, select(func.count(a.id)).where(a.user_id == u.id).label(\"n\"))",
        () ->
            Select.of(
                u("id"),
                Select.of(Functions.count(a("id"))).where(a("user_id").eq(u("id"))).label("n")));
    cases.add(
        "select(u.id).where(select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery() >"
            + " 1)",
        () ->
            Select.of(u("id"))
                .where(
                    Select.of(Functions.count(a("id")))
                        .where(a("user_id").eq(u("id")))
                        .scalarSubquery()
                        .gt(1)));
    cases.add(
        "u.age == select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery()",
        () ->
            u("age")
                .eq(
                    Select.of(Functions.count(a("id")))
                        .where(a("user_id").eq(u("id")))
                        .scalarSubquery()));
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery() + 1",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .plus(1));
    cases.add(
        "-select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery()",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .neg());
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery() * (u.id + 1)",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .times(u("id").plus(1)));
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery().is_(None)",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .isNull());
    cases.add(
        "~select(u.active).scalar_subquery()", () -> Select.of(u("active")).scalarSubquery().not());
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery().where(a.email =="
            + " \"x\")",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .where(a("email").eq("x")));
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).correlate(users).scalar_subquery()",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .correlate(USERS)
                .scalarSubquery());
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).correlate(None)",
        () -> Select.of(Functions.count(a("id"))).where(a("user_id").eq(u("id"))).correlate());
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).correlate(users).correlate(v)",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .correlate(USERS)
                .correlate(V));
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).correlate_except(addresses)",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .correlateExcept(ADDRESSES));
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).correlate_except(None)",
        () ->
            Select.of(Functions.count(a("id"))).where(a("user_id").eq(u("id"))).correlateExcept());
    cases.add(
        "select(func.count(a.id)).where(a.user_id == u.id).scalar_subquery().correlate(users)",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .correlate(USERS));
    cases.add(
        "select(func.count(a.id)).where(a.user_id =="
            + " u.id).scalar_subquery().correlate_except(addresses)",
        () ->
            Select.of(Functions.count(a("id")))
                .where(a("user_id").eq(u("id")))
                .scalarSubquery()
                .correlateExcept(ADDRESSES));
    cases.add("u.id.in_(select(a.user_id))", () -> u("id").in(Select.of(a("user_id"))));
    cases.add("u.id.not_in(select(a.user_id))", () -> u("id").notIn(Select.of(a("user_id"))));
    cases.add("~u.id.in_(select(a.user_id))", () -> u("id").in(Select.of(a("user_id"))).not());
    cases.add(
        "u.id.in_(union(select(a.user_id), select(u.id)))",
        () -> u("id").in(Sql.union(Select.of(a("user_id")), Select.of(u("id")))));
    cases.add("exists()", () -> Sql.exists());
    cases.add(
        "exists().where(a.user_id == u.id)", () -> Sql.exists().where(a("user_id").eq(u("id"))));
    cases.add(
        "exists(a.id).where(a.user_id == u.id)",
        () -> Sql.exists(a("id")).where(a("user_id").eq(u("id"))));
    cases.add(
        "exists(select(a.id).where(a.user_id == u.id))",
        () -> Sql.exists(Select.of(a("id")).where(a("user_id").eq(u("id")))));
    cases.add(
        "select(a.id).where(a.user_id == u.id).exists()",
        () -> Select.of(a("id")).where(a("user_id").eq(u("id"))).exists());
    cases.add(
        "~exists().where(a.user_id == u.id)",
        () -> Sql.exists().where(a("user_id").eq(u("id"))).not());
    cases.add(
        "not_(exists().where(a.user_id == u.id))",
        () -> Sql.not(Sql.exists().where(a("user_id").eq(u("id")))));
    cases.add(
        "and_(exists().where(a.user_id == u.id), u.active)",
        () -> Sql.and(Sql.exists().where(a("user_id").eq(u("id"))), u("active")));
    cases.add(
        "or_(~exists().where(a.user_id == u.id), u.age > 1)",
        () -> Sql.or(Sql.exists().where(a("user_id").eq(u("id"))).not(), u("age").gt(1)));
    cases.add(
        "select(exists().where(a.user_id == u.id).label(\"x\"))",
        () -> Select.of(Sql.exists().where(a("user_id").eq(u("id"))).label("x")));
    cases.add("exists(a.id).select()", () -> Sql.exists(a("id")).select());
    cases.add(
        "exists(literal(1)).select_from(addresses)",
        () -> Sql.exists(Sql.literal(1)).selectFrom(ADDRESSES));
    cases.add(
        "exists().where(a.user_id == u.id).correlate(users)",
        () -> Sql.exists().where(a("user_id").eq(u("id"))).correlate(USERS));
    cases.add(
        "exists().where(a.user_id == u.id).correlate_except(addresses)",
        () -> Sql.exists().where(a("user_id").eq(u("id"))).correlateExcept(ADDRESSES));
    cases.add(
        "select(u.id).where(exists().where(a.user_id == u.id))",
        () -> Select.of(u("id")).where(Sql.exists().where(a("user_id").eq(u("id")))));
  }

  /** What Python's lambda is for: a part that occurs twice. */
  private static <T> ClauseElement with(T part, Function<T, ClauseElement> build) {
    return build.apply(part);
  }
}
