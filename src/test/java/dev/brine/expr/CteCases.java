package dev.brine.expr;

import static dev.brine.expr.TreeTables.ADDRESSES;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.u;

import java.util.function.Function;

/** WITH clauses. */
final class CteCases {

  private CteCases() {}

  static void addTo(TreeCases cases) {
    cases.add(
        "(lambda c: c)(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () -> with(Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"), c -> c));
    cases.add(
        "(lambda c: c)(select(u.id, u.name).where(u.age > 20).cte())",
        () -> with(Select.of(u("id"), u("name")).where(u("age").gt(20)).cte(), c -> c));
    cases.add(
        "(lambda c: select(c.c.id))(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(c.c("id"))));
    cases.add(
        "(lambda c: select(c))(select(u.id, u.name).where(u.age > 20).cte())",
        () -> with(Select.of(u("id"), u("name")).where(u("age").gt(20)).cte(), c -> Select.of(c)));
    cases.add(
        "(lambda c: select(c.c.id))(select(u.id, u.name).where(u.age > 20).cte(\"c\","
            + " recursive=True))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).recursiveCte("c"),
                c -> Select.of(c.c("id"))));
    cases.add(
        "(lambda c: select(c.c.id))(select(u.id, u.name).where(u.age > 20).cte(\"c\","
            + " nesting=True))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c").nesting(),
                c -> Select.of(c.c("id"))));
    cases.add(
        "(lambda c: select(c.alias(\"d\").c.id))(select(u.id, u.name).where(u.age >"
            + " 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(c.alias("d").c("id"))));
    cases.add(
        "(lambda c: select(c.alias().c.id))(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(c.alias().c("id"))));
    cases.add(
        "(lambda c: select(c.alias(\"d\").alias(\"e\").c.id))(select(u.id, u.name).where(u.age >"
            + " 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(c.alias("d").alias("e").c("id"))));
    cases.add(
        "(lambda c: select(c.c.id, c.alias(\"d\").c.name))(select(u.id, u.name).where(u.age >"
            + " 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(c.c("id"), c.alias("d").c("name"))));
    cases.add(
        "(lambda c: c.join(addresses))(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> c.join(ADDRESSES)));
    cases.add(
        "(lambda c: select(a.id).join(c, c.c.id == a.user_id))(select(u.id, u.name).where(u.age >"
            + " 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(a("id")).join(c, c.c("id").eq(a("user_id")))));
    cases.add(
        "(lambda c: c.union(select(c.c.id + 1, c.c.name).where(c.c.id < 5)))(select(u.id,"
            + " u.name).where(u.age > 20).cte(\"c\", recursive=True))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).recursiveCte("c"),
                c -> c.union(Select.of(c.c("id").plus(1), c.c("name")).where(c.c("id").lt(5)))));
    cases.add(
        "(lambda c: (lambda d: select(d.c.id))(c.union_all(select(c.c.id + 1, c.c.name).where(c.c.id"
            + " < 5))))(select(u.id, u.name).where(u.age > 20).cte(\"c\", recursive=True))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).recursiveCte("c"),
                c ->
                    with(
                        c.unionAll(
                            Select.of(c.c("id").plus(1), c.c("name")).where(c.c("id").lt(5))),
                        d -> Select.of(d.c("id")))));
    cases.add(
        "(lambda c: select(c.prefix_with(\"MATERIALIZED\","
            + " dialect=\"postgresql\").c.id))(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(c.prefixWith(Affix.of("MATERIALIZED", "postgresql")).c("id"))));
    cases.add(
        "(lambda c: c.suffix_with(\"SEARCH\"))(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> c.suffixWith(Affix.of("SEARCH"))));
    cases.add(
        "(lambda c: select(u.id).add_cte(c))(select(u.id, u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(u("id")).addCte(c)));
    cases.add(
        "(lambda c: select(u.id).add_cte(c, nest_here=True))(select(u.id, u.name).where(u.age >"
            + " 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(u("id")).addCteNestedHere(c)));
    cases.add(
        "(lambda c: union(select(u.id), select(a.user_id)).add_cte(c))(select(u.id,"
            + " u.name).where(u.age > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Sql.union(Select.of(u("id")), Select.of(a("user_id"))).addCte(c)));
    cases.add(
        "(lambda c: select(u.id).where(u.id.in_(select(c.c.id))))(select(u.id, u.name).where(u.age"
            + " > 20).cte(\"c\"))",
        () ->
            with(
                Select.of(u("id"), u("name")).where(u("age").gt(20)).cte("c"),
                c -> Select.of(u("id")).where(u("id").in(Select.of(c.c("id"))))));
    cases.add(
        "select(union(select(u.id), select(a.user_id)).cte(\"c\"))",
        () -> Select.of(Sql.union(Select.of(u("id")), Select.of(a("user_id"))).cte("c")));
  }

  /** What Python's lambda is for: a part that occurs twice. */
  private static <T> ClauseElement with(T part, Function<T, ClauseElement> build) {
    return build.apply(part);
  }
}
