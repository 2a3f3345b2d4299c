"""INSERT in all its forms."""

import datetime
import decimal

from shop import addresses, codes, defaulted, identified, items, keyless, ledger, nodes, numbered, odd, order_lines, orders, renamed, reserved, typed, users
from sqlalchemy import and_, bindparam, case as case_, cast, column, func, insert, literal, literal_column, null, select, String, text, true

from .registry import family

case = family("insert", protocols=(2, 5))
u, a, o, i, d = users.c, addresses.c, orders.c, items.c, defaulted.c
NOW = datetime.datetime(2024, 6, 1, 12)
USER = {"name": "new", "active": True, "created_at": NOW}

# What is given.
case("one", lambda: insert(users).values(id=9, name="x", active=True, created_at=NOW), styles=True)
case("without_key", lambda: insert(users).values(**USER))
case("dict", lambda: insert(users).values(USER))
case("dict_of_columns", lambda: insert(users).values({u.name: "x", u.active: False, u.created_at: NOW}))
case("dict_mixed", lambda: insert(users).values({u.name: "x", "active": False, "created_at": NOW}))
case("tuple", lambda: insert(codes).values(("IT", "Italia", 4)))
case("list", lambda: insert(codes).values(["IT", "Italia", 4]))
case("tuple_short", lambda: insert(codes).values(("IT", "Italia")))
case("twice", lambda: insert(codes).values(code="IT").values(title="Italia", rank=4))
case("twice_overriding", lambda: insert(codes).values(code="IT", rank=1).values(rank=4))
case("null", lambda: insert(codes).values(code="IT", title=None))
case("null_element", lambda: insert(codes).values(code="IT", title=null()))
case("null_key", lambda: insert(nodes).values(id=None, name="x"))
case("true", lambda: insert(orders).values(user_id=1, status="new", placed_at=NOW, paid=true()))
case("no_values", lambda: insert(codes), run=False)
case("no_values_of_users", lambda: users.insert(), run=False)
case("empty_dict", lambda: insert(defaulted).values({}))
case("empty_dict_no_defaults", lambda: insert(keyless).values({}))
case("schema", lambda: insert(ledger).values(user_id=1, amount=decimal.Decimal("1.50")))
case("reserved", lambda: insert(reserved).values(group=5, odd_id=1))
case("odd_names", lambda: insert(odd).values({"MixedCase": "x", "with space": "y", "per%cent": 1, 'quo"te': "z", "1st": 2, "größe": 3}), styles=True)
case("keys", lambda: insert(renamed).values(attr_name="x", value=1))
case("keys_of_columns", lambda: insert(renamed).values({renamed.c.attr_name: "x", renamed.c.value: 1}))
case("two_keys", lambda: insert(order_lines).values(order_id=1, line_no=9, item_id=1, quantity=2))
case("bind", lambda: insert(codes).values(code=bindparam("c", "IT"), title=bindparam("t", "Italia")))
case("bind_required", lambda: insert(codes).values(code=bindparam("c")), run=False)
case("bind_typed", lambda: insert(codes).values(code="IT", rank=bindparam("r", "4", type_=String)))
case("bind_named_as_its_column", lambda: insert(codes).values(code=bindparam("code", "IT")))
case("bind_named_as_another_column", lambda: insert(codes).values(code=bindparam("title", "IT")))
case("bind_conflicting", lambda: insert(codes).values(code=bindparam("title", "IT"), title="x"), run=False)
case("bind_unique", lambda: insert(codes).values(code=bindparam("c", "IT", unique=True)))
case("types", lambda: insert(typed).values(i=1, bi=2**40, f=1.5, n=decimal.Decimal("1.25"), s="a'b", b=True, d=datetime.date(2024, 1, 2), dt=NOW, j={"a": [1]}, lb=b"\x00\x01"))
case("unknown_column", lambda: insert(codes).values(code="x", nonesuch=1), run=False)

# Expressions.
case("function", lambda: insert(codes).values(code=func.upper("it"), title="x"))
case("arithmetic", lambda: insert(codes).values(code="IT", rank=literal(3) + 1))
case("concat", lambda: insert(codes).values(code=literal("I") + "T"))
case("case", lambda: insert(codes).values(code=case_((literal(1) == 1, "IT"), else_="x")))
case("cast", lambda: insert(codes).values(code=cast(5, String(8))))
case("comparison", lambda: insert(orders).values(user_id=1, status="new", placed_at=NOW, paid=literal(1) == 1))
case("scalar_subquery", lambda: insert(codes).values(code="IT", rank=select(func.max(codes.c.rank) + 1).scalar_subquery()))
case("scalar_subquery_bare", lambda: insert(codes).values(code="IT", rank=select(func.count(u.id)).scalar_subquery()))
case("scalar_subquery_with_binds", lambda: insert(codes).values(code="IT", rank=select(u.age).where(u.name == "ed").scalar_subquery()))
case("literal_column", lambda: insert(codes).values(code="IT", rank=literal_column("1 + 2")))
case("text_value", lambda: insert(codes).values(code="IT", rank=text("1 + 2")))

