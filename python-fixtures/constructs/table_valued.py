"""Functions that give tables: table_valued(), column_valued(), alias(), scalar_table_valued(), WITH ORDINALITY, derived columns."""

from shop import addresses, items, users
from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL, Date, Integer, Numeric, String, and_, bindparam, column, func, lateral, literal, literal_column, select, table, text,
    true, tuple_, values,
)

from .registry import family

case = family("table_valued", protocols=(2, 5))
u, a = users.c, addresses.c


def each(*columns, **options):
    return func.json_each('["a", "b", 3]').table_valued(*columns, **options)


def series(*columns, **options):
    return func.generate_series(1, 5).table_valued(*columns, **options)


def on(make, build):
    return lambda: build(make())


# table_valued
case("one", on(lambda: each("value"), lambda t: select(t.c.value)))
case("whole", on(lambda: each("key", "value"), lambda t: select(t)))
case("several", on(lambda: each("key", "value", "type"), lambda t: select(t.c.key, t.c.value, t.c.type).order_by(t.c.key)))
case("named", on(lambda: each("value", name="je"), lambda t: select(t.c.value)))
case("named_oddly", on(lambda: each("value", name="J E"), lambda t: select(t.c.value)))
case("typed", on(lambda: each(column("key", Integer), column("value", String)), lambda t: select(t.c.value + "!", t.c.key + 1).where(t.c.key > 0)))
case("typed_result", on(lambda: func.json_each('["2020-02-29"]').table_valued(column("value", Date)), lambda t: select(t.c.value)))
case("columns_of_a_table", on(lambda: each(u.id), lambda t: select(t)), run=False)
case("no_columns", on(lambda: each(), lambda t: select(literal_column("value")).select_from(t)))
case("columns_named_oddly", on(lambda: each("a b", "Value", "select"), lambda t: select(t)), run=False)
case("where", on(lambda: each("key", "value"), lambda t: select(t.c.value).where(t.c.key > 0, t.c.value != "x")))
case("two", lambda: (lambda x, y: select(x.c.value, y.c.value))(each("value"), each("value")))
case("two_named", lambda: (lambda x, y: select(x.c.value, y.c.value).where(x.c.value < y.c.value))(each("value", name="x"), each("value", name="y")))
case("joins_implicitly", on(lambda: func.json_each(items.c.tags).table_valued("value", joins_implicitly=True), lambda t: select(items.c.id, t.c.value).order_by(items.c.id, t.c.value)))
case("of_a_column", on(lambda: func.json_each(items.c.tags).table_valued("key", "value"), lambda t: select(items.c.id, t.c.value).select_from(items, t).order_by(items.c.id, t.c.key)))
case("join", on(lambda: func.json_each(items.c.tags).table_valued("key", "value"), lambda t: select(items.c.id, t.c.value).select_from(items.join(t, true())).order_by(items.c.id, t.c.key)))
case("join_method", on(lambda: func.json_each(items.c.tags).table_valued("key", "value", name="tag"), lambda t: select(items.c.id, t.c.value).join(t, true()).order_by(items.c.id, t.c.key)))
case("outerjoin", on(lambda: func.json_each(items.c.tags).table_valued("key", "value"), lambda t: select(items.c.id, t.c.value).outerjoin(t, t.c.value != "red").order_by(items.c.id, t.c.key)))
case("bound", on(lambda: func.json_each(bindparam("doc", "[7]")).table_valued("value"), lambda t: select(t.c.value)), styles=True)
case("qualified_labels", on(lambda: each("key", "value", name="je"), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("qualified_labels_unnamed", on(lambda: each("key", "value"), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("order_by_name", on(lambda: each("key", "value"), lambda t: select(t.c.value).order_by("key")))
case("aggregated", on(lambda: each("value"), lambda t: select(func.count(t.c.value), func.max(t.c.value))))
case("packaged", on(lambda: func.pkg.gen(1).table_valued("x"), lambda t: select(t.c.x)), run=False)
case("generic", on(lambda: func.coalesce(1, 2).table_valued("x"), lambda t: select(t.c.x)), run=False)
case("subquery", on(lambda: each("value"), lambda t: (lambda s: select(s.c.value))(select(t.c.value).where(t.c.value != "a").subquery())))
case("cte", on(lambda: each("value"), lambda t: (lambda s: select(s.c.value))(select(t.c.value).cte("c"))))
case("in_exists", on(lambda: func.json_each(items.c.tags).table_valued("value"), lambda t: select(items.c.id).where(select(t.c.value).where(t.c.value == "red").exists()).order_by(items.c.id)))
case("in_scalar", on(lambda: func.json_each(items.c.tags).table_valued("value"), lambda t: select(items.c.id, select(func.count(t.c.value)).scalar_subquery()).order_by(items.c.id)))
case("in_in", on(lambda: func.json_each("[1, 2]").table_valued(column("value", Integer)), lambda t: select(u.id).where(u.id.in_(select(t.c.value))).order_by(u.id)))
case("alone", lambda: each("value"))
case("column_alone", lambda: each("value").c.value)

# alias and column_valued
case("column_valued", lambda: select(func.generate_series(1, 5).column_valued()), run=False)
case("column_valued_named", lambda: select(func.generate_series(1, 5, -1).column_valued("x")), run=False)
case("column_valued_typed", lambda: (lambda x: select(x, x + 1).where(x > 2))(func.generate_series(1, 5, type_=Integer).column_valued("x")), run=False)
case("column_valued_twice", lambda: (lambda x, y: select(x, y))(func.f(1).column_valued(), func.f(2).column_valued()), run=False)
case("column_valued_label", lambda: select(func.unnest(u.name).column_valued("x").label("y"), u.id), run=False)
case("column_valued_ordered", lambda: (lambda x: select(x).order_by(x.desc()))(func.unnest(u.name).column_valued("x")), run=False)
case("column_valued_implicitly", lambda: select(u.id, func.json_array_elements(u.name).column_valued("x", joins_implicitly=True)), run=False)
case("column_valued_qualified", lambda: select(func.f(1).column_valued("x")).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL), run=False)
case("column_valued_alone", lambda: func.f(1).column_valued("x"))
case("alias", lambda: (lambda f: select(f.column))(func.f(1).alias()), run=False)
case("alias_named", lambda: (lambda f: select(f.column).select_from(f))(func.f(1).alias("fa")), run=False)
case("alias_as_argument", lambda: (lambda f: select(func.row_to_json(f.column)))(func.f(1).alias("fa")), run=False)
case("alias_whole", lambda: select(func.f(1).alias("fa")), run=False)
case("alias_whole_unnamed", lambda: select(func.f(1).alias(), func.g(2).alias()), run=False)
case("alias_of_table_valued", on(lambda: series("v"), lambda t: select(t.alias("x").c.v)), run=False)
case("alias_of_alias", lambda: select(func.f(1).alias("x").alias("y").column), run=False)
case("table_column", lambda: select(series("v", name="s").column), run=False)
case("table_column_in_function", lambda: select(func.to_json(series("v", "w").column)), run=False)

# in FROM as it is
case("from", lambda: select(literal_column("value")).select_from(func.json_each("[1, 2]")))
case("from_columns", lambda: select(column("value", Integer), column("key")).select_from(func.json_each("[1, 2]")))
case("from_star", lambda: select(text("value, key")).select_from(func.json_each("[1, 2]")))
case("from_and_table", lambda: select(u.id, column("value")).select_from(users, func.json_each("[1, 2]")).order_by(u.id, column("value")))
case("from_join", lambda: select(u.id, column("value")).select_from(users.join(func.json_each("[1, 2]"), true())).order_by(u.id, column("value")))
case("from_correlated_argument", lambda: select(column("value")).select_from(func.json_each(items.c.tags)), run=False)

# ordinality, derived columns
case("ordinality", lambda: select(series("v", with_ordinality="o")), run=False)
case("ordinality_derived", lambda: select(series("v", with_ordinality="o").render_derived()), run=False)
case("ordinality_named", lambda: select(series("v", with_ordinality="o", name="s").render_derived(name="t")), run=False)
case("derived", on(lambda: series("v").render_derived(), lambda t: select(t.c.v)), run=False)
case("derived_named", on(lambda: series("v").render_derived(name="s"), lambda t: select(t.c.v).where(t.c.v > 1)), run=False)
case("derived_names_lost", on(lambda: series("v", name="first").render_derived(), lambda t: select(t.c.v)), run=False)
case("derived_odd_names", on(lambda: series("a b", "Mixed", "select").render_derived(name="S s"), lambda t: select(t)), run=False)
case("derived_typed", on(lambda: func.json_to_recordset("[]").table_valued(column("a", Integer), column("b", String(5)), column("c", Numeric(10, 2)), column("d", Date)).render_derived(with_types=True), lambda t: select(t)), run=False)
case("derived_typed_named", on(lambda: func.json_to_recordset("[]").table_valued(column("a", Integer), column("b", String)).render_derived(name="r", with_types=True), lambda t: select(t.c.a, t.c.b)), run=False)
case("derived_alias", on(lambda: series("v").render_derived(), lambda t: select(t.alias("x").c.v)), run=False)
case("unnest", on(lambda: func.unnest(bindparam("xs", [1, 2])).table_valued("x", with_ordinality="n").render_derived(), lambda t: select(t.c.x, t.c.n).order_by(t.c.n)), run=False)

# lateral
case("lateral", on(lambda: func.json_each(items.c.tags).table_valued("value").lateral(), lambda t: select(items.c.id, t.c.value).select_from(items.join(t, true()))), run=False)
case("lateral_named", on(lambda: func.generate_series(1, u.id).table_valued("v").lateral("l"), lambda t: select(u.id, t.c.v)), run=False)
case("lateral_derived", on(lambda: func.generate_series(1, u.id).table_valued("v").render_derived().lateral("l"), lambda t: select(u.id, t.c.v)), run=False)
case("lateral_of_function", lambda: (lambda f: select(u.id, f.column))(func.unnest(u.name).alias("x").lateral("y")), run=False)
case("lateral_function", on(lambda: lateral(func.generate_series(1, u.id).table_valued("v"), name="l"), lambda t: select(u.id, t.c.v)), run=False)

# a field of what it gives
case("scalar", lambda: select(func.jsonb_each("{}").scalar_table_valued("key")), run=False)
case("scalar_typed", lambda: select(func.jsonb_each("{}").scalar_table_valued("key", String) + "x"), run=False)
case("scalar_of_a_column", lambda: select(u.id, func.f(u.name).scalar_table_valued("a b")), run=False)
case("scalar_where", lambda: select(u.id).where(func.f(u.name).scalar_table_valued("n", Integer) > 5), run=False)
case("scalar_label", lambda: select(func.f(1).scalar_table_valued("n").label("m")), run=False)

# a comparison of arguments
case("comparison", lambda: select(u.id).where(func.is_equal(u.id, 5).as_comparison(1, 2)), run=False)
case("comparison_in_and", lambda: select(u.id).where(and_(func.is_equal(u.id, u.age).as_comparison(1, 2), u.id > 1)), run=False)
case("comparison_equated", lambda: select(u.id).where(func.instr(u.name, "e").as_comparison(1, 2) == 2))
case("comparison_selected", lambda: select(func.instr(u.name, "e").as_comparison(1, 2)).order_by(u.id))
case("comparison_negated", lambda: select(u.id).where(~func.instr(u.name, "e").as_comparison(2, 1)), run=False)
case("comparison_join", lambda: select(u.id).join_from(users, addresses, func.instr(a.email, u.name).as_comparison(1, 2) > 0).order_by(u.id))

# a row as one value
case("row_of_table", lambda: select(func.row_to_json(users.table_valued())), run=False)
case("row_of_alias", lambda: (lambda x: select(func.row_to_json(x.table_valued()).label("row"), x.c.id))(users.alias("x")), run=False)
case("row_of_unnamed_alias", lambda: (lambda x: select(func.row_to_json(x.table_valued())).where(x.c.id > 1))(users.alias()), run=False)
case("row_of_subquery", lambda: (lambda x: select(func.row_to_json(x.table_valued())))(select(u.id, u.name).subquery()), run=False)
case("row_of_cte", lambda: (lambda x: select(func.count(x.table_valued())))(select(u.id).cte("x")), run=False)
case("row_of_lightweight", lambda: (lambda t: select(t.table_valued()))(table("t", column("id"), schema="s")), run=False)
case("row_of_values", lambda: (lambda v: select(func.row_to_json(v.table_valued())))(values(column("n", Integer), name="v").data([(1,)])), run=False)
case("row_of_join", lambda: select(func.row_to_json(users.table_valued())).join_from(users, addresses).where(a.email.like("%@x")), run=False)
case("row_in_where", lambda: select(u.id).where(users.table_valued().is_not(None)), run=False)
