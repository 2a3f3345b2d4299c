"""CASE, casts, functions, windows, JSON and arrays."""

import datetime
import decimal

from sqlalchemy import (
    ARRAY, BigInteger, Boolean, Date, DateTime, Double, Float, Integer, Interval, JSON, Numeric, SmallInteger, String, Text, Time, Unicode, Uuid, and_, case as case_, cast, extract, func, literal,
    null, or_, select, text, type_coerce, within_group,
)  # fmt: skip
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import aggregate_order_by, array, array_agg

from bazaar import Mood, lines, people, pg_things, products, purchases, things, words

from .registry import family

_id = things.c.id


def _each(*expressions):
    return select(_id, *(e.label("x%d" % n) for n, e in enumerate(expressions))).order_by(_id)


case = family("case")

case("when", lambda: _each(case_((things.c.si > 0, "plus"), (things.c.si < 0, "minus"), else_="none")))
case("no_else", lambda: _each(case_((things.c.si > 0, things.c.n))))
case("of_value", lambda: _each(case_({7: "seven", -7: "minus seven"}, value=things.c.si, else_="other")))
case("enum", lambda: _each(case_({"low": 1, "high": 3}, value=things.c.e)))
case("nested", lambda: _each(case_((things.c.b, case_((things.c.i > 0, "a"), else_="b")), else_="c")))
case("dates", lambda: _each(case_((things.c.b, things.c.d), else_=literal(datetime.date(2000, 1, 1)))))
case("numbers", lambda: _each(case_((things.c.b, things.c.n), else_=decimal.Decimal("1.5"))))
case("booleans", lambda: _each(case_((things.c.i > 0, True), else_=False)))
case("in_sum", lambda: select(func.sum(case_((people.c.active, 1), else_=0)), func.count(case_((people.c.salary > 1000, people.c.id)))))
case("in_where", lambda: select(_id).where(case_((things.c.i > 0, things.c.b), else_=things.c.b.is_(None))).order_by(_id))
case("null", lambda: _each(case_((things.c.b, null()), else_=things.c.s)))

case = family("cast")

_TO = {
    "integer": Integer, "bigint": BigInteger, "smallint": SmallInteger, "numeric": Numeric(12, 3), "numeric_float": Numeric(12, 3, asdecimal=False), "float": Float, "string": String(70), "text": Text,
}  # fmt: skip
for name, type_ in _TO.items():
    case("si_to_" + name, lambda t=type_: _each(cast(things.c.si, t)))
    case("literal_to_" + name, lambda t=type_: select(cast(literal("12"), t).label("x")))
    case("null_to_" + name, lambda t=type_: select(cast(null(), t).label("x")))
    if name not in ("string", "text"):
        case("n_to_" + name, lambda t=type_: _each(cast(things.c.n % 10000, t)))
for name, type_, value in (
    ("date", Date, "2024-02-29"), ("datetime", DateTime, "2024-02-29 01:02:03"), ("time", Time, "01:02:03"), ("boolean", Boolean, "1"), ("uuid", Uuid, "12345678-1234-5678-1234-567812345678"),
):  # fmt: skip
    case("text_to_" + name, lambda t=type_, v=value: select(cast(literal(v, String), t).label("x")), on=("postgresql", "duckdb"))
case("date_to_string", lambda: _each(cast(things.c.d, String(10))))
case("datetime_to_date", lambda: _each(cast(things.c.dt, Date)), on=("postgresql", "mariadb", "duckdb"))
case("date_to_datetime", lambda: _each(cast(things.c.d, DateTime)), on=("postgresql", "mariadb", "duckdb"))
case("boolean_to_integer", lambda: _each(cast(things.c.b, Integer)), on=("sqlite", "postgresql", "duckdb"))
case("enum_to_string", lambda: _each(cast(things.c.e, String(20))))
case("to_enum", lambda: select(cast(literal("low", String), things.c.e.type)), on=("postgresql",))
case("bound_value", lambda: _each(cast(5, Numeric(10, 2)) + things.c.si))
case("in_where", lambda: select(_id).where(cast(things.c.si, String(10)) == "7").order_by(_id))
case("coerce", lambda: _each(type_coerce(things.c.i, Numeric(10, 2))))
case("coerce_value", lambda: select(type_coerce({"a": [1]}, JSON).label("j")), on=("sqlite",))
case("double", lambda: _each(cast(things.c.si, Double)), on=("sqlite", "postgresql", "duckdb"))

