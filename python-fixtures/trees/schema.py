"""The tables that the expressions of ``cases.txt`` speak of; ``TreeTables.java`` has the same."""

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
