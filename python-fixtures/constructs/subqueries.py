"""SELECTs within SELECTs: to select from, as a value, as a condition."""

from shop import addresses, items, nodes, odd, order_lines, orders, typed, users
from sqlalchemy import and_, exists, func, literal, literal_column, not_, or_, select

from .registry import family

case = family("subqueries", protocols=(2, 5))


def rich(name=None):
    return select(users.c.id, users.c.name).where(users.c.age > 20).subquery(name)


case("named", lambda: (lambda s: select(s.c.id).where(s.c.name == "ed"))(rich("s")), styles=True)
case("unnamed", lambda: (lambda s: select(s.c.id).where(s.c.name == "ed"))(rich()), styles=True)
case("scalar_in_columns", lambda: select(users.c.name, select(func.count(orders.c.id)).scalar_subquery()))
case("exists", lambda: select(users.c.id).where(select(orders.c.id).where(orders.c.user_id == users.c.id).exists()))
case("in", lambda: select(users.c.id).where(users.c.id.in_(select(orders.c.user_id))))
