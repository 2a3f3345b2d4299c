"""The schema and the rows every fixture is about: a small shop.

The classes pickled by name (``Color``) live here, so the module's name is part of the dumps.
Importing it has no side effect; ``connect()`` gives a fresh in-memory database holding the rows.
"""

import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, MetaData, Table
from sqlalchemy.pool import StaticPool


class Color(enum.Enum):
    """Stored by name, as SQLAlchemy does; the values are deliberately something else."""

    red = 1
    green = 2
    blue = 3


def color_values(cls):
    """What an Enum that is stored by value is stored as: ``values_callable``."""
    return [str(member.value) for member in cls]


metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("name", sa.String(50), nullable=False),
    Column("fullname", sa.Unicode(100)),
    Column("age", sa.Integer),
    Column("active", sa.Boolean, nullable=False),
    Column("score", sa.Float),
    Column("balance", sa.Numeric(10, 2)),
    Column("birthday", sa.Date),
    Column("created_at", sa.DateTime, nullable=False),
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("user_id", sa.Integer, ForeignKey("users.id"), nullable=False),
    Column("email", sa.String(80), nullable=False, unique=True),
    Column("city", sa.Unicode(40)),
)

orders = Table(
    "orders",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("user_id", sa.Integer, ForeignKey("users.id"), nullable=False),
    Column("status", sa.Enum("new", "paid", "shipped", name="order_status"), nullable=False),
    Column("total", sa.Numeric(12, 2)),
    Column("placed_at", sa.DateTime, nullable=False),
    Column("paid", sa.Boolean),
)

items = Table(
    "items",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("name", sa.Unicode(60), nullable=False),
    Column("price", sa.Numeric(10, 2)),
    Column("weight", sa.Float),
    Column("color", sa.Enum(Color, name="color")),
    Column("tags", sa.JSON),
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", sa.Integer, ForeignKey("orders.id"), primary_key=True),
    Column("line_no", sa.SmallInteger, primary_key=True),
    Column("item_id", sa.Integer, ForeignKey("items.id"), nullable=False),
    Column("quantity", sa.Integer, nullable=False),
)

# A foreign key of two columns.
shipments = Table(
    "shipments",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("order_id", sa.Integer),
    Column("line_no", sa.SmallInteger),
    Column("sent_at", sa.DateTime),
    ForeignKeyConstraint(["order_id", "line_no"], ["order_lines.order_id", "order_lines.line_no"]),
)

# A table that refers to itself.
nodes = Table(
    "nodes",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("parent_id", sa.Integer, ForeignKey("nodes.id")),
    Column("name", sa.String(30), nullable=False),
)

# One column of each type.
typed = Table(
    "typed",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("i", sa.Integer),
    Column("si", sa.SmallInteger),
    Column("bi", sa.BigInteger),
    Column("f", sa.Float),
    Column("dbl", sa.Double),
    Column("n", sa.Numeric(12, 4)),
    Column("nf", sa.Numeric(12, 4, asdecimal=False)),
    Column("s", sa.String(30)),
    Column("t", sa.Text),
    Column("u", sa.Unicode(30)),
    Column("b", sa.Boolean),
    Column("d", sa.Date),
    Column("dt", sa.DateTime),
    Column("tm", sa.Time),
    Column("iv", sa.Interval),
    Column("lb", sa.LargeBinary),
    Column("j", sa.JSON),
    Column("e", sa.Enum("low", "high", name="level")),
    Column("pe", sa.Enum(Color, name="color")),
    Column("uu", sa.Uuid),
)

# "main" is the schema SQLite calls its own database, so these rows can be fetched too.
ledger = Table(
    "ledger",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("user_id", sa.Integer, ForeignKey("users.id")),
    Column("amount", sa.Numeric(10, 2), nullable=False),
    schema="main",
)

# Columns whose key is not their name.
renamed = Table(
    "renamed",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("db_name", sa.String(30), key="attr_name"),
    Column("Value", sa.Integer, key="value"),
)

# Names every dialect, or only some, must quote.
odd = Table(
    "Odd Names",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("order", sa.Integer),
    Column("MixedCase", sa.String(20)),
    Column("with space", sa.String(20)),
    Column("per%cent", sa.Integer),
    Column('quo"te', sa.String(20)),
    Column("1st", sa.Integer),
    Column("größe", sa.Integer),
)
# Every way in which a column gets a value that no statement gives it.
defaulted = Table(
    "defaulted",
    metadata,
    Column("id", sa.Integer, sa.Sequence("defaulted_id", optional=True), primary_key=True),
    Column("plain", sa.String(20)),
    Column("scalar", sa.String(20), default="none given"),
    Column("number", sa.Integer, default=7, onupdate=8),
    Column("expression", sa.String(20), default=sa.func.lower("SQL"), onupdate=sa.func.upper("sql")),
    Column("server", sa.String(20), server_default="from the server"),
    Column("changed", sa.Integer, server_onupdate=sa.FetchedValue()),
    Column("kept_key", sa.Integer, key="own_key", default=sa.literal(1) + 1),
    Column("doubled", sa.Integer, sa.Computed("number * 2")),
)
# A key that is no number, one that is made of two columns, and one that a sequence makes.
codes = Table("codes", metadata, Column("code", sa.String(8), primary_key=True), Column("title", sa.Unicode(40), unique=True), Column("rank", sa.Integer))
numbered = Table("numbered", metadata, Column("id", sa.Integer, sa.Sequence("numbered_id"), primary_key=True), Column("name", sa.String(10)))
identified = Table("identified", metadata, Column("id", sa.Integer, sa.Identity(start=5), primary_key=True), Column("name", sa.String(10)))
keyless = Table("keyless", metadata, Column("a", sa.Integer), Column("b", sa.String(10)), implicit_returning=False)
reserved = Table(
    "order",
    metadata,
    Column("id", sa.Integer, primary_key=True),
    Column("group", sa.Integer),
    Column("odd_id", sa.Integer, ForeignKey("Odd Names.id")),
)

