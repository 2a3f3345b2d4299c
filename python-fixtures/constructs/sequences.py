"""The next value of a sequence, wherever a value may stand."""

from shop import codes, numbered, orders, users
from sqlalchemy import (
    BigInteger, MetaData, Numeric, Sequence, SmallInteger, String, and_, bindparam, case as case_, cast, delete, func, insert, literal, select, text, tuple_, type_coerce, union_all, update, values,
    column, Integer,
)
from sqlalchemy.sql import quoted_name

from .registry import family

case = family("sequences", protocols=(2, 5))
u, o = users.c, orders.c


def value(name="numbers", **options):
    return Sequence(name, **options).next_value()


def record(short, build):
    """None of them runs where the rows are recorded, for SQLite has no sequences."""
    case(short, build, run=False)


# The sequence.
record("plain", lambda: value())
record("func", lambda: func.next_value(Sequence("numbers")))
record("schema", lambda: value(schema="archive"))
record("upper_case", lambda: value("Numbers", schema="Archive"))
record("odd_name", lambda: value("my seq"))
record("reserved", lambda: value("order", schema="select"))
record("quoted", lambda: value("numbers", quote=True))
record("unquoted", lambda: value("Numbers", quote=False))
record("quoted_schema", lambda: value(schema="archive", quote_schema=True))
record("quoted_name", lambda: value(quoted_name("numbers", True), schema=quoted_name("archive", True)))
record("apostrophe", lambda: value("it's", schema="o'clock"))
record("quotes", lambda: value('say "x"', schema="a`b]c"))
record("percent", lambda: value("5%", schema="a%b"))
record("dot", lambda: value("a.b", schema="c.d"))
record("not_ascii", lambda: value("zähler"))
record("optional", lambda: value(optional=True))
record("optional_selected", lambda: select(value(optional=True)))
record("definition", lambda: value(start=5, increment=2, minvalue=1, maxvalue=99, cycle=True, cache=10, order=True))
record("no_limits", lambda: value(nominvalue=True, nomaxvalue=True))
record("for_update", lambda: value(for_update=True))
record("metadata", lambda: value(metadata=MetaData()))
record("metadata_schema", lambda: value(metadata=MetaData(schema="archive")))
record("of_column", lambda: numbered.c.id.default.next_value())

# Its type.
record("type", lambda: select(value(data_type=BigInteger)))
record("type_small", lambda: select(value(data_type=SmallInteger()) + 1))
record("type_numeric", lambda: select(value(data_type=Numeric(10, 0)) + 1))
record("type_compared", lambda: value(data_type=BigInteger) == 5)

# As a value.
record("select", lambda: select(value()))
record("select_label", lambda: select(value().label("k")))
record("select_label_none", lambda: select(value().label(None)))
record("select_twice", lambda: select(value(), value()))
record("select_two", lambda: select(value("a"), value("b")))
record("select_same", lambda: select(*[value()] * 2))
record("select_beside", lambda: select(u.id, value().label("k")).where(u.id < 3))
record("select_literal_column", lambda: select(value(), literal("x").label("l")))
record("scalar_subquery", lambda: select(select(value()).scalar_subquery().label("k"), u.id))
record("subquery", lambda: select(select(value().label("k")).subquery().c.k))
record("subquery_unnamed", lambda: select(select(value()).subquery()))
record("subquery_named_by_function", lambda: select(select(u.id, value()).subquery("s")))
record("cte", lambda: select(select(value().label("k")).cte("numbers")))
record("union", lambda: union_all(select(value("a").label("k")), select(value("b"))))
record("from_text", lambda: select(value()).select_from(text("dual_table")))
record("from_table", lambda: select(value()).select_from(users))
record("plus", lambda: value() + 1)
record("plus_left", lambda: 1 + value())
record("plus_column", lambda: select(value() + u.id))
record("times", lambda: (value() + 1) * 2)
record("modulo", lambda: select(value() % 10))
record("divided", lambda: select(value() / 2))
record("negative", lambda: -value())
record("equals", lambda: value() == 5)
record("between", lambda: value().between(1, 5))
record("in", lambda: value().in_([1, 2]))
record("is_null", lambda: value().is_(None))
record("not", lambda: ~(value() > 5))
record("and", lambda: and_(value() > 5, value() < 9))
record("equals_param", lambda: value() == bindparam("n"))
record("cast", lambda: select(cast(value(), String(10))))
record("cast_method", lambda: value().cast(BigInteger))
record("type_coerce", lambda: select(type_coerce(value(), String) + "x"))
record("concat", lambda: select(literal("no. ") + cast(value(), String(10))))
record("in_function", lambda: func.coalesce(value(), 0))
record("in_function_selected", lambda: select(func.abs(value() - 5), func.lpad(cast(value(), String(5)), 5, "0")))
record("in_case", lambda: select(u.id, case_((u.age > 30, value()), else_=0)))
record("in_tuple", lambda: tuple_(value(), u.id) == tuple_(1, 2))
record("in_values", lambda: select(values(column("n", Integer), name="v").data([(value(),)])))
record("over", lambda: select(value().over(order_by=u.id)))
record("over_partition", lambda: select(u.id, value().over(order_by=u.id.desc(), partition_by=u.age).label("k")))
record("desc", lambda: value().desc())
record("order_by", lambda: select(u.id).order_by(value()))
record("order_by_label", lambda: select(value().label("k")).order_by("k"))
record("group_by", lambda: select(func.count()).group_by(value()))
record("where", lambda: select(u.id).where(u.id < value()))
record("collate", lambda: cast(value(), String(5)).collate("C"))
record("distinct", lambda: select(value()).distinct())
record("limit", lambda: select(value()).limit(1))

# In statements that change rows.
record("insert", lambda: insert(users).values(id=value(), name="x"))
record("insert_key", lambda: insert(numbered).values(id=value("other"), name="x"))
record("insert_column", lambda: insert(numbered).values({numbered.c.id: numbered.c.id.default.next_value(), numbered.c.name: "x"}))
record("insert_expression", lambda: insert(numbered).values(id=value() + 100, name="x"))
record("insert_many", lambda: insert(numbered).values([{"id": value(), "name": "x"}, {"id": value(), "name": "y"}]))
record("insert_inline", lambda: insert(numbered).inline().values(id=value(), name="x"))
record("insert_from_select", lambda: insert(numbered).from_select(["id", "name"], select(value(), u.name)))
record("insert_returning", lambda: insert(codes).values(code="IT", rank=value()).returning(codes.c.code, codes.c.rank))
record("returning", lambda: insert(codes).values(code="IT").returning(codes.c.code, value()))
record("update", lambda: update(codes).values(rank=value()).where(codes.c.code == "IT"))
record("update_expression", lambda: update(codes).values(rank=codes.c.rank + value()))
record("delete", lambda: delete(orders).where(o.id > value()))
