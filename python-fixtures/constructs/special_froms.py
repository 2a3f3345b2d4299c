"""VALUES, LATERAL, TABLESAMPLE, and aliases of everything that can have one."""

import datetime
import decimal

from shop import Color, addresses, ledger, odd, orders, users
from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL, Boolean, Date, Enum, Integer, Numeric, String, cast, column, exists, func, join, lateral, literal, literal_column, null,
    select, table, tablesample, text, true, tuple_, union_all, values,
)
from sqlalchemy.sql import quoted_name

from .registry import family

case = family("special_froms", protocols=(2, 5))
u, a, o = users.c, addresses.c, orders.c


def pairs(**options):
    return values(column("id", Integer), column("name", String), **options).data([(1, "a"), (2, "b")])


def on(make, build):
    return lambda: build(make())


# VALUES
case("values", lambda: select(pairs()), run=False)
case("values_named", on(lambda: pairs(name="v"), lambda v: select(v.c.id, v.c.name)), run=False)
case("values_whole", on(lambda: pairs(name="v"), lambda v: select(v)), run=False)
case("values_named_oddly", on(lambda: values(column("a b"), column("Mixed"), column("select"), name="V v").data([(1, 2, 3)]), lambda v: select(v)), run=False)
case("values_quoted", on(lambda: values(column(quoted_name("id", True)), name=quoted_name("v", True)).data([(1,)]), lambda v: select(v)), run=False)
case("values_of_dicts", on(lambda: values(column("id"), column("name"), name="v").data([{"id": 1, "name": "a"}]), lambda v: select(v)), run=False)
case("values_percent", on(lambda: values(column("a%b"), name="c%d").data([("5%",)]), lambda v: select(v)), run=False, styles=True)
case("values_unnamed_columns", on(pairs, lambda v: select(v.c.id, v.c.name).where(v.c.id > 1)), run=False)
case("values_literal_binds", on(lambda: pairs(name="v", literal_binds=True), lambda v: select(v)), run=False)
case("values_literal_binds_types", on(lambda: values(column("d", Date), column("n", Numeric), column("b", Boolean), column("s"), name="v", literal_binds=True).data(
    [(datetime.date(2020, 2, 29), decimal.Decimal("1.50"), True, "it's"), (None, None, None, None)]), lambda v: select(v)), run=False)
case("values_many", on(lambda: values(column("n", Integer), name="v").data([(i,) for i in range(12)]), lambda v: select(v.c.n)), run=False)
case("values_data_twice", on(lambda: pairs(name="v").data([(3, "c")]).data([(4, None), (5, "e")]), lambda v: select(v)), run=False)
case("values_nulls", on(lambda: values(column("x", Integer), column("y"), name="v").data([(None, None), (1, "y")]), lambda v: select(v)), run=False)
case("values_untyped", on(lambda: values(column("a"), column("b"), column("c"), name="v").data([(1, "x", decimal.Decimal("2.5")), (2, "y", 2.5)]), lambda v: select(v)), run=False)
case("values_enum", on(lambda: values(column("c", Enum(Color)), name="v").data([(Color.red,), (Color.blue,)]), lambda v: select(v)), run=False)
case("values_expressions", on(lambda: values(column("a", Integer), column("b"), name="v").data([(func.now(), literal(5)), (u.id + 1, null()), (literal_column("x"), cast("1", Integer))]), lambda v: select(v)), run=False)
case("values_subquery_inside", on(lambda: values(column("a", Integer), name="v").data([(select(func.max(u.id)).scalar_subquery(),)]), lambda v: select(v)), run=False)
case("values_wrong_width", on(lambda: values(column("a"), column("b"), name="v").data([(1, 2), (3,)]), lambda v: select(literal(1)).select_from(users)), run=False)
case("values_columns_of_table", on(lambda: values(u.id, u.name, name="v").data([(1, "a")]), lambda v: select(v.c.id, v.c.name)), run=False)
case("values_columns_of_lightweight", on(lambda: values(table("t", column("x", Integer)).c.x, name="v").data([(1,)]), lambda v: select(v.c.x)), run=False)
case("values_alias", on(lambda: pairs().alias("w"), lambda v: select(v.c.id)), run=False)
case("values_alias_unnamed", on(lambda: pairs().alias(), lambda v: select(v.c.id)), run=False)
case("values_alias_of_named", on(lambda: pairs(name="v").alias("w"), lambda v: select(v)), run=False)
case("values_two_aliases", on(pairs, lambda v: (lambda x, y: select(x.c.id, y.c.id))(v.alias("x"), v.alias("y"))), run=False)
case("values_lateral", on(lambda: pairs(name="v").lateral(), lambda v: select(u.id, v.c.name).select_from(users.join(v, true()))), run=False)
case("values_lateral_named", on(lambda: pairs().lateral("l"), lambda v: select(v.c.name)), run=False)
case("values_lateral_unnamed", on(lambda: pairs().lateral(), lambda v: select(v.c.name)), run=False)
case("values_lateral_correlated", on(lambda: values(column("x", Integer), name="v").data([(u.id,), (u.age,)]).lateral(), lambda v: select(u.name, v.c.x).select_from(users.join(v, true()))), run=False)
case("values_join", on(lambda: pairs(name="v"), lambda v: select(u.name, v.c.name).join(v, v.c.id == u.id)), run=False)
case("values_join_outer", on(lambda: pairs(name="v"), lambda v: select(u.name, v.c.name).select_from(users.outerjoin(v, v.c.id == u.id))), run=False)
case("values_cte", on(lambda: pairs(name="v").cte("c"), lambda c: select(c.c.id, c.c.name).order_by(c.c.id)))
case("values_cte_unnamed", on(lambda: pairs().cte(), lambda c: select(c).order_by(c.c.id)))
case("values_cte_joined", on(lambda: pairs().cte("c"), lambda c: select(u.name, c.c.name).join(c, c.c.id == u.id).order_by(u.id)))
case("values_cte_alias", on(lambda: pairs().cte("c"), lambda c: (lambda x, y: select(x.c.id, y.c.id).where(x.c.id < y.c.id))(c.alias("x"), c.alias("y"))))
case("values_cte_literal", on(lambda: pairs(literal_binds=True).cte("c"), lambda c: select(c).order_by(c.c.id)))
case("values_cte_columns_oddly", on(lambda: values(column("a b"), column("Mixed"), name="v").data([(1, 2)]).cte("C c"), lambda c: select(c)))
case("values_subquery", on(lambda: pairs(name="v"), lambda v: (lambda s: select(s.c.id))(select(v.c.id).where(v.c.name != "a").subquery())), run=False)
case("values_union", on(lambda: pairs(name="v"), lambda v: union_all(select(v.c.id), select(u.id))), run=False)
case("values_exists", on(lambda: pairs(name="v"), lambda v: select(u.id).where(exists().where(v.c.id == u.id))), run=False)
case("values_qualified", on(lambda: pairs(name="v"), lambda v: select(v).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)), run=False)
case("values_alone", lambda: pairs(name="v"))
case("values_in", lambda: select(u.id).where(tuple_(u.id, u.name).in_(pairs())), run=False)
case("values_in_one", lambda: select(u.id).where(u.id.in_(values(column("x", Integer)).data([(1,), (5,)]))).order_by(u.id))
case("values_scalar", lambda: select(u.id).where(u.id == values(column("x", Integer)).data([(2,)]).scalar_values()))
case("values_scalar_literal", lambda: select(u.id).where(u.id == values(column("x", Integer), literal_binds=True).data([(2,)]).scalar_values()))
case("values_scalar_selected", lambda: select(values(column("x", Integer)).data([(2,)]).scalar_values().label("n")))

