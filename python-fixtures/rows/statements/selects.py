"""FROM, joins, grouping, ordering, limits, subqueries, CTEs and compounds."""

from sqlalchemy import (
    Integer, String, Unicode, alias, and_, case as case_, cast, column, distinct, except_, exists, false, func, intersect, join, lateral, literal, literal_column, nulls_first, nulls_last,
    outerjoin, select, table, text, true, tuple_, union, union_all, values,
)  # fmt: skip
from sqlalchemy.sql.selectable import SelectLabelStyle

from bazaar import lines, nobody, odd, parcels, people, products, purchases, renamed, reserved, things, words

from .registry import family

_boss = people.alias("boss")

case = family("join")

case("inner", lambda: select(people.c.name, purchases.c.total).join(purchases).order_by(purchases.c.id))
case("left", lambda: select(people.c.name, purchases.c.id).outerjoin(purchases).order_by(people.c.id, purchases.c.id))
case("full", lambda: select(people.c.id, purchases.c.id).outerjoin(purchases, full=True).order_by(people.c.id, purchases.c.id), on=("sqlite", "postgresql", "duckdb"))
case("self", lambda: select(people.c.name, _boss.c.name.label("boss")).join(_boss, people.c.boss_id == _boss.c.id).order_by(people.c.id))
case("self_left", lambda: select(people.c.name, _boss.c.name).outerjoin(_boss, people.c.boss_id == _boss.c.id).order_by(people.c.id))
case("three", lambda: select(people.c.name, products.c.name, lines.c.quantity).select_from(people.join(purchases).join(lines).join(products)).order_by(lines.c.purchase_id, lines.c.line_no))
case("right_nested", lambda: select(people.c.id, products.c.id).select_from(people.outerjoin(purchases.join(lines).join(products), people.c.id == purchases.c.person_id)).order_by(people.c.id, products.c.id))
case("composite", lambda: select(parcels.c.id, lines.c.quantity).join(lines).order_by(parcels.c.id))
case("composite_left", lambda: select(parcels.c.id, lines.c.quantity).outerjoin(lines).order_by(parcels.c.id))
case("join_from", lambda: select(people.c.id, purchases.c.id).join_from(people, purchases).order_by(purchases.c.id))
case("two_chains", lambda: select(func.count()).select_from(people).join(purchases).join(lines).join(products))
case("arbitrary_on", lambda: select(people.c.id, products.c.id).join(products, and_(people.c.id > products.c.id, products.c.price.is_not(None))).order_by(people.c.id, products.c.id))
case("on_true", lambda: select(func.count()).select_from(join(people, products, true())))
case("cartesian", lambda: select(people.c.id, products.c.id).where(people.c.id == products.c.id + 1).order_by(people.c.id))
case("empty", lambda: select(people.c.id, nobody.c.name).outerjoin(nobody, nobody.c.id == people.c.id).order_by(people.c.id))
case("odd", lambda: select(odd.c["with space"], reserved.c.select).join_from(odd, reserved).order_by(reserved.c.id))
case("subquery", lambda: _join_subquery())
case("aliases", lambda: select(alias(people, "p 1").c.name).where(literal(1) == 1).order_by(column("name")))

_sums = select(purchases.c.person_id, func.sum(purchases.c.total).label("total")).group_by(purchases.c.person_id)


def _totals():
    return _sums.subquery("totals")


def _join_subquery():
    totals = _totals()
    return select(people.c.name, totals.c.total).join(totals, totals.c.person_id == people.c.id).order_by(people.c.id)


case = family("group")

_FUNCTIONS = {"count": func.count, "sum": func.sum, "min": func.min, "max": func.max, "avg": func.avg}
for name, function in _FUNCTIONS.items():
    for key in ("i", "si", "n", "dbl", "nf"):
        if name in ("sum", "avg") and key == "dbl":
            continue  # Its greatest value overflows.
        # Of an average with so many digits the last depends on SQLite's version.
        least = things.c.n < 10000 if (name, key) == ("avg", "n") else true()
        case("%s_%s" % (name, key), lambda f=function, c=things.c[key], w=least: select(f(c)).where(w))
        case("%s_%s_each" % (name, key), lambda f=function, c=things.c[key], w=least: select(things.c.b, f(c).label("x")).where(w).group_by(things.c.b).order_by(things.c.b.is_(None), things.c.b))
    case(name + "_of_none", lambda f=function: select(f(nobody.c.n), func.count()).select_from(nobody))
