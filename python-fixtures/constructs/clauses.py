"""The clauses of SELECT beyond the usual ones, and what stands around it."""

from shop import addresses, items, ledger, nodes, orders, users
from sqlalchemy import (
    LABEL_STYLE_DISAMBIGUATE_ONLY,
    LABEL_STYLE_NONE,
    LABEL_STYLE_TABLENAME_PLUS_COL,
    Integer,
    all_,
    any_,
    bindparam,
    desc,
    func,
    literal,
    literal_column,
    null,
    select,
    text,
    tuple_,
    union,
    update,
)

from .registry import family

case = family("clauses", protocols=(2, 5))

PLAIN = ("default", "sqlite", "postgresql", "mysql", "mariadb")
plain = select(users.c.id, users.c.name)
ordered = plain.order_by(users.c.id)


def of(thing, build):
    return build(thing)


# --- DISTINCT
case("distinct", lambda: select(orders.c.user_id).distinct())
case("distinct_on", lambda: plain.distinct(users.c.age).order_by(users.c.age, users.c.id))
case("distinct_on_two", lambda: plain.distinct(users.c.age, users.c.active))
case("distinct_on_twice", lambda: plain.distinct(users.c.age).distinct(users.c.id))
case("distinct_on_expression", lambda: plain.distinct(users.c.age + 1, func.lower(users.c.name)))
case("distinct_on_name", lambda: select(users.c.id.label("x"), users.c.name).distinct("x"), run=False)
case("distinct_no_columns_in_order", lambda: select(func.count(orders.c.user_id.distinct())))

# --- LIMIT, OFFSET, FETCH
case("limit_expression", lambda: ordered.limit(literal(1) + 1))
case("limit_bind", lambda: ordered.limit(bindparam("n", 2)))
case("limit_literal_column", lambda: ordered.limit(literal_column("2")))
case("limit_scalar", lambda: ordered.limit(select(func.count(nodes.c.id)).scalar_subquery()))
case("limit_function", lambda: ordered.limit(func.length("ab")))
case("offset_expression", lambda: ordered.limit(5).offset(literal(1) + 1))
case("offset_only", lambda: ordered.offset(1))
case("limit_none", lambda: ordered.limit(2).limit(None))
case("slice", lambda: ordered.slice(1, 3))
case("fetch", lambda: ordered.fetch(2), run=False)
case("fetch_ties", lambda: ordered.fetch(2, with_ties=True), run=False)
case("fetch_percent", lambda: ordered.fetch(50, percent=True), run=False)
case("fetch_percent_ties", lambda: ordered.fetch(50, percent=True, with_ties=True), run=False)
case("fetch_offset", lambda: ordered.fetch(2).offset(1), run=False)
case("fetch_expression", lambda: ordered.fetch(literal(1) + 1).offset(literal(1)), run=False)
case("fetch_bind", lambda: ordered.fetch(bindparam("n", 2)), run=False)
case("fetch_in_subquery", lambda: of(ordered.fetch(2).subquery(), lambda s: select(s.c.id)), run=False)
case("limit_in_nested", lambda: of(ordered.limit(2).subquery(), lambda s: select(s.c.id).order_by(s.c.id).limit(1)))

# --- FOR UPDATE
case("for_update", lambda: plain.with_for_update())
case("for_update_read", lambda: plain.with_for_update(read=True))
case("for_update_nowait", lambda: plain.with_for_update(nowait=True))
case("for_update_read_nowait", lambda: plain.with_for_update(read=True, nowait=True))
case("for_update_skip_locked", lambda: plain.with_for_update(skip_locked=True))
case("for_update_key_share", lambda: plain.with_for_update(key_share=True))
case("for_update_read_key_share", lambda: plain.with_for_update(read=True, key_share=True))
case("for_update_of_column", lambda: plain.with_for_update(of=users.c.id))
case("for_update_of_table", lambda: plain.with_for_update(of=users))
case("for_update_of_schema", lambda: select(ledger.c.id).with_for_update(of=ledger))
case("for_update_of_many", lambda: select(users.c.id, orders.c.id).join(orders).with_for_update(of=[users.c.id, users.c.name, orders]))
case("for_update_of_alias", lambda: of(users.alias("u"), lambda u: select(u.c.id).with_for_update(of=u, skip_locked=True)))
case("for_update_of_unnamed", lambda: of(users.alias(), lambda u: select(u.c.id).with_for_update(of=u.c.id)))
case("for_update_of_join", lambda: of(users.join(orders), lambda j: select(users.c.id).select_from(j).with_for_update(of=j)))
case("for_update_limited", lambda: ordered.limit(2).with_for_update(nowait=True), dialects=PLAIN)
case("for_update_in_subquery", lambda: of(plain.with_for_update().subquery(), lambda s: select(s.c.id)))

