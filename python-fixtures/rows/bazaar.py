"""The schema and the rows that statements are run over, in every database: each type, and data that careless code would change.

Classes pickled by name (``Mood``) live here, so the module's name is part of the dumps.
"""

import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, MetaData, Table
from sqlalchemy.dialects import mysql, postgresql, sqlite


class Mood(enum.Enum):
    """Kept by name; the values are deliberately something else."""

    happy = 1
    so_so = 2
    sad = 3


metadata = MetaData()

# Each generic type once; a row is a temper: usual, negative, greatest, nothing, nothing at all, ...
things = Table(
    "things",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("i", sa.Integer),
    Column("si", sa.SmallInteger),
    Column("bi", sa.BigInteger),
    Column("f", sa.Float(53)),
    Column("dbl", sa.Double),
    Column("n", sa.Numeric(20, 4)),
    Column("nf", sa.Numeric(12, 3, asdecimal=False)),
    Column("fd", sa.Float(53, asdecimal=True)),
    Column("s", sa.String(60)),
    Column("t", sa.Text),
    Column("u", sa.Unicode(60)),
    Column("ut", sa.UnicodeText),
    Column("b", sa.Boolean),
    Column("d", sa.Date),
    Column("dt", sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql").with_variant(mysql.DATETIME(fsp=6), "mariadb")),
    Column("tm", sa.Time().with_variant(mysql.TIME(fsp=6), "mysql").with_variant(mysql.TIME(fsp=6), "mariadb")),
    Column("iv", sa.Interval),
    Column("lb", sa.LargeBinary),
    Column("j", sa.JSON(none_as_null=True)),
    Column("e", sa.Enum("low", "middling", "high", name="level")),
    Column("pe", sa.Enum(Mood, name="mood")),
    Column("uu", sa.Uuid),
    Column("us", sa.Uuid(as_uuid=False)),
    Column("p", sa.PickleType),
)

# A chain of superiors.
people = Table(
    "people",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("name", sa.Unicode(60), nullable=False),
    Column("boss_id", sa.Integer, ForeignKey("people.id")),
    Column("born", sa.Date),
    Column("salary", sa.Numeric(12, 2)),
    Column("rating", sa.Double),
    Column("active", sa.Boolean, nullable=False),
    Column("mood", sa.Enum(Mood, name="mood")),
)

purchases = Table(
    "purchases",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("person_id", sa.Integer, ForeignKey("people.id"), nullable=False),
    Column("status", sa.Enum("new", "paid", "sent", name="purchase_status"), nullable=False),
    Column("total", sa.Numeric(12, 2)),
    Column("placed_at", sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql").with_variant(mysql.DATETIME(fsp=6), "mariadb"), nullable=False),
)

products = Table(
    "products",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("name", sa.Unicode(60), nullable=False),
    Column("price", sa.Numeric(10, 2)),
    Column("weight", sa.Double),
    Column("tags", sa.JSON(none_as_null=True)),
)

lines = Table(
    "lines",
    metadata,
    Column("purchase_id", sa.Integer, ForeignKey("purchases.id"), primary_key=True, autoincrement=False),
    Column("line_no", sa.SmallInteger, primary_key=True, autoincrement=False),
    Column("product_id", sa.Integer, ForeignKey("products.id"), nullable=False),
    Column("quantity", sa.Integer, nullable=False),
)

# A foreign key of two columns.
parcels = Table(
    "parcels",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("purchase_id", sa.Integer),
    Column("line_no", sa.SmallInteger),
    Column("note", sa.String(60)),
    ForeignKeyConstraint(["purchase_id", "line_no"], ["lines.purchase_id", "lines.line_no"]),
)

words = Table(
    "words",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("w", sa.Unicode(60)),
)

# No rows.
nobody = Table(
    "nobody",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("name", sa.String(30)),
    Column("n", sa.Numeric(10, 2)),
    Column("b", sa.Boolean),
    Column("dt", sa.DateTime),
)

# Columns whose key is not their name.
renamed = Table(
    "renamed",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("db_name", sa.String(30), key="attr_name"),
    Column("Value", sa.Integer, key="value"),
)

# Names every dialect, or only some, must quote.
odd = Table(
    "Odd Names",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("order", sa.Integer),
    Column("MixedCase", sa.String(20)),
    Column("with space", sa.String(20)),
    Column("per%cent", sa.Integer),
    Column('quo"te', sa.String(20)),
    Column("back`tick", sa.String(20)),
    Column("1st", sa.Integer),
    Column("größe", sa.Integer),
    Column("a:b", sa.Integer),
    Column("q?m", sa.Integer),
    Column("{0}", sa.Integer),
)
reserved = Table(
    "order",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("group", sa.Integer),
    Column("select", sa.String(20)),
    Column("user", sa.String(20)),
    Column("odd_id", sa.Integer, ForeignKey("Odd Names.id")),
)

# What only one kind of database has; see DATABASES_OF.
pg_things = Table(
    "pg_things",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("ints", postgresql.ARRAY(sa.Integer)),
    Column("texts", sa.ARRAY(sa.Text)),
    Column("grid", postgresql.ARRAY(sa.Integer, dimensions=2)),
    Column("jb", postgresql.JSONB(none_as_null=True)),
    Column("js", postgresql.JSON(none_as_null=True)),
    Column("iv", postgresql.INTERVAL),
    Column("by", postgresql.BYTEA),
    Column("tz", sa.DateTime(timezone=True)),
    Column("ttz", postgresql.TIME(timezone=True)),
    Column("r", sa.REAL),
    Column("dp", sa.DOUBLE_PRECISION),
    Column("c", sa.CHAR(5)),
    Column("plain", sa.Numeric),
    Column("whole", sa.Numeric(10, 0)),
    Column("uu", postgresql.UUID),
    Column("ci", postgresql.CITEXT().with_variant(sa.Text, "postgresql")),
)

maria_things = Table(
    "maria_things",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column("tiny", mysql.TINYINT),
    Column("medium", mysql.MEDIUMINT(unsigned=True)),
    Column("ub", mysql.BIGINT(unsigned=True)),
    Column("yr", mysql.YEAR),
    Column("fl", mysql.FLOAT),
    Column("db", mysql.DOUBLE(asdecimal=False)),
    Column("dec", mysql.DECIMAL(30, 10)),
    Column("lt", mysql.LONGTEXT),
    Column("mb", mysql.MEDIUMBLOB),
    Column("vb", sa.VARBINARY(20)),
    Column("en", mysql.ENUM("a", "b c", "d'e")),
    Column("st", mysql.SET("x", "y", "z")),
    Column("bt", mysql.BIT(10)),
    Column("tm", mysql.TIME(fsp=6)),
    Column("ts", mysql.TIMESTAMP(fsp=3)),
)

lite_things = Table(
    "lite_things",
    metadata,
    Column("id", sa.Integer, primary_key=True, autoincrement=False),
    Column(
        "compact",
        sqlite.DATETIME(
            storage_format="%(year)04d%(month)02d%(day)02d%(hour)02d%(minute)02d%(second)02d",
            regexp=r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})",
        ),
    ),
    Column("whole", sqlite.DATETIME(truncate_microseconds=True)),
    Column("us", sqlite.DATE(storage_format="%(month)02d/%(day)02d/%(year)04d", regexp=r"(?P<month>\d+)/(?P<day>\d+)/(?P<year>\d+)")),
    Column("clock", sqlite.TIME(storage_format="%(hour)02d-%(minute)02d-%(second)02d", regexp=r"(\d+)-(\d+)-(\d+)")),
    Column("js", sqlite.JSON),
)

