package dev.brine.expr;

import static dev.brine.expr.TreeTables.ADDRESSES;
import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.a;
import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.Map;

/**
 * Methods of statements and tables that stand for longer ways to say the same, and PostgreSQL's
 * types under the usual operators.
 */
final class MethodCases {

  private MethodCases() {}

  static void addTo(TreeCases cases) {
    cases.add("users.select()", () -> USERS.select());
    cases.add("users.select().where(u.id == 5)", () -> USERS.select().where(u("id").eq(5)));
    cases.add("users.join(addresses).select()", () -> USERS.join(ADDRESSES).select());
    cases.add("users.join(addresses).alias(\"j\")", () -> USERS.join(ADDRESSES).alias("j"));
    cases.add(
        "select(u.id).subquery(\"s\").select()", () -> Select.of(u("id")).subquery("s").select());
    cases.add("users.insert().values(id=1)", () -> USERS.insert().values(Map.of("id", 1)));
    cases.add(
        "users.update().values(name=\"x\").where(u.id == 1)",
        () -> USERS.update().value("name", "x").where(u("id").eq(1)));
    cases.add("users.delete().where(u.id == 1)", () -> USERS.delete().where(u("id").eq(1)));
    cases.add(
        "table(\"t\", column(\"x\")).insert().values(x=1)",
        () -> Sql.table("t", Sql.column("x")).insert().values(Map.of("x", 1)));
    cases.add(
        "select(u.id, a.email).with_only_columns(u.name, maintain_column_froms=True)",
        () -> Select.of(u("id"), a("email")).withOnlyColumnsOfTheSameFroms(u("name")));
    cases.add(
        "select(func.max(u.id)).where(a.id == 1).with_only_columns(func.count(),"
            + " maintain_column_froms=True)",
        () ->
            Select.of(Functions.max(u("id")))
                .where(a("id").eq(1))
                .withOnlyColumnsOfTheSameFroms(Functions.count()));
    cases.add(
        "select(users).filter_by(name=\"ed\")", () -> Select.of(USERS).filterBy("name", "ed"));
    cases.add(
        "select(u.id).filter_by(name=\"ed\")", () -> Select.of(u("id")).filterBy("name", "ed"));
    cases.add(
        "select(func.count()).select_from(users).filter_by(age=None)",
        () -> Select.of(Functions.count()).selectFrom(USERS).filterBy("age", null));
    cases.add(
        "select(users).join(addresses).filter_by(email=\"x\")",
        () -> Select.of(USERS).join(ADDRESSES).filterBy("email", "x"));
    cases.add(
        "update(users).filter_by(id=1).values(name=\"x\")",
        () -> Sql.update(USERS).filterBy("id", 1).value("name", "x"));
    cases.add("delete(users).filter_by(name=\"x\")", () -> Sql.delete(USERS).filterBy("name", "x"));
    cases.add(
        "select(u.id, a.id, a.user_id, u.name).select_from(users.join(addresses)).reduce_columns()",
        () ->
            Select.of(u("id"), a("id"), a("user_id"), u("name"))
                .selectFrom(USERS.join(ADDRESSES))
                .reduceColumns());
    cases.add(
        "select(u.id, a.id, a.user_id,"
            + " u.name).select_from(users.join(addresses)).reduce_columns(only_synonyms=False)",
        () ->
            Select.of(u("id"), a("id"), a("user_id"), u("name"))
                .selectFrom(USERS.join(ADDRESSES))
                .reduceColumns(false));
    cases.add(
        "select(u.id, a.id, a.email).where(u.id == a.id).reduce_columns()",
        () -> Select.of(u("id"), a("id"), a("email")).where(u("id").eq(a("id"))).reduceColumns());
    cases.add(
        "select(u.name, a.email).where(u.name == a.email).reduce_columns(False)",
        () ->
            Select.of(u("name"), a("email")).where(u("name").eq(a("email"))).reduceColumns(false));
    cases.add(
        "column(\"r\", postgresql.INT4RANGE) + column(\"s\", postgresql.INT4RANGE)",
        () -> range("r").plus(range("s")));
    cases.add(
        "column(\"r\", postgresql.INT4RANGE) - column(\"s\", postgresql.INT4RANGE)",
        () -> range("r").minus(range("s")));
    cases.add(
        "column(\"r\", postgresql.INT4RANGE) * column(\"s\", postgresql.INT4RANGE)",
        () -> range("r").times(range("s")));
    cases.add(
        "column(\"r\", postgresql.INT4RANGE) == column(\"s\", postgresql.INT4RANGE)",
        () -> range("r").eq(range("s")));
    cases.add(
        "(column(\"r\", postgresql.INT4RANGE) * column(\"s\", postgresql.INT4RANGE)) +"
            + " column(\"r\", postgresql.INT4RANGE)",
        () -> range("r").times(range("s")).plus(range("r")));
    cases.add(
        "column(\"h\", postgresql.HSTORE) + column(\"g\", postgresql.HSTORE)",
        () -> hstore("h").plus(hstore("g")));
    cases.add(
        "column(\"h\", postgresql.HSTORE)[\"k\"] == \"x\"", () -> hstore("h").item("k").eq("x"));
    cases.add(
        "column(\"h\", postgresql.HSTORE) + func.hstore(\"a\", \"b\")",
        () -> hstore("h").plus(Postgresql.func("hstore", "a", "b")));
    addLateral(cases);
  }

  private static void addLateral(TreeCases cases) {
    cases.add("select(u.id).lateral(\"l\")", () -> Select.of(u("id")).lateral("l"));
    cases.add("select(u.id).lateral()", () -> Select.of(u("id")).lateral());
  }

  private static ColumnRef range(String name) {
    return Sql.column(name, SqlType.of(TypeName.POSTGRESQL_INT4RANGE));
  }

  private static ColumnRef hstore(String name) {
    return Sql.column(name, SqlType.of(TypeName.POSTGRESQL_HSTORE));
  }
}