for key in ("s", "u", "d", "dt", "e"):
    case("min_max_" + key, lambda c=things.c[key]: select(func.min(c), func.max(c)))
case("count_star", lambda: select(func.count()).select_from(people))
case("count_distinct", lambda: select(func.count(distinct(purchases.c.person_id)), func.count(purchases.c.status.distinct())))
case("having", lambda: select(purchases.c.person_id, func.count().label("n")).group_by(purchases.c.person_id).having(func.count() > 1).order_by(purchases.c.person_id))
case("having_sum", lambda: select(purchases.c.status, func.sum(purchases.c.total)).group_by(purchases.c.status).having(func.sum(purchases.c.total) > 10).order_by(purchases.c.status))
case("by_expression", lambda: select(func.lower(things.c.s).label("l"), func.count()).group_by(func.lower(things.c.s)).order_by(func.count().desc(), "l"))
case("by_label", lambda: select((lines.c.quantity % 2).label("odd"), func.sum(lines.c.quantity)).group_by("odd").order_by("odd"))
case("by_same_parameter", lambda: (lambda odd: select(odd, func.sum(lines.c.quantity)).group_by(odd).order_by(odd))(lines.c.quantity % 2))
# On PostgreSQL psycopg2 and Brine run what follows, while psycopg, which is the driver here, takes parameters of one value for two; so does DuckDB's.
OF_ONE_VALUE = ("sqlite", "mariadb")
case("by_equal_parameter", lambda: select(lines.c.quantity % 3, func.count()).group_by(lines.c.quantity % 3).order_by(func.count(), lines.c.quantity % 3), on=OF_ONE_VALUE)
case("by_equal_text", lambda: select(func.coalesce(people.c.name, "o'n?ne %s"), func.count()).group_by(func.coalesce(people.c.name, "o'n?ne %s")).order_by(func.count(), func.coalesce(people.c.name, "o'n?ne %s")), on=OF_ONE_VALUE)
case("distinct_by_parameter", lambda: select((lines.c.quantity % 2).label("odd")).distinct().order_by(lines.c.quantity % 2), on=OF_ONE_VALUE)
case("of_nothing", lambda: select(func.count()).where(false()))
case("filter", lambda: select(func.count().filter(people.c.active)).select_from(people), on=("sqlite", "postgresql", "duckdb"))
case("rollup", lambda: select(purchases.c.status, func.count()).group_by(func.rollup(purchases.c.status)).order_by(func.count(), purchases.c.status), on=("postgresql", "duckdb"))
case("cube", lambda: select(func.count()).select_from(purchases).group_by(func.cube(purchases.c.status, purchases.c.person_id)).order_by(func.count()), on=("postgresql", "duckdb"))
case("grouping_sets", lambda: select(purchases.c.status, func.count()).group_by(func.grouping_sets(tuple_(purchases.c.status), tuple_())).order_by(func.count(), purchases.c.status), on=("postgresql",))
case("string_agg", lambda: select(func.aggregate_strings(products.c.name, ", ")).where(products.c.id < 2))
case("group_concat", lambda: select(func.group_concat(products.c.name)).where(products.c.id < 2), on=("sqlite", "mariadb"))
case("empty_and", lambda: select(func.count()).select_from(people).where(and_(true())))

case = family("order")

