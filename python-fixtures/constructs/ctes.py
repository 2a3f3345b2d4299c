"""SELECTs in a WITH clause."""

from shop import addresses, nodes, orders, users
from sqlalchemy import func, literal, select, union, union_all

from .registry import family

case = family("ctes", protocols=(2, 5))


def rich(name="rich"):
    return select(users.c.id, users.c.name).where(users.c.age > 20).cte(name)


case("named", lambda: (lambda c: select(c.c.id).where(c.c.name == "ed"))(rich()), styles=True)
