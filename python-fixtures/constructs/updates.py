"""UPDATE in all its forms."""

import datetime
import decimal

from shop import addresses, codes, defaulted, items, keyless, ledger, nodes, odd, order_lines, orders, renamed, reserved, typed, users
from sqlalchemy import and_, bindparam, case as case_, cast, func, literal, literal_column, null, or_, select, String, text, true, update

from .registry import family

case = family("update", protocols=(2, 5))
u, a, o, i, d = users.c, addresses.c, orders.c, items.c, defaulted.c

case("one", lambda: update(users).where(u.id == 1).values(name="x"), styles=True)
case("several", lambda: update(users).where(u.id == 1).values(name="x", age=5, active=False))
case("dict", lambda: update(users).where(u.id == 1).values({"name": "x"}))
case("dict_of_columns", lambda: update(users).where(u.id == 1).values({u.name: "x", u.age: 5}))
case("in_order_of_the_table", lambda: update(users).where(u.id == 1).values({"age": 5, "name": "x"}))
case("twice", lambda: update(users).values(name="x").values(age=5).where(u.id == 2))
case("no_where", lambda: update(codes).values(rank=0))
case("no_values", lambda: update(codes).where(codes.c.code == "DE"), run=False)
case("no_values_no_where", lambda: update(codes), run=False)
case("empty_dict", lambda: update(codes).where(codes.c.code == "DE").values({}), run=False)
case("method", lambda: users.update().where(u.id == 1).values(name="x"))
case("null", lambda: update(users).where(u.id == 1).values(age=None))
case("null_element", lambda: update(users).where(u.id == 1).values(age=null()))
case("where_twice", lambda: update(users).where(u.id > 1).where(u.age > 20).values(name="x"))
case("where_and", lambda: update(users).where(and_(u.id > 1, u.age > 20)).values(name="x"))
case("where_or", lambda: update(users).where(or_(u.id == 1, u.name == "mary")).values(name="x"))
case("where_several", lambda: update(users).where(u.id > 1, u.active).values(name="x"))
case("where_in", lambda: update(users).where(u.id.in_([1, 2])).values(name="x"), styles=True)
case("where_empty_in", lambda: update(users).where(u.id.in_([])).values(name="x"))
case("where_like", lambda: update(users).where(u.name.like("%e%")).values(name="x"), styles=True)
case("where_true", lambda: update(users).where(true()).values(age=1))
case("where_boolean", lambda: update(users).where(u.active).values(active=False))
case("where_not_boolean", lambda: update(users).where(~u.active).values(active=true()))
case("where_null", lambda: update(users).where(u.age.is_(None)).values(age=0))
case("where_same_column", lambda: update(users).where(u.name == "ed").values(name="x"))
case("where_text", lambda: update(users).where(text("age > 20")).values(age=1))
case("expression", lambda: update(users).where(u.id == 1).values(age=u.age + 1))
case("expression_of_columns", lambda: update(users).where(u.id == 1).values({u.age: u.age * 2 - u.id}))
case("another_column", lambda: update(users).where(u.id == 1).values(fullname=u.name))
case("concat", lambda: update(users).where(u.id == 1).values(name=u.name + "!" + u.fullname), styles=True)
case("function", lambda: update(users).values(name=func.upper(u.name)))
case("function_no_arguments", lambda: update(users).values(created_at=func.now()), run=False)
case("case", lambda: update(users).values(age=case_((u.age > 20, u.age - 1), else_=literal(0))))
case("cast", lambda: update(users).values(name=cast(u.id, String(10))))
case("comparison", lambda: update(orders).values(paid=o.total > 10))
case("literal_column", lambda: update(users).where(u.id == 1).values(age=literal_column("age + 1")))
case("text_value", lambda: update(users).where(u.id == 1).values(age=text("age + 1")))
case("schema", lambda: update(ledger).where(ledger.c.user_id == 1).values(amount=ledger.c.amount + decimal.Decimal("1.5")))
case("reserved", lambda: update(reserved).where(reserved.c.group == 7).values(group=reserved.c.odd_id))
case("odd_names", lambda: update(odd).where(odd.c["with space"] == "a b").values({"MixedCase": "x", "per%cent": 1, "größe": odd.c["1st"]}), styles=True)
case("keys", lambda: update(renamed).where(renamed.c.attr_name == "one").values(attr_name="x", value=renamed.c.value + 1))
case("types", lambda: update(typed).where(typed.c.id == 1).values(n=decimal.Decimal("1.25"), dt=datetime.datetime(2024, 1, 2, 3), j=[1, None], b=False, lb=b"\xff", iv=datetime.timedelta(1)))
case("json_null", lambda: update(items).where(i.id == 1).values(tags=None))
case("bind", lambda: update(users).where(u.id == bindparam("who", 1)).values(name=bindparam("what", "x")))
case("bind_required", lambda: update(users).where(u.id == bindparam("b_id")).values(name=bindparam("b_name")), run=False)
case("bind_required_no_values", lambda: update(users).where(u.id == bindparam("b_id")), run=False)
case("bind_as_column", lambda: update(users).where(u.id == bindparam("id", 1)).values(name="x"))
case("bind_as_set_column", lambda: update(users).where(u.name == bindparam("name", "ed")).values(name="x"), run=False)
case("bind_as_column_no_values", lambda: update(codes).where(codes.c.code == bindparam("code", "DE")), run=False)
case("bind_for_its_column", lambda: update(users).where(u.id == 1).values(name=bindparam("name", "x")))
case("unknown_column", lambda: update(users).values(nonesuch=1), run=False)
case("ordered", lambda: update(users).where(u.id == 1).ordered_values((u.age, 5), (u.name, "x")))
case("ordered_by_name", lambda: update(users).where(u.id == 1).ordered_values(("created_at", datetime.datetime(2024, 1, 1)), ("age", u.age + 1), ("name", "x")))
case("ordered_with_defaults", lambda: update(defaulted).where(d.id == 1).ordered_values((d.plain, "x"), (d.id, 5)), run=False)
case("defaults", lambda: update(defaulted).where(d.id == 1).values(plain="x"), run=False)
case("defaults_given", lambda: update(defaulted).where(d.id == 1).values(number=1, expression="e"))
case("defaults_returned", lambda: update(defaulted).where(d.id == 1).values(plain="x").return_defaults(), run=False)
case("defaults_returned_some", lambda: update(defaulted).where(d.id == 1).values(plain="x").return_defaults(d.changed, d.expression), run=False)
case("alias", lambda: _alias())
case("alias_unnamed", lambda: _alias(None))