case("several", lambda: select(people.c.id).order_by(people.c.salary.is_(None), people.c.salary.desc(), people.c.name))
case("nulls_first", lambda: select(people.c.id).order_by(nulls_first(people.c.salary), people.c.id), on=("sqlite", "postgresql", "duckdb"))
case("nulls_last", lambda: select(people.c.id).order_by(nulls_last(people.c.salary.desc()), people.c.id), on=("sqlite", "postgresql", "duckdb"))
case("by_label", lambda: select(people.c.id, (people.c.id * -1).label("minus")).order_by("minus"))
case("by_label_desc", lambda: select(people.c.id, (people.c.id * -1).label("minus")).order_by(column("minus").desc()))
case("by_case", lambda: select(people.c.id).order_by(case_((people.c.active, 0), else_=1), people.c.id))
case("by_text", lambda: select(people.c.id).order_by(text("id DESC")))
case("limit", lambda: select(people.c.id).order_by(people.c.id).limit(3))
case("limit_offset", lambda: select(people.c.id).order_by(people.c.id).limit(2).offset(3))
case("offset", lambda: select(people.c.id).order_by(people.c.id).offset(5))
case("limit_zero", lambda: select(people.c.id).order_by(people.c.id).limit(0))
case("limit_expression", lambda: select(people.c.id).order_by(people.c.id).limit(literal(1) + 1), on=("sqlite", "postgresql", "duckdb"))
case("slice", lambda: select(people.c.id).order_by(people.c.id).slice(1, 4))
case("fetch", lambda: select(people.c.id).order_by(people.c.id).fetch(2), on=("postgresql",))
case("fetch_ties", lambda: select(people.c.id, people.c.salary).order_by(people.c.salary.desc()).fetch(3, with_ties=True).offset(1), on=("postgresql",))
case("fetch_percent", lambda: select(people.c.id, people.c.salary).order_by(people.c.salary.desc()).fetch(50, percent=True), on=("sqlite", "postgresql", "mariadb"))
case("fetch_ties_refused", lambda: select(people.c.id, people.c.salary).order_by(people.c.salary.desc()).fetch(2, with_ties=True), on=("sqlite",))
case("distinct", lambda: select(purchases.c.status).distinct().order_by(purchases.c.status))
case("distinct_pairs", lambda: select(people.c.active, people.c.mood).distinct().order_by(people.c.active, people.c.mood))
case("distinct_on", lambda: select(purchases.c.id).distinct(purchases.c.person_id).order_by(purchases.c.person_id, purchases.c.id), on=("postgresql",))
case("for_update", lambda: select(people.c.id).order_by(people.c.id).with_for_update(), on=("sqlite", "postgresql", "mariadb"))
case("for_update_skip", lambda: select(people.c.id).order_by(people.c.id).with_for_update(skip_locked=True, of=people), on=("postgresql",))
case("for_share", lambda: select(people.c.id).order_by(people.c.id).with_for_update(read=True, nowait=True), on=("postgresql", "mariadb"))
case("prefix", lambda: select(people.c.id).prefix_with("ALL").order_by(people.c.id))

case = family("subquery")

_bought = select(purchases.c.id).where(purchases.c.person_id == people.c.id)
case("scalar", lambda: select(people.c.id, select(func.count()).where(purchases.c.person_id == people.c.id).scalar_subquery().label("n")).order_by(people.c.id))
case("scalar_in_where", lambda: select(products.c.id).where(products.c.price > select(func.avg(products.c.price)).scalar_subquery()).order_by(products.c.id))
case("scalar_arithmetic", lambda: select((select(func.max(lines.c.quantity)).scalar_subquery() - 1).label("x")))
case("of_none", lambda: select(select(nobody.c.name).scalar_subquery()))
case("in", lambda: select(people.c.id).where(people.c.id.in_(select(purchases.c.person_id))).order_by(people.c.id))
case("not_in", lambda: select(people.c.id).where(people.c.id.not_in(select(purchases.c.person_id))).order_by(people.c.id))
case("not_in_nulls", lambda: select(people.c.id).where(people.c.id.not_in(select(people.alias("q").c.boss_id))).order_by(people.c.id))
case("tuple_in", lambda: select(lines.c.quantity).where(tuple_(lines.c.purchase_id, lines.c.line_no).in_(select(parcels.c.purchase_id, parcels.c.line_no))).order_by(lines.c.quantity))
case("exists", lambda: select(people.c.id).where(exists().where(purchases.c.person_id == people.c.id)).order_by(people.c.id))
case("not_exists", lambda: select(people.c.id).where(~_bought.exists()).order_by(people.c.id))
case("exists_selected", lambda: select(people.c.id, _bought.exists().label("x")).order_by(people.c.id))
case("exists_of_join", lambda: select(people.c.id).where(exists(lines.c.line_no).where(lines.c.purchase_id == purchases.c.id, purchases.c.person_id == people.c.id)).order_by(people.c.id))
case("correlate", lambda: select(people.c.id).where(select(func.count(purchases.c.id)).where(purchases.c.person_id == people.c.id).correlate(people).scalar_subquery() > 1).order_by(people.c.id))
case("correlate_none", lambda: select(people.c.id).where(select(func.count()).where(_boss.c.id > 1).correlate(None).scalar_subquery() > 1).order_by(people.c.id))
case("correlate_except", lambda: select(people.c.id).where(people.c.id == select(func.min(purchases.c.person_id)).where(purchases.c.person_id >= people.c.id).correlate_except(purchases).scalar_subquery()).order_by(people.c.id))
case("from", lambda: _from_subquery())
case("from_unnamed", lambda: select(select(people.c.id, people.c.name).where(people.c.id < 3).subquery()).order_by(text("1")))
case("nested", lambda: select(select(select(people.c.id, people.c.boss_id).subquery("inner_one").c.boss_id).distinct().subquery("outer_one")).order_by(text("1")))
case("same_names", lambda: select(select(people.c.id, purchases.c.id).join(purchases).subquery()).order_by(text("2")))
case("anonymous_columns", lambda: select(select(func.count(), func.max(people.c.id), people.c.active).group_by(people.c.active).subquery()).order_by(text("2")))
case("aliased_twice", lambda: _aliased_twice())
case("lateral", lambda: _lateral(), on=("postgresql", "duckdb"))
case("scalar_of_enum", lambda: select(select(people.c.mood).where(people.c.id == 2).scalar_subquery()))
case("scalar_of_json", lambda: select(select(products.c.tags).where(products.c.id == 2).scalar_subquery()))
case("scalar_of_interval", lambda: select(select(things.c.iv).where(things.c.id == 1).scalar_subquery(), select(things.c.dt).where(things.c.id == 1).scalar_subquery()))