case = family("function")

for name in ("abs", "sign"):
    case(name, lambda n=name: _each(getattr(func, n)(things.c.i)))
case("round", lambda: _each(func.round(things.c.n, 1)))
case("round_float", lambda: _each(func.round(things.c.nf)))
case("coalesce", lambda: _each(func.coalesce(things.c.si, things.c.i, 0), func.coalesce(things.c.n, 0)))
case("nullif", lambda: _each(func.nullif(things.c.si, 7)))
case("mod", lambda: _each(func.mod(things.c.si, 5)), on=("postgresql", "mariadb", "duckdb"))
case("greatest", lambda: _each(func.greatest(things.c.si, things.c.i)), on=("postgresql", "mariadb", "duckdb"))
case("nested", lambda: _each(func.length(func.coalesce(func.upper(things.c.s), "none"))))
case("concat", lambda: _each(func.concat(things.c.s, "-", things.c.e)), on=("postgresql", "duckdb", "mariadb"))
case("unknown_type", lambda: select(func.abs(-5), func.lower("ÀB"), func.length("it's")))
case("typed", lambda: select(func.abs(-5, type_=Numeric(10, 2)), func.lower("AB", type_=Unicode)))
case("in_where", lambda: select(_id).where(func.lower(things.c.s) == "text").order_by(_id))
case("package", lambda: select(func.pg_catalog.lower("AB")), on=["postgresql"])
case("date_trunc", lambda: _each(func.date_trunc("month", things.c.dt)), on=["postgresql"])
case("strftime", lambda: _each(func.strftime("%Y-%m %%", things.c.dt)).where(_id != 3), on=["sqlite"])
case("date_format", lambda: _each(func.date_format(things.c.dt, "%Y-%m %%")), on=["mariadb"])
case("now_type", lambda: select((func.now() > datetime.datetime(2000, 1, 1)).label("x")))
case("current_date", lambda: select((func.current_date() > datetime.date(2000, 1, 1)).label("x")))
case("char_length", lambda: _each(func.char_length(things.c.u)))
for field in ("year", "month", "day", "hour", "minute"):
    # Fractions near the next second are rounded up by some versions of SQLite.
    case("extract_" + field, lambda f=field: _each(extract(f, things.c.dt)).where(_id.not_in([2, 3])))
for field in ("second", "dow", "doy", "epoch", "week", "quarter", "microseconds"):
    case("extract_" + field, lambda f=field: _each(extract(f, things.c.dt)), on=["postgresql"])
for field in ("dow", "doy", "epoch", "second"):
    case("extract_lite_" + field, lambda f=field: _each(extract(f, things.c.dt)).where(_id.not_in([2, 3])), on=["sqlite"])
case("extract_date", lambda: _each(extract("year", things.c.d)))
case("extract_in_where", lambda: select(_id).where(extract("year", things.c.d) == 2024).order_by(_id))
case("generate_series", lambda: select(func.generate_series(1, 5).table_valued("value").render_derived().c.value), on=["postgresql"])
case("column_valued", lambda: select(func.generate_series(1, 3).column_valued("x")), on=["postgresql"])
case("unnest", lambda: select(func.unnest(pg_things.c.ints).column_valued("x")).select_from(pg_things), on=["postgresql"])
case("ordinality", lambda: select(func.unnest(array(["a", "b"])).table_valued("v", with_ordinality="o").render_derived()), on=["postgresql"])
case("json_each", lambda: select(func.json_each('["a", 1]').table_valued("value", "key")), on=["sqlite"])
case("interval_arithmetic", lambda: _each(things.c.dt + datetime.timedelta(days=1)).where(_id.not_in([3])), on=["postgresql"])
case("interval_difference", lambda: _each(things.c.dt - things.c.dt), on=["postgresql"])
case("date_difference", lambda: _each(things.c.d - things.c.d), on=["postgresql"])