# LATERAL
case("lateral", on(lambda: select(a.email).where(a.user_id == u.id).lateral("l"), lambda l: select(u.id, l.c.email)), run=False)
case("lateral_unnamed", on(lambda: select(a.email).where(a.user_id == u.id).lateral(), lambda l: select(u.id, l.c.email)), run=False)
case("lateral_join", on(lambda: select(a.email).where(a.user_id == u.id).limit(1).lateral("l"), lambda l: select(u.id, l.c.email).select_from(users.join(l, true()))), run=False)
case("lateral_outerjoin", on(lambda: select(a.email).where(a.user_id == u.id).lateral("l"), lambda l: select(u.id, l.c.email).outerjoin(l, true())), run=False)
case("lateral_of_subquery", on(lambda: select(a.email).where(a.user_id == u.id).subquery("s").lateral("l"), lambda l: select(u.id, l.c.email)), run=False)
case("lateral_function", on(lambda: lateral(select(a.email).where(a.user_id == u.id), name="l"), lambda l: select(u.id, l.c.email)), run=False)
case("lateral_of_table", lambda: select(users.lateral("l").c.id), run=False)
case("lateral_of_alias", lambda: select(users.alias("x").lateral("l").c.id), run=False)
case("lateral_of_lightweight", lambda: select(table("t", column("x")).lateral("l").c.x), run=False)
case("lateral_of_union", on(lambda: union_all(select(a.email).where(a.user_id == u.id), select(a.city).where(a.user_id == u.id)).lateral("l"), lambda l: select(u.id, l.c.email)), run=False)
case("lateral_two", lambda: (lambda l, m: select(u.id, l.c.email, m.c.status).select_from(users.join(l, true()).join(m, true())))(
    select(a.email).where(a.user_id == u.id).lateral("l"), select(o.status).where(o.user_id == u.id).lateral("m")), run=False)
case("lateral_of_lateral", lambda: (lambda l: (lambda m: select(u.id, m.c.city).select_from(users.join(l, true()).join(m, true())))(
    select(a.city).where(a.id == l.c.id).lateral("m")))(select(a.id).where(a.user_id == u.id).lateral("l")), run=False)
case("lateral_alias", on(lambda: select(a.email).where(a.user_id == u.id).lateral("l").alias("k"), lambda l: select(u.id, l.c.email)), run=False)
case("lateral_aggregate", on(lambda: select(func.count().label("n"), func.max(a.id)).where(a.user_id == u.id).lateral("l"), lambda l: select(u.id, l.c.n, l)), run=False)
case("lateral_of_text", on(lambda: text("SELECT 1 AS x").columns(column("x", Integer)).lateral("l"), lambda l: select(u.id, l.c.x)), run=False)