def _from_subquery():
    dear = select(products.c.id, (products.c.price * 2).label("twice")).where(products.c.price > 1).subquery()
    return select(dear.c.id, dear.c.twice).where(dear.c.twice > 10).order_by(dear.c.id)


def _aliased_twice():
    sums = _sums.subquery()
    one, other = sums.alias("one"), sums.alias("other")
    return select(one.c.person_id, other.c.person_id).where(one.c.total < other.c.total).order_by(one.c.person_id, other.c.person_id)


def _lateral():
    last = select(purchases.c.id, purchases.c.total).where(purchases.c.person_id == people.c.id).order_by(purchases.c.id.desc()).limit(1).lateral("last")
    return select(people.c.id, last.c.total).join(last, true()).order_by(people.c.id)


case = family("cte")

case("plain", lambda: _plain_cte())
case("twice", lambda: _cte_twice())
case("recursive", lambda: _recursive())
case("recursive_depth", lambda: _recursive_depth())
case("numbers", lambda: _numbers(10))
case("of_cte", lambda: _cte_of_cte())
case("in_subquery", lambda: _cte_in_subquery())
case("of_compound", lambda: _cte_of_compound())
case("aliased", lambda: _cte_aliased())
case("nesting", lambda: _nested_cte(), on=("sqlite", "postgresql", "mariadb"))
case("add_cte", lambda: select(people.c.id).add_cte(select(products.c.id).cte("unused")).order_by(people.c.id))
case("quoted", lambda: _quoted_cte())


def _plain_cte():
    rich = select(people.c.id, people.c.salary).where(people.c.salary > 50000).cte("rich")
    return select(rich.c.id, rich.c.salary).order_by(rich.c.id)


def _cte_twice():
    sums = _sums.cte("sums")
    other = sums.alias("o")
    return select(sums.c.person_id, other.c.person_id).where(sums.c.total < other.c.total).order_by(sums.c.person_id, other.c.person_id)


def _recursive():
    tree = select(people.c.id, people.c.boss_id).where(people.c.boss_id.is_(None)).cte("tree", recursive=True)
    tree = tree.union_all(select(people.c.id, people.c.boss_id).join(tree, people.c.boss_id == tree.c.id))
    return select(tree.c.id, tree.c.boss_id).order_by(tree.c.id)


def _recursive_depth():
    chain = select(people.c.id, literal(0).label("depth")).where(people.c.boss_id.is_(None)).cte(recursive=True)
    chain = chain.union_all(select(people.c.id, chain.c.depth + 1).where(people.c.boss_id == chain.c.id))
    return select(chain.c.depth, func.count().label("n")).group_by(chain.c.depth).order_by(chain.c.depth)


def _numbers(most):
    n = select(literal(1).label("x")).cte("n", recursive=True)
    n = n.union(select(n.c.x + 1).where(n.c.x < most))
    return select(func.sum(n.c.x), func.count())