# --- hints and execution options
case("hint", lambda: plain.with_hint(users, "USE INDEX (ix)", "mysql"))
case("hint_any_dialect", lambda: plain.with_hint(users, "ONLY"))
case("hint_name", lambda: plain.with_hint(users, "+ index(%(name)s ix)", "oracle"))
case("hint_of_alias", lambda: of(users.alias(), lambda u: select(u.c.id).with_hint(u, "FORCE INDEX (ix)", "mysql")))
case("hint_in_join", lambda: select(users.c.id).join(orders).with_hint(orders, "USE INDEX (ix)", "mysql"))
case("hint_two", lambda: select(users.c.id).join(orders).with_hint(orders, "USE INDEX (ix)", "mysql").with_hint(users, "ONLY", "postgresql"))
case("hint_nolock", lambda: plain.with_hint(users, "WITH (NOLOCK)", "mssql"))
case("hint_percent", lambda: plain.with_hint(users, "sample(%(name)s 10%%%%)"), run=False, styles=True)
case("hint_percent_oracle", lambda: plain.with_hint(users, "sample(%(name)s 10%%%%)", "oracle").with_hint(users, "TABLESAMPLE 5%%%%", "mssql"), run=False, styles=True)
case("hint_percent_alone", lambda: plain.with_hint(users, "sample(10%)", "mysql"), run=False)
case("hint_percent_spaced", lambda: plain.with_hint(users, "10 % of %(name)s"), run=False)
case("hint_percent_other", lambda: plain.with_hint(users, "%(table)s", "mssql"), run=False)
case("statement_hint_percent", lambda: plain.with_statement_hint("-- 10%%"), run=False, styles=True)
case("prefix_percent", lambda: plain.prefix_with("/* 10% */").suffix_with("/* 5%% */"), styles=True)
case("hint_percent_update", lambda: update(users).values(age=1).with_hint("/* 10%% */"), run=False, styles=True)
case("statement_hint", lambda: plain.with_statement_hint("OPTION (FAST 1)"), run=False)
case("statement_hint_dialect", lambda: plain.with_statement_hint("/* hint */", "postgresql").with_statement_hint("/* other */", "mysql"))
case("execution_options", lambda: plain.execution_options(stream_results=True, yield_per=10))

case("prefix", lambda: plain.prefix_with("ALL"))
case("prefix_dialect", lambda: plain.prefix_with("SQL_NO_CACHE", dialect="mysql"))
case("prefix_two", lambda: plain.prefix_with("/* one */", "/* two */").prefix_with("/* three */", dialect="postgresql"))
case("prefix_distinct", lambda: plain.prefix_with("/* before */").distinct())
case("prefix_text", lambda: plain.prefix_with(text("/* text */")))
case("prefix_column", lambda: plain.prefix_with(literal_column("/* column */")))
case("suffix", lambda: ordered.suffix_with("/* end */"))
case("suffix_dialect", lambda: ordered.suffix_with("/* end */", dialect="sqlite"))
case("suffix_two", lambda: ordered.suffix_with("/* one */", "/* two */"))
case("suffix_limited", lambda: ordered.limit(2).suffix_with("/* end */"))
case("prefix_in_subquery", lambda: of(plain.prefix_with("/* in */").suffix_with("/* out */").subquery(), lambda s: select(s.c.id)))
case("prefix_with_cte", lambda: of(plain.cte("c"), lambda c: select(c.c.id).prefix_with("/* in */").suffix_with("/* out */")))

# --- any and all
case("any_select", lambda: plain.where(users.c.id == any_(select(orders.c.user_id).scalar_subquery())), run=False)
case("all_select", lambda: plain.where(users.c.age >= all_(select(users.c.age).correlate(None).scalar_subquery())), run=False)
case("any_scalar", lambda: plain.where(users.c.id == select(orders.c.user_id).scalar_subquery().any_()), run=False)
case("any_union", lambda: plain.where(users.c.id == any_(union(select(orders.c.user_id), select(nodes.c.id)).scalar_subquery())), run=False)
case("any_correlated", lambda: plain.where(literal(5) < any_(select(orders.c.total).where(orders.c.user_id == users.c.id).scalar_subquery())), run=False)

