"""Writes the dumps that the benchmarks read: python make_dumps.py (with SQLAlchemy 2.0 installed)."""

import pathlib
import pickle

from sqlalchemy import Column, Integer, MetaData, Numeric, String, Table, and_, func, or_, select
from sqlalchemy.ext import serializer

metadata = MetaData()
users = Table(
    "users", metadata,
    Column("id", Integer, primary_key=True), Column("name", String(50)), Column("age", Integer),
)
orders = Table(
    "orders", metadata,
    Column("id", Integer, primary_key=True), Column("user_id", Integer), Column("total", Numeric(10, 2)),
)


def small():
    """A select of about 1 KB."""
    return select(users.c.id, users.c.name).where(users.c.name == "ed").order_by(users.c.id)


def report():
    """A query with a join, aggregates, GROUP BY, HAVING and an IN."""
    spent = func.sum(orders.c.total).label("spent")
    return (
        select(users.c.name, func.count(orders.c.id).label("orders"), spent)
        .select_from(users.join(orders, users.c.id == orders.c.user_id))
        .where(users.c.age.between(18, 65), or_(users.c.name.like("a%"), users.c.id.in_([1, 2, 3])))
        .group_by(users.c.name)
        .having(func.count(orders.c.id) > 2)
        .order_by(spent.desc())
        .limit(10)
    )


def wide():
    """200 conditions, about 35 KB."""
    return select(users.c.id).where(
        or_(*(and_(users.c.age > n, users.c.name != "user%d" % n) for n in range(100)))
    )


def in_list():
    """An IN list of 10,000 values, about 30 KB."""
    return select(users.c.id).where(users.c.id.in_(list(range(10_000))))


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent / "dumps"
    folder.mkdir(exist_ok=True)
    for build in (small, report, wide, in_list):
        (folder / (build.__name__ + ".pickle")).write_bytes(serializer.dumps(build(), 5))
    (folder / "metadata.pickle").write_bytes(pickle.dumps(metadata, 5))
