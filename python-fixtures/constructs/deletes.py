"""DELETE in all its forms."""

from shop import addresses, codes, defaulted, keyless, ledger, nodes, odd, order_lines, orders, renamed, reserved, users
from sqlalchemy import and_, bindparam, delete, false, func, literal, or_, select, text, true

from .registry import family

case = family("delete", protocols=(2, 5))
u, a, o, d = users.c, addresses.c, orders.c, defaulted.c

case("where", lambda: delete(codes).where(codes.c.code == "DE"), styles=True)
case("all", lambda: delete(keyless))
case("method", lambda: codes.delete().where(codes.c.rank > 1))
case("where_twice", lambda: delete(codes).where(codes.c.rank > 1).where(codes.c.code == "FR"))
case("where_or", lambda: delete(codes).where(or_(codes.c.rank > 2, codes.c.code == "DE")))
case("where_in", lambda: delete(codes).where(codes.c.rank.in_([1, 2])), styles=True)
case("where_not_in", lambda: delete(codes).where(codes.c.rank.not_in([1, 2])))
case("where_empty_in", lambda: delete(codes).where(codes.c.rank.in_([])))
case("where_bind", lambda: delete(codes).where(codes.c.code == bindparam("code", "DE")))
case("where_bind_required", lambda: delete(codes).where(codes.c.code == bindparam("code")), run=False)
case("where_null", lambda: delete(users).where(u.age.is_(None)))
case("where_boolean", lambda: delete(orders).where(o.paid))
case("where_true", lambda: delete(keyless).where(true()))
case("where_false", lambda: delete(keyless).where(false()))
case("where_true_and", lambda: delete(keyless).where(and_(true(), keyless.c.a == 1)))
case("where_function", lambda: delete(users).where(func.lower(u.name) == "ed"))
case("where_text", lambda: delete(codes).where(text("rank > :r").bindparams(r=2)))
case("where_in_subquery", lambda: delete(users).where(u.id.in_(select(a.user_id))))
case("where_exists", lambda: delete(users).where(select(a.id).where(a.user_id == u.id).exists()))
case("where_not_exists", lambda: delete(users).where(~select(o.id).where(o.user_id == u.id).exists()))
case("where_scalar", lambda: delete(codes).where(codes.c.rank == select(func.max(keyless.c.a)).scalar_subquery()))
case("schema", lambda: delete(ledger).where(ledger.c.amount < 0))
case("reserved", lambda: delete(reserved).where(reserved.c.group == 7))
case("odd_names", lambda: delete(odd).where(odd.c["per%cent"] == 50, odd.c.MixedCase == "Mixed"), styles=True)
case("keys", lambda: delete(renamed).where(renamed.c.attr_name == "one"))
case("alias", lambda: _alias())
case("using", lambda: delete(users).where(u.id == a.user_id, a.email == "ed@example.com"), run=False)
case("using_two", lambda: delete(users).where(u.id == a.user_id).where(o.user_id == u.id), run=False)
case("using_alias", lambda: _using_alias(), run=False)
case("using_of_alias", lambda: _using_of_alias(), run=False)
case("using_schema", lambda: delete(ledger).where(ledger.c.user_id == u.id), run=False)
case("using_returning", lambda: delete(users).where(u.id == a.user_id).returning(u.id, a.id), run=False)
case("using_subquery", lambda: _using_subquery(), run=False)
case("returning", lambda: delete(codes).where(codes.c.rank > 1).returning(codes.c.code), styles=True)
case("returning_table", lambda: delete(codes).where(codes.c.rank > 1).returning(codes))
case("returning_expression", lambda: delete(codes).where(codes.c.rank > 1).returning(codes.c.rank + 1, literal("gone").label("what")))
case("return_defaults", lambda: delete(codes).where(codes.c.rank > 1).return_defaults())
case("return_defaults_some", lambda: delete(codes).where(codes.c.rank > 1).return_defaults(codes.c.code), run=False)
case("mysql_limit", lambda: delete(users).with_dialect_options(mysql_limit=5, mariadb_limit=3), run=False)
case("mysql_limit_and_where", lambda: delete(users).where(u.id > 1).with_dialect_options(mysql_limit=5), run=False)
case("execution_options", lambda: delete(codes).where(codes.c.rank > 2).execution_options(x=1))
case("prefix", lambda: delete(codes).where(codes.c.rank > 2).prefix_with("QUICK", dialect="mysql"))
case("hint", lambda: delete(codes).where(codes.c.rank > 2).with_hint("WITH (PAGLOCK)", dialect_name="mssql"))


def _alias():
    c = codes.alias("c")
    return delete(c).where(c.c.rank > 2)


def _using_alias():
    p = addresses.alias("p")
    return delete(users).where(u.id == p.c.user_id)


def _using_of_alias():
    p = users.alias("p")
    return delete(p).where(p.c.id == a.user_id)


def _using_subquery():
    s = select(o.user_id).where(o.total > 10).subquery()
    return delete(users).where(u.id == s.c.user_id)
