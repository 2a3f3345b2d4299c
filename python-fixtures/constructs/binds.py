"""Bound parameters: values of every type, their names, repetition and collisions."""

import datetime
import decimal
import uuid

from shop import Color, addresses, items, odd, orders, typed, users
from sqlalchemy import (
    BIGINT, BINARY, BLOB, BOOLEAN, CHAR, CLOB, DATE, DATETIME, DECIMAL, DOUBLE, DOUBLE_PRECISION, FLOAT, INTEGER, JSON, NCHAR, NUMERIC,
    NVARCHAR, REAL, SMALLINT, TEXT, TIME, TIMESTAMP, UUID, VARBINARY, VARCHAR, BigInteger, Boolean, Date, DateTime, Enum, Float,
    Integer, Interval, LargeBinary, Numeric, String, Time, Unicode, UnicodeText, Uuid, bindparam, literal, select, text,
)

from .registry import family, find, find_typed

case = family("binds")
u, t = users.c, typed.c


def value(given, type_=None):
    """The value alone, with the type SQLAlchemy gives it unless one is named."""
    return select(literal(given, type_).label("v"))


def values(given, *types):
    """The value once in each type."""
    return select(*(literal(given, type_).label("v%d" % i) for i, type_ in enumerate(types)))


case("int", lambda: value(42), styles=True)
case("int_negative", lambda: value(-1))
case("int_zero", lambda: value(0))
case("int_big", lambda: value(9223372036854775807))
case("int_huge", lambda: value(2**70), run=False)
case("int_typed", lambda: value(42, BigInteger()))
case("float", lambda: value(2.5))
case("float_exponent", lambda: value(1e300))
case("float_small", lambda: value(-1.5e-7))
case("float_whole", lambda: value(3.0))
case("float_infinite", lambda: value(float("inf")))
case("float_nan", lambda: value(float("nan")), run=False)
case("float_typed", lambda: value(1, Float()))
case("string", lambda: value("text"))
case("string_empty", lambda: value(""))
case("string_quotes", lambda: value("it's \"so\" \\ %s %(x)s :y ?"))
case("string_lines", lambda: value("a\nb\tc\r\n"))
case("string_unicode", lambda: value("žluťoučký 漢字 😀"))
case("string_typed", lambda: value("x", String(10)))
case("unicode_typed", lambda: value("ü", Unicode(10)))
case("texts_typed_as_in_sql", lambda: values("x", VARCHAR(10), NVARCHAR(10), CHAR(1), NCHAR(1), TEXT(), CLOB(), UnicodeText()))
case("numbers_typed_as_in_sql", lambda: values(1, INTEGER(), SMALLINT(), BIGINT()))
case("decimals_typed_as_in_sql", lambda: values(decimal.Decimal("12.50"), NUMERIC(10, 2), DECIMAL(10, 2)))
case("floats_typed_as_in_sql", lambda: values(2.5, FLOAT(), REAL(), DOUBLE(), DOUBLE_PRECISION()))
case("bytes_typed_as_in_sql", lambda: values(b"\x00\xff", BLOB(), BINARY(2), VARBINARY(2)))
case("boolean_typed_as_in_sql", lambda: values(True, BOOLEAN()))
case("date_typed_as_in_sql", lambda: values(datetime.date(2024, 2, 29), DATE()))
case("datetimes_typed_as_in_sql", lambda: values(datetime.datetime(2024, 2, 29, 12, 30, 45), DATETIME(), TIMESTAMP()))
case("time_typed_as_in_sql", lambda: values(datetime.time(12, 30, 45, 678), TIME()))
case("uuid_typed_as_in_sql", lambda: values(uuid.UUID(int=7), UUID()))
case("bytes", lambda: value(b"\x00\xffabc"))
case("bytes_typed", lambda: value(b"", LargeBinary()))
case("true", lambda: value(True))
case("false", lambda: value(False))
case("boolean_typed", lambda: value(True, Boolean()))
case("none", lambda: value(None))
case("none_typed", lambda: value(None, Integer()))
case("date", lambda: value(datetime.date(2024, 2, 29)))
case("date_typed", lambda: value(datetime.date(1, 1, 1), Date()))
case("datetime", lambda: value(datetime.datetime(2024, 2, 29, 12, 30, 45)))
case("datetime_micros", lambda: value(datetime.datetime(9999, 12, 31, 23, 59, 59, 999999)))
case("datetime_typed", lambda: value(datetime.datetime(1970, 1, 1), DateTime()))
case("datetime_zone", lambda: value(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), DateTime(timezone=True)), run=False)
case("time", lambda: value(datetime.time(12, 30, 45, 678)))
case("time_typed", lambda: value(datetime.time(0, 0), Time()))
case("decimal", lambda: value(decimal.Decimal("12.50")))
case("decimal_exponent", lambda: value(decimal.Decimal("1E+3")))
case("decimal_typed", lambda: value(decimal.Decimal("0.001"), Numeric(10, 3)))
case("uuid", lambda: value(uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")))
case("uuid_typed", lambda: value(uuid.UUID(int=1), Uuid()))
case("uuid_as_text", lambda: value("00112233-4455-6677-8899-aabbccddeeff", Uuid(as_uuid=False)))
case("timedelta", lambda: value(datetime.timedelta(days=1, seconds=2, microseconds=3)))
case("timedelta_typed", lambda: value(datetime.timedelta(seconds=-90), Interval()))
case("enum_typed", lambda: value(Color.blue, Enum(Color)))
case("enum_text_typed", lambda: value("b", Enum("a", "b", name="ab")))
case("json_dict", lambda: value({"a": [1, 2.5, None, True], "b": {"ü": "x"}}, JSON()))
case("json_list", lambda: value([1, [2], {}], JSON()))
case("json_text", lambda: value("x", JSON()))
case("json_column", lambda: find(items.c.tags == ["wood", "red"], table=items))
case("all_types_in_where", lambda: find_typed(
    t.i == 42, t.f < 1.5, t.n > decimal.Decimal("1"), t.s == "text", t.b == True, t.d == datetime.date(2024, 2, 29),  # noqa: E712
    t.dt > datetime.datetime(2000, 1, 1), t.tm > datetime.time(1), t.lb != b"", t.uu != uuid.UUID(int=0), t.pe == Color.green,
), styles=True)

case("named", lambda: find(u.age > bindparam("low", 18)), styles=True)
case("named_two", lambda: find(u.age > bindparam("low", 18), u.age < bindparam("high", 41)), styles=True)
case("named_order", lambda: find(u.age < bindparam("z", 41), u.id > bindparam("a", 1)), styles=True)
case("named_typed", lambda: find(u.name == bindparam("who", "ed", String(7))))
case("named_type_only", lambda: find(u.id == bindparam("who", type_=Integer)), run=False)
case("named_typed_literal", lambda: select(bindparam("v", 5, Integer)))
case("named_none", lambda: find(u.age.is_not_distinct_from(bindparam("age", None, Integer))))
case("named_not_a_word", lambda: find(u.name == bindparam("a b", "ed")), styles=True)
case("named_percent", lambda: find(u.name == bindparam("per%cent", "ed")), styles=True)
case("named_colon", lambda: find(u.name == bindparam("a:b", "ed")), styles=True)
case("named_brackets", lambda: find(u.name == bindparam("x[0].(y)", "ed")), styles=True)
case("named_unicode", lambda: find(u.name == bindparam("größe", "ed")), styles=True)
case("named_digits", lambda: find(u.name == bindparam("1st", "ed")))
case("named_like_anonymous", lambda: find(u.age > bindparam("id_1", 5), u.id == 1), run=False)
case("required", lambda: find(u.name == bindparam("who")), run=False, styles=True)
case("required_flag", lambda: find(u.name == bindparam("who", required=True)), run=False)
case("not_required", lambda: find(u.name == bindparam("who", required=False)))
case("unique", lambda: find(u.age > bindparam("n", 18, unique=True), u.id < bindparam("n", 5, unique=True)), styles=True)
case("unique_unnamed", lambda: select(bindparam(None, 5), bindparam(None, 6)))
case("literal_execute", lambda: find(u.id == bindparam("n", 2, literal_execute=True)))
case("expanding", lambda: find(u.id.in_(bindparam("ids", [1, 2], expanding=True))), styles=True)
case("expanding_empty", lambda: find(u.id.in_(bindparam("ids", [], expanding=True))))
case("expanding_required", lambda: find(u.id.in_(bindparam("ids", expanding=True))), run=False)
case("expanding_literal_execute", lambda: find(u.id.in_(bindparam("ids", [1, 5], expanding=True, literal_execute=True))))
case("expanding_named_oddly", lambda: find(u.id.in_(bindparam("i d", [1, 2], expanding=True))), styles=True)


def same_twice():
    bind = bindparam("age", 41)
    return find((u.age == bind) | (u.id == bind))


def same_unnamed_twice():
    bind = literal(41)
    return find((u.age == bind) | (u.id == bind))


case("same_twice", same_twice, styles=True)
case("same_name_twice", lambda: find((u.age == bindparam("n", 1)) | (u.id == bindparam("n", 1))), styles=True)
case("same_unnamed_twice", same_unnamed_twice, styles=True)
case("collision_same_column", lambda: find((u.id == 1) | (u.id == 2) | (u.id == 5)), styles=True)
case("collision_two_tables", lambda: select(u.id).where(u.id == addresses.c.user_id, u.id > 0, addresses.c.id < 4).order_by(addresses.c.id))
case("collision_columns_and_where", lambda: select(u.id + 1, u.age + 2).where(u.id == 1))
case("collision_suffix", lambda: find(u.id == bindparam("id_2", 1), u.id > 0, u.id < 9), run=False)
case("order_across_clauses", lambda: select(u.id + 1).where(u.name != "x").group_by(u.id).having(u.id > 0).order_by(u.id * 2).limit(5).offset(1), styles=True)
case("column_with_odd_name", lambda: find(odd.c["with space"] == "a b", odd.c["größe"] == 180, odd.c["1st"] == 1, odd.c['quo"te'] == "q", table=odd), styles=True)
case("in_text", lambda: select(text(":a || :b AS joined").bindparams(a="x", b="y")), styles=True)
case("in_text_typed", lambda: find(text("users.birthday > :day").bindparams(bindparam("day", datetime.date(1990, 1, 1), Date))))
case("in_text_unbound", lambda: find(text("users.id = :who")), run=False)
case("in_label", lambda: select(literal("x").label("a"), literal("y").label("b"), u.id))
case("params_method", lambda: find(u.age > bindparam("low", 18), u.name != "x").params(low=40))
case("same_value_many", lambda: find(u.id.in_([1, 2]), u.id == 1, u.age == 30, orders.c.user_id == u.id).distinct())
