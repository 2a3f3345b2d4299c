"""table(), column() and literal_column(): names without a schema behind them, and names that need quoting."""

import decimal

from shop import users
from sqlalchemy import (
    LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, Boolean, Column, Date, Integer, Numeric, String, and_, column, func, insert, literal_column, or_, select,
    bindparam, table, text, update,
)
from sqlalchemy.sql import quoted_name

from .registry import family

case = family("lightweight", protocols=(2, 5))
u = users.c


def people():
    return table("users", column("id", Integer), column("name", String), column("age"), column("birthday", Date), column("balance", Numeric(10, 2)))


def mails():
    return table("addresses", column("id"), column("user_id"), column("email"))


def of(make, build):
    return lambda: build(make())


def both(build):
    return lambda: build(people(), mails())


# tables
case("table", lambda: select(people()).order_by(text("1")))
case("table_alone", people)
case("table_untyped", lambda: select(mails()).order_by(text("1")))
case("table_without_columns", lambda: select(literal_column("id")).select_from(table("users")).order_by(literal_column("id")))
case("table_columns", of(people, lambda t: select(t.c.name, t.c.birthday).order_by(t.c.id)))
case("table_column_alone", of(people, lambda t: t.c.birthday))
case("table_where", of(people, lambda t: select(t.c.id).where(t.c.age > 20, t.c.name != "x").order_by(t.c.id)))
case("table_typed_value", of(people, lambda t: select(t.c.id, t.c.balance).where(t.c.balance > 5).order_by(t.c.id)))
case("table_in_schema", lambda: select(table("ledger", column("id"), schema="main")))
case("table_in_schema_columns", of(lambda: table("ledger", column("id"), schema="main"), lambda t: select(t.c.id).where(t.c.id > 0).order_by(t.c.id)))
case("table_in_schema_qualified", of(lambda: table("ledger", column("id"), schema="main"), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("table_in_dotted_schema", of(lambda: table("t", column("x"), schema="a.b"), lambda t: select(t.c.x)), run=False)
case("table_in_dotted_schema_qualified", of(lambda: table("t", column("x"), schema="a.b"), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)), run=False)
case("table_in_quoted_schema", of(lambda: table("t", column("x"), schema=quoted_name("a.b", True)), lambda t: select(t.c.x)), run=False)
case("table_in_upper_schema", of(lambda: table("T", column("X"), schema="S"), lambda t: select(t.c.X)), run=False)
case("table_in_two_schemas", lambda: select(table("t", column("x"), schema="s").c.x, table("t", column("x")).c.x), run=False)
case("table_named_oddly", of(lambda: table("a b", column("c d"), column("e%f"), column("g:h"), column("select")), lambda t: select(t).where(t.c["c d"] == 1)), run=False)
case("table_dotted_name", of(lambda: table("a.b", column("c.d")), lambda t: select(t.c["c.d"])), run=False)
case("table_literal_columns", of(lambda: table("users", literal_column("id"), literal_column("name", String)), lambda t: select(t).order_by(t.c.id)))
case("table_literal_columns_alias", of(lambda: table("users", literal_column("id"), literal_column("name", String)).alias("w"), lambda t: select(t).order_by(t.c.id)))
case("table_qualified_labels", of(people, lambda t: select(t.c.id, t.c.name).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(t.c.id)))
case("table_qualified_label_taken", of(lambda: table("users", column("id"), column("users_id")), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)), run=False)
case("table_style_none", both(lambda p, m: select(p.c.id, m.c.id).set_label_style(LABEL_STYLE_NONE)))
case("table_repeated_columns", both(lambda p, m: select(p.c.id, m.c.id, p.c.id).where(p.c.id == m.c.user_id).order_by(m.c.id)))
case("two_tables", both(lambda p, m: select(p.c.name, m.c.email).where(p.c.id == m.c.user_id).order_by(m.c.id)))
case("two_of_one_name", lambda: select(table("users", column("id")).c.id, table("users", column("id")).c.id), run=False)
case("beside_a_table", of(mails, lambda m: select(u.name, m.c.email).where(u.id == m.c.user_id).order_by(m.c.id)))
case("aggregated", of(people, lambda t: select(t.c.age, func.count(t.c.id)).group_by(t.c.age).order_by(t.c.age)))
case("label", of(people, lambda t: select(t.c.name.label("who")).order_by("who")))
case("order_by_name", of(people, lambda t: select(t.c.id, t.c.age).order_by("age", "id")))
case("function_over_it", of(people, lambda t: select(func.count()).select_from(t)))

