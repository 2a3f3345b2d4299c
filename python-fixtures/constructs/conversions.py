"""Values chosen, converted, taken apart and put together: CASE, CAST, type_coerce, EXTRACT, tuples, literals of every type."""

import datetime
import decimal
import uuid

import sqlalchemy as sa
from shop import Color, items, orders, typed, users
from sqlalchemy import (
    Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval, LargeBinary, Numeric, SmallInteger, String, Text, Time, Unicode, Uuid,
    and_, bindparam, case as case_, cast, extract, false, func, literal, literal_column, null, or_, select, true, try_cast, tuple_,
    type_coerce,
)

from .registry import family, find, find_typed

case = family("conversions", protocols=(2, 5))
u, o, i, t = users.c, orders.c, items.c, typed.c

# CASE
case("case_one", lambda: select(u.id, case_((u.age > 30, "old"))))
case("case_else", lambda: select(u.id, case_((u.age > 30, "old"), else_="young")), styles=True)
case("case_two", lambda: select(u.id, case_((u.age > 40, "old"), (u.age > 20, "adult"), else_="young")))
case("case_value", lambda: select(u.id, case_((1, "one"), (2, "two"), value=u.id, else_="more")))
case("case_dict", lambda: select(u.id, case_({"ed": 1, "wendy": 2}, value=u.name, else_=0)))
case("case_dict_no_else", lambda: select(u.id, case_({"ed": 1}, value=u.name)))
case("case_value_expression", lambda: select(u.id, case_((0, "even"), value=u.id % 2, else_="odd")))
case("case_result_columns", lambda: select(u.id, case_((u.fullname.is_(None), u.name), else_=u.fullname)))
case("case_result_null", lambda: select(u.id, case_((u.age > 30, None), else_=u.age)))
case("case_result_null_element", lambda: select(u.id, case_((u.age > 30, null()), else_=u.age)))
case("case_result_boolean", lambda: select(u.id, case_((u.age > 30, True), else_=False)))
case("case_result_true", lambda: select(u.id, case_((u.age > 30, true()), else_=false())))
case("case_result_expression", lambda: select(u.id, case_((u.age > 30, u.age * 2 + 1), else_=-u.age)))
case("case_result_literal_column", lambda: select(u.id, case_((u.age > 30, literal_column("'x'")), else_=literal_column("'y'"))))
case("case_result_date", lambda: select(u.id, case_((u.age > 30, datetime.date(2020, 1, 2)), else_=u.birthday)))
case("case_result_decimal", lambda: select(u.id, case_((u.age > 30, decimal.Decimal("1.50")), else_=u.balance)))
case("case_mixed_types", lambda: select(u.id, case_((u.age > 30, 1), else_="x")), dialects=("default", "sqlite", "mysql"))
case("case_condition_and", lambda: select(u.id, case_((and_(u.age > 30, u.active), 1), else_=0)))
case("case_condition_or", lambda: select(u.id, case_((or_(u.age > 30, u.name == "ed"), 1), else_=0)))
case("case_condition_not", lambda: select(u.id, case_((~u.active, 1), else_=0)))
case("case_condition_bare_boolean", lambda: select(u.id, case_((u.active, 1), else_=0)))
case("case_condition_in", lambda: select(u.id, case_((u.id.in_([1, 2]), "few"), else_="many")))
case("case_condition_like", lambda: select(u.id, case_((u.name.like("%e%"), 1), else_=0)))
case("case_condition_between", lambda: select(u.id, case_((u.age.between(20, 30), 1), else_=0)))
case("case_condition_is_none", lambda: select(u.id, case_((u.age.is_(None), -1), else_=u.age)))
case("case_nested", lambda: select(u.id, case_((u.age > 30, case_((u.active, "a"), else_="b")), else_="c")))
case("case_nested_in_condition", lambda: select(u.id).where(case_((u.active, u.age), else_=0) > 20))
case("case_label", lambda: select(u.id, case_((u.age > 30, "old"), else_="young").label("kind")).order_by("kind", u.id))
case("case_order_by", lambda: select(u.id).order_by(case_((u.name == "wendy", 0), else_=1), u.id))
case("case_order_by_desc", lambda: select(u.id).order_by(case_((u.name == "wendy", 0), else_=1).desc(), u.id.desc()))
case("case_group_by", lambda: select(case_((u.age > 30, "old"), else_="young").label("k"), func.count()).group_by("k").order_by("k"))
case("case_sum", lambda: select(func.sum(case_((u.active, 1), else_=0))))
case("case_count", lambda: select(func.count(case_((u.active, 1)))))
case("case_arithmetic", lambda: select(u.id, case_((u.active, 1), else_=0) + 5))
case("case_arithmetic_left", lambda: select(u.id, 5 - case_((u.active, 1), else_=0)))
case("case_concat", lambda: select(u.id, case_((u.active, "a"), else_="b") + u.name))
case("case_compared", lambda: find(case_((u.active, "a"), else_="b") == "a"))
case("case_negated", lambda: find(~(case_((u.active, "a"), else_="b") == "a")))
case("case_in", lambda: find(case_((u.active, "a"), else_="b").in_(["a", "c"])))
case("case_as_condition", lambda: find(case_((u.age > 30, u.active), else_=false())), dialects=("default", "sqlite", "postgresql", "mysql"))
case("case_not_as_condition", lambda: find(~case_((u.age > 30, u.active), else_=true())), dialects=("default", "sqlite", "postgresql", "mysql"))
case("case_is_null", lambda: find(case_((u.active, u.age)).is_(None)))
case("case_two_unlabelled", lambda: select(case_((u.active, 1)), case_((u.active, 2))))
case("case_cast", lambda: select(u.id, cast(case_((u.active, 1), else_=0), String(5))))
case("case_enum", lambda: select(i.id, case_((i.color == Color.red, "r"), else_="x")))
case("case_enum_result", lambda: select(i.id, case_((i.id > 2, i.color), else_=None)))
case("case_value_enum", lambda: select(i.id, case_((literal(Color.red, i.color.type), "r"), value=i.color, else_="x")))
case("case_bare", lambda: case_((u.active, 1), else_=0))

