package dev.brine.expr;

import static dev.brine.expr.TreeTables.p;
import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;

/** AND, OR, NOT, order and DISTINCT. */
final class ConditionCases {

  private ConditionCases() {}

  static void addTo(TreeCases cases) {
    cases.add("and_(u.age == 1, u.id == 2)", () -> Sql.and(u("age").eq(1), u("id").eq(2)));
    cases.add("or_(u.age == 1, u.id == 2)", () -> Sql.or(u("age").eq(1), u("id").eq(2)));
    cases.add("(u.age == 1) & (u.id == 2)", () -> u("age").eq(1).and(u("id").eq(2)));
    cases.add("(u.age == 1) | (u.id == 2)", () -> u("age").eq(1).or(u("id").eq(2)));
    cases.add(
        "and_(u.age == 1, and_(u.id == 2, u.id == 3))",
        () -> Sql.and(u("age").eq(1), Sql.and(u("id").eq(2), u("id").eq(3))));
    cases.add(
        "(u.age == 1) & (u.id == 2) & (u.id == 3)",
        () -> u("age").eq(1).and(u("id").eq(2)).and(u("id").eq(3)));
    cases.add(
        "and_(u.age == 1, or_(u.id == 2, u.id == 3))",
        () -> Sql.and(u("age").eq(1), Sql.or(u("id").eq(2), u("id").eq(3))));
    cases.add(
        "or_(u.age == 1, and_(u.id == 2, u.id == 3))",
        () -> Sql.or(u("age").eq(1), Sql.and(u("id").eq(2), u("id").eq(3))));
    cases.add(
        "or_(u.age == 1, or_(u.id == 2, u.id == 3))",
        () -> Sql.or(u("age").eq(1), Sql.or(u("id").eq(2), u("id").eq(3))));
    cases.add("and_(u.age == 1)", () -> Sql.and(u("age").eq(1)));
    cases.add("and_()", () -> Sql.and());
    cases.add("or_()", () -> Sql.or());
    cases.add("and_(u.age == 1, and_())", () -> Sql.and(u("age").eq(1), Sql.and()));
    cases.add("not_(and_())", () -> Sql.not(Sql.and()));
    cases.add("and_(true())", () -> Sql.and(Sql.true_()));
    cases.add("and_(false())", () -> Sql.and(Sql.false_()));
    cases.add("or_(true())", () -> Sql.or(Sql.true_()));
    cases.add("or_(false())", () -> Sql.or(Sql.false_()));
    cases.add("and_(true(), u.age == 1)", () -> Sql.and(Sql.true_(), u("age").eq(1)));
    cases.add("and_(u.age == 1, false())", () -> Sql.and(u("age").eq(1), Sql.false_()));
    cases.add(
        "and_(u.age == 1, u.id == 2, false(), u.id == 3)",
        () -> Sql.and(u("age").eq(1), u("id").eq(2), Sql.false_(), u("id").eq(3)));
    cases.add("or_(u.age == 1, true())", () -> Sql.or(u("age").eq(1), Sql.true_()));
    cases.add("or_(false(), u.age == 1)", () -> Sql.or(Sql.false_(), u("age").eq(1)));
    cases.add(
        "or_(false(), u.age == 1, false(), u.id == 2)",
        () -> Sql.or(Sql.false_(), u("age").eq(1), Sql.false_(), u("id").eq(2)));
    cases.add("and_(true(), true())", () -> Sql.and(Sql.true_(), Sql.true_()));
    cases.add("and_(u.age == 1, null())", () -> Sql.and(u("age").eq(1), Sql.null_()));
    cases.add("and_(u.active)", () -> Sql.and(u("active")));
    cases.add("and_(u.active, u.age == 1)", () -> Sql.and(u("active"), u("age").eq(1)));
    cases.add("and_(u.active, p.heavy)", () -> Sql.and(u("active"), p("heavy")));
    cases.add("or_(~u.active, p.heavy)", () -> Sql.or(u("active").not(), p("heavy")));
    cases.add("and_(u.age, u.id)", () -> Sql.and(u("age"), u("id")));
    cases.add("and_(u.age + 1, u.id)", () -> Sql.and(u("age").plus(1), u("id")));
    cases.add(
        "and_(bindparam(\"b\", type_=Boolean()), u.active)",
        () -> Sql.and(Sql.bindparam("b", Types.BOOLEAN), u("active")));
    cases.add("and_(literal(True), u.active)", () -> Sql.and(Sql.literal(true), u("active")));
    cases.add(
        "and_(func.bool_and(u.active, type_=Boolean()), u.active)",
        () -> Sql.and(Functions.func("bool_and", Types.BOOLEAN, u("active")), u("active")));
    cases.add("~u.active", () -> u("active").not());
    cases.add("~~u.active", () -> u("active").not().not());
    cases.add("not_(u.age == 1)", () -> Sql.not(u("age").eq(1)));
    cases.add("not_(not_(u.age == 1))", () -> Sql.not(Sql.not(u("age").eq(1))));
    cases.add("not_(u.age < 1)", () -> Sql.not(u("age").lt(1)));
    cases.add("not_(u.age >= 1)", () -> Sql.not(u("age").ge(1)));
    cases.add("not_(u.age == None)", () -> Sql.not(u("age").eq(null)));
    cases.add("not_(u.active == True)", () -> Sql.not(u("active").eq(true)));
    cases.add(
        "not_(and_(u.age == 1, u.id == 2))", () -> Sql.not(Sql.and(u("age").eq(1), u("id").eq(2))));
    cases.add(
        "not_(or_(u.age == 1, u.id == 2))", () -> Sql.not(Sql.or(u("age").eq(1), u("id").eq(2))));
    cases.add(
        "not_(not_(and_(u.age == 1, u.id == 2)))",
        () -> Sql.not(Sql.not(Sql.and(u("age").eq(1), u("id").eq(2)))));
    cases.add(
        "and_(not_(or_(u.age == 1, u.id == 2)), u.active)",
        () -> Sql.and(Sql.not(Sql.or(u("age").eq(1), u("id").eq(2))), u("active")));
    cases.add("not_(true())", () -> Sql.not(Sql.true_()));
    cases.add("not_(false())", () -> Sql.not(Sql.false_()));
    cases.add("not_(null())", () -> Sql.not(Sql.null_()));
    cases.add("not_(and_(true()))", () -> Sql.not(Sql.and(Sql.true_())));
    cases.add("not_(and_(u.active))", () -> Sql.not(Sql.and(u("active"))));
    cases.add("not_(literal(True))", () -> Sql.not(Sql.literal(true)));
    cases.add("not_(literal(5))", () -> Sql.not(Sql.literal(5)));
    cases.add("not_(func.f(u.age))", () -> Sql.not(Functions.func("f", u("age"))));
    cases.add("not_(func.max(u.active))", () -> Sql.not(Functions.max(u("active"))));
    cases.add("not_(-u.age)", () -> Sql.not(u("age").neg()));
    cases.add("not_(u.active.distinct())", () -> Sql.not(u("active").distinct()));
    cases.add("not_(u.age.between(1, 2))", () -> Sql.not(u("age").between(1, 2)));
    cases.add(
        "and_(u.age.between(1, 2), u.age.in_([1]))",
        () -> Sql.and(u("age").between(1, 2), u("age").in(1)));
    cases.add(
        "or_(u.age.between(1, 2), u.age == None)",
        () -> Sql.or(u("age").between(1, 2), u("age").eq(null)));
    cases.add(
        "(u.age == 1) & u.active.label(\"l\")", () -> u("age").eq(1).and(u("active").label("l")));
    cases.add("u.age.desc()", () -> u("age").desc());
    cases.add("u.age.asc()", () -> u("age").asc());
    cases.add("u.age.desc().nulls_last()", () -> u("age").desc().nullsLast());
    cases.add("u.age.nulls_first()", () -> u("age").nullsFirst());
    cases.add("(u.age + 1).desc()", () -> u("age").plus(1).desc());
    cases.add("(u.age == 1).desc()", () -> u("age").eq(1).desc());
    cases.add(
        "or_(u.age == 1, u.id == 2).desc()", () -> Sql.or(u("age").eq(1), u("id").eq(2)).desc());
    cases.add(
        "and_(u.age == 1, u.id == 2).asc()", () -> Sql.and(u("age").eq(1), u("id").eq(2)).asc());
    cases.add("u.age.label(\"l\").desc()", () -> u("age").label("l").desc());
    cases.add("u.age.distinct()", () -> u("age").distinct());
    cases.add("(u.age + 1).distinct()", () -> u("age").plus(1).distinct());
    cases.add("(u.age == 1).distinct()", () -> u("age").eq(1).distinct());
    cases.add("(u.name + \"x\").distinct()", () -> u("name").plus("x").distinct());
  }
}
