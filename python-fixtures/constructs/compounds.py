"""SELECTs put together: UNION, EXCEPT, INTERSECT."""

from shop import addresses, nodes, orders, typed, users
from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL,
    desc,
    except_,
    except_all,
    func,
    intersect,
    intersect_all,
    literal,
    null,
    select,
    union,
    union_all,
)

from .registry import family

case = family("compounds", protocols=(2, 5))

ids = select(users.c.id)
buyers = select(orders.c.user_id)
living = select(addresses.c.user_id)


def of(thing, build):
    return build(thing)


case("union", lambda: union(ids, buyers).order_by("id"), styles=True)
case("union_all", lambda: union_all(ids, buyers).order_by("id"))
case("except", lambda: except_(ids, buyers).order_by("id"))
case("except_all", lambda: except_all(ids, buyers), run=False)
case("intersect", lambda: intersect(ids, buyers).order_by("id"))
case("intersect_all", lambda: intersect_all(ids, buyers), run=False)
case("method_union", lambda: ids.union(buyers))
case("method_union_all", lambda: ids.union_all(buyers, living))
case("method_except", lambda: ids.except_(buyers))
case("method_except_all", lambda: ids.except_all(buyers), run=False)
case("method_intersect", lambda: ids.intersect(buyers))
case("method_intersect_all", lambda: ids.intersect_all(buyers), run=False)
case("three", lambda: union(ids, buyers, living))
case("one", lambda: union(ids))
case("where", lambda: union(ids.where(users.c.age > 20), buyers.where(orders.c.total > 10)))
case("columns", lambda: union(select(users.c.id, users.c.name), select(addresses.c.user_id, addresses.c.email)).order_by("id", "name"))
case("labels", lambda: union(select(users.c.id.label("n")), select(orders.c.id.label("m"))).order_by("n"))
case("functions", lambda: union(select(func.max(users.c.id)), select(func.min(orders.c.id))))
case("literals", lambda: union_all(select(literal(1).label("x")), select(literal(2)), select(null())))
case("types_of_the_first", lambda: union_all(select(typed.c.dt, typed.c.j), select(typed.c.dt, typed.c.j)))
case("whole_tables", lambda: union_all(select(nodes), select(nodes)).order_by("id"))
case("same_select_twice", lambda: union_all(ids, ids))
case("order_by_desc", lambda: union(ids, buyers).order_by(desc("id")))
case("order_by_column", lambda: union(ids, buyers).order_by(users.c.id))
case("order_by_label", lambda: of(users.c.id.label("n"), lambda n: union(select(n), buyers).order_by(n)))
case("order_by_label_desc", lambda: of(users.c.id.label("n"), lambda n: union(select(n), buyers).order_by(n.desc())))
case("order_by_selected", lambda: of(union(ids, buyers), lambda u: u.order_by(u.selected_columns.id)))
case("order_by_unknown", lambda: union(ids, buyers).order_by("nothing"), run=False)
case("limit", lambda: union(ids, buyers).order_by("id").limit(2))
case("limit_offset", lambda: union(ids, buyers).order_by("id").limit(2).offset(1))
case("offset", lambda: union(ids, buyers).order_by("id").offset(1))
case("fetch", lambda: union(ids, buyers).order_by("id").fetch(2), run=False)
case("group_by", lambda: union(ids, buyers).group_by("id"), run=False)
case("operand_ordered", lambda: union(ids.order_by(users.c.name), buyers), run=False)
case("operand_limited", lambda: union(ids.limit(1), buyers), run=False)
case("operand_limited_last", lambda: union(buyers, ids.limit(1)), run=False)
case("operand_as_subquery", lambda: of(ids.order_by(users.c.age).limit(2).subquery(), lambda s: union(select(s.c.id), buyers)))
case("nested_left", lambda: union(union_all(ids, buyers), living), run=False)
case("nested_right", lambda: union(ids, intersect(buyers, living)), run=False)
case("nested_twice", lambda: except_(union(ids, buyers), union(living, intersect(ids, buyers))), run=False)
case("nested_limited", lambda: union(union(ids, buyers).order_by("id").limit(1), living), run=False)
case("subquery", lambda: of(union(ids, buyers).subquery(), lambda s: select(s.c.id).order_by(s.c.id)))
case("subquery_named", lambda: of(union(ids, buyers).subquery("u"), lambda s: select(s)))
case("subquery_alias", lambda: of(union(ids, buyers).alias("u"), lambda s: select(s.c.id)))
case("subquery_made_up", lambda: of(union(select(users.c.id + 1), buyers).subquery(), lambda s: select(s.c[0]).where(s.c[0] > 2)))
case("subquery_function", lambda: of(union(select(func.max(users.c.id)), buyers).subquery(), lambda s: select(s.c.max)))
case("subquery_same_names", lambda: of(union(select(users.c.id, orders.c.id), select(addresses.c.id, nodes.c.id)).subquery(), lambda s: select(s)))
case("subquery_ordered", lambda: of(union(ids, buyers).order_by("id").limit(2).subquery(), lambda s: select(s.c.id)))
case("subquery_joined", lambda: of(union(ids, buyers).subquery(), lambda s: select(users.c.name, s.c.id).join(s, s.c.id == users.c.id)))
case("subquery_joined_by_foreign_key", lambda: of(union(buyers, living).subquery(), lambda s: select(users.c.name).join(s)))
case("subquery_labels", lambda: of(union(select(users.c.id.label("n")), buyers).subquery(), lambda s: select(s.c.n)))
case("subquery_table_names", lambda: of(union(ids, buyers).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery(), lambda s: select(s.c.users_id)))
case("table_names", lambda: union(ids, buyers).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("in", lambda: select(users.c.name).where(users.c.id.in_(union(buyers, living))))
case("scalar", lambda: select(users.c.name, union(select(func.max(orders.c.id)), select(func.max(orders.c.id))).scalar_subquery()))
case("exists", lambda: select(users.c.name).where(union(buyers.where(orders.c.user_id == users.c.id), living).exists()))
case("correlated", lambda: select(users.c.name).where(union(buyers.where(orders.c.user_id == users.c.id), living.where(addresses.c.user_id == users.c.id)).exists()))
case("of_subqueries", lambda: of(ids.subquery(), lambda s: union(select(s.c.id), select(s.c.id + 1))))
case("unequal_columns", lambda: union(ids, select(orders.c.id, orders.c.user_id)), run=False)
case("for_update", lambda: union(ids, buyers).with_for_update())
case("execution_options", lambda: union(ids, buyers).execution_options(yield_per=10))
case("literal_in_all", lambda: union_all(select(users.c.id, literal("u").label("kind")), select(orders.c.id, literal("o"))).order_by("kind", "id"))