_date, _datetime, _time = datetime.date, datetime.datetime, datetime.time
_dec = decimal.Decimal


def _rows(table, *rows):
    names = [c.key for c in table.c]
    return table, [dict(zip(names, row)) for row in rows]


ROWS = [
    _rows(
        users,
        (1, "ed", "Ed Jones", 30, True, 1.5, _dec("12.50"), _date(1995, 2, 28), _datetime(2024, 1, 1, 9, 30)),
        (2, "wendy", "Wendy Weiß", 41, True, -0.25, _dec("0.00"), _date(1984, 12, 31), _datetime(2024, 1, 2, 0, 0, 0, 1)),
        (3, "mary", None, None, False, None, None, None, _datetime(2024, 2, 29, 23, 59, 59, 999999)),
        (4, "50%_off", "Сергей 😀", 17, True, 2.0, _dec("-7.25"), _date(2008, 6, 15), _datetime(2024, 3, 1)),
        (5, "o'neil", 'Shaq "O" \\ Neil', 41, False, 1e10, _dec("99999999.99"), _date(1984, 3, 6), _datetime(2024, 3, 1, 12)),
    ),
    _rows(
        addresses,
        (1, 1, "ed@example.com", "München"),
        (2, 1, "ed@work.example", None),
        (3, 2, "wendy@example.com", "Αθήνα"),
        (4, 5, "ONEIL@EXAMPLE.COM", "Orlando"),
    ),
    _rows(
        orders,
        (1, 1, "paid", _dec("30.00"), _datetime(2024, 4, 1, 10), True),
        (2, 1, "new", _dec("5.50"), _datetime(2024, 4, 2, 11, 15), False),
        (3, 2, "shipped", _dec("120.25"), _datetime(2024, 4, 3), True),
        (4, 5, "paid", None, _datetime(2024, 4, 3, 8, 45, 30, 250000), None),
        (5, 4, "new", _dec("0.99"), _datetime(2024, 5, 1), False),
    ),
    _rows(
        items,
        (1, "pencil", _dec("0.50"), 0.01, Color.red, ["wood", "red"]),
        (2, "café crème", _dec("3.20"), 0.3, None, {"hot": True, "origin": ["BR", "ET"]}),
        (3, "bicycle", _dec("250.00"), 14.5, Color.blue, None),
        (4, "100% cotton", None, None, Color.green, []),
    ),
    _rows(
        order_lines,
        (1, 1, 1, 10),
        (1, 2, 2, 1),
        (2, 1, 1, 3),
        (3, 1, 3, 1),
        (5, 1, 4, 2),
    ),
    _rows(
        shipments,
        (1, 1, 1, _datetime(2024, 4, 5)),
        (2, 3, 1, None),
        (3, None, None, None),
    ),
    _rows(codes, ("DE", "Deutschland", 1), ("FR", "France", 2), ("ES", "España", 3)),
    _rows(keyless, (1, "x"), (2, "y"), (2, "z")),
    _rows(nodes, (1, None, "root"), (2, 1, "left"), (3, 1, "right"), (4, 2, "leaf")),
    _rows(
        typed,
        (
            1, 42, -7, 9007199254740993, 0.1, 2.5, _dec("1234.5678"), 0.25, "text", "a\nlonger text", "ünïcode", True,
            _date(2024, 2, 29), _datetime(2024, 2, 29, 13, 14, 15, 123456), _time(23, 59, 59, 1),
            datetime.timedelta(days=2, hours=3, microseconds=5), b"\x00\x01\xfe\xff", {"a": [1, 2.5, None, "x"]},
            "low", Color.green, uuid.UUID("12345678-1234-5678-1234-567812345678"),
        ),
        (
            2, 0, 0, -9223372036854775808, -1.5, 1e100, _dec("-0.0001"), -2.0, "", "", "", False,
            _date(1, 1, 1), _datetime(1999, 12, 31), _time(0, 0), datetime.timedelta(seconds=-90), b"", "a string",
            "high", Color.red, uuid.UUID(int=0),
        ),
        (3,) + (None,) * 20,
    ),
    _rows(ledger, (1, 1, _dec("10.00")), (2, 1, _dec("-2.50")), (3, 2, _dec("7.77"))),
    _rows(renamed, (1, "one", 10), (2, None, 20)),
    _rows(odd, (1, 10, "Mixed", "a b", 50, "q", 1, 180), (2, None, None, None, None, None, None, None)),
    _rows(reserved, (1, 7, 1), (2, 7, None), (3, 8, 2)),
]


def fill(engine, metadata=metadata, rows=ROWS):
    """Create the tables in an empty database and insert the rows."""
    metadata.create_all(engine)
    with engine.begin() as connection:
        for table, values in rows:
            connection.execute(table.insert(), values)
    return engine


def connect(metadata=metadata, rows=ROWS):
    """An engine over one in-memory SQLite database that holds the rows: the shop's, or those of other tables."""
    engine = sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    return fill(engine, metadata, rows)
