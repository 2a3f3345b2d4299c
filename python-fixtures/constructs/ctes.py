"""SELECTs in a WITH clause."""

from shop import addresses, nodes, orders, users
from sqlalchemy import Integer, cast, exists, func, literal, literal_column, select, union, union_all

from .registry import family

case = family("ctes", protocols=(2, 5))


def rich(name="rich", **options):
    return select(users.c.id, users.c.name).where(users.c.age > 20).cte(name, **options)


def of(thing, build):
    return build(thing)


def tree(union_of="union_all", name="tree"):
    top = select(nodes.c.id, nodes.c.parent_id, literal(0).label("depth")).where(nodes.c.parent_id.is_(None)).cte(name, recursive=True)
    below = select(nodes.c.id, nodes.c.parent_id, top.c.depth + 1).where(nodes.c.parent_id == top.c.id)
    return getattr(top, union_of)(below)


def tree_of_aliases():
    top = select(nodes.c.id, nodes.c.parent_id).where(nodes.c.parent_id.is_(None)).cte("tree", recursive=True)
    t, n = top.alias("t"), nodes.alias("n")
    return top.union_all(select(n.c.id, n.c.parent_id).where(n.c.parent_id == t.c.id))


def numbers(upto=5):
    start = select(literal(1).label("n")).cte("numbers", recursive=True)
    return start.union_all(select(start.c.n + 1).where(start.c.n < upto))


def chain():
    a = rich("a")
    b = select(a.c.id).where(a.c.id > 1).cte("b")
    c = select(b.c.id, a.c.name).where(a.c.id == b.c.id).cte("c")
    return select(c.c.name)


def nesting_in_subquery(**options):
    inner = rich("inside", **options)
    s = select(inner.c.id).subquery()
    return select(s.c.id)


def nesting_in_cte():
    inner = rich("inside", nesting=True)
    outer = select(inner.c.id).cte("outside")
    return select(outer.c.id)


def same_name_nested():
    a = select(users.c.id).cte("c", nesting=True)
    b = select(orders.c.id).cte("c", nesting=True)
    return select(select(a.c.id).subquery().c.id, select(b.c.id).subquery().c.id)


def conflict():
    a, b = select(users.c.id).cte("c"), select(orders.c.id).cte("c")
    return select(a.c.id, b.c.id)


def nest_here_twice():
    c = rich("c")
    a = select(users.c.id).add_cte(c, nest_here=True).subquery()
    b = select(orders.c.id).add_cte(c, nest_here=True).subquery()
    return select(a.c.id, b.c.id)


case("named", lambda: of(rich(), lambda c: select(c.c.id).where(c.c.name == "ed")), styles=True)
case("unnamed", lambda: of(rich(None), lambda c: select(c.c.id).where(c.c.name == "ed")))
case("whole", lambda: select(rich()))
case("name_needs_quotes", lambda: select(rich("My CTE")))
case("name_reserved", lambda: select(rich("select")))
case("used_twice", lambda: of(rich(), lambda c: select(users.c.id).where(users.c.id.in_(select(c.c.id)), users.c.name.in_(select(c.c.name)))))
case("two", lambda: (lambda a, b: select(a.c.id, b.c.id).where(a.c.id == b.c.id))(rich("a"), rich("b")))
case("two_unnamed", lambda: (lambda a, b: select(a.c.id, b.c.id).where(a.c.id == b.c.id))(rich(None), rich(None)))
case("chain", chain)
case("alias", lambda: of(rich().alias("r"), lambda r: select(r.c.id)))
case("alias_unnamed", lambda: of(rich().alias(), lambda r: select(r.c.id)))
case("alias_of_unnamed", lambda: of(rich(None).alias(), lambda r: select(r.c.id)))
case("alias_of_alias", lambda: of(rich().alias("a").alias("b"), lambda r: select(r.c.id)))
case("beside_its_alias", lambda: of(rich(), lambda c: of(c.alias("d"), lambda d: select(c.c.id, d.c.id).where(c.c.id < d.c.id))))
case("two_aliases", lambda: of(rich(), lambda c: (lambda a, b: select(a.c.id, b.c.id).where(a.c.id < b.c.id))(c.alias("a"), c.alias())))
case("alias_needs_quotes", lambda: of(rich("My CTE").alias("My Alias"), lambda r: select(r.c.id)))
case("joined", lambda: of(rich(), lambda c: select(orders.c.id, c.c.name).join(c, c.c.id == orders.c.user_id)))
case("joined_by_foreign_key", lambda: of(rich(), lambda c: select(orders.c.id, c.c.name).join(c)))
case("joined_with_from", lambda: of(rich(), lambda c: select(orders.c.id, c.c.name).select_from(c.join(orders))))
case("in_subquery", lambda: of(rich(), lambda c: of(select(c.c.id).subquery(), lambda s: select(s.c.id))))
case("in_scalar", lambda: of(rich(), lambda c: select(users.c.id, select(func.count(c.c.id)).scalar_subquery())))
case("in_scalar_correlated", lambda: of(rich(), lambda c: select(c.c.id, select(func.count(orders.c.id)).where(orders.c.user_id == c.c.id).scalar_subquery())))
case("in_exists", lambda: of(rich(), lambda c: select(users.c.id).where(exists().where(c.c.id == users.c.id))))
case("in_in", lambda: of(rich(), lambda c: select(users.c.id).where(users.c.id.in_(select(c.c.id)))))
case("in_union", lambda: of(rich(), lambda c: union(select(c.c.id), select(c.c.id + 1)).order_by("id")))
case("of_union", lambda: of(union(select(users.c.id), select(orders.c.user_id)).cte("u"), lambda c: select(c.c.id).order_by(c.c.id)))
case("of_subquery", lambda: of(select(users.c.id).subquery(), lambda s: of(select(s.c.id).cte("c"), lambda c: select(c.c.id))))
case("columns_made_up", lambda: of(select(users.c.id + 1, func.count(orders.c.id)).cte("c"), lambda c: select(c.c[0], c.c[1])))
case("columns_labelled", lambda: of(select((users.c.id + 1).label("x")).cte("c"), lambda c: select(c.c.x).where(c.c.x > 2)))
case("columns_of_same_name", lambda: of(select(users.c.id, orders.c.id).cte("c"), lambda c: select(c)))
case("binds_in_order", lambda: of(rich(), lambda c: select(literal("first"), c.c.id).where(c.c.id > 3)), styles=True)
case("limited", lambda: of(select(users.c.id).order_by(users.c.id).limit(2).cte("c"), lambda c: select(c.c.id)))
case("alone", lambda: rich(), run=False)
case("prefix", lambda: of(rich().prefix_with("MATERIALIZED", dialect="postgresql"), lambda c: select(c.c.id)))
case("prefix_not", lambda: of(rich().prefix_with("NOT MATERIALIZED", dialect="postgresql"), lambda c: select(c.c.id)))
case("suffix", lambda: of(rich().suffix_with("SEARCH DEPTH FIRST BY id SET ordered", dialect="oracle"), lambda c: select(c.c.id)))

