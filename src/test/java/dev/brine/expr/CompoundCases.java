package dev.brine.expr;

import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.p;
import static dev.brine.expr.TreeTables.u;

import java.util.function.Function;

/** UNION, EXCEPT and INTERSECT. */
final class CompoundCases {

  private CompoundCases() {}

  static void addTo(TreeCases cases) {
    cases.add(
        "union(select(u.id), select(a.user_id))",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))));
    cases.add(
        "select(u.id).union(select(a.user_id), select(p.id))",
        () -> Select.of(u("id")).union(Select.of(a("user_id")), Select.of(p("id"))));
    cases.add(
        "union_all(select(u.id), select(a.user_id))",
        () -> Sql.unionAll(Select.of(u("id")), Select.of(a("user_id"))));
    cases.add(
        "select(u.id).union_all(select(a.user_id), select(p.id))",
        () -> Select.of(u("id")).unionAll(Select.of(a("user_id")), Select.of(p("id"))));
    cases.add(
        "except_(select(u.id), select(a.user_id))",
        () -> Sql.except(Select.of(u("id")), Select.of(a("user_id"))));
    cases.add(
        "select(u.id).except_(select(a.user_id), select(p.id))",
        () -> Select.of(u("id")).except(Select.of(a("user_id")), Select.of(p("id"))));
    cases.add(
        "except_all(select(u.id), select(a.user_id))",
        () -> Sql.exceptAll(Select.of(u("id")), Select.of(a("user_id"))));
    cases.add(
        "select(u.id).except_all(select(a.user_id), select(p.id))",
        () -> Select.of(u("id")).exceptAll(Select.of(a("user_id")), Select.of(p("id"))));
    cases.add(
        "intersect(select(u.id), select(a.user_id))",
        () -> Sql.intersect(Select.of(u("id")), Select.of(a("user_id"))));
    cases.add(
        "select(u.id).intersect(select(a.user_id), select(p.id))",
        () -> Select.of(u("id")).intersect(Select.of(a("user_id")), Select.of(p("id"))));
    cases.add(
        "intersect_all(select(u.id), select(a.user_id))",
        () -> Sql.intersectAll(Select.of(u("id")), Select.of(a("user_id"))));
    cases.add(
        "select(u.id).intersect_all(select(a.user_id), select(p.id))",
        () -> Select.of(u("id")).intersectAll(Select.of(a("user_id")), Select.of(p("id"))));
    cases.add("union(select(u.id))", () -> Sql.union(Select.of(u("id"))));
    cases.add(
        "union(select(u.id).order_by(u.name), select(a.user_id))",
        () -> Sql.union(Select.of(u("id")).orderBy(u("name")), Select.of(a("user_id"))));
    cases.add(
        "union(select(u.id).limit(1), select(a.user_id).offset(2))",
        () -> Sql.union(Select.of(u("id")).limit(1), Select.of(a("user_id")).offset(2)));
    cases.add(
        "union(select(u.id).fetch(1), select(a.user_id))",
        () -> Sql.union(Select.of(u("id")).fetch(1), Select.of(a("user_id"))));
    cases.add(
        "union(select(u.id).where(u.age > 1), select(a.user_id).distinct())",
        () ->
            Sql.union(
                Select.of(u("id")).where(u("age").gt(1)), Select.of(a("user_id")).distinct()));
    cases.add(
        "union(union_all(select(u.id), select(a.user_id)), select(p.id))",
        () ->
            Sql.union(
                Sql.unionAll(Select.of(u("id")), Select.of(a("user_id"))), Select.of(p("id"))));
    cases.add(
        "union(select(u.id), intersect(select(a.user_id), select(p.id)))",
        () ->
            Sql.union(
                Select.of(u("id")), Sql.intersect(Select.of(a("user_id")), Select.of(p("id")))));
    cases.add(
        "union(select(u.id), select(a.user_id)).order_by(\"id\")",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).orderBy("id"));
    cases.add(
        "union(select(u.id), select(a.user_id)).order_by(desc(\"id\")).limit(2).offset(1)",
        () ->
            Sql.union(Select.of(u("id")), Select.of(a("user_id")))
                .orderBy(Sql.desc("id"))
                .limit(2)
                .offset(1));
    cases.add(
        "union(select(u.id), select(a.user_id)).group_by(\"id\")",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).groupBy("id"));
    cases.add(
        "union(select(u.id), select(a.user_id)).fetch(3)",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).fetch(3));
    cases.add(
        "union(select(u.id), select(a.user_id)).with_for_update()",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).withForUpdate());
    cases.add(
        "union(select(u.id), select(a.user_id)).subquery(\"s\")",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).subquery("s"));
    cases.add(
        "(lambda s: select(s.c.id))(union(select(u.id), select(a.user_id)).subquery())",
        () ->
            with(
                Sql.union(Select.of(u("id")), Select.of(a("user_id"))).subquery(),
                s -> Select.of(s.c("id"))));
    cases.add(
        "(lambda s: select(users).join(s))(union(select(a.user_id), select(a.user_id)).subquery())",
        () ->
            with(
                Sql.union(Select.of(a("user_id")), Select.of(a("user_id"))).subquery(),
                s -> Select.of(USERS).join(s)));
    cases.add(
        "union(select(u.id), select(a.user_id)).scalar_subquery()",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).scalarSubquery());
    cases.add(
        "union(select(u.id), select(a.user_id)).exists()",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).exists());
    cases.add(
        "union(select(u.id), select(a.user_id)).label(\"x\")",
        () -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).label("x"));
    cases.add(
        "union(select(u.id), select(a.user_id)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)",
        () ->
            Sql.union(Select.of(u("id")), Select.of(a("user_id")))
                .setLabelStyle(LabelStyle.TABLENAME_PLUS_COL));
    cases.add(
        "(lambda x: union(select(x), select(a.user_id)).order_by(x.desc()))(u.id.label(\"x\"))",
        () ->
            with(
                u("id").label("x"),
                x -> Sql.union(Select.of(x), Select.of(a("user_id"))).orderBy(x.desc())));
  }

  /** What Python's lambda is for: a part that occurs twice. */
  private static <T> ClauseElement with(T part, Function<T, ClauseElement> build) {
    return build.apply(part);
  }
}
