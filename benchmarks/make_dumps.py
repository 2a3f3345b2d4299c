"""Writes what the benchmarks read, once: python make_dumps.py, with what requirements.txt names installed."""

import pathlib

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.ext import serializer
from sqlalchemy.orm import joinedload

from models import Order, User

PROTOCOL = 5

users = User.__table__
orders = Order.__table__


def small():
    """A select of about 1 KB."""
    return select(users.c.id, users.c.name).where(users.c.name == "ed").order_by(users.c.id)


def report():
    """A report of about 5 KB: a subquery, CASE, IN and aggregates."""
    spent = (
        select(orders.c.user_id, func.sum(orders.c.total).label("spent"), func.count().label("orders"))
        .where(orders.c.status.in_(["paid", "shipped"]))
        .group_by(orders.c.user_id)
        .subquery("spent")
    )
    group = case((users.c.age < 30, "young"), (users.c.age < 60, "grown"), else_="old").label("age_group")
    return (
        select(users.c.country, group, func.sum(spent.c.spent).label("total"), func.max(spent.c.orders))
        .join_from(users, spent, users.c.id == spent.c.user_id)
        .where(users.c.country.in_(["de", "fr", "it"]))
        .group_by(users.c.country, group)
        .having(func.sum(spent.c.spent) > 100)
        .order_by(func.sum(spent.c.spent).desc(), users.c.country)
        .limit(10)
    )


def wide():
    """200 conditions, about 35 KB."""
    return select(users.c.id).where(or_(*(and_(users.c.age > n, users.c.name != "user%d" % n) for n in range(100))))


def in_list():
    """An IN of 10,000 values, about 30 KB."""
    return select(users.c.id).where(users.c.id.in_(list(range(10_000))))


def orm():
    """A query of mapped classes with an eager option, about 1.4 KB."""
    return select(User).where(User.age > 18).options(joinedload(User.orders))


QUERIES = (small, report, wide, in_list, orm)


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent / "dumps"
    folder.mkdir(exist_ok=True)
    for query in QUERIES:
        dump = serializer.dumps(query(), PROTOCOL)
        (folder / (query.__name__ + ".pickle")).write_bytes(dump)
        print(query.__name__, len(dump))