# --- recursive
case("recursive", lambda: of(tree(), lambda t: select(t.c.id, t.c.depth).order_by(t.c.id)), styles=True)
case("recursive_union", lambda: of(tree("union"), lambda t: select(t.c.id).order_by(t.c.id)))
case("recursive_aliases", lambda: of(tree_of_aliases(), lambda t: select(t.c.id).order_by(t.c.id)))
case("recursive_alias_outside", lambda: of(tree().alias("x"), lambda t: select(t.c.id).order_by(t.c.id)))
case("recursive_twice", lambda: (lambda a, b: select(a.c.id, b.c.id).where(a.c.id == b.c.parent_id))(tree(name="a"), tree(name="b")))
case("recursive_used_twice", lambda: of(tree(), lambda t: select(t.c.id).where(t.c.id.in_(select(t.c.parent_id)))))
case("recursive_in_subquery", lambda: of(tree(), lambda t: of(select(t.c.id).subquery(), lambda s: select(s.c.id))))
case("recursive_unnamed", lambda: of(tree(name=None), lambda t: select(t.c.id)))
case("recursive_name_quoted", lambda: of(tree(name="The Tree"), lambda t: select(t.c.id)))
case("recursive_numbers", lambda: of(numbers(), lambda n: select(n.c.n).order_by(n.c.n)))
case("recursive_beside_plain", lambda: of(tree(), lambda t: of(rich(), lambda c: select(t.c.id, c.c.id).where(t.c.id == c.c.id))))
case("recursive_of_other", lambda: of(select(nodes).cte("all_nodes"), lambda a: of(select(a.c.id, a.c.parent_id).where(a.c.parent_id.is_(None)).cte("t", recursive=True), lambda t: of(t.union_all(select(a.c.id, a.c.parent_id).join(t, a.c.parent_id == t.c.id)), lambda u: select(u.c.id)))))
case("recursive_made_up_columns", lambda: of(select(nodes.c.id, nodes.c.id + 1).cte("t", recursive=True), lambda t: of(t.union_all(select(t.c.id, t.c[1] + 1).where(t.c[1] < 9)), lambda u: select(u.c[1]))))
case("recursive_same_column", lambda: of(select(nodes.c.id, nodes.c.id).cte("t", recursive=True), lambda t: select(t)), run=False)
case("recursive_without_union", lambda: of(rich(recursive=True), lambda c: select(c.c.id)))

# --- nesting
case("nesting", lambda: of(rich(nesting=True), lambda c: select(c.c.id)))
case("nesting_in_subquery", lambda: nesting_in_subquery(nesting=True))
case("not_nesting_in_subquery", nesting_in_subquery)
case("nesting_in_cte", nesting_in_cte)
case("nesting_in_scalar", lambda: of(rich(nesting=True), lambda c: select(users.c.id, select(func.count(c.c.id)).scalar_subquery())))
case("nesting_in_union", lambda: of(rich(nesting=True), lambda c: union(select(c.c.id), select(users.c.id)).order_by("id")))
case("nesting_same_name", same_name_nested)
case("nesting_alias", lambda: of(rich(nesting=True).alias("x"), lambda c: of(select(c.c.id).subquery(), lambda s: select(s.c.id))))

# --- added
case("added", lambda: select(users.c.id).add_cte(rich()))
case("added_two", lambda: select(users.c.id).add_cte(rich("a"), rich("b")))
case("added_and_used", lambda: of(rich(), lambda c: select(c.c.id).add_cte(c)))
case("added_in_subquery", lambda: of(select(users.c.id).add_cte(rich()).subquery(), lambda s: select(s.c.id)))
case("added_nested_here", lambda: of(select(users.c.id).add_cte(rich(), nest_here=True).subquery(), lambda s: select(s.c.id)))
case("added_nested_here_used", lambda: of(rich(), lambda c: of(select(c.c.id).add_cte(c, nest_here=True).subquery(), lambda s: select(s.c.id))))
case("added_to_union", lambda: union(select(users.c.id), select(orders.c.user_id)).add_cte(rich()))

# --- refused
case("same_name", conflict, run=False)
case("nest_here_twice", nest_here_twice, run=False)