# CAST
for name, column, type_ in [
    ("integer", u.score, Integer), ("small", u.score, SmallInteger), ("big", u.age, sa.BigInteger), ("string", u.age, String),
    ("string_length", u.age, String(10)), ("text", u.age, Text), ("unicode", u.age, Unicode(20)), ("unicode_text", u.age, sa.UnicodeText),
    ("varchar", u.age, sa.VARCHAR(30)), ("nvarchar", u.age, sa.NVARCHAR(30)), ("char", u.age, sa.CHAR(8)), ("clob", u.age, sa.CLOB),
    ("numeric", u.age, Numeric), ("numeric_scale", u.age, Numeric(10, 2)), ("decimal", u.age, sa.DECIMAL(8, 3)), ("float", u.age, Float),
    ("float_precision", u.age, Float(24)), ("double", u.age, Double), ("real", u.age, sa.REAL), ("double_precision", u.age, sa.DOUBLE_PRECISION),
    ("boolean", u.age, Boolean), ("date", u.created_at, Date), ("datetime", u.birthday, DateTime), ("timestamp", u.birthday, sa.TIMESTAMP),
    ("timestamp_zone", u.birthday, sa.TIMESTAMP(timezone=True)), ("datetime_zone", u.birthday, DateTime(timezone=True)), ("time", u.created_at, Time),
    ("interval", t.iv, Interval), ("binary", u.name, LargeBinary), ("varbinary", u.name, sa.VARBINARY(20)), ("uuid", t.uu, Uuid),
    ("uuid_upper", t.uu, sa.UUID), ("json", i.tags, sa.JSON), ("enum", u.name, Enum("ed", "wendy", name="who")),
    ("collated", u.name, String(20, collation="C")), ("blob", u.name, sa.BLOB),
]:
    case("cast_" + name, lambda column=column, type_=type_: select(column.table.c.id, cast(column, type_)), run=name in (
        "integer", "small", "big", "string", "string_length", "text", "numeric_scale", "float", "double", "boolean",
    ))
