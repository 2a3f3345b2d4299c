"""The dump that `./brine demo` opens: a report a Python service might leave for a Java one."""

import datetime
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))

from shop import orders, users  # noqa: E402
from sqlalchemy import desc, func, select  # noqa: E402
from sqlalchemy.ext.serializer import dumps  # noqa: E402


def report():
    """Who spent most since April, of what was paid for."""
    spent = func.sum(orders.c.total)
    return (
        select(users.c.name, func.count(orders.c.id).label("orders"), spent.label("spent"))
        .join(orders, orders.c.user_id == users.c.id)
        .where(orders.c.placed_at >= datetime.datetime(2024, 4, 1), orders.c.status.in_(["paid", "shipped"]))
        .group_by(users.c.name)
        .having(spent > 10)
        .order_by(desc("spent"), users.c.name)
        .limit(10)
    )


if __name__ == "__main__":
    with open(os.path.join(HERE, "report.pickle"), "wb") as out:
        out.write(dumps(report()))