# Subqueries.
case("subquery", lambda: update(users).values(fullname=select(a.email).where(a.user_id == u.id).limit(1).scalar_subquery()))
case("subquery_max", lambda: update(users).values(age=select(func.max(o.id)).where(o.user_id == u.id).scalar_subquery()).where(u.id < 4))
case("subquery_uncorrelated", lambda: update(users).values(age=select(func.max(o.id)).scalar_subquery()))
case("subquery_select", lambda: update(users).values(age=select(func.max(o.id))))
case("subquery_select_correlated", lambda: update(users).values(age=select(func.max(o.id)).where(o.user_id == u.id)))
case("subquery_of_itself", lambda: _of_itself())
case("where_in_subquery", lambda: update(users).where(u.id.in_(select(a.user_id))).values(name="x"))
case("where_exists", lambda: update(users).where(select(a.id).where(a.user_id == u.id).exists()).values(name="x"))
case("where_not_exists", lambda: update(users).where(~select(a.id).where(a.user_id == u.id).exists()).values(name="x"))
case("where_scalar", lambda: update(users).where(u.age == select(func.max(u.age)).correlate(None).scalar_subquery()).values(name="x"))
case("subquery_and_where", lambda: update(users).where(u.id.in_(select(o.user_id).where(o.total > 10))).values(score=select(func.avg(o.id)).where(o.user_id == u.id).scalar_subquery()))