# joins and aliases
case("join", both(lambda p, m: select(p.c.name, m.c.email).select_from(p.join(m, p.c.id == m.c.user_id)).order_by(m.c.id)))
case("join_outer", both(lambda p, m: select(p.c.name, m.c.email).select_from(p.outerjoin(m, p.c.id == m.c.user_id)).order_by(p.c.id, m.c.id)))
case("join_method", both(lambda p, m: select(p.c.name, m.c.email).join(m, p.c.id == m.c.user_id).order_by(m.c.id)))
case("join_from", both(lambda p, m: select(p.c.name, m.c.email).join_from(p, m, p.c.id == m.c.user_id).order_by(m.c.id)))
case("join_to_a_table", of(mails, lambda m: select(u.name, m.c.email).select_from(users.join(m, u.id == m.c.user_id)).order_by(m.c.id)))
case("join_whole", both(lambda p, m: select(p.join(m, p.c.id == m.c.user_id))))
case("join_three", both(lambda p, m: select(p.c.id, m.c.id, u.id).select_from(p.join(m, p.c.id == m.c.user_id).join(users, u.id == p.c.id)).order_by(m.c.id)), run=False)
case("alias", of(people, lambda t: select(t.alias("w")).order_by(text("1"))))
case("alias_unnamed", of(people, lambda t: select(t.alias().c.name)))
case("alias_two", of(people, lambda t: (lambda x, y: select(x.c.id, y.c.id).where(x.c.age < y.c.age).order_by(x.c.id, y.c.id))(t.alias(), t.alias())))
case("alias_beside_it", of(people, lambda t: (lambda x: select(t.c.id, x.c.id).where(t.c.age < x.c.age).order_by(t.c.id, x.c.id))(t.alias())))
case("alias_of_alias", of(people, lambda t: select(t.alias("x").alias("y").c.name)))
case("alias_in_schema", of(lambda: table("ledger", column("id"), schema="main"), lambda t: select(t.alias("l")).order_by(text("1"))))
case("alias_joined", both(lambda p, m: (lambda x, y: select(x.c.name, y.c.email).select_from(x.join(y, x.c.id == y.c.user_id)).order_by(y.c.id))(p.alias(), m.alias())))

# columns
case("column", lambda: select(column("name")).select_from(users).order_by(column("id")))
case("column_typed", lambda: select(column("birthday", Date), column("balance", Numeric(10, 2))).select_from(users).order_by(column("id")))
case("column_alone", lambda: column("x", Integer))
case("column_untyped_value", lambda: select(column("birthday"), column("active")).select_from(users).order_by(column("id")))
case("column_typed_boolean", lambda: select(column("active", Boolean)).select_from(users).order_by(column("id")))
case("column_condition", lambda: select(u.id).where(column("active", Boolean), column("age") > 20))
case("column_no_from", lambda: select(column("x"), column("y")), run=False)
case("column_quoted", lambda: select(column("a b"), column("Select"), column("from"), column("1x"), column("größe"), column("a%b"), column('q"q')), run=False)
case("column_same_twice", lambda: select(column("id"), column("id")).select_from(users))
case("column_and_literal_of_one_name", lambda: select(column("id"), literal_column("id"), u.id))
case("column_label", lambda: select(column("id").label("x"), column("age").label(None)).select_from(users).order_by("x"))
case("column_expression", lambda: select(column("age", Integer) + 1, column("name", String) + "!").select_from(users).order_by(column("id")))
case("column_group_by", lambda: select(column("age"), func.count()).select_from(users).group_by(column("age")).order_by(column("age")))
case("column_qualified_labels", lambda: select(column("id"), literal_column("age")).select_from(users).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).order_by(column("id")))
case("column_in", lambda: select(column("id")).select_from(users).where(column("id").in_([1, 2])))