case = family("window")

_ORDER = {"order_by": people.c.id}
_FUNCTIONS = {
    "row_number": func.row_number(), "rank": func.rank(), "dense_rank": func.dense_rank(), "ntile": func.ntile(3), "lag": func.lag(people.c.name), "lead": func.lead(people.c.salary),
    "first": func.first_value(people.c.name), "last": func.last_value(people.c.id), "sum": func.sum(people.c.salary), "count": func.count(), "max": func.max(people.c.rating), "cume": func.cume_dist(),
}  # fmt: skip
for name, function in _FUNCTIONS.items():
    case(name, lambda f=function: select(people.c.id, f.over(order_by=people.c.id).label("x")).order_by(people.c.id))
    case(name + "_partitioned", lambda f=function: select(people.c.id, f.over(partition_by=people.c.active, order_by=people.c.id.desc()).label("x")).order_by(people.c.id))
_FRAMES = {
    "rows_all": {"rows": (None, None)}, "rows_before": {"rows": (None, 0)}, "rows_around": {"rows": (-1, 1)}, "rows_after": {"rows": (1, 2)}, "rows_past": {"rows": (-2, -1)},
    "range_all": {"range_": (None, None)}, "range_now": {"range_": (None, 0)}, "range_rest": {"range_": (0, None)},
}  # fmt: skip
for name, frame in _FRAMES.items():
    case(name, lambda f=frame: select(people.c.id, func.count(people.c.salary).over(order_by=people.c.id, **f).label("x")).order_by(people.c.id))
    case(name + "_sum", lambda f=frame: select(people.c.id, func.sum(people.c.salary).over(partition_by=people.c.active, order_by=people.c.id, **f).label("x")).order_by(people.c.id))
case("groups", lambda: select(people.c.id, func.count().over(order_by=people.c.salary, groups=(-1, 1)).label("x")).order_by(people.c.id), on=("sqlite", "postgresql"))
case("whole", lambda: select(people.c.id, func.count().over().label("x")).order_by(people.c.id))
case("filter", lambda: select(people.c.id, func.count(people.c.id).filter(people.c.active).over(order_by=people.c.id).label("x")).order_by(people.c.id), on=("sqlite", "postgresql", "duckdb"))
case("several_keys", lambda: select(lines.c.quantity, func.row_number().over(partition_by=[lines.c.purchase_id, lines.c.product_id], order_by=[lines.c.quantity.desc(), lines.c.line_no]).label("x")).order_by(lines.c.purchase_id, lines.c.line_no))
case("in_subquery", lambda: _top_of_each())
case("of_aggregate", lambda: select(purchases.c.status, func.rank().over(order_by=func.count().desc()).label("x")).group_by(purchases.c.status).order_by("x", purchases.c.status))
case("within_group", lambda: select(func.percentile_cont(0.5).within_group(people.c.rating)), on=("postgresql",))
case("mode", lambda: select(func.mode().within_group(purchases.c.status)), on=("postgresql",))


def _top_of_each():
    ranked = select(purchases.c.person_id, purchases.c.id, func.row_number().over(partition_by=purchases.c.person_id, order_by=purchases.c.total.desc()).label("r")).where(purchases.c.total != None).subquery()  # noqa: E711
    return select(ranked.c.person_id, ranked.c.id).where(ranked.c.r == 1).order_by(ranked.c.person_id)


case = family("json")

_J = ("sqlite", "postgresql", "mariadb")
_tags, _j = products.c.tags, things.c.j


def _tagged(expression):
    return select(products.c.id, expression.label("x")).order_by(products.c.id)