# Many.
ROWS = [{"code": "IT", "title": "Italia"}, {"code": "PT", "title": "Portugal"}, {"code": "AT", "title": None}]
case("many", lambda: insert(codes).values(ROWS), styles=True)
case("many_one", lambda: insert(codes).values(ROWS[:1]))
case("many_tuples", lambda: insert(codes).values([("IT", "Italia", 4), ("PT", "Portugal", 5)]))
case("many_lists", lambda: insert(codes).values([["IT", "Italia"], ["PT", "Portugal"]]))
case("many_twice", lambda: insert(codes).values(ROWS[:1]).values(ROWS[1:]))
case("many_of_columns", lambda: insert(codes).values([{codes.c.code: "IT", codes.c.rank: 4}, {codes.c.code: "PT", codes.c.rank: 5}]))
case("many_of_expressions", lambda: insert(codes).values([{"code": "IT", "rank": literal(1) + 1}, {"code": func.upper("pt"), "rank": 5}]))
case("many_with_defaults", lambda: insert(defaulted).values([{"plain": "a"}, {"plain": "b"}]), run=False)
case("many_given_defaults", lambda: insert(defaulted).values([{"plain": "a", "number": 1}, {"plain": "b"}]), run=False)
case("many_missing", lambda: insert(codes).values([{"code": "IT", "rank": 1}, {"code": "PT"}]), run=False)
case("many_with_more", lambda: insert(codes).values([{"code": "IT"}, {"code": "PT", "rank": 1}]))
case("many_binds", lambda: insert(codes).values([{"code": bindparam("a", "IT")}, {"code": bindparam("b", "PT")}]))
case("many_and_one", lambda: insert(codes).values(ROWS).values(code="x"), run=False)
case("many_renamed", lambda: insert(renamed).values([{"attr_name": "x", "value": 1}, {"attr_name": "y", "value": 2}]))
case("many_returning", lambda: insert(codes).values(ROWS).returning(codes.c.code, codes.c.title))
case("many_returning_sorted", lambda: insert(codes).values(ROWS).returning(codes.c.code, sort_by_parameter_order=True), run=False)

# From a SELECT.
case("from_select", lambda: insert(codes).from_select(["code", "rank"], select(u.name, u.age).where(u.age > 20)), styles=True)
case("from_select_of_columns", lambda: insert(codes).from_select([codes.c.code, codes.c.rank], select(u.name, u.id)))
case("from_select_of_all_columns", lambda: insert(codes).from_select(codes.c, select(u.name, u.fullname, u.id)))
case("from_select_of_other_columns", lambda: insert(codes).from_select([column("code"), column("rank")], select(u.name, u.id)))
case("from_select_of_table", lambda: insert(codes).from_select(["code"], select(a.email).where(a.user_id == u.id, u.name == "ed")))
case("from_select_limit", lambda: insert(codes).from_select(["code"], select(u.name).order_by(u.id).limit(2)))
case("from_select_distinct", lambda: insert(codes).from_select(["code"], select(u.name).distinct()))
case("from_select_group", lambda: insert(codes).from_select(["code", "rank"], select(o.status, func.count()).group_by(o.status)))
case("from_select_literal", lambda: insert(codes).from_select(["code", "rank"], select(literal("IT"), literal(4))))
case("from_select_defaults", lambda: insert(defaulted).from_select(["plain"], select(u.name).where(u.age > 20)), run=False)
case("from_select_without_defaults", lambda: insert(defaulted).from_select(["plain"], select(u.name), include_defaults=False))
case("from_select_of_itself", lambda: insert(codes).from_select(["code", "title"], select(codes.c.code + "2", literal_column("NULL")).where(codes.c.rank > 1)))
case("from_select_renamed", lambda: insert(renamed).from_select(["attr_name", "value"], select(u.name, u.age)))
case("from_select_returning", lambda: insert(codes).from_select(["code"], select(u.name)).returning(codes.c.code))
case("from_select_union", lambda: insert(codes).from_select(["code"], select(u.name).union(select(a.city).where(a.city.is_not(None)))))
case("from_select_sequence", lambda: insert(numbered).from_select(["name"], select(u.name)), run=False)