# names with their quoting
case("quoted_column", lambda: select(column(quoted_name("id", True)), column(quoted_name("name", False))).select_from(users).order_by(column("id")))
case("quoted_column_never", lambda: select(column(quoted_name("MixedCase", False)), column(quoted_name("a b", False))), run=False)
case("quoted_column_alone", lambda: column(quoted_name("id", True)))
case("quoted_table", lambda: select(column("id")).select_from(table(quoted_name("users", True))).order_by(column("id")))
case("quoted_table_columns", of(lambda: table(quoted_name("users", True), column(quoted_name("id", True)), column("age")), lambda t: select(t.c.id, t.c.age).order_by(t.c.id)))
case("quoted_table_qualified", of(lambda: table("users", column(quoted_name("id", True)), column("age")), lambda t: select(t).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("quoted_table_never", of(lambda: table(quoted_name("Group", False), column("x")), lambda t: select(t.c.x)), run=False)
case("quoted_schema", of(lambda: table("ledger", column("id"), schema=quoted_name("main", True)), lambda t: select(t.c.id).order_by(t.c.id)))
case("quoted_schema_never", of(lambda: table("ledger", column("id"), schema=quoted_name("Main.Sub", False)), lambda t: select(t.c.id)), run=False)
case("quoted_label", lambda: select(u.id.label(quoted_name("number", True)), u.name.label(quoted_name("Who", False))).order_by(u.id))
case("quoted_label_ordered", lambda: select(u.id.label(quoted_name("Number", True))).order_by("Number"))
case("quoted_alias", lambda: select(users.alias(quoted_name("people", True)).c.id))
case("quoted_alias_never", lambda: select(users.alias(quoted_name("People", False)).c.id))
case("quoted_alias_qualified", lambda: select(users.alias(quoted_name("people", True)).c.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("quoted_function", lambda: select(getattr(func, quoted_name("MyFunc", True))(1)), run=False)
case("alias_reserved_names", lambda: select(users.alias("select").c.id, users.alias("User Names").c.id, users.alias("a.b").c.id), run=False)
case("alias_percent", lambda: select(users.alias("a%b").c.id, users.alias("a:b").c.name).limit(1), run=False)

# SQL text in place of a column
case("literal", lambda: select(literal_column("1")))
case("literal_alone", lambda: literal_column("1 + 1", Integer))
case("literal_typed", lambda: select(literal_column("birthday", Date), literal_column("balance", Numeric(10, 2))).select_from(users).order_by(literal_column("id")))
case("literal_text", lambda: select(literal_column("'a''b'"), literal_column("'%'"), literal_column("':x'"), literal_column("'?'"), literal_column("'{0}'")), styles=True)
case("literal_percent", lambda: select(literal_column("7 % 4"), literal_column("'%s'").label("a%b")), styles=True)
case("literal_backslash", lambda: select(literal_column(r"'\:x'")), styles=True)
case("literal_star", lambda: select(literal_column("*")).select_from(users).order_by(u.id))
case("literal_star_of_table", lambda: select(literal_column("addresses.*")).select_from(text("addresses")).order_by(literal_column("id")))
case("literal_star_beside_column", lambda: select(u.id, literal_column("*")).order_by(u.id))
case("literal_star_typed_columns", lambda: select(u.birthday, literal_column("users.*"), u.balance.label("b")).order_by(u.id))
case("literal_star_of_one_column", lambda: select(literal_column("x.*")).select_from(text("(SELECT 5 AS five) AS x")))
case("literal_several", lambda: select(literal_column("id, name")).select_from(users).order_by(u.id))
case("literal_several_and_others", lambda: select(literal_column("users.name, users.age"), u.birthday, u.created_at).order_by(u.id))
case("literal_several_labelled", lambda: select(literal_column("id, name").label("n"), u.birthday).order_by(u.id))
case("literal_several_same_names", lambda: select(literal_column("birthday, birthday"), u.birthday).order_by(u.id))
case("literal_label", lambda: select(literal_column("age + 1").label("older")).select_from(users).order_by("older"))
case("literal_label_typed", lambda: select(literal_column("birthday", Date).label("d")).select_from(users).order_by(u.id))
case("literal_where", lambda: select(u.id).where(literal_column("age") > 20, literal_column("name", String).like("%e%")))
case("literal_condition", lambda: select(u.id).where(literal_column("age > 20", Boolean)))
case("literal_and", lambda: select(u.id).where(and_(literal_column("age > 20", Boolean), u.id > 1), or_(literal_column("active", Boolean), u.id == 2)))
case("literal_not", lambda: select(u.id).where(~literal_column("active", Boolean)))
case("literal_compared", lambda: select(u.id).where(literal_column("age", Integer) == 30))
case("literal_arithmetic", lambda: select(literal_column("2", Integer) * 3 + literal_column("1 - 1", Integer)))
case("literal_concatenated", lambda: select(literal_column("'a'", String) + "b"))
case("literal_in_function", lambda: select(func.coalesce(literal_column("NULL"), literal_column("5"))))
case("literal_in", lambda: select(u.id).where(literal_column("id").in_([1, 2])))
case("literal_order_group", lambda: select(literal_column("age"), func.count()).select_from(users).group_by(literal_column("age")).order_by(literal_column("1")))
case("literal_same_twice", lambda: select(literal_column("1"), literal_column("1")))
case("literal_distinct", lambda: select(literal_column("age")).select_from(users).distinct().order_by(literal_column("age")))
case("literal_quoted", lambda: select(literal_column(quoted_name("Mixed", True))), run=False)

# --- columns that are always in quotes: so are Oracle's parameters for them
always = table("codes", column(quoted_name("code", True)), column(quoted_name("rank", False)))
case("always_quoted_insert", lambda: insert(always).values(code="x", rank=1), run=False, styles=True)
case("always_quoted_insert_bare", lambda: insert(always), run=False)
case("always_quoted_insert_many", lambda: insert(always).values([{"code": "x"}, {"code": "y"}]), run=False)
case("always_quoted_insert_expression", lambda: insert(always).values(code=func.lower("X")), run=False)
case("always_quoted_update", lambda: update(always).values(code="x").where(always.c.code == "y"), run=False, styles=True)
case("always_quoted_update_bind", lambda: update(always).values(code=bindparam("c", "x")), run=False)
case("always_quoted_in_cte", lambda: select(insert(always).values(code="x").returning(always.c.code).cte("c")), run=False)

# --- columns as a schema has them, in a table that is none of the metadata


def described():
    return table("users", Column("id", Integer, primary_key=True), Column("name", String, key="who", default="it's", nullable=False),
                 Column("age", Integer, default=7, onupdate=8), Column("balance", Numeric(10, 2), onupdate=decimal.Decimal("1.50")))


case("schema_columns", of(described, lambda t: select(t.c.id, t.c.who).where(t.c.age > 20).order_by(t.c.id)))
case("schema_columns_alone", described)
case("schema_columns_alias", of(described, lambda t: select(t.alias("d").c.who)))
case("schema_columns_subquery", of(described, lambda t: (lambda s: select(s.c.who, s.c.age).order_by(s.c.id))(select(t).subquery())))
case("schema_columns_insert", of(described, lambda t: t.insert().values(id=77)), run=False)
case("schema_columns_insert_nothing", of(described, lambda t: t.insert()), run=False)
case("schema_columns_insert_many", of(described, lambda t: t.insert().values([{"id": 77, "who": "a"}, {"id": 78, "who": "b"}])), run=False)
case("schema_columns_insert_select", of(described, lambda t: t.insert().from_select(["id"], select(t.c.id))), run=False)
case("schema_columns_insert_defaults", of(described, lambda t: t.insert().values(id=77).return_defaults()), run=False)
case("schema_columns_update", of(described, lambda t: t.update().values(who="x").where(t.c.id == 1)), run=False)
case("schema_columns_delete", of(described, lambda t: t.delete().where(t.c.who == "x")), run=False)
case("schema_column_alone", lambda: Column("x", Integer, primary_key=True, default=5))
case("schema_column_key", lambda: insert(table("t", Column("id", Integer, primary_key=True, autoincrement=False), Column("x", Integer))), run=False)
case("schema_column_plain", lambda: insert(table("t", Column("id", Integer), Column("x", Integer))), run=False)
