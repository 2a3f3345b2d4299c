"""INSERT that says what becomes of a row that is there: PostgreSQL's, SQLite's and MySQL's."""

from shop import codes, defaulted, odd, renamed, users
from sqlalchemy import bindparam, case as case_, func, literal, select, text
from sqlalchemy.dialects import mysql, postgresql, sqlite

from .registry import family

pg = family("upsert_postgresql", protocols=(2, 5))
lite = family("upsert_sqlite", protocols=(2, 5))
my = family("upsert_mysql", protocols=(2, 5))
c, u = codes.c, users.c
ROW = {"code": "DE", "title": "Germany", "rank": 9}
ROWS = [ROW, {"code": "IT", "title": "Italia", "rank": 4}]


def both(short, build, **facts):
    """A case for PostgreSQL and SQLite, which have it in common; it runs on SQLite."""
    pg(short, lambda: build(postgresql), run=False, **{key: value for key, value in facts.items() if key != "run"})
    lite(short, lambda: build(sqlite), **facts)


both("plain", lambda db: db.insert(codes).values(code="IT"))
both("returning", lambda db: db.insert(codes).values(code="IT").returning(c.code))
both("nothing", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing(), styles=True)
both("nothing_on_name", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing(index_elements=["code"]))
both("nothing_on_column", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing(index_elements=[c.code]))
both("nothing_on_key", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing(index_elements=codes.primary_key))
both("nothing_on_two", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing(index_elements=["code", c.title]), run=False)
both("nothing_where", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing(index_elements=[c.code], index_where=c.rank > 5), run=False)
both("nothing_many", lambda db: db.insert(codes).values(ROWS).on_conflict_do_nothing())
both("nothing_from_select", lambda db: db.insert(codes).from_select(["code", "rank"], select(u.name, u.age).where(u.id > 0)).on_conflict_do_nothing())
both("nothing_returning", lambda db: db.insert(codes).values(ROW).on_conflict_do_nothing().returning(c.code))
both("nothing_key", lambda db: db.insert(users).values(name="x", active=True, created_at=func.now()).on_conflict_do_nothing(), run=False)
both("nothing_inline", lambda db: db.insert(codes).values(ROW).inline().on_conflict_do_nothing(index_elements=["code"]))


def _update(db, set_=None, **more):
    statement = db.insert(codes).values(ROW)
    chosen = set_(statement) if set_ else {"title": statement.excluded.title}
    return statement.on_conflict_do_update(**{"index_elements": ["code"], "set_": chosen, **more})


both("update", _update, styles=True)
both("update_value", lambda db: _update(db, lambda s: {"title": "x"}))
both("update_values", lambda db: _update(db, lambda s: {"rank": 1, "title": "x"}))
both("update_null", lambda db: _update(db, lambda s: {"title": None}))
both("update_of_columns", lambda db: _update(db, lambda s: {c.title: s.excluded.title, c.rank: 5}))
both("update_expression", lambda db: _update(db, lambda s: {"rank": c.rank + s.excluded.rank}))
both("update_function", lambda db: _update(db, lambda s: {"title": func.upper(s.excluded.title)}))
both("update_bind", lambda db: _update(db, lambda s: {"title": bindparam("t", "x")}))
both("update_literal", lambda db: _update(db, lambda s: {"title": literal("x") + "y"}))
both("update_case", lambda db: _update(db, lambda s: {"rank": case_((c.rank > 5, 1), else_=2)}))
both("update_all_excluded", lambda db: _update(db, lambda s: s.excluded))
both("update_where", lambda db: _update(db, where=c.rank > 5))
both("update_where_excluded", lambda db: _where_excluded(db))
both("update_index_where", lambda db: _update(db, index_where=c.rank > 5), run=False)
both("update_index_where_text", lambda db: _update(db, index_where=text("rank > 5")), run=False)
both("update_index_where_in", lambda db: _update(db, index_where=c.rank.in_([1, 2])), run=False)
both("update_on_column", lambda db: _update(db, index_elements=[c.code]))
both("update_many", lambda db: _many(db))
both("update_returning", lambda db: _update(db).returning(c.code, c.title))
both("update_from_select", lambda db: _from_select(db))
both("update_schema", lambda db: _renamed(db), run=False)
both("update_odd_names", lambda db: _odd(db), run=False)
both("update_defaulted", lambda db: _defaulted(db), run=False)
both("update_subquery", lambda db: _update(db, lambda s: {"rank": select(func.max(u.age)).scalar_subquery()}))
both("update_unknown_name", lambda db: _update(db, lambda s: {"nonesuch": 1, "title": "x"}), run=False)
pg("nothing_constraint", lambda: postgresql.insert(codes).values(ROW).on_conflict_do_nothing(constraint="codes_pkey"), run=False)
pg("nothing_constraint_quoted", lambda: postgresql.insert(codes).values(ROW).on_conflict_do_nothing(constraint="My Key"), run=False)
pg("nothing_primary_key", lambda: postgresql.insert(codes).values(ROW).on_conflict_do_nothing(constraint=codes.primary_key), run=False)
pg("update_constraint", lambda: _update(postgresql, index_elements=None, constraint="codes_pkey"), run=False)