DATABASES_OF = {pg_things: {"postgresql"}, maria_things: {"mariadb"}, lite_things: {"sqlite"}}

_date, _datetime, _time, _delta = datetime.date, datetime.datetime, datetime.time, datetime.timedelta
_dec, _uuid = decimal.Decimal, uuid.UUID
_utc = datetime.timezone.utc

AWKWARD = [
    "plain", "", " ", "  both ends  ", "it's", 'say "hi"', "50%", "50%%", "a_b", "back\\slash", "\\", "\\\\'", "%s %(x)s", ":name ::int", "? ?? {0}", "$1",
    "line\nbreak", "tab\tand\rreturn", "Ünïcödé", "ß", "İstanbul", "日本語", "Сергей", "עברית", "😀", "e\u0301", "é", "\u200b", "NULL", "null", "0", "-1", "1e3",
    "true", "'; DROP TABLE words; --", "/* c */", "--", "`", "[x]", "<a&b>", "z" * 60,
]


def _rows(table, *rows):
    names = [c.key for c in table.c]
    return table, [dict(zip(names, row)) for row in rows]


_NO_THING = (None,) * (len(things.c) - 1)

ROWS = [
    _rows(
        things,
        (
            1, 42, 7, 9007199254740993, 0.1, 2.5, _dec("1234.5678"), 0.25, _dec("0.5"), "text", "a\nlonger text", "ünïcode", "mehr Ünïcode", True,
            _date(2024, 2, 29), _datetime(2024, 2, 29, 13, 14, 15, 123456), _time(23, 59, 59, 1), _delta(days=2, hours=3, microseconds=5),
            b"\x00\x01\xfe\xff", {"a": [1, 2.5, None, "x"], "b": {"c": "d", "n": 7, "t": True}}, "low", Mood.happy,
            _uuid("12345678-1234-5678-1234-567812345678"), "00000000-0000-0000-0000-00000000002a", {"any": (1, "thing")},
        ),
        (
            2, -42, -7, -9007199254740993, -0.1, -1.5, _dec("-1234.5678"), -2.5, _dec("-0.25"), "it's", 'say "hi"', "50%_off", "back\\slash", False,
            _date(1, 1, 1), _datetime(1999, 12, 31, 23, 59, 59, 999999), _time(0, 0), _delta(seconds=-90), b"'\\%_", [1, "two", None], "high", Mood.sad,
            _uuid(int=0), "ffffffff-ffff-ffff-ffff-ffffffffffff", [1, 2.5, None],
        ),
        (
            3, 2147483647, 32767, 9223372036854775807, 1e300, 1.7976931348623157e308, _dec("99999999999.9999"), 123456789.125, _dec("1000000.125"),
            "z" * 60, "long " * 500, "Сергей", "日本語 😀", True, _date(9999, 12, 31), _datetime(9999, 12, 31, 23, 59, 59, 999999), _time(12, 30, 0, 120000),
            _delta(days=10000), bytes(range(256)), "a string", "middling", Mood.so_so, _uuid(int=2**128 - 1), "12345678-1234-5678-1234-567812345678", "text",
        ),
        (
            4, -2147483648, -32768, -9223372036854775808, 1e-300, 5e-324, _dec("-0.0001"), 0.001, _dec("0.0"), "", "", "", "", False,
            _date(1970, 1, 1), _datetime(1970, 1, 1), _time(0, 0, 0, 1), _delta(0), b"", {}, "low", Mood.happy, _uuid(int=1), "00000000-0000-0000-0000-000000000000", 0,
        ),
        (
            5, 0, 0, 0, 0.0, 0.0, _dec("0.0000"), 0.0, _dec("0.0"), "null", "%s %(x)s ? {0} :x $1", "é", "e\u0301", False, _date(1969, 7, 20),
            _datetime(1969, 7, 20, 20, 17, 40), _time(20, 17, 40), _delta(microseconds=1), b"\n", 12.5, "high", Mood.sad,
            _uuid("00000000-0000-0000-0000-00000000002a"), None, True,
        ),
        (6, *_NO_THING),
        (
            7, 42, 7, 9007199254740993, 0.1, 2.5, _dec("1234.5678"), 0.25, _dec("0.5"), "TEXT", "A\nLonger text", "ÜNÏCODE", "x", None,
            _date(2024, 3, 1), _datetime(2024, 3, 1), None, None, None, None, None, None, None, None, None,
        ),
    ),
    _rows(
        people,
        (1, "Ann", None, _date(1960, 1, 31), _dec("250000.00"), 4.5, True, Mood.happy),
        (2, "Bob O'Hara", 1, _date(1971, 2, 28), _dec("90000.50"), 3.25, True, Mood.so_so),
        (3, "Çelik 50%", 1, _date(1984, 2, 29), _dec("90000.50"), None, False, None),
        (4, "Дмитрий", 2, _date(1990, 12, 31), _dec("45000.00"), -1.5, True, Mood.sad),
        (5, "Eve \\ \"E\"", 2, None, None, 2.0, True, Mood.happy),
        (6, "fay_w", 4, _date(2001, 7, 4), _dec("0.00"), 0.0, False, Mood.so_so),
        (7, "Gus 😀", None, _date(1955, 11, 5), _dec("-12.34"), 1e10, True, None),
    ),
    _rows(
        purchases,
        (1, 1, "paid", _dec("30.00"), _datetime(2024, 4, 1, 10)),
        (2, 1, "new", _dec("5.50"), _datetime(2024, 4, 2, 11, 15)),
        (3, 2, "sent", _dec("120.25"), _datetime(2024, 4, 3)),
        (4, 5, "paid", None, _datetime(2024, 4, 3, 8, 45, 30, 250000)),
        (5, 4, "new", _dec("0.99"), _datetime(2024, 5, 1, 0, 0, 0, 1)),
        (6, 4, "paid", _dec("99999.99"), _datetime(2023, 12, 31, 23, 59, 59, 999999)),
        (7, 6, "sent", _dec("-10.00"), _datetime(2024, 2, 29)),
    ),
    _rows(
        products,
        (1, "pencil", _dec("0.50"), 0.01, ["wood", "red"]),
        (2, "café crème", _dec("3.20"), 0.3, {"hot": True, "origin": ["BR", "ET"]}),
        (3, "bicycle", _dec("250.00"), 14.5, None),
        (4, "100% cotton", None, None, []),
        (5, "O'Reilly \"book\"", _dec("39.99"), 0.75, {"pages": 512, "weird key's": "x"}),
    ),
    _rows(
        lines, (1, 1, 1, 10), (1, 2, 2, 1), (2, 1, 1, 3), (3, 1, 3, 1), (3, 2, 2, 4), (5, 1, 4, 2), (6, 1, 5, 7), (6, 2, 1, 100), (7, 1, 3, -1)
    ),
    _rows(parcels, (1, 1, 1, "left"), (2, 3, 1, None), (3, None, None, "lost"), (4, 3, 2, "50%")),
    _rows(words, *enumerate(AWKWARD, 1), (100, None)),
    _rows(nobody),
    _rows(renamed, (1, "one", 10), (2, None, 20), (3, "three", None)),
    _rows(
        odd,
        (1, 10, "Mixed", "a b", 50, "q", "t", 1, 180, 5, 6, 7),
        (2, None, None, None, None, None, None, None, None, None, None, None),
        (3, -10, "mixed", " ", 0, '"', "`", -1, 0, 0, 0, 0),
    ),
    _rows(reserved, (1, 7, "x", "me", 1), (2, 7, None, "you", None), (3, 8, "y", None, 2), (4, 8, "", "me", 3)),
    _rows(
        pg_things,
        (
            1, [1, None, -3], ["a", "it's", 'q"', "b\\", "", "NULL", None, "{x,y}"], [[1, 2], [3, 4]], {"a": {"b": [1, 2, {"c": "d"}]}, "k": "v", "n": 1.5}, [1, 2],
            _delta(days=40, hours=-3, microseconds=7), b"\x00\xff", _datetime(2024, 2, 29, 12, 0, 0, 5, _utc),
            _time(23, 0, 0, 7, datetime.timezone(_delta(hours=2))), 0.1, 1e-7, "ab", _dec("123456789012345678901234567890.123456789"), _dec("42"),
            _uuid(int=42), "Case",
        ),
        (
            2, [], [], [], [], {"x": None}, _delta(0), b"", _datetime(1969, 12, 31, 23, 59, 59, tzinfo=_utc), _time(0, 0, tzinfo=_utc), -1.5, 1e100, "",
            _dec("-0.00"), _dec("-7"), _uuid(int=0), "",
        ),
        (3,) + (None,) * 16,
        (4, [5], ["x"], [[7]], "string", 3, _delta(days=-1), b"x", _datetime(2024, 7, 1, tzinfo=_utc), None, 3.4e38, 0.0, "abcde", _dec("1E+20"), _dec("0"), None, "x"),
    ),
    _rows(
        maria_things,
        (
            1, -128, 16777215, 18446744073709551615, 2024, 0.1, 0.1, _dec("12345678901234567890.0123456789"), "t'\\", b"\x00\xff", b"\x00'", "b c", {"x", "z"}, 513,
            _delta(hours=-30, microseconds=5), _datetime(2024, 2, 29, 1, 2, 3, 456000),
        ),
        (2, 127, 0, 0, 1901, -1.5, 1e300, _dec("0"), "", b"", b"", "d'e", set(), 0, _delta(0), _datetime(2000, 1, 1)),
        (3,) + (None,) * 15,
    ),
    _rows(
        lite_things,
        (1, _datetime(2024, 2, 29, 13, 14, 15), _datetime(2024, 2, 29, 13, 14, 15, 999), _date(2024, 2, 29), _time(1, 2, 3), {"a": [1, {"b": None}]}),
        (2, None, None, None, None, None),
        (3, _datetime(1, 1, 1), _datetime(9999, 12, 31), _date(1, 1, 1), _time(23, 59, 59), "x"),
    ),
]


def metadata_of(database):
    """The tables a database has, in a MetaData of their own: types of another database's tables must not be created there."""
    own = MetaData()
    for table in metadata.sorted_tables:
        if database in DATABASES_OF.get(table, {database}):
            table.to_metadata(own)
    return own


def fill(engine, database):
    """Create the tables in an empty database and insert the rows."""
    own = metadata_of(database)
    with engine.begin() as connection:
        own.create_all(connection)
        for table, rows in ROWS:
            if table.name in own.tables:
                # One by one, since DuckDB sees no row of the statement itself that a foreign key refers to.
                for row in rows:
                    connection.execute(own.tables[table.name].insert(), row)


def statements_of(database):
    """The statements over these tables, by name."""
    # Imported late: the statements are made of the tables above.
    import statements

    return statements.of(database)
