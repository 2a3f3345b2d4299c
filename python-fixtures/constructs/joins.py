"""Joins: built on tables, or asked of the select, which leaves it to the compiler to find the sides and the condition."""

from shop import addresses, items, ledger, nodes, odd, order_lines, orders, reserved, shipments, users
from sqlalchemy import and_, func, join, outerjoin, select, true

from .registry import family

case = family("joins")
u, a, o, n = users.c, addresses.c, orders.c, nodes.c
pair = (u.name, a.email)

# join(left, right): a FROM object, its condition settled when it is made.
case("inner_by_foreign_key", lambda: select(*pair).select_from(users.join(addresses)))
case("inner_on", lambda: select(*pair).select_from(users.join(addresses, u.id == a.user_id)))
case("inner_on_and", lambda: select(*pair).select_from(users.join(addresses, and_(u.id == a.user_id, a.city.is_not(None)))))
case("inner_on_bind", lambda: select(*pair).select_from(users.join(addresses, (u.id == a.user_id) & (a.email != "x"))), styles=True)
case("outer", lambda: select(*pair).select_from(users.outerjoin(addresses)))
case("outer_on", lambda: select(*pair).select_from(users.outerjoin(addresses, u.id == a.user_id)))
case("full", lambda: select(*pair).select_from(users.join(addresses, full=True)))
case("function_inner", lambda: select(*pair).select_from(join(users, addresses)))
case("function_outer", lambda: select(*pair).select_from(outerjoin(users, addresses, u.id == a.user_id)))
case("whole_join", lambda: select(users.join(addresses)))
case("whole_join_limited", lambda: users.join(addresses).select().where(u.id == 1))
case("chain", lambda: select(u.name, o.id, items.c.name).select_from(users.join(orders).join(order_lines).join(items)))
case("chain_outer", lambda: select(u.name, o.id).select_from(users.outerjoin(orders).outerjoin(addresses, u.id == a.user_id)))
case("right_nested", lambda: select(u.name, o.id).select_from(users.join(orders.join(order_lines), u.id == o.user_id)))
case("right_nested_outer", lambda: select(u.name, o.id).select_from(users.outerjoin(orders.join(order_lines), u.id == o.user_id)))
case("composite_key", lambda: select(shipments.c.id, order_lines.c.quantity).select_from(shipments.join(order_lines)))
case("composite_key_unresolved", lambda: select(shipments.c.id, order_lines.c.quantity).join(order_lines))
case("schema", lambda: select(u.name, ledger.c.amount).select_from(users.join(ledger)))
case("odd_names", lambda: select(reserved.c.id, odd.c["MixedCase"]).select_from(reserved.join(odd)))
case("beside_table", lambda: select(u.name, a.email, o.id).select_from(users.join(addresses)).where(o.user_id == u.id))

# select.join: kept as asked in the dump, worked out by the compiler.
case("select_join", lambda: select(u.name).join(addresses))
case("select_join_on", lambda: select(u.name).join(addresses, u.id == a.user_id))
case("select_join_columns_of_both", lambda: select(u.name, a.email).select_from(users).join(addresses, u.id == a.user_id))
case("select_outerjoin", lambda: select(u.name).outerjoin(addresses))
case("select_join_isouter", lambda: select(u.name).join(addresses, isouter=True))
case("select_join_full", lambda: select(u.name).join(addresses, full=True))
case("select_join_twice", lambda: select(u.name).join(orders).join(order_lines))
case("select_join_three_times", lambda: select(u.name).join(orders, u.id == o.user_id).join(order_lines).outerjoin(items))
case("select_join_both_from_users", lambda: select(u.name).join(orders, u.id == o.user_id).join(addresses, u.id == a.user_id))
case("select_join_where_order", lambda: select(u.name, o.total).join(orders, u.id == o.user_id).where(o.total > 5).order_by(o.total.desc(), u.name))
case("select_from_join", lambda: select(func.count()).select_from(users).join(addresses))
case("join_from", lambda: select(u.name, a.email).join_from(users, addresses))
case("join_from_on", lambda: select(u.name, a.email).join_from(users, addresses, u.id == a.user_id))
case("join_from_outer", lambda: select(u.name, a.email).join_from(users, addresses, isouter=True))
case("outerjoin_from", lambda: select(u.name, a.email).outerjoin_from(users, addresses))
case("join_from_then_join", lambda: select(u.name, o.id).join_from(users, addresses).join(orders, u.id == o.user_id))
case("join_from_reversed", lambda: select(a.email, u.name).join_from(addresses, users))
case("join_on_true", lambda: select(u.name, a.email).join(addresses, true()))
case("join_on_bind", lambda: select(u.name).join(addresses, and_(u.id == a.user_id, a.city == "München")).where(u.name == "ed"), styles=True)
case("join_group", lambda: select(u.name, func.count(a.id)).outerjoin(addresses).group_by(u.name).order_by(u.name))
case("select_from_join_then_join", lambda: select(u.name).select_from(users.join(orders)).join(order_lines, o.id == order_lines.c.order_id))
case("select_join_join_object", lambda: select(u.name).join(orders.join(order_lines), u.id == o.user_id))


def self_join(kind):
    parent = nodes.alias("parent")
    return select(n.name, parent.c.name).select_from(kind(nodes, parent, n.parent_id == parent.c.id))


case("self", lambda: self_join(join))
case("self_outer", lambda: self_join(outerjoin))


def self_join_twice():
    child, parent = nodes.alias("child"), nodes.alias("parent")
    return select(child.c.name, parent.c.name).join_from(child, parent, child.c.parent_id == parent.c.id)


case("self_two_aliases", self_join_twice)

# joins made to what is not selected any more
case("then_other_columns", lambda: select(u.id).join(addresses).with_only_columns(a.email).order_by(a.email))
case("then_other_columns_onclause", lambda: select(u.id).join(addresses, u.id == a.user_id).with_only_columns(func.count(a.id)))
case("then_other_columns_and_join", lambda: select(u.id).outerjoin(addresses).with_only_columns(a.email, u.name).join(orders, orders.c.user_id == u.id).order_by(a.email, u.name))
case("then_other_columns_twice", lambda: select(u.id).join(addresses).with_only_columns(u.name).join(orders, orders.c.user_id == u.id).with_only_columns(orders.c.id).order_by(orders.c.id))
case("then_other_columns_subquery", lambda: select(select(u.id).join(addresses).with_only_columns(a.email).subquery()))
case("then_other_columns_union", lambda: select(u.id).join(addresses).with_only_columns(a.email).union(select(u.name)))

# An alias of a join: as SQLAlchemy prints it, which no database takes.
case("alias_whole", lambda: select(users.join(addresses).alias()), run=False)
case("alias_named", lambda: select(users.join(orders).alias("j")), run=False)
case("alias_of_three", lambda: select(users.join(orders).join(addresses, u.id == a.user_id).alias("j")), run=False)
case("alias_subquery", lambda: select(select(users.join(orders).alias("j")).subquery("s")), run=False)
case("alias_columns", lambda: (lambda j: select(j.c.name, j.c[0], j.c[3]).where(j.c.name == "ed"))(users.join(orders).alias("j")), run=False)