case("cast_text_to_integer", lambda: select(cast("5", Integer), cast(literal("6"), Integer)))
case("cast_none", lambda: select(cast(None, Integer), cast(null(), String)))
case("cast_value_typed", lambda: select(cast(5, String), cast(decimal.Decimal("2.5"), Integer)), run=False)
case("cast_method", lambda: select(u.id, u.age.cast(String)))
case("cast_expression", lambda: select(u.id, cast(u.age + 1, String)))
case("cast_function", lambda: select(cast(func.count(u.id), Float)))
case("cast_of_cast", lambda: select(u.id, cast(cast(u.age, String), Integer)))
case("cast_label", lambda: select(u.id, cast(u.age, Float).label("a")))
case("cast_of_label", lambda: select(u.id, cast(u.age.label("a"), String)))
case("cast_two_same_column", lambda: select(cast(u.age, Float), cast(u.age, String)))
case("cast_beside_column", lambda: select(u.age, cast(u.age, String)))
case("cast_twice", lambda: (lambda c: select(c, c))(cast(u.age, String)))
case("cast_where", lambda: find(cast(u.age, String) == "41"))
case("cast_where_like", lambda: find(cast(u.age, String).like("4%")))
case("cast_in", lambda: find(cast(u.age, String).in_(["41", "25"])))
case("cast_concat", lambda: select(u.id, cast(u.age, String) + "!"))
case("cast_arithmetic", lambda: select(u.id, cast(u.age, Numeric(10, 2)) / 4))
case("cast_division", lambda: select(u.id, u.age / cast(4, Float)))
case("cast_negated", lambda: find(~cast(u.active, Boolean)), dialects=("default", "sqlite", "postgresql", "mysql"))
case("cast_boolean_condition", lambda: find(cast(u.age, Boolean)), dialects=("default", "sqlite", "postgresql", "mysql"))
case("cast_order_by", lambda: select(u.id).order_by(cast(u.age, String), u.id))
case("cast_group_by", lambda: select(cast(u.age, String).label("a"), func.count()).group_by(cast(u.age, String)).order_by("a"))
case("cast_no_length_at_all", lambda: select(u.id, cast(u.age, sa.CHAR(0)), cast(u.name, String(0))), run=False)
case("cast_variant", lambda: select(u.id, cast(u.age, String(7).with_variant(Text(), "postgresql").with_variant(sa.CHAR(9), "mysql"))), run=False)
case("cast_bare", lambda: cast(u.age, String(5)))
case("cast_labels_with_table", lambda: select(cast(u.age, String), u.id).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL))
case("cast_of_case_with_table", lambda: select(cast(u.age + 1, String)).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL))
case("try_cast", lambda: select(u.id, try_cast(u.name, Integer)), run=False)
case("try_cast_compared", lambda: find(try_cast(u.name, Integer) == 5), run=False)

# type_coerce
case("coerce", lambda: select(u.id, type_coerce(u.age, String)), run=False)
case("coerce_value", lambda: select(type_coerce("x", String) + "y"))
case("coerce_value_compared", lambda: find(u.age == type_coerce("41", Integer)), run=False)
case("coerce_bind", lambda: select(type_coerce(bindparam("p", 5), Numeric(10, 2))))
case("coerce_bind_twice", lambda: (lambda b: select(b, type_coerce(b, String), type_coerce(b, Numeric)))(literal(5)), run=False)
case("coerce_twice", lambda: (lambda c: select(c, c + 1))(type_coerce(literal(5), Numeric)))
case("coerce_column_twice", lambda: (lambda c: select(c, c))(type_coerce(u.age, Numeric)))
case("coerce_where", lambda: find(type_coerce(u.age, Numeric) > decimal.Decimal("1.5")))
case("coerce_concat", lambda: select(u.id, type_coerce(u.name, Unicode) + "x"))
case("coerce_expression", lambda: select(u.id, type_coerce(u.age + 1, Float) * 2))
case("coerce_expression_twice", lambda: select(u.id, type_coerce(type_coerce(u.age + 1, Float) * 2, Integer) - 1))
case("coerce_comparison", lambda: find(type_coerce(u.age > 5, Boolean), u.id > 0), dialects=("default", "sqlite", "postgresql", "mysql"))
case("coerce_label", lambda: select(u.id, type_coerce(u.age, Float).label("a")))
case("coerce_json", lambda: select(i.id, type_coerce(i.tags, Text)), run=False)
case("coerce_date", lambda: find(u.birthday == type_coerce(datetime.date(1995, 2, 28), Date)))
case("coerce_none", lambda: select(type_coerce(None, Integer)))
case("coerce_in", lambda: find(type_coerce(u.age, Integer).in_([41, 25])))

# EXTRACT
for field in ("year", "month", "day", "hour", "minute", "second", "doy", "dow", "week", "epoch", "quarter", "milliseconds", "microseconds", "timezone_hour"):
    case("extract_" + field, lambda field=field: select(u.id, extract(field, u.created_at)), run=field in ("year", "month", "day", "hour"))
case("extract_unknown", lambda: select(extract("century", u.created_at)), run=False)
case("extract_where", lambda: find(extract("year", u.created_at) == 2024))
case("extract_arithmetic", lambda: select(u.id, extract("year", u.created_at) * 100 + extract("month", u.created_at)))
case("extract_value", lambda: select(extract("year", literal(datetime.date(2020, 5, 6)))))
case("extract_expression", lambda: select(u.id, extract("day", u.created_at - u.birthday)), run=False)
case("extract_label_group", lambda: select(extract("year", u.created_at).label("y"), func.count()).group_by("y").order_by("y"))
case("extract_cast", lambda: select(u.id, extract("year", cast(u.created_at, Date))), run=False)
case("extract_func", lambda: select(u.id, func.extract("year", u.created_at)), run=False)

