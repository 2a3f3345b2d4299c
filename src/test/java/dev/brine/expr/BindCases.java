package dev.brine.expr;

import static dev.brine.expr.TreeTables.USERS;
import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.Types;
import java.util.List;

/** Bind parameters with all their switches, and JSON's null. */
final class BindCases {

  private BindCases() {}

  static void addTo(TreeCases cases) {
    cases.add("bindparam(\"x\")", () -> Sql.bindparam("x"));
    cases.add("bindparam(\"x\", type_=Integer)", () -> Sql.bindparam("x", Types.INTEGER));
    cases.add("bindparam(\"x\", None)", () -> Sql.bindparam("x", (Object) null));
    cases.add("bindparam(\"x\", 5, unique=True)", () -> Sql.bindparam("x", 5).unique());
    cases.add("bindparam(\"x\", required=False)", () -> Sql.bindparam("x").notRequired());
    cases.add("bindparam(\"x\", 5, required=True)", () -> Sql.bindparam("x", 5).required());
    cases.add(
        "bindparam(\"x\", [1, 2], expanding=True)",
        () -> Sql.bindparam("x", List.of(1, 2)).expanding());
    cases.add(
        "u.id.in_(bindparam(\"ids\", expanding=True))",
        () -> u("id").in(Sql.bindparam("ids").expanding()));
    cases.add(
        "u.id.not_in(bindparam(\"ids\", [1, 2], Integer, expanding=True, literal_execute=True))",
        () ->
            u("id")
                .notIn(
                    Sql.bindparam("ids", List.of(1, 2), Types.INTEGER)
                        .expanding()
                        .asLiterallyExecuted()));
    cases.add(
        "u.id == bindparam(\"x\", 5, literal_execute=True)",
        () -> u("id").eq(Sql.bindparam("x", 5).asLiterallyExecuted()));
    cases.add(
        "u.id == bindparam(\"x\", 5, quote=True)",
        () -> u("id").eq(Sql.bindparam("x", 5).quoted()));
    cases.add(
        "bindparam(\"x\", type_=Integer, isoutparam=True, required=False)",
        () -> Sql.bindparam("x", Types.INTEGER).notRequired().outParameter());
    cases.add("sa.outparam(\"x\", Integer)", () -> Sql.outparam("x", Types.INTEGER));
    cases.add("u.data == JSON.NULL", () -> u("data").eq(JsonNull.NULL));
    cases.add("literal(JSON.NULL, JSON)", () -> Sql.literal(JsonNull.NULL, Types.JSON));
    cases.add(
        "insert(users).values(id=1, data=JSON.NULL)",
        () -> Sql.insert(USERS).value("id", 1).value("data", JsonNull.NULL));
    cases.add(
        "u.data[(\"a\", 1)] == JSON.NULL", () -> u("data").item(List.of("a", 1)).eq(JsonNull.NULL));
  }
}