def _cte_of_cte():
    one = select(people.c.id).where(people.c.active).cte("one")
    two = select(one.c.id).where(one.c.id > 2).cte("two")
    return select(two.c.id, one.c.id.label("other")).where(one.c.id <= two.c.id).order_by(two.c.id, one.c.id)


def _cte_in_subquery():
    paid = select(purchases.c.person_id).where(purchases.c.status == "paid").cte("paid")
    return select(people.c.name).where(people.c.id.in_(select(paid.c.person_id))).order_by(people.c.id)


def _cte_of_compound():
    both = union_all(select(people.c.id), select(products.c.id)).cte("both_of")
    return select(both.c.id, func.count()).group_by(both.c.id).order_by(both.c.id)


def _cte_aliased():
    a = select(people.c.id, people.c.boss_id).cte("a")
    return select(a.alias("x").c.id).where(literal(True)).order_by(text("1"))


def _nested_cte():
    inner = select(people.c.id).where(people.c.id < 4).cte("inner_cte", nesting=True)
    outer = select(inner.c.id).cte("outer_cte")
    return select(outer.c.id).order_by(outer.c.id)


def _quoted_cte():
    q = select(people.c.id.label("the id"), people.c.name.label("select")).cte("a CTE")
    return select(q).order_by(q.c["the id"])


case = family("compound")

_ids, _bosses, _buyers = select(people.c.id), select(people.c.boss_id), select(purchases.c.person_id)
_COMPOUNDS = {"union": union, "union_all": union_all, "intersect": intersect, "except": except_}
for name, compound in _COMPOUNDS.items():
    case(name, lambda c=compound: c(_ids, _buyers))
    case(name + "_three", lambda c=compound: c(_ids, _buyers, _bosses))
    case(name + "_ordered", lambda c=compound: c(_ids, _buyers).order_by(text("1 DESC")))
    case(name + "_limited", lambda c=compound: c(_ids, _buyers).order_by("id").limit(3).offset(1))
    case(name + "_subquery", lambda c=compound: select(func.count()).select_from(c(_ids, _buyers).subquery("u")))
    case(name + "_in", lambda c=compound: select(products.c.id).where(products.c.id.in_(c(_ids, _buyers))).order_by(products.c.id))
    case(name + "_types", lambda c=compound: c(select(people.c.born, people.c.mood, people.c.salary), select(people.c.born, people.c.mood, people.c.salary).where(people.c.id < 3)))
case("nested", lambda: union(_ids.where(people.c.id < 3), intersect(_ids, _buyers)), on=("postgresql", "mariadb", "duckdb"))
case("of_subqueries", lambda: union_all(select(_ids.limit(1).order_by(people.c.id).subquery()), select(products.c.id).where(products.c.id == 5)))
case("arms_limited", lambda: union_all(_ids.order_by(people.c.id).limit(1), _ids.order_by(people.c.id.desc()).limit(1)), on=("postgresql", "mariadb", "duckdb"))
case("labels", lambda: union(select(people.c.id.label("x"), people.c.name.label("y")), select(products.c.id, products.c.name)).order_by("x", "y"))
case("of_values", lambda: union_all(select(literal(1), literal("a")), select(literal(2), literal("b"))).order_by(text("1")))
case("selected_columns", lambda: _selected_columns())
case("intersect_all", lambda: _ids.intersect_all(_buyers), on=("postgresql", "mariadb"))
case("except_all", lambda: _buyers.except_all(_ids.where(people.c.id == 1)), on=("postgresql", "mariadb"))


def _selected_columns():
    u = union(select(people.c.id, people.c.born), select(purchases.c.id, people.c.born).join(purchases)).subquery()
    return select(u.c.id, u.c.born).where(u.c.born.is_not(None)).order_by(u.c.id, u.c.born)


case = family("textual")

