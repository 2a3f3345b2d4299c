package dev.brine.expr;

import static dev.brine.expr.TreeTables.SOME_UUID;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Comparisons, BETWEEN and IN. */
final class ComparisonCases {

  private ComparisonCases() {}

  static void addTo(TreeCases cases) {
    cases.add("u.age == 5", () -> u("age").eq(5));
    cases.add("u.age == u.id", () -> u("age").eq(u("id")));
    cases.add("u.age == None", () -> u("age").eq(null));
    cases.add("u.age != None", () -> u("age").ne(null));
    cases.add("u.age == null()", () -> u("age").eq(Sql.null_()));
    cases.add("u.age != 5", () -> u("age").ne(5));
    cases.add("u.age < 5", () -> u("age").lt(5));
    cases.add("u.age <= 5", () -> u("age").le(5));
    cases.add("u.age > 5", () -> u("age").gt(5));
    cases.add("u.age >= 5", () -> u("age").ge(5));
    cases.add("u.age < None", () -> u("age").lt(Sql.null_()));
    cases.add("u.age < True", () -> u("age").lt(true));
    cases.add("u.active == True", () -> u("active").eq(true));
    cases.add("u.active == False", () -> u("active").eq(false));
    cases.add("u.active != True", () -> u("active").ne(true));
    cases.add("u.age == True", () -> u("age").eq(true));
    cases.add("u.active == true()", () -> u("active").eq(Sql.true_()));
    cases.add("u.active.is_(True)", () -> u("active").is(true));
    cases.add("u.active.is_not(False)", () -> u("active").isNot(false));
    cases.add("u.age.is_(None)", () -> u("age").isNull());
    cases.add("u.age.is_not(None)", () -> u("age").isNotNull());
    cases.add("u.age.is_(u.id)", () -> u("age").is(u("id")));
    cases.add("~u.age.is_(u.id)", () -> u("age").is(u("id")).not());
    cases.add("~u.age.is_(None)", () -> u("age").is(null).not());
    cases.add("u.age.is_not(u.id)", () -> u("age").isNot(u("id")));
    cases.add("u.age.is_(5)", () -> u("age").is(5));
    cases.add("u.age.is_distinct_from(5)", () -> u("age").isDistinctFrom(5));
    cases.add("u.age.is_distinct_from(None)", () -> u("age").isDistinctFrom(null));
    cases.add("u.active.is_not_distinct_from(True)", () -> u("active").isNotDistinctFrom(true));
    cases.add("~u.age.is_distinct_from(5)", () -> u("age").isDistinctFrom(5).not());
    cases.add("u.points == True", () -> u("points").eq(true));
    cases.add("u.points == None", () -> u("points").eq(null));
    cases.add("u.points == \"x\"", () -> u("points").eq("x"));
    cases.add("u.slept == True", () -> u("slept").eq(true));
    cases.add("u.slept == dt.timedelta(seconds=90)", () -> u("slept").eq(Duration.ofSeconds(90)));
    cases.add("u.slept == 5", () -> u("slept").eq(5));
    cases.add("u.age == \"x\"", () -> u("age").eq("x"));
    cases.add("u.age == 2147483647", () -> u("age").eq(2147483647));
    cases.add("u.age == 2147483648", () -> u("age").eq(2147483648L));
    cases.add("u.age == -2147483648", () -> u("age").eq(-2147483648));
    cases.add("u.big == 5", () -> u("big").eq(5));
    cases.add("u.age == 2**80", () -> u("age").eq(BigInteger.TWO.pow(80)));
    cases.add("u.age == 1.5", () -> u("age").eq(1.5));
    cases.add("u.score == Decimal(\"1.50\")", () -> u("score").eq(new BigDecimal("1.50")));
    cases.add("u.score == 1.5", () -> u("score").eq(1.5));
    cases.add("u.score == 1", () -> u("score").eq(1));
    cases.add("u.ratio == Decimal(\"1.50\")", () -> u("ratio").eq(new BigDecimal("1.50")));
    cases.add("u.name == \"ed\"", () -> u("name").eq("ed"));
    cases.add("u.name == \"\\u00e9d\"", () -> u("name").eq("\u00e9d"));
    cases.add("u.age == \"\\u00e9d\"", () -> u("age").eq("\u00e9d"));
    cases.add("u.name == 5", () -> u("name").eq(5));
    cases.add("u.note == \"ed\"", () -> u("note").eq("ed"));
    cases.add("u.color == \"red\"", () -> u("color").eq("red"));
    cases.add("u.born == dt.date(2020, 1, 2)", () -> u("born").eq(LocalDate.of(2020, 1, 2)));
    cases.add(
        "u.born == dt.datetime(2020, 1, 2, 3, 4)",
        () -> u("born").eq(LocalDateTime.of(2020, 1, 2, 3, 4)));
    cases.add(
        "u.seen == dt.datetime(2020, 1, 2, 3, 4, 5, 600)",
        () -> u("seen").eq(LocalDateTime.of(2020, 1, 2, 3, 4, 5, 600_000)));
    cases.add(
        "u.seen == dt.datetime(2020, 1, 2, 3, 4, tzinfo=dt.timezone.utc)",
        () -> u("seen").eq(OffsetDateTime.of(2020, 1, 2, 3, 4, 0, 0, ZoneOffset.UTC)));
    cases.add(
        "u.age == dt.datetime(2020, 1, 2, 3, 4, tzinfo=dt.timezone.utc)",
        () -> u("age").eq(OffsetDateTime.of(2020, 1, 2, 3, 4, 0, 0, ZoneOffset.UTC)));
    cases.add("u.wakes == dt.time(7, 30)", () -> u("wakes").eq(LocalTime.of(7, 30)));
    cases.add("u.token == UUID", () -> u("token").eq(SOME_UUID));
    cases.add("u.photo == b\"\\x01\\x02\"", () -> u("photo").eq(new byte[] {1, 2}));
    cases.add("u.photo == \"text\"", () -> u("photo").eq("text"));
    cases.add("u.age == b\"\\x01\"", () -> u("age").eq(new byte[] {1}));
    cases.add("u.data == \"x\"", () -> u("data").eq("x"));
    cases.add("u.data == None", () -> u("data").eq(null));
    cases.add("u.full == \"x\"", () -> u("full").eq("x"));
    cases.add("column(\"%a (b) $c%\") == 5", () -> Sql.column("%a (b) $c%").eq(5));
    cases.add("column(\"x\") == 5", () -> Sql.column("x").eq(5));
    cases.add(
        "column(\"x\", Integer) == column(\"y\")",
        () -> Sql.column("x", Types.INTEGER).eq(Sql.column("y")));
    cases.add("literal(5) == 6", () -> Sql.literal(5).eq(6));
    cases.add("literal(\"x\") == u.name", () -> Sql.literal("x").eq(u("name")));
    cases.add("literal(None) == 5", () -> Sql.literal(null).eq(5));
    cases.add("u.age == bindparam(\"n\")", () -> u("age").eq(Sql.bindparam("n")));
    cases.add("u.age == bindparam(\"n\", 5)", () -> u("age").eq(Sql.bindparam("n", 5)));
    cases.add(
        "u.age == bindparam(\"n\", type_=String())",
        () -> u("age").eq(Sql.bindparam("n", Types.STRING)));
    cases.add(
        "u.age == bindparam(\"n\", 5, type_=Float())",
        () -> u("age").eq(Sql.bindparam("n", 5, Types.FLOAT)));
    cases.add("u.age.between(1, 5)", () -> u("age").between(1, 5));
    cases.add("u.age.between(1, 5, symmetric=True)", () -> u("age").betweenSymmetric(1, 5));
    cases.add("u.age.between(a.id, a.id + 1)", () -> u("age").between(a("id"), a("id").plus(1)));
    cases.add("u.age.between(None, 5)", () -> u("age").between(null, 5));
    cases.add("~u.age.between(1, 5)", () -> u("age").notBetween(1, 5));
    cases.add("~~u.age.between(1, 5)", () -> u("age").between(1, 5).not().not());
    cases.add(
        "(u.age + 1).between(u.id + 1, 5)", () -> u("age").plus(1).between(u("id").plus(1), 5));
    cases.add(
        "u.active.between(u.active, u.active)",
        () -> u("active").between(u("active"), u("active")));
    cases.add(
        "(u.age == 1).between(u.age == 2, u.age == 3)",
        () -> u("age").eq(1).between(u("age").eq(2), u("age").eq(3)));
    cases.add("u.age.in_([1, 2])", () -> u("age").in(1, 2));
    cases.add("u.age.in_([])", () -> u("age").in(List.of()));
    cases.add("u.age.in_([None, 1])", () -> u("age").in(Arrays.asList(null, 1)));
    cases.add("u.age.in_([\"a\"])", () -> u("age").in("a"));
    cases.add("u.age.in_([u.id, 5])", () -> u("age").in(u("id"), 5));
    cases.add("u.age.in_([u.id, None])", () -> u("age").in(Arrays.asList(u("id"), null)));
    cases.add(
        "u.age.in_([u.id + 1, u.id == 2])", () -> u("age").in(u("id").plus(1), u("id").eq(2)));
    cases.add("u.age.in_([literal(5)])", () -> u("age").in(List.of(Sql.literal(5))));
    cases.add("u.age.in_(literal(5))", () -> u("age").in(Sql.literal(5)));
    cases.add("u.age.in_((1, 2))", () -> u("age").in(List.of(1, 2)));
    cases.add("u.age.not_in([1, 2])", () -> u("age").notIn(1, 2));
    cases.add("u.age.not_in([])", () -> u("age").notIn(List.of()));
    cases.add("~u.age.in_([1, 2])", () -> u("age").in(1, 2).not());
    cases.add("~~u.age.in_([1, 2])", () -> u("age").in(1, 2).not().not());
    cases.add("~u.age.in_([u.id])", () -> u("age").in(List.of(u("id"))).not());
    cases.add(
        "u.age.in_(bindparam(\"ages\", expanding=True))", () -> u("age").in(Sql.bindparam("ages")));
    cases.add(
        "u.age.not_in(bindparam(\"ages\", expanding=True))",
        () -> u("age").notIn(Sql.bindparam("ages")));
    cases.add("u.name.in_([\"a\", \"b\"])", () -> u("name").in("a", "b"));
    cases.add("column(\"x\").in_([1])", () -> Sql.column("x").in(1));
    cases.add("column(\"x\").in_([])", () -> Sql.column("x").in(List.of()));
    cases.add("func.lower(u.name).in_([\"a\"])", () -> Functions.lower(u("name")).in("a"));
    cases.add("(u.age + 1).in_([1])", () -> u("age").plus(1).in(1));
    cases.add("u.color.in_([\"red\"])", () -> u("color").in("red"));
    cases.add("(u.age == 1) == True", () -> u("age").eq(1).eq(true));
    cases.add("(u.age == 1) == (u.id == 2)", () -> u("age").eq(1).eq(u("id").eq(2)));
    cases.add("(u.age == 1).is_(None)", () -> u("age").eq(1).isNull());
    cases.add("(u.age < 1) < (u.id < 2)", () -> u("age").lt(1).lt(u("id").lt(2)));
  }
}
