"""Elements of a user's own: carried along whole, and written by whoever knows how."""

import custom
from shop import codes, nodes, orders, users
from sqlalchemy import func, insert, literal, select, update

from .registry import family

case = family("custom", protocols=(2, 5))
u, o = users.c, orders.c

case("function", lambda: select(custom.greatest(u.id, u.age)))
case("function_labelled", lambda: select(custom.greatest(u.id, u.age).label("most")).order_by("most"))
case("function_of_values", lambda: select(u.id, custom.greatest(u.age, 18, literal(20))))
case("function_in_where", lambda: select(u.name).where(custom.greatest(u.id, u.age) > 20).order_by(u.id))
case("function_in_function", lambda: select(func.abs(custom.greatest(u.id, u.age))))
case("function_twice", lambda: select(custom.greatest(u.id, 2), custom.greatest(u.age, 3)))
case("function_compared", lambda: select(u.id).where(u.age == custom.greatest(u.age, 20)))
case("function_of_join", lambda: select(custom.greatest(u.id, o.id)).where(u.id == o.user_id).order_by(o.id))
case("function_in_subquery", lambda: select(u.name).where(u.id.in_(select(custom.greatest(o.user_id, 1)))))
case("function_alone", lambda: custom.greatest(u.id, 5))
case("column", lambda: select(u.id, custom.nullable_sum(u.age, u.id)))
case("column_labelled", lambda: select(u.id, custom.nullable_sum(u.age, u.id, absent=7).label("sum")))
case("column_in_where", lambda: select(u.id).where(custom.nullable_sum(u.age, u.id) > 20))
case("column_nested", lambda: select(u.id, custom.nullable_sum(custom.nullable_sum(u.age, u.id), literal(1))))
case("column_in_order_by", lambda: select(u.id).order_by(custom.nullable_sum(u.age, u.id), u.id))
case("column_in_update", lambda: update(users).where(u.id == 1).values(age=custom.nullable_sum(u.age, u.id)))
case("function_in_insert", lambda: insert(codes).values(code="IT", rank=custom.greatest(literal(1), literal(2))))
case("shared_alias", lambda: _shared_alias())
case("statement", lambda: custom.copy_rows(codes, select(u.id, u.name).where(u.age > 20)), run=False)
case("select", lambda: custom.marked_select(u.id, u.name).where(u.age > 20).order_by(u.id))
case("list", lambda: [custom.greatest(u.id, 1), u.id == 1])


def _shared_alias():
    parent = nodes.alias()
    return select(nodes.c.name).where(nodes.c.parent_id == parent.c.id, custom.nullable_sum(parent.c.id, nodes.c.id) > 2).order_by(nodes.c.id)