# Defaults.
case("defaults", lambda: insert(defaulted).values(plain="x"), run=False)
case("defaults_given", lambda: insert(defaulted).values(plain="x", scalar="s", number=1, expression="e", server="z", own_key=4))
case("defaults_inline", lambda: insert(defaulted).inline().values(plain="x"), run=False)
case("defaults_returned", lambda: insert(defaulted).values(plain="x").return_defaults(), run=False)
case("defaults_returned_some", lambda: insert(defaulted).values(plain="x").return_defaults(d.server, d.doubled), run=False)
case("defaults_returned_supplemental", lambda: insert(defaulted).values(plain="x").return_defaults(d.server, supplemental_cols=[d.plain]), run=False)
case("defaults_only", lambda: insert(defaulted).values(id=1), run=False)
case("sequence", lambda: insert(numbered).values(name="x"), run=False)
case("sequence_given", lambda: insert(numbered).values(id=3, name="x"))
case("sequence_inline", lambda: insert(numbered).inline().values(name="x"), run=False)
case("sequence_next", lambda: insert(numbered).values(id=numbered.c.id.default.next_value(), name="x"), run=False)
case("identity", lambda: insert(identified).values(name="x"), run=False)
case("no_implicit_returning", lambda: insert(keyless).values(a=5))
case("string_key", lambda: insert(codes).values(title="x"), run=False)

# Returning.
case("returning", lambda: insert(codes).values(code="IT", rank=4).returning(codes.c.code, codes.c.rank), styles=True)
case("returning_table", lambda: insert(codes).values(code="IT", rank=4).returning(codes))
case("returning_key", lambda: insert(nodes).values(name="new").returning(nodes.c.id))
case("returning_label", lambda: insert(codes).values(code="IT", rank=4).returning(codes.c.rank.label("r"), codes.c.code))
case("returning_expression", lambda: insert(codes).values(code="IT", rank=4).returning(codes.c.rank + 1, func.lower(codes.c.code)))
case("returning_same_twice", lambda: insert(codes).values(code="IT").returning(codes.c.code, codes.c.code))
case("returning_twice", lambda: insert(codes).values(code="IT").returning(codes.c.code).returning(codes.c.rank))
case("returning_literal", lambda: insert(codes).values(code="IT").returning(literal(5), codes.c.code))
# Some versions of SQLite take a column that was left out for one that is not NULL.
case("returning_case", lambda: insert(codes).values(code="IT").returning(case_((codes.c.rank == None, "none"), else_="some")), run=False)  # noqa: E711
case("returning_types", lambda: insert(typed).values(n=decimal.Decimal("1.25"), dt=NOW, j={"a": None}, b=False).returning(typed.c.n, typed.c.dt, typed.c.j, typed.c.b))
case("returning_sorted", lambda: insert(codes).values(code="IT").returning(codes.c.code, sort_by_parameter_order=True))
case("returning_and_defaults", lambda: insert(defaulted).values(plain="x").returning(d.id).return_defaults(), run=False)
case("returning_odd_names", lambda: insert(odd).values({"MixedCase": "x"}).returning(odd.c.MixedCase, odd.c["with space"], odd.c["per%cent"]))
case("returning_schema", lambda: insert(ledger).values(amount=1).returning(ledger.c.id, ledger.c.amount))
case("returning_renamed", lambda: insert(renamed).values(value=1).returning(renamed.c.value, renamed.c.attr_name))
case("returning_boolean", lambda: insert(users).values(USER).returning(u.active, ~u.active))

# What goes along.
case("execution_options", lambda: insert(codes).values(code="IT").execution_options(stream_results=True, note="x"))
case("prefix", lambda: insert(codes).values(code="IT").prefix_with("OR REPLACE"))
case("prefix_of_dialect", lambda: insert(codes).values(code="IT").prefix_with("IGNORE", dialect="mysql").prefix_with("OR IGNORE", dialect="sqlite"))
case("hint", lambda: insert(codes).values(code="IT").with_hint("WITH (PAGLOCK)", dialect_name="mssql"))
case("from_select_cte", lambda: _from_cte())
case("from_select_cte_kept", lambda: insert(codes).from_select(["code"], select(select(u.name).where(u.age > 20).cte("grown_ups").c.name)))
case("exists", lambda: insert(codes).from_select(["code"], select(u.name).where(select(a.id).where(a.user_id == u.id).exists())))
case("condition", lambda: insert(orders).values(user_id=1, status="new", placed_at=NOW, paid=and_(literal(1) == 1, literal(2) == 3)))


def _from_cte():
    grown_ups = select(u.name, u.age).where(u.age > 20).cte("grown_ups")
    return insert(codes).from_select(["code", "rank"], select(grown_ups.c.name, grown_ups.c.age))