# --- joins left to the compiler
c = plain.cte("c")
case("join_cte", lambda: select(orders.c.id).join(c, c.c.id == orders.c.user_id))
case("join_from_cte", lambda: select(orders.c.id).join_from(c, orders))
case("join_subquery_and_cte", lambda: of(select(orders).subquery(), lambda s: select(users.c.id).join(s, s.c.user_id == users.c.id).join(c, c.c.id == users.c.id)))
case("join_union", lambda: of(union(select(orders.c.user_id), select(addresses.c.user_id)).subquery(), lambda s: select(users.c.id).join(s)))
case("join_place_of_left", lambda: select(users.c.id, nodes.c.id).select_from(users, nodes).join_from(users, orders))
case("join_left_within_subquery", lambda: of(select(users.c.id).subquery("s"), lambda s: select(s.c.id).select_from(s).join_from(s, orders, orders.c.user_id == s.c.id)))
case("outerjoin_from", lambda: select(users.c.id, orders.c.id).outerjoin_from(users, orders))
case("join_full", lambda: select(users.c.id).join(orders, full=True), run=False)
case("join_ambiguous", lambda: select(users.c.id, nodes.c.id, items.c.id).join(ledger, literal(1) == 1), run=False)

# --- label styles
both = select(users.c.id, orders.c.id, users.c.name).where(users.c.id == orders.c.user_id)
case("style_table_names", lambda: both.set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("style_none", lambda: both.set_label_style(LABEL_STYLE_NONE))
case("style_disambiguate", lambda: both.set_label_style(LABEL_STYLE_DISAMBIGUATE_ONLY))
case("style_table_names_unnamed", lambda: of(users.alias(), lambda u: select(u.c.id, u.c.name, u.c.id + 1).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("style_table_names_twice", lambda: select(users.c.id, users.c.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("style_table_names_functions", lambda: select(func.count(users.c.id), users.c.id.label("x"), literal(1)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("style_none_functions", lambda: select(func.count(users.c.id), users.c.id + 1, null()).set_label_style(LABEL_STYLE_NONE))

# --- columns changed afterwards
case("add_columns", lambda: select(users.c.id).add_columns(users.c.name, literal(1)))
case("with_only_columns", lambda: plain.where(users.c.age > 20).with_only_columns(users.c.id))
case("with_only_columns_maintain_froms", lambda: plain.with_only_columns(func.count(), maintain_column_froms=True))
case("reduce_columns", lambda: select(users.c.id, orders.c.id, orders.c.user_id).where(users.c.id == orders.c.user_id).reduce_columns())
case("no_columns", lambda: select().select_from(users).where(users.c.id == 1), run=False)
case("no_columns_distinct", lambda: select().distinct().select_from(users), run=False)
case("filter_by", lambda: select(users.c.id).select_from(users).filter_by(name="ed"))
case("get_final_froms_join", lambda: select(users.c.id).select_from(users).join(orders).join(addresses, addresses.c.user_id == users.c.id))

# --- GROUP BY
counted = select(users.c.age, users.c.active, func.count(users.c.id))
case("rollup", lambda: counted.group_by(func.rollup(users.c.age, users.c.active)), run=False)
case("cube", lambda: counted.group_by(func.cube(users.c.age, users.c.active)), run=False)
case("grouping_sets", lambda: counted.group_by(func.grouping_sets(users.c.age, users.c.active)), run=False)
case("rollup_beside", lambda: counted.group_by(users.c.age, func.rollup(users.c.active)), run=False)
case("group_by_label", lambda: of((users.c.age + 1).label("x"), lambda x: select(x, func.count()).select_from(users).group_by(x)))
case("group_by_name", lambda: select((users.c.age + 1).label("x"), func.count(users.c.id)).group_by("x"))

# --- several FROMs
case("froms_two", lambda: select(users.c.id, items.c.id).where(users.c.id == items.c.id))
case("froms_three", lambda: select(users.c.id, items.c.id).where(users.c.id == nodes.c.id))
case("froms_from_where", lambda: select(literal(1)).where(users.c.id == orders.c.id))
case("froms_select_from", lambda: select(users.c.id).select_from(orders, users))
case("froms_join_and_table", lambda: select(users.c.id, items.c.id).join(orders, orders.c.user_id == users.c.id))
case("froms_table_twice", lambda: select(users.c.id).select_from(users).select_from(users))
case("froms_alias_beside", lambda: of(users.alias(), lambda u: select(users.c.id, u.c.id).select_from(u)))
