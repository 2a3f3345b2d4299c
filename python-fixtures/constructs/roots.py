"""What may be dumped besides a statement."""

import datetime
import decimal
import uuid

import shop
from shop import Color, addresses, ledger, odd, orders, renamed, users
from sqlalchemy import and_, asc, bindparam, distinct, false, func, join, literal, literal_column, null, or_, select, text, true

from .registry import family

case = family("roots")
u = users.c

case("table", lambda: users)
case("table_with_schema", lambda: ledger)
case("table_with_odd_name", lambda: odd)
case("column", lambda: u.name)
case("column_with_key", lambda: renamed.c.attr_name)
case("column_with_schema", lambda: ledger.c.amount)
case("column_with_odd_name", lambda: odd.c["per%cent"])
case("comparison", lambda: u.age > 18)
case("and", lambda: and_(u.age > 18, or_(u.name == "ed", u.name.like("w%"))))
case("arithmetic", lambda: (u.age + 1) * 2)
case("concat", lambda: u.name + ", " + u.fullname)
case("in", lambda: u.id.in_([1, 2]))
case("between", lambda: u.age.between(1, 9))
case("like", lambda: u.name.contains("a%", autoescape=True))
case("function", lambda: func.lower(u.name))
case("function_no_arguments", lambda: func.now())
case("label", lambda: u.name.label("who"))
case("label_of_expression", lambda: (u.age + 1).label("next"))
case("desc", lambda: u.name.desc())
case("asc_nulls_last", lambda: asc(u.name).nulls_last())
case("distinct", lambda: distinct(u.name))
case("negation", lambda: ~(u.age > 18))
case("not_boolean", lambda: ~u.active)
case("grouping", lambda: (u.age + 1).self_group())
case("bind", lambda: bindparam("x", 5))
case("bind_unique", lambda: bindparam("x", 5, unique=True))
case("bind_without_value", lambda: bindparam("x"))
case("literal", lambda: literal("a"))
case("literal_column", lambda: literal_column("a + 1"))
case("text", lambda: text("a = :b").bindparams(b=1))
case("null", null)
case("true", true)
case("false", false)
case("alias", lambda: users.alias("u"))
case("join", lambda: users.join(addresses))
case("join_function", lambda: join(users, orders, u.id == orders.c.user_id, isouter=True))
case("metadata", lambda: shop.metadata)
case("none", lambda: None)
case("python_true", lambda: True)
case("python_int", lambda: 2**100)
case("python_string", lambda: "snowman ☃")
case("list", lambda: [u.id, u.name])
case("list_empty", lambda: [])
case("list_mixed", lambda: [users, u.age > 5, select(u.id), None, 1, "two"])
case("list_nested", lambda: [[u.id], [u.age > 1, []]])
case("tuple", lambda: (u.id, u.age == 1))
case("dict", lambda: {"columns": [u.id], "where": u.age > 5, "limit": 10})
case("dict_of_columns", lambda: {u.id: 1, u.name: "ed"})
case("dict_of_statements", lambda: {"all": select(users), "some": select(u.id).where(u.id == 1)})
case("list_of_values", lambda: [1, 2.5, "x", b"y", None, True, decimal.Decimal("1.5"), datetime.date(2024, 1, 2), uuid.UUID(int=7), Color.red])


def shared():
    """The same objects reached twice must stay the same."""
    alias = users.alias()
    condition = alias.c.age > 18
    return [condition, select(alias.c.id).where(condition), alias]


case("list_shared", shared)