# More than one table.
case("from", lambda: update(users).where(u.id == a.user_id, a.email == "ed@example.com").values(fullname=a.email), styles=True)
case("from_two", lambda: update(users).where(u.id == a.user_id, o.user_id == u.id, o.status == "paid").values(fullname=a.email, age=o.id))
case("from_condition_only", lambda: update(users).where(u.id == a.user_id).values(name="x"))
case("from_value_only", lambda: update(users).values(fullname=a.email), run=False)
case("from_alias", lambda: _from_alias())
case("from_alias_of_itself", lambda: _from_itself())
case("from_set_other", lambda: update(users).where(u.id == a.user_id).values({u.name: "x", a.email: "y"}), run=False)
case("from_set_other_expression", lambda: update(users).where(u.id == a.user_id).values({u.name: a.email, a.city: u.fullname}), run=False)
case("from_set_only_other", lambda: update(users).where(u.id == a.user_id).values({a.city: "x"}), run=False)
case("from_set_other_not_mentioned", lambda: update(users).values({a.city: "x"}), run=False)
case("from_set_same_key", lambda: update(users).where(u.id == o.user_id).values({u.id: 7, o.id: 8}), run=False)
case("from_subquery", lambda: _from_subquery())
case("from_returning", lambda: update(users).where(u.id == a.user_id).values(name="x").returning(u.id, a.email), run=False)
case("from_schema", lambda: update(ledger).where(ledger.c.user_id == u.id).values(amount=u.age))
case("from_defaulted", lambda: update(users).where(u.id == d.id).values({u.name: "x", d.plain: "y"}), run=False)
case("join", lambda: update(users.join(addresses)).where(a.email == "x").values({u.name: "x"}), run=False)
case("join_both", lambda: update(users.join(addresses)).values({u.name: "x", a.city: "y"}), run=False)
case("three_keys", lambda: update(order_lines).where(order_lines.c.order_id == o.id, o.user_id == u.id, u.name == "ed").values(quantity=order_lines.c.quantity + 1))

# Returning.
case("returning", lambda: update(users).where(u.id == 1).values(age=5).returning(u.id, u.age), styles=True)
case("returning_table", lambda: update(codes).where(codes.c.rank > 1).values(rank=0).returning(codes))
case("returning_expression", lambda: update(users).where(u.id == 1).values(age=5).returning(u.age + 1, func.upper(u.name).label("n")))
case("returning_repeated", lambda: update(users).where(u.id == 1).values(age=5).returning(u.id, u.id))
case("returning_bind", lambda: update(users).where(u.id == 1).values(age=5).returning(literal("x"), u.id))
case("returning_alias", lambda: _returning_alias())
case("returning_no_rows", lambda: update(users).where(u.id == 99).values(age=5).returning(u.id))

# What goes along.
case("mysql_limit", lambda: update(users).values(age=1).with_dialect_options(mysql_limit=5, mariadb_limit=3), run=False)
case("mysql_limit_and_where", lambda: update(users).where(u.id > 1).values(age=1).with_dialect_options(mysql_limit=5), run=False)
case("execution_options", lambda: update(users).where(u.id == 1).values(age=1).execution_options(synchronize_session=False))
case("prefix", lambda: update(users).where(u.id == 1).values(age=1).prefix_with("OR IGNORE", dialect="sqlite").prefix_with("LOW_PRIORITY", dialect="mysql"))
case("hint", lambda: update(users).where(u.id == 1).values(age=1).with_hint("WITH (PAGLOCK)", dialect_name="mssql"))
case("keyless", lambda: update(keyless).where(keyless.c.a == 2).values(b="q"))


def _alias(name="p"):
    p = users.alias(name)
    return update(p).where(p.c.id == 1).values(name="x", age=p.c.age + 1)


def _of_itself():
    other = users.alias("other")
    return update(users).values(age=select(func.max(other.c.age)).where(other.c.id < u.id).scalar_subquery())


def _from_alias():
    p = addresses.alias("p")
    return update(users).where(u.id == p.c.user_id).values(fullname=p.c.email)


def _from_itself():
    p = nodes.alias("p")
    return update(nodes).where(nodes.c.parent_id == p.c.id).values(name=p.c.name)


def _from_subquery():
    s = select(o.user_id, func.count().label("n")).group_by(o.user_id).subquery()
    return update(users).where(u.id == s.c.user_id).values(age=s.c.n)


def _returning_alias():
    p = users.alias("p")
    return update(p).where(p.c.id == 1).values(age=3).returning(p.c.id)