case("index", lambda: _tagged(_tags[0]), on=_J)
case("key", lambda: _tagged(_tags["hot"]), on=_J)
case("weird_key", lambda: _tagged(_tags["weird key's"]), on=("sqlite", "postgresql"))
case("path", lambda: _tagged(_tags[("origin", 1)]), on=_J)
case("nested", lambda: _each(_j["b"]["c"]), on=_J)
case("as_string", lambda: _each(_j[("b", "c")].as_string()), on=_J)
case("as_integer", lambda: _tagged(_tags["pages"].as_integer()), on=_J)
case("as_float", lambda: _tagged(_tags["pages"].as_float()), on=_J)
case("as_numeric", lambda: _tagged(_tags["pages"].as_numeric(10, 2)), on=_J)
case("as_boolean", lambda: _tagged(_tags["hot"].as_boolean()), on=_J)
case("as_json", lambda: _tagged(_tags["origin"].as_json()), on=_J)
case("where", lambda: select(products.c.id).where(_tags["pages"].as_integer() > 500), on=_J)
case("where_string", lambda: select(_id).where(_j[("b", "c")].as_string() == "d"), on=_J)
case("literal", lambda: select(literal({"a": [1, "it's", None]}, JSON).label("x")), on=_J)
case("eq_null", lambda: select(_id).where(_j.is_(None)).order_by(_id))
case("jsonb_contains", lambda: select(pg_things.c.id).where(pg_things.c.jb.contains({"k": "v"})), on=["postgresql"])
case("jsonb_has_key", lambda: select(pg_things.c.id).where(pg_things.c.jb.has_key("a")), on=["postgresql"])
case("jsonb_has_any", lambda: select(pg_things.c.id).where(pg_things.c.jb.has_any(array(["zz", "a"]))), on=["postgresql"])
case("jsonb_path", lambda: select(pg_things.c.jb[("a", "b", 2)], pg_things.c.jb["n"].as_float()).order_by(pg_things.c.id), on=["postgresql"])
case("jsonb_concat", lambda: select((pg_things.c.jb + {"z": 1}).label("x")).where(pg_things.c.id == 1), on=["postgresql"])
case("jsonb_text", lambda: select(pg_things.c.jb["k"].astext).order_by(pg_things.c.id), on=["postgresql"])
case("jsonb_delete", lambda: select(pg_things.c.jb.delete_path(array(["a", "b"]))).where(pg_things.c.id == 1), on=["postgresql"])

case = family("array", on=["postgresql"])

_ints, _texts = pg_things.c.ints, pg_things.c.texts


def _pg(*expressions):
    return select(pg_things.c.id, *expressions).order_by(pg_things.c.id)


case("index", lambda: _pg(_ints[1], _texts[2]))
case("slice", lambda: _pg(_ints[1:2]))
case("grid", lambda: _pg(pg_things.c.grid[2][1]))
case("contains", lambda: _pg().where(_ints.contains([1])))
case("overlap", lambda: _pg().where(_ints.overlap([5, 6])))
case("contained_by", lambda: _pg().where(_ints.contained_by([5, 6])))
case("any", lambda: _pg().where(_ints.any(5)))
case("all", lambda: _pg().where(_ints.all(5)))
case("eq", lambda: _pg().where(_ints == [5]))
case("concat", lambda: _pg(_ints + [9]))
case("literal", lambda: select(array([1, 2, 3]), array(["a", "it's"])))
case("typed_literal", lambda: select(array([], type_=Integer), literal([1, 2], ARRAY(Integer))))
case("agg", lambda: select(func.array_agg(people.c.id)))
case("agg_ordered", lambda: select(func.array_agg(aggregate_order_by(people.c.id, people.c.name.collate("C").desc()))))
case("agg_filtered", lambda: select(array_agg(people.c.id).filter(people.c.active)))
case("length", lambda: _pg(func.array_length(_ints, 1), func.cardinality(_ints)))
case("string_to_array", lambda: select(func.string_to_array("a,b", ",", type_=ARRAY(Text))))