# tuples
case("tuple_compared", lambda: find(tuple_(u.id, u.age) == (1, 41)))
case("tuple_compared_tuple", lambda: find(tuple_(u.id, u.age) > tuple_(1, 20)))
case("tuple_less", lambda: find(tuple_(u.id, u.name) < (3, "x")))
case("tuple_in", lambda: find(tuple_(u.id, u.age).in_([(1, 41), (2, 25)])), styles=True)
case("tuple_in_three", lambda: find(tuple_(u.id, u.age, u.name).in_([(1, 41, "ed"), (2, 3, "x")])))
case("tuple_in_one", lambda: find(tuple_(u.id, u.age).in_([(1, 41)])))
case("tuple_in_empty", lambda: find(tuple_(u.id, u.age).in_([])))
case("tuple_not_in", lambda: find(tuple_(u.id, u.age).not_in([(1, 41), (2, 25)])))
case("tuple_not_in_empty", lambda: find(tuple_(u.id, u.age).not_in([])))
case("tuple_not_in_negated", lambda: find(~tuple_(u.id, u.age).in_([(1, 41), (2, 25)])))
case("tuple_in_bind", lambda: find(tuple_(u.id, u.age).in_(bindparam("p", [(1, 41)], expanding=True))))
case("tuple_in_bind_required", lambda: find(tuple_(u.id, u.age).in_(bindparam("p", expanding=True))), run=False)
case("tuple_in_literal_execute", lambda: find(tuple_(u.id, u.name).in_(bindparam("p", [(1, "ed")], expanding=True, literal_execute=True))))
case("tuple_in_dates", lambda: find(tuple_(u.id, u.birthday).in_([(1, datetime.date(1995, 2, 28))])), run=False)
case("tuple_in_elements", lambda: find(tuple_(u.id, u.age).in_([tuple_(1, 41), tuple_(2, u.age)])), run=False)
case("tuple_in_and", lambda: find(and_(tuple_(u.id, u.age).in_([(1, 41)]), u.active)))
case("tuple_of_expressions", lambda: find(tuple_(u.id + 1, func.lower(u.name)).in_([(2, "ed")])))
case("tuple_types", lambda: find(tuple_(1, "ed", types=[Integer, String(50)]) == tuple_(u.id, u.name)))
case("tuple_selected", lambda: select(tuple_(u.id, u.age)), run=False)
case("tuple_ordered", lambda: select(u.id).order_by(tuple_(u.id, u.age)), run=False)
case("tuple_is_distinct", lambda: find(tuple_(u.id, u.age).is_distinct_from(tuple_(1, 2))), run=False)
case("tuple_between", lambda: find(tuple_(u.id, u.age).between(tuple_(1, 2), tuple_(3, 4))), run=False)

# literals of every type
for name, value in [
    ("int", 5), ("negative", -5), ("big", 2**40), ("float", 1.5), ("float_exponent", 1e100), ("string", "it's 100% \\ :x ?"), ("unicode", "naïve 😀"),
    ("empty", ""), ("bool", True), ("decimal", decimal.Decimal("12.340")), ("date", datetime.date(2020, 2, 29)), ("time", datetime.time(23, 59, 59)),
    ("time_micro", datetime.time(1, 2, 3, 4)), ("datetime", datetime.datetime(2020, 1, 2, 3, 4, 5)), ("datetime_micro", datetime.datetime(2020, 1, 2, 3, 4, 5, 678)),
    ("bytes", b"abc"), ("uuid", uuid.UUID(int=5)), ("none", None),
]:
    case("literal_" + name, lambda value=value: select(literal(value)), run=name not in ("none", "uuid"))
for name, value, type_ in [
    ("int_as_string", 5, String), ("string_type", "x", String(5)), ("text", "x", Text), ("int_as_numeric", 5, Numeric), ("numeric_scale", decimal.Decimal("1.5"), Numeric(10, 4)),
    ("float_as_decimal", 1.5, Float(asdecimal=True)), ("enum", "a", Enum("a", "b", name="ab")), ("enum_class", Color.red, Enum(Color)), ("interval", datetime.timedelta(hours=5), Interval),
    ("json", {"a": [1, None]}, sa.JSON), ("json_null", None, sa.JSON), ("uuid_text", "12345678-1234-5678-1234-567812345678", Uuid(as_uuid=False)),
    ("uuid_plain", uuid.UUID(int=7), Uuid(native_uuid=False)), ("binary_bytes", b"\x00\xff", LargeBinary), ("small", 3, SmallInteger), ("bool_as_int", True, Integer),
]:
    case("literal_typed_" + name, lambda value=value, type_=type_: select(literal(value, type_)), run=False)
case("literal_execute", lambda: find(u.age == literal(41, literal_execute=True)))
case("literal_execute_string", lambda: find(u.name == literal("o'neil", literal_execute=True)))
case("literal_execute_in", lambda: find(u.id.in_(bindparam("ids", [1, 2], expanding=True, literal_execute=True))))
case("literal_execute_bind", lambda: find(u.age > bindparam("a", 20, literal_execute=True)))