case("text", lambda: text("SELECT id, name FROM people ORDER BY id"))
case("text_columns", lambda: text("SELECT id, born, salary FROM people ORDER BY id").columns(people.c.id, people.c.born, people.c.salary))
case("text_columns_typed", lambda: text("SELECT id, name FROM people WHERE id = :i").columns(column("id", Integer), column("name", Unicode)).bindparams(i=2))
case("text_binds", lambda: text("SELECT id FROM people WHERE name = :n OR id = :i ORDER BY id").bindparams(n="Ann", i=3))
case("text_where", lambda: select(people.c.id).where(text("id > :low AND name <> '\\:x'")).params(low=2).order_by(people.c.id))
case("text_escaped", lambda: text("SELECT '\\:x' AS x, '100%' AS p, '{0} ?' AS q"))
case("text_from", lambda: select(text("id"), text("name")).select_from(text("people")).order_by(text("id")))
case("text_subquery", lambda: _text_subquery())
case("text_cte", lambda: _text_cte())
case("table", lambda: select(table("people", column("id"), column("name")).c.name).order_by(column("id")))
case("table_typed", lambda: _light_table())
case("literal_column", lambda: select(literal_column("count(*)").label("n"), literal_column("'%'")).select_from(people))
case("literal_column_typed", lambda: select(literal_column("1", Integer) + 2, literal_column("'a'", String) + "b"))
case("column_alone", lambda: select(column("id"), column("name", Unicode)).select_from(people).order_by(column("id")))


def _text_subquery():
    q = text("SELECT id, salary FROM people WHERE salary > :least").columns(people.c.id, people.c.salary).bindparams(least=0).subquery("q")
    return select(q.c.id, q.c.salary).order_by(q.c.id)


def _text_cte():
    q = text("SELECT id FROM people").columns(column("id", Integer)).cte("q")
    return select(q.c.id).where(q.c.id > 2).order_by(q.c.id)


def _light_table():
    t = table("people", column("id", Integer), column("born", people.c.born.type), column("active", people.c.active.type))
    return select(t).where(t.c.id < 4).order_by(t.c.id)


case = family("values")

_ROWS = [(1, "one"), (2, "it's"), (3, None)]


def _values(**facts):
    return values(column("n", Integer), column("w", String(20)), **facts)


case("named", lambda: select(_values(name="v").data(_ROWS)).order_by(column("n")), on=("postgresql", "duckdb"))
case("literal", lambda: select(_values(name="v", literal_binds=True).data(_ROWS)).order_by(column("n")), on=("postgresql", "duckdb"))
case("cte", lambda: select(_values().data(_ROWS).cte("v")).order_by(column("n")), on=("sqlite", "postgresql", "duckdb"))
case("join", lambda: _values_join(), on=("postgresql", "duckdb"))


def _values_join():
    v = _values(name="v").data(_ROWS)
    return select(people.c.name, v.c.w).join(v, v.c.n == people.c.id).order_by(people.c.id)


case = family("label")

case("duplicates", lambda: select(people.c.id, purchases.c.id, people.c.id).join(purchases).order_by(purchases.c.id))
case("tablename", lambda: select(people.c.id, purchases.c.id).join(purchases).set_label_style(_style("TABLENAME_PLUS_COL")).order_by(purchases.c.id))
case("none", lambda: select(people.c.id, people.c.id).set_label_style(_style("NONE")).order_by(people.c.id))
case("functions", lambda: select(func.max(people.c.id), func.max(people.c.salary), people.c.id + 1).group_by(people.c.id).order_by(people.c.id))
case("renamed", lambda: select(renamed).where(renamed.c.value > 5).order_by(renamed.c.attr_name))
case("constants", lambda: select(literal(1), literal("x"), true(), words.c.id).where(words.c.id == 1))


def _style(name):
    return getattr(SelectLabelStyle, "LABEL_STYLE_" + name)


case = family("schemas")


def _translated(statement, schema):
    return statement.execution_options(schema_translate_map={None: schema})


def _joined():
    boss = people.alias("boss")
    return select(people.c.name, boss.c.name).join(boss, people.c.boss_id == boss.c.id).order_by(people.c.id)


for _name, _schema, _on in (("main", "main", ["sqlite", "duckdb"]), ("public", "public", ["postgresql"]), ("unknown", "no schema", ["sqlite", "postgresql", "duckdb"])):
    case("%s_table" % _name, lambda s=_schema: _translated(select(words.c.id, words.c.w).order_by(words.c.id), s), on=_on)
    case("%s_joined" % _name, lambda s=_schema: _translated(_joined(), s), on=_on)
    case("%s_whole_labels" % _name, lambda s=_schema: _translated(select(words).set_label_style(_style("TABLENAME_PLUS_COL")).order_by(words.c.id), s), on=_on)
case("other", lambda: select(words.c.w).order_by(words.c.id).execution_options(schema_translate_map={"elsewhere": "nowhere"}))
case("text", lambda: text("SELECT w FROM words ORDER BY id").execution_options(schema_translate_map={None: "no schema"}))