def _where_excluded(db):
    s = db.insert(codes).values(ROW)
    return s.on_conflict_do_update(index_elements=["code"], set_={"rank": s.excluded.rank}, where=s.excluded.rank > c.rank)


def _many(db):
    s = db.insert(codes).values(ROWS)
    return s.on_conflict_do_update(index_elements=["code"], set_={"title": s.excluded.title, "rank": 0})


def _from_select(db):
    s = db.insert(codes).from_select(["code", "rank"], select(u.name, u.age).where(u.id > 0))
    return s.on_conflict_do_update(index_elements=["code"], set_={"rank": s.excluded.rank})


def _renamed(db):
    s = db.insert(renamed).values(id=1, attr_name="x", value=5)
    return s.on_conflict_do_update(index_elements=[renamed.c.attr_name], set_={"attr_name": s.excluded.attr_name, "value": renamed.c.value + 1})


def _odd(db):
    s = db.insert(odd).values({"id": 1, "MixedCase": "x"})
    return s.on_conflict_do_update(index_elements=["with space"], set_={"MixedCase": s.excluded.MixedCase, "per%cent": 1})


def _defaulted(db):
    s = db.insert(defaulted).values(id=1, plain="x")
    return s.on_conflict_do_update(index_elements=["id"], set_={"plain": s.excluded.plain})


def _my(*values, **named):
    s = mysql.insert(codes).values(ROW)
    return s.on_duplicate_key_update(*(value(s) for value in values), **named)


my("plain", lambda: mysql.insert(codes).values(ROW), run=False)
my("value", lambda: _my(title="x"), run=False, styles=True)
my("values", lambda: _my(title="x", rank=1), run=False)
my("dict", lambda: _my(lambda s: {"rank": 1, "title": "x"}), run=False)
my("null", lambda: _my(title=None), run=False)
my("inserted", lambda: _my(lambda s: {"title": s.inserted.title}), run=False)
my("inserted_expression", lambda: _my(lambda s: {"rank": c.rank + s.inserted.rank + 1}), run=False)
my("inserted_function", lambda: _my(lambda s: {"title": func.concat(s.inserted.title, "!")}), run=False)
my("inserted_all", lambda: _my(lambda s: s.inserted), run=False)
my("function", lambda: _my(title=func.now()), run=False)
my("bind", lambda: _my(title=bindparam("t", "x")), run=False)
my("ordered", lambda: _my(lambda s: [("title", "x"), ("rank", s.inserted.rank), ("code", func.values(c.code))]), run=False)
my("ordered_other_order", lambda: _my(lambda s: [("rank", 1), ("title", s.inserted.title)]), run=False)
my("many", lambda: _my_many(), run=False)
my("from_select", lambda: _my_from_select(), run=False)
my("unknown_name", lambda: _my(nonesuch=1, title="x"), run=False)
my("key_without_row", lambda: mysql.insert(users).values(name="x").on_duplicate_key_update(name="y"), run=False)


def _my_many():
    s = mysql.insert(codes).values(ROWS)
    return s.on_duplicate_key_update(title=s.inserted.title)


def _my_from_select():
    s = mysql.insert(codes).from_select(["code", "rank"], select(u.name, u.age))
    return s.on_duplicate_key_update(rank=s.inserted.rank)
