"""Tables under another name, chosen or made up."""

from shop import addresses, ledger, nodes, odd, orders, renamed, typed, users
from sqlalchemy import alias, func, select

from .registry import family

case = family("aliases")


def one(name=None, table=users):
    other = table.alias(name)
    return select(other.c.id).where(other.c.id > 1)


def two(first=None, second=None):
    left, right = users.alias(first), users.alias(second)
    return select(left.c.name, right.c.name).where(left.c.age == right.c.age, left.c.id < right.c.id)


def of_an_alias(first, second):
    inner = users.alias(first)
    outer = inner.alias(second)
    return select(outer.c.id, inner.c.id).where(outer.c.id == inner.c.id)


def joined():
    a = addresses.alias()
    return select(users.c.name, a.c.email).select_from(users.join(a, users.c.id == a.c.user_id))


def joined_by_foreign_key():
    a = addresses.alias("a")
    return select(users.c.name, a.c.email).select_from(users.join(a))


def three_unnamed():
    x, y, z = users.alias(), addresses.alias(), users.alias()
    return select(x.c.id, y.c.id, z.c.id).where(x.c.id == y.c.user_id, y.c.user_id == z.c.id)


def condition_first():
    x, y = users.alias(), users.alias()
    return select(y.c.id).where(x.c.id == y.c.id).order_by(x.c.name)


def in_everything():
    o = orders.alias("o")
    return (
        select(o.c.user_id, func.count(o.c.id).label("n"))
        .where(o.c.total.is_not(None))
        .group_by(o.c.user_id)
        .having(func.max(o.c.total) > 1)
        .order_by(o.c.user_id.desc())
    )


case("named", lambda: one("u"))
case("unnamed", one, styles=True)
case("named_needs_quotes", lambda: one("My Users"))
case("named_reserved", lambda: one("select"))
case("with_schema", lambda: one("l", ledger))
case("with_schema_unnamed", lambda: one(None, ledger))
case("odd_table", lambda: one(None, odd))
case("whole", lambda: select(users.alias("u")))
case("whole_unnamed", lambda: select(typed.alias()))
case("whole_with_keys", lambda: select(renamed.alias("r")))
case("function", lambda: select(alias(nodes, "n")))
case("two_named", lambda: two("a", "b"))
case("two_unnamed", two)
case("named_and_unnamed", lambda: two("a"))
case("named_like_the_unnamed", lambda: two("users_1"), run=False)
case("three_unnamed", three_unnamed)
case("beside_the_table", lambda: (lambda x: select(users.c.id, x.c.id).where(users.c.id == x.c.id))(users.alias()))
case("condition_first", condition_first)
case("of_an_alias", lambda: of_an_alias("a", "b"))
case("of_an_alias_unnamed", lambda: of_an_alias(None, None))
case("joined", joined)
case("joined_by_foreign_key", joined_by_foreign_key)
case("in_everything", in_everything)
case("labelled_column", lambda: (lambda x: select(x.c.name.label("who")).order_by("who"))(users.alias()))
case("expression", lambda: (lambda x: select(x.c.age + 1, x.c.name + "!"))(users.alias("x")))
