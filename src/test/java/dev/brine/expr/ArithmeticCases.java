package dev.brine.expr;

import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;

/** Calculations and labels. */
final class ArithmeticCases {

  private ArithmeticCases() {}

  static void addTo(TreeCases cases) {
    cases.add("u.age + 1", () -> u("age").plus(1));
    cases.add("1 + u.age", () -> u("age").addedTo(1));
    cases.add("u.age - 1", () -> u("age").minus(1));
    cases.add("10 - u.age", () -> u("age").subtractedFrom(10));
    cases.add("u.age * 2", () -> u("age").times(2));
    cases.add("u.age / 2", () -> u("age").dividedBy(2));
    cases.add("u.age // 2", () -> u("age").floorDiv(2));
    cases.add("u.age % 2", () -> u("age").mod(2));
    cases.add("u.age + u.id", () -> u("age").plus(u("id")));
    cases.add("u.age + u.id + u.big", () -> u("age").plus(u("id")).plus(u("big")));
    cases.add("u.age + (u.id + u.big)", () -> u("age").plus(u("id").plus(u("big"))));
    cases.add("(u.age + u.id) + (u.big + 1)", () -> u("age").plus(u("id")).plus(u("big").plus(1)));
    cases.add("u.age * u.id * 2", () -> u("age").times(u("id")).times(2));
    cases.add("u.age - u.id - 1", () -> u("age").minus(u("id")).minus(1));
    cases.add("u.age - (u.id - 1)", () -> u("age").minus(u("id").minus(1)));
    cases.add("(u.age + 1) * 2", () -> u("age").plus(1).times(2));
    cases.add(
        "u.age + 1 * u.id",
        () -> u("age").plus(Operations.reverseOperate(1, StandardOperator.MUL, u("id"))));
    cases.add("u.age * 2 + 1", () -> u("age").times(2).plus(1));
    cases.add("(u.age - 1) + 2", () -> u("age").minus(1).plus(2));
    cases.add("(u.age + 1) - 2", () -> u("age").plus(1).minus(2));
    cases.add("u.age / u.id / 2", () -> u("age").dividedBy(u("id")).dividedBy(2));
    cases.add("u.age / (u.id / 2)", () -> u("age").dividedBy(u("id").dividedBy(2)));
    cases.add("u.age % (u.id % 2)", () -> u("age").mod(u("id").mod(2)));
    cases.add("u.age // u.id * 2", () -> u("age").floorDiv(u("id")).times(2));
    cases.add("-u.age", () -> u("age").neg());
    cases.add("-(-u.age)", () -> u("age").neg().neg());
    cases.add("-(u.age + 1)", () -> u("age").plus(1).neg());
    cases.add("-u.age + 1", () -> u("age").neg().plus(1));
    cases.add("(-u.age) * 2", () -> u("age").neg().times(2));
    cases.add("-(u.age == 1)", () -> u("age").eq(1).neg());
    cases.add("u.age + 1.5", () -> u("age").plus(1.5));
    cases.add("u.age + Decimal(\"1.5\")", () -> u("age").plus(new BigDecimal("1.5")));
    cases.add("u.age + u.score", () -> u("age").plus(u("score")));
    cases.add("u.score + u.age", () -> u("score").plus(u("age")));
    cases.add("u.score + u.ratio", () -> u("score").plus(u("ratio")));
    cases.add("u.ratio + u.score", () -> u("ratio").plus(u("score")));
    cases.add("u.ratio * 2", () -> u("ratio").times(2));
    cases.add("u.score / 3", () -> u("score").dividedBy(3));
    cases.add("u.score // 3", () -> u("score").floorDiv(3));
    cases.add("u.score % 3", () -> u("score").mod(3));
    cases.add("u.age * u.score", () -> u("age").times(u("score")));
    cases.add("u.age / u.score", () -> u("age").dividedBy(u("score")));
    cases.add("u.age // u.score", () -> u("age").floorDiv(u("score")));
    cases.add("u.age - u.score", () -> u("age").minus(u("score")));
    cases.add("u.big + u.age", () -> u("big").plus(u("age")));
    cases.add("u.age + u.big", () -> u("age").plus(u("big")));
    cases.add("u.big / u.age", () -> u("big").dividedBy(u("age")));
    cases.add("u.big + 5", () -> u("big").plus(5));
    cases.add("u.points + 5", () -> u("points").plus(5));
    cases.add("u.points + u.age", () -> u("points").plus(u("age")));
    cases.add("u.age + u.points", () -> u("age").plus(u("points")));
    cases.add("u.points / 2", () -> u("points").dividedBy(2));
    cases.add("u.born - u.born", () -> u("born").minus(u("born")));
    cases.add("u.born - u.seen", () -> u("born").minus(u("seen")));
    cases.add("u.born + 5", () -> u("born").plus(5));
    cases.add("u.born - 5", () -> u("born").minus(5));
    cases.add("u.born + u.slept", () -> u("born").plus(u("slept")));
    cases.add("u.born - u.slept", () -> u("born").minus(u("slept")));
    cases.add("u.born + u.wakes", () -> u("born").plus(u("wakes")));
    cases.add("u.seen - u.seen", () -> u("seen").minus(u("seen")));
    cases.add("u.seen + u.slept", () -> u("seen").plus(u("slept")));
    cases.add("u.seen - dt.timedelta(hours=1)", () -> u("seen").minus(Duration.ofHours(1)));
    cases.add(
        "u.seen - dt.datetime(2020, 1, 1)",
        () -> u("seen").minus(LocalDateTime.of(2020, 1, 1, 0, 0)));
    cases.add("u.wakes - u.wakes", () -> u("wakes").minus(u("wakes")));
    cases.add("u.wakes + u.born", () -> u("wakes").plus(u("born")));
    cases.add("u.wakes + u.slept", () -> u("wakes").plus(u("slept")));
    cases.add("u.slept + u.slept", () -> u("slept").plus(u("slept")));
    cases.add("u.slept + u.born", () -> u("slept").plus(u("born")));
    cases.add("u.slept + u.seen", () -> u("slept").plus(u("seen")));
    cases.add("u.slept + u.wakes", () -> u("slept").plus(u("wakes")));
    cases.add("u.slept - u.slept", () -> u("slept").minus(u("slept")));
    cases.add("u.slept * u.score", () -> u("slept").times(u("score")));
    cases.add("u.slept / u.score", () -> u("slept").dividedBy(u("score")));
    cases.add("u.slept * 2", () -> u("slept").times(2));
    cases.add("u.age * u.slept", () -> u("age").times(u("slept")));
    cases.add("u.score * u.slept", () -> u("score").times(u("slept")));
    cases.add("u.age + u.born", () -> u("age").plus(u("born")));
    cases.add("u.active + 1", () -> u("active").plus(1));
    cases.add("u.token + 1", () -> u("token").plus(1));
    cases.add("column(\"x\") + 5", () -> Sql.column("x").plus(5));
    cases.add("column(\"x\") - 5", () -> Sql.column("x").minus(5));
    cases.add("column(\"x\") - u.age", () -> Sql.column("x").minus(u("age")));
    cases.add("column(\"x\") * u.age", () -> Sql.column("x").times(u("age")));
    cases.add("u.age - column(\"x\")", () -> u("age").minus(Sql.column("x")));
    cases.add("u.age + None", () -> u("age").plus(null));
    cases.add("u.age + null()", () -> u("age").plus(Sql.null_()));
    cases.add("literal(5) + 3", () -> Sql.literal(5).plus(3));
    cases.add("literal(5) + u.age", () -> Sql.literal(5).plus(u("age")));
    cases.add("u.age.bitwise_and(3)", () -> u("age").bitwiseAnd(3));
    cases.add("u.age.bitwise_or(3)", () -> u("age").bitwiseOr(3));
    cases.add("u.age.bitwise_xor(3)", () -> u("age").bitwiseXor(3));
    cases.add("u.age.bitwise_not()", () -> u("age").bitwiseNot());
    cases.add("u.age.bitwise_lshift(3)", () -> u("age").bitwiseLshift(3));
    cases.add("u.age.bitwise_rshift(3)", () -> u("age").bitwiseRshift(3));
    cases.add("u.age.bitwise_and(3).bitwise_or(4)", () -> u("age").bitwiseAnd(3).bitwiseOr(4));
    cases.add("u.age.bitwise_and(u.id + 3)", () -> u("age").bitwiseAnd(u("id").plus(3)));
    cases.add("(u.age + 3).bitwise_not()", () -> u("age").plus(3).bitwiseNot());
    cases.add("u.age.op(\"&&\")(5)", () -> u("age").op("&&", 5));
    cases.add("u.age.op(\"&&\")(5).op(\"||\")(6)", () -> u("age").op("&&", 5).op("||", 6));
    cases.add("u.age.op(\"&&\")(u.id + 5)", () -> u("age").op("&&", u("id").plus(5)));
    cases.add("(u.age + 5).op(\"&&\")(u.id)", () -> u("age").plus(5).op("&&", u("id")));
    cases.add("u.age.op(\"&&\")(5) + 1", () -> u("age").op("&&", 5).plus(1));
    cases.add("u.age.op(\"~\", is_comparison=True)(\"x\")", () -> u("age").boolOp("~", "x"));
    cases.add(
        "u.age.bool_op(\"~\")(\"x\")", () -> u("age").op(CustomOperator.comparison("~"), "x"));
    cases.add("~u.age.bool_op(\"~\")(\"x\")", () -> u("age").boolOp("~", "x").not());
    cases.add("~u.age.op(\"&&\")(5)", () -> u("age").op("&&", 5).not());
    cases.add(
        "and_(u.age.bool_op(\"~\")(\"x\"), u.active)",
        () -> Sql.and(u("age").boolOp("~", "x"), u("active")));
    cases.add(
        "u.age.op(\"&&\", precedence=20)(u.id + 5)",
        () ->
            u("age").op(new CustomOperator("&&", 20, false, false, false, null), u("id").plus(5)));
    cases.add(
        "u.age.op(\"@@\", return_type=Text())(5)",
        () -> u("age").op(new CustomOperator("@@", 0, false, false, false, Types.TEXT), 5));
    cases.add("~(u.age + 1)", () -> u("age").plus(1).not());
    cases.add("~(u.age + u.id + 1)", () -> u("age").plus(u("id")).plus(1).not());
    cases.add("~u.age", () -> u("age").not());
    cases.add("~(u.age * 2 - 1)", () -> u("age").times(2).minus(1).not());
    cases.add("(u.age + 1).label(\"l\")", () -> u("age").plus(1).label("l"));
    cases.add("(u.age + 1).label(\"l\") + 2", () -> u("age").plus(1).label("l").plus(2));
    cases.add("(u.age - 1).label(\"l\") * 2", () -> u("age").minus(1).label("l").times(2));
    cases.add("u.age.label(\"l\") == 5", () -> u("age").label("l").eq(5));
    cases.add("u.age.label(\"l\").label(\"m\")", () -> u("age").label("l").label("m"));
    cases.add("u.age.label(None)", () -> u("age").label());
    cases.add("(u.age + 1).label(None)", () -> u("age").plus(1).label());
    cases.add("func.max(u.age).label(None)", () -> Functions.max(u("age")).label());
    cases.add("u.active.label(\"l\") & u.active", () -> u("active").label("l").and(u("active")));
    cases.add("~u.active.label(\"l\")", () -> u("active").label("l").not());
    cases.add("~(u.age == 1).label(\"l\")", () -> u("age").eq(1).label("l").not());
  }
}