# TABLESAMPLE
case("sample", lambda: select(tablesample(users, 10).c.id), run=False)
case("sample_named", lambda: select(tablesample(users, 10, name="s").c.id), run=False)
case("sample_function", lambda: select(tablesample(users, func.bernoulli(12.5), name="s").c.id), run=False)
case("sample_seed", lambda: select(tablesample(users, func.bernoulli(1), name="s", seed=func.random()).c.id), run=False)
case("sample_seed_literal", lambda: select(tablesample(users, 10, seed=literal(7)).c.id), run=False)
case("sample_method", lambda: select(users.tablesample(10, name="s")), run=False)
case("sample_of_alias", lambda: select(users.alias("x").tablesample(10, name="s").c.id), run=False)
case("sample_of_schema_table", lambda: select(ledger.tablesample(10, name="s").c.id), run=False)
case("sample_join", lambda: (lambda s: select(s.c.id, a.email).join_from(s, addresses, a.user_id == s.c.id))(users.tablesample(func.system(5), name="s")), run=False)
case("sample_alias", lambda: select(users.tablesample(10, name="s").alias("t").c.id), run=False)
case("sample_of_lightweight", lambda: select(table("t", column("x")).tablesample(3).c.x), run=False)

# aliases of what is no table
case("alias_of_subquery", lambda: select(select(u.id).subquery("s").alias("t").c.id).order_by(text("1")))
case("alias_of_subquery_unnamed", lambda: select(select(u.id).subquery().alias().c.id).order_by(text("1")))
case("alias_of_text", lambda: (lambda t: select(t.c.id, t.c.birthday).order_by(t.c.id))(text("SELECT id, birthday FROM users").columns(u.id, u.birthday).alias("t")))
case("subquery_of_text", lambda: (lambda t: select(t.c.id, t.c.n).where(t.c.n > 1).order_by(t.c.id))(text("SELECT id, age AS n FROM users").columns(id=Integer, n=Integer).subquery("t")))
case("subquery_of_text_unnamed", lambda: (lambda t: select(t).order_by(t.c.id))(text("SELECT id, name FROM users").columns(u.id, u.name).subquery()))
case("subquery_of_text_bound", lambda: (lambda t: select(t.c.id).where(t.c.id < 5).order_by(t.c.id))(text("SELECT id FROM users WHERE id > :low").bindparams(low=1).columns(u.id).subquery()), styles=True)
case("cte_of_text", lambda: (lambda t: select(t.c.id, u.name).where(t.c.id == u.id).order_by(t.c.id))(text("SELECT id FROM users WHERE id > 1").columns(column("id", Integer)).cte("t")))
case("cte_in_text", lambda: (lambda c: text("SELECT id FROM c ORDER BY id").columns(column("id", Integer)).add_cte(c))(select(u.id).cte("c")))
case("scalar_of_text", lambda: select(u.id, text("SELECT max(id) FROM addresses").columns(column("m", Integer)).scalar_subquery().label("m")).order_by(u.id))
case("exists_of_text", lambda: select(u.id).where(text("SELECT 1 FROM addresses WHERE addresses.user_id = users.id").columns(column("x")).exists()).order_by(u.id))
case("in_text_select", lambda: select(u.id).where(u.id.in_(text("SELECT user_id FROM addresses").columns(column("user_id", Integer)))).order_by(u.id))
case("union_with_text", lambda: union_all(select(u.id), text("SELECT 99 AS id").columns(column("id", Integer))))
case("join_of_text", lambda: (lambda t: select(u.name, t.c.n).join(t, t.c.user_id == u.id).order_by(u.id))(
    text("SELECT user_id, count(*) AS n FROM addresses GROUP BY user_id").columns(column("user_id", Integer), column("n", Integer)).subquery("t")))
case("alias_of_grouped_join", lambda: select(u.name, a.email).select_from(users.join(addresses.join(orders, o.user_id == a.user_id), a.user_id == u.id)).order_by(u.id, a.id, o.id))
case("alias_of_join", lambda: (lambda j: select(j).order_by(text("1, 2")))(select(u.id, a.email).select_from(users.join(addresses)).subquery("j")))
case("alias_of_schema_table", lambda: select(ledger.alias("l").c.id).order_by(text("1")))
case("alias_of_odd_table", lambda: select(odd.alias("Other Names").c["with space"]))

# VALUES as the right side of IN brings no FROM along
case("values_in_of_a_table", lambda: select(u.id.in_(values(o.id).data([(1,), (42,)]))).order_by(u.id))
case("values_in_scalar", lambda: select(u.id).where(u.id.in_(values(o.id).data([(1,), (42,)]).scalar_values())).order_by(u.id))
case("values_not_in_of_a_table", lambda: select(u.id).where(u.id.not_in(values(o.id).data([(1,), (42,)]))).order_by(u.id))
