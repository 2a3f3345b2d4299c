package dev.brine.expr;

import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;
import java.time.Duration;
import java.util.List;

/** Functions. */
final class FunctionCases {

  private FunctionCases() {}

  static void addTo(TreeCases cases) {
    cases.add("func.count()", () -> Functions.count());
    cases.add("func.count(None)", () -> Functions.func("count", (Object) null));
    cases.add("func.count(u.id)", () -> Functions.count(u("id")));
    cases.add("func.count(u.id.distinct())", () -> Functions.count(u("id").distinct()));
    cases.add("func.COUNT(u.id)", () -> Functions.func("COUNT", u("id")));
    cases.add("func.Lower(u.name)", () -> Functions.func("Lower", u("name")));
    cases.add("func.count(1)", () -> Functions.func("count", 1));
    cases.add("func.min(u.score)", () -> Functions.min(u("score")));
    cases.add("func.max(u.name)", () -> Functions.max(u("name")));
    cases.add("func.sum(u.age)", () -> Functions.sum(u("age")));
    cases.add("func.avg(u.age)", () -> Functions.avg(u("age")));
    cases.add("func.sum(u.age + 1)", () -> Functions.sum(u("age").plus(1)));
    cases.add("func.sum(u.age / 2)", () -> Functions.sum(u("age").dividedBy(2)));
    cases.add("func.coalesce(u.name, \"x\")", () -> Functions.coalesce(u("name"), "x"));
    cases.add("func.coalesce(None, u.age)", () -> Functions.coalesce(null, u("age")));
    cases.add("func.coalesce(None)", () -> Functions.coalesce((Object) null));
    cases.add("func.coalesce(u.age, 5, 2**40)", () -> Functions.coalesce(u("age"), 5, 1L << 40));
    cases.add("func.lower(u.name)", () -> Functions.lower(u("name")));
    cases.add("func.lower(\"X\")", () -> Functions.lower("X"));
    cases.add(
        "func.lower(\"X\", type_=String())", () -> Functions.func("lower", Types.STRING, "X"));
    cases.add("func.upper(u.name)", () -> Functions.upper(u("name")));
    cases.add("func.length(u.name)", () -> Functions.length(u("name")));
    cases.add("func.now()", () -> Functions.now());
    cases.add("func.current_date()", () -> Functions.currentDate());
    cases.add("func.current_time()", () -> Functions.currentTime());
    cases.add("func.current_timestamp()", () -> Functions.currentTimestamp());
    cases.add("func.random()", () -> Functions.func("random"));
    cases.add("func.user()", () -> Functions.func("user"));
    cases.add("func.session_user()", () -> Functions.func("session_user"));
    cases.add("func.current_user()", () -> Functions.func("current_user"));
    cases.add("func.localtime()", () -> Functions.func("localtime"));
    cases.add("func.localtimestamp()", () -> Functions.func("localtimestamp"));
    cases.add("func.sysdate()", () -> Functions.func("sysdate"));
    cases.add("func.rank()", () -> Functions.func("rank"));
    cases.add("func.dense_rank()", () -> Functions.func("dense_rank"));
    cases.add("func.percent_rank()", () -> Functions.func("percent_rank"));
    cases.add("func.cume_dist()", () -> Functions.func("cume_dist"));
    cases.add("func.mode()", () -> Functions.func("mode"));
    cases.add("func.percentile_cont(0.5)", () -> Functions.func("percentile_cont", 0.5));
    cases.add("func.percentile_disc(0.5)", () -> Functions.func("percentile_disc", 0.5));
    cases.add("func.cube(u.id, u.name)", () -> Functions.func("cube", u("id"), u("name")));
    cases.add("func.rollup(u.id, u.name)", () -> Functions.func("rollup", u("id"), u("name")));
    cases.add(
        "func.grouping_sets(u.id, u.name)",
        () -> Functions.func("grouping_sets", u("id"), u("name")));
    cases.add(
        "func.aggregate_strings(u.name, \",\")",
        () -> Functions.func("aggregate_strings", u("name"), ","));
    cases.add("func.concat(\"a\", u.name)", () -> Functions.func("concat", "a", u("name")));
    cases.add("func.char_length(u.name)", () -> Functions.func("char_length", u("name")));
    cases.add("func.array_agg(u.id)", () -> Functions.func("array_agg", u("id")));
    cases.add(
        "func.array_agg(func.array_agg(u.name))",
        () -> Functions.func("array_agg", Functions.func("array_agg", u("name"))));
    cases.add("func.pkg.f(u.id, 5)", () -> Functions.func(List.of("pkg"), "f", u("id"), 5));
    cases.add("func.pkg.count(u.id)", () -> Functions.func(List.of("pkg"), "count", u("id")));
    cases.add("func.f()", () -> Functions.func("f"));
    cases.add(
        "func.f(u.age == 1, or_(u.age == 1, u.id == 2))",
        () -> Functions.func("f", u("age").eq(1), Sql.or(u("age").eq(1), u("id").eq(2))));
    cases.add(
        "func.f(u.active, True, None, 1.5)",
        () -> Functions.func("f", u("active"), true, null, 1.5));
    cases.add(
        "func.f(u.age, type_=Numeric(5, 2))",
        () -> Functions.func("f", Types.numeric(5, 2), u("age")));
    cases.add("func.f(u.age) == 5", () -> Functions.func("f", u("age")).eq(5));
    cases.add("func.count(u.id) > 5", () -> Functions.count(u("id")).gt(5));
    cases.add("func.count(u.id) + 1", () -> Functions.count(u("id")).plus(1));
    cases.add(
        "func.max(u.age) - func.min(u.age)",
        () -> Functions.max(u("age")).minus(Functions.min(u("age"))));
    cases.add(
        "func.sum(u.score) / func.count()",
        () -> Functions.sum(u("score")).dividedBy(Functions.count()));
    cases.add("func.lower(u.name).like(\"a%\")", () -> Functions.lower(u("name")).like("a%"));
    cases.add(
        "func.lower(u.name) == func.upper(\"x\")",
        () -> Functions.lower(u("name")).eq(Functions.upper("x")));
    cases.add("func.lower(func.upper(u.name))", () -> Functions.lower(Functions.upper(u("name"))));
    cases.add("func.now() - u.seen", () -> Functions.now().minus(u("seen")));
    cases.add("func.now() - dt.timedelta(days=1)", () -> Functions.now().minus(Duration.ofDays(1)));
    cases.add("func.current_date() - u.born", () -> Functions.currentDate().minus(u("born")));
    cases.add("func.f(\"a b%\") == \"x\"", () -> Functions.func("f", "a b%").eq("x"));
    cases.add(
        "func.length(u.name) > func.length(\"abc\")",
        () -> Functions.length(u("name")).gt(Functions.length("abc")));
  }
}
