package dev.brine.expr;

import static dev.brine.expr.TreeTables.u;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;

/** Items of JSON and arrays, and PostgreSQL's own operators. */
final class ItemCases {

  private static final ColumnRef NUMBERS =
      Sql.column("n", SqlType.of(TypeName.ARRAY).with("item_type", Types.INTEGER));
  private static final ColumnRef PG_NUMBERS =
      Sql.column("n", SqlType.of(TypeName.POSTGRESQL_ARRAY).with("item_type", Types.INTEGER));
  private static final ColumnRef JSONB = Sql.column("b", SqlType.of(TypeName.POSTGRESQL_JSONB));

  private ItemCases() {}

  static void addTo(TreeCases cases) {
    cases.add("u.data[\"a\"]", () -> u("data").item("a"));
    cases.add("u.data[1].as_integer() + 1", () -> u("data").item(1).asInteger().plus(1));
    cases.add(
        "u.data[(\"a\", 1)].as_string() == \"x\"",
        () -> u("data").item(List.of("a", 1)).asString().eq("x"));
    cases.add("u.data[\"a\"][\"b\"].as_boolean()", () -> u("data").item("a").item("b").asBoolean());
    cases.add("u.data[\"a\"].as_float()", () -> u("data").item("a").asFloat());
    cases.add("u.data[\"a\"].as_numeric(5, 2)", () -> u("data").item("a").asNumeric(5, 2));
    cases.add("u.data[\"a\"].as_json()", () -> u("data").item("a").asJson());
    cases.add("u.data[\"a\"] == 5", () -> u("data").item("a").eq(5));
    cases.add("column(\"n\", sa.ARRAY(Integer))[1] + 1", () -> NUMBERS.item(1).plus(1));
    cases.add("column(\"n\", sa.ARRAY(Integer))[1:3]", () -> NUMBERS.slice(1, 3));
    cases.add("column(\"n\", sa.ARRAY(Integer))[2:]", () -> NUMBERS.slice(2, null));
    cases.add(
        "u.id == sa.any_(column(\"n\", sa.ARRAY(Integer)))", () -> u("id").eq(NUMBERS.any_()));
    cases.add("sa.any_(column(\"n\", sa.ARRAY(Integer))) < 5", () -> Sql.any_(NUMBERS).lt(5));
    cases.add(
        "~(sa.all_(column(\"n\", sa.ARRAY(Integer))) == u.id)",
        () -> Sql.all_(NUMBERS).eq(u("id")).not());
    cases.add(
        "sa.any_(column(\"n\", sa.ARRAY(Integer))) == None", () -> Sql.any_(NUMBERS).eq(null));
    cases.add("sa.any_(column(\"n\", sa.ARRAY(Integer))) + 1", () -> Sql.any_(NUMBERS).plus(1));
    cases.add(
        "column(\"n\", sa.ARRAY(Integer)) + column(\"n\", sa.ARRAY(Integer))",
        () -> NUMBERS.plus(NUMBERS));
    cases.add(
        "func.array_agg(u.id)[1] + 1", () -> Functions.func("array_agg", u("id")).item(1).plus(1));
    cases.add("postgresql.array([1, 2])", () -> Postgresql.array(List.of(1, 2)));
    cases.add(
        "postgresql.array([postgresql.array([1]), postgresql.array([u.id])])",
        () ->
            Postgresql.array(
                List.of(Postgresql.array(List.of(1)), Postgresql.array(List.of(u("id"))))));
    cases.add(
        "postgresql.array([], type_=Integer)", () -> Postgresql.array(List.of(), Types.INTEGER));
    cases.add(
        "u.id == sa.any_(postgresql.array([1, 2]))",
        () -> u("id").eq(Sql.any_(Postgresql.array(List.of(1, 2)))));
    cases.add(
        "func.string_agg(u.name, postgresql.aggregate_order_by(\",\", u.id.desc(), u.age))",
        () ->
            Functions.func(
                "string_agg",
                u("name"),
                Postgresql.aggregateOrderBy(",", u("id").desc(), u("age"))));
    cases.add(
        "column(\"b\", postgresql.JSONB).has_key(\"a\")", () -> Postgresql.hasKey(JSONB, "a"));
    cases.add(
        "~column(\"b\", postgresql.JSONB).path_exists(\"$.a\")",
        () -> Postgresql.pathExists(JSONB, "$.a").not());
    cases.add(
        "column(\"b\", postgresql.JSONB).delete_path([\"a\", \"b\"])",
        () -> Postgresql.deletePath(JSONB, List.of("a", "b")));
    cases.add(
        "column(\"b\", postgresql.JSONB)[(\"a\", \"b\")].astext == \"x\"",
        () -> Postgresql.astext(JSONB.item(List.of("a", "b"))).eq("x"));
    cases.add(
        "column(\"n\", postgresql.ARRAY(Integer)).overlap([1, 2])",
        () -> Postgresql.overlap(PG_NUMBERS, List.of(1, 2)));
    cases.add(
        "column(\"n\", postgresql.ARRAY(Integer)).contains([1])",
        () -> Postgresql.contains(PG_NUMBERS, List.of(1)));
    cases.add(
        "postgresql.to_tsvector(\"english\", u.name).bool_op(\"@@\")(postgresql.to_tsquery(\"x\"))",
        () ->
            Postgresql.func("to_tsvector", "english", u("name"))
                .boolOp("@@", Postgresql.func("to_tsquery", "x")));
    cases.add(
        "postgresql.ts_headline(u.name, postgresql.to_tsquery(\"x\"))",
        () -> Postgresql.func("ts_headline", u("name"), Postgresql.func("to_tsquery", "x")));
    cases.add("postgresql.hstore(\"a\", \"b\")", () -> Postgresql.func("hstore", "a", "b"));
  }
}
