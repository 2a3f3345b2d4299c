"""The tables that the expressions of ``cases.txt`` speak of; ``TreeTables.java`` has the same."""

import datetime
import decimal
import uuid

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Enum,
    Float,
    ForeignKey,
    Integer,
    Interval,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    Time,
    TypeDecorator,
    Uuid,
)


class Points(TypeDecorator):
    """A user's type over Integer."""

    impl = Integer
    cache_ok = True


metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(50)),
    Column("note", Text),
    Column("age", Integer),
    Column("big", BigInteger),
    Column("active", Boolean),
    Column("score", Numeric(10, 2)),
    Column("ratio", Float),
    Column("born", Date),
    Column("seen", DateTime),
    Column("wakes", Time),
    Column("slept", Interval),
    Column("token", Uuid),
    Column("photo", LargeBinary),
    Column("data", JSON),
    Column("color", Enum("red", "green", name="color")),
    Column("points", Points),
    Column("full name (legal)", String, key="full"),
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("users.id")),
    Column("email", String),
)

trades = Table(
    "trades",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("buyer_id", Integer, ForeignKey("users.id")),
    Column("seller_id", Integer, ForeignKey("users.id")),
)

parcels = Table(
    "parcels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address_id", Integer, ForeignKey("addresses.id")),
    Column("heavy", Boolean),
)

# Enough to tell a wrong row from a right one.
ROWS = [
    (
        users,
        [
            dict(id=1, name="ed", note="a note", age=5, big=2**40, active=True, score=decimal.Decimal("1.50"), ratio=0.5,
                 born=datetime.date(2020, 1, 2), seen=datetime.datetime(2020, 1, 2, 3, 4, 5), wakes=datetime.time(6, 30),
                 slept=datetime.timedelta(hours=7), token=uuid.UUID("12345678-1234-5678-1234-567812345678"),
                 photo=b"\x00\xff", data={"k": [1, 2]}, color="red", points=7, full="Ed Jones"),
            dict(id=2, name="x%", note="", age=41, big=-1, active=False, score=decimal.Decimal("-2.25"), ratio=-3.0,
                 born=datetime.date(1999, 12, 31), seen=datetime.datetime(1999, 12, 31, 23, 59, 59, 1), wakes=datetime.time(0),
                 slept=datetime.timedelta(seconds=-1), token=uuid.UUID(int=0), photo=b"", data="text", color="green",
                 points=0, full="x"),
            dict(id=3, name=None, note=None, age=None, big=None, active=None, score=None, ratio=None, born=None, seen=None,
                 wakes=None, slept=None, token=None, photo=None, data=None, color=None, points=None, full=None),
        ],
    ),
    (addresses, [dict(id=1, user_id=1, email="ed@a"), dict(id=2, user_id=1, email=None), dict(id=3, user_id=2, email="a%")]),
    (trades, [dict(id=1, buyer_id=1, seller_id=2), dict(id=2, buyer_id=3, seller_id=None)]),
    (parcels, [dict(id=1, address_id=1, heavy=True), dict(id=2, address_id=3, heavy=False), dict(id=3, address_id=None, heavy=None)]),
]
