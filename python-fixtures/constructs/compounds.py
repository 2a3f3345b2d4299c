"""SELECTs put together: UNION, EXCEPT, INTERSECT."""

from shop import addresses, nodes, orders, users
from sqlalchemy import except_, except_all, func, intersect, intersect_all, literal, select, union, union_all

from .registry import family

case = family("compounds", protocols=(2, 5))

case("union", lambda: union(select(users.c.id), select(orders.c.user_id)).order_by("id"))
case("nested", lambda: union(select(users.c.id).limit(1), select(orders.c.user_id)).order_by("id"), run=False)
