"""INSERT, UPDATE and DELETE: the rows they return and what the table holds afterwards."""

import datetime
import decimal
import uuid

from sqlalchemy import JSON, bindparam, case as case_, delete, exists, func, insert, literal, null, select, update
from sqlalchemy.dialects import mysql, postgresql, sqlite

from bazaar import AWKWARD, Mood, lines, nobody, odd, parcels, people, pg_things, products, purchases, renamed, reserved, things, words

from .registry import family

_RETURNING = ("sqlite", "postgresql", "duckdb")
_INSERT_RETURNING = ("sqlite", "postgresql", "mariadb", "duckdb")

_ALL = {
    "id": 50, "i": -5, "si": 3, "bi": 2**62, "f": 0.3, "dbl": -2.25, "n": decimal.Decimal("0.0001"), "nf": 1.5, "fd": decimal.Decimal("2.5"), "s": "it's", "t": "a\\b\n%", "u": "ünï", "ut": "😀",
    "b": True, "d": datetime.date(1900, 1, 1), "dt": datetime.datetime(2024, 1, 1, 0, 0, 0, 7), "tm": datetime.time(1, 2, 3, 4), "iv": datetime.timedelta(hours=-1), "lb": b"\x00'\\\xff",
    "j": {"k": [1, None, "v"]}, "e": "high", "pe": Mood.so_so, "uu": uuid.UUID(int=7), "us": "00000000-0000-0000-0000-000000000009",
}  # fmt: skip

case = family("insert")

case("values", lambda: insert(nobody).values(id=1, name="x", n=decimal.Decimal("1.50"), b=True), after=nobody)
case("every_type", lambda: insert(things).values(_ALL), after=things)
case("every_type_returned", lambda: insert(things).values(_ALL).returning(things), on=_INSERT_RETURNING, after=things)
for key in _ALL:
    if key != "id":
        case("type_" + key, lambda k=key: insert(things).values({"id": 50, k: _ALL[k]}), after=things)
case("json_null", lambda: insert(things).values(id=50, j=JSON.NULL), on=("sqlite", "postgresql", "mariadb"), after=things)
case("sql_null", lambda: insert(things).values(id=50, j=None), on=("sqlite", "postgresql", "mariadb"), after=things)
case("json_null_compared", lambda: update(things).where(things.c.j.is_(None)).values(j=JSON.NULL, s=case_((things.c.j == JSON.NULL, "never"), else_="sql")), on=("sqlite",), after=things)
case("nulls", lambda: insert(nobody).values(id=1, name=None, n=null()), after=nobody)
case("many", lambda: insert(nobody).values([{"id": 1, "name": "a"}, {"id": 2, "name": "it's"}, {"id": 3, "name": None}]), after=nobody)
case("many_returned", lambda: insert(nobody).values([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]).returning(nobody.c.id, nobody.c.name), on=_INSERT_RETURNING, after=nobody)
case("awkward", lambda: insert(words).values([{"id": 1000 + n, "w": w} for n, w in enumerate(AWKWARD)]), after=words)
case("expression", lambda: insert(nobody).values(id=literal(3) + 4, name=func.lower("ABC")), after=nobody)
case("subquery", lambda: insert(nobody).values(id=select(func.max(people.c.id)).scalar_subquery(), name="m"), after=nobody)
case("from_select", lambda: insert(nobody).from_select(["id", "name"], select(products.c.id, func.substr(products.c.name, 1, 5))), after=nobody)
case("from_select_where", lambda: insert(words).from_select([words.c.id, words.c.w], select(people.c.id + 2000, people.c.name).where(people.c.active)), after=words)
case("from_union", lambda: insert(nobody).from_select(["id"], select(people.c.id).union(select(purchases.c.id))), after=nobody)
case("from_cte", lambda: _insert_from_cte(), after=nobody)
case("returning_expression", lambda: insert(nobody).values(id=1, name="x").returning((nobody.c.id + 1).label("next"), func.upper(nobody.c.name)), on=_INSERT_RETURNING, after=nobody)
case("odd", lambda: insert(odd).values({"id": 9, "order": 1, "with space": "s", "per%cent": 2, 'quo"te': "q", "a:b": 3, "q?m": 4, "{0}": 5}), after=odd)
case("reserved", lambda: insert(reserved).values({"id": 9, "group": 1, "select": "s", "user": "u"}), after=reserved)
case("renamed", lambda: insert(renamed).values(id=9, attr_name="nine", value=9), after=renamed)
case("positional", lambda: insert(nobody).values((7, "seven", 1, False, None)), after=nobody)
case("prefix", lambda: insert(nobody).values(id=1).prefix_with("OR REPLACE", dialect="sqlite"), after=nobody)
case("conflict", lambda: insert(people).values(id=1, name="again", active=True))
case("pg_nothing", lambda: postgresql.insert(people).values(id=1, name="again", active=True).on_conflict_do_nothing(), on=["postgresql"], after=people)
case("pg_update", lambda: _upsert(postgresql), on=["postgresql"], after=people)
case("pg_update_where", lambda: _upsert_where(postgresql), on=["postgresql"], after=people)
case("pg_returning", lambda: _upsert(postgresql).returning(people.c.id, people.c.name), on=["postgresql"], after=people)
case("lite_nothing", lambda: sqlite.insert(people).values(id=1, name="again", active=True).on_conflict_do_nothing(index_elements=["id"]), on=["sqlite"], after=people)
case("lite_update", lambda: _upsert(sqlite), on=["sqlite"], after=people)
case("lite_update_where", lambda: _upsert_where(sqlite), on=["sqlite"], after=people)
case("my_update", lambda: _duplicate(), on=["mariadb"], after=people)
case("my_ignore", lambda: mysql.insert(people).values(id=1, name="again", active=True).prefix_with("IGNORE"), on=["mariadb"], after=people)
case("arrays", lambda: insert(pg_things).values(id=9, ints=[1, None], texts=["a'b", None], grid=[[1], [2]], jb={"a": [None]}, js=[1]), on=["postgresql"], after=pg_things)


def _insert_from_cte():
    some = select(people.c.id).where(people.c.id < 3).cte("some_people")
    return insert(nobody).from_select(["id"], select(some.c.id))


def _upsert(dialect):
    new = dialect.insert(people).values([{"id": 1, "name": "again", "active": True}, {"id": 99, "name": "new", "active": False}])
    return new.on_conflict_do_update(index_elements=[people.c.id], set_={"name": new.excluded.name + "!", "salary": 1})


def _upsert_where(dialect):
    new = dialect.insert(people).values(id=2, name="again", active=True)
    return new.on_conflict_do_update(index_elements=["id"], set_={"name": new.excluded.name}, where=people.c.active.is_(False))


def _duplicate():
    new = mysql.insert(people).values(id=1, name="again", active=True)
    return new.on_duplicate_key_update(name=func.concat(new.inserted.name, "!"), salary=5)


case = family("update")

case("all", lambda: update(people).values(active=False), after=people)
case("where", lambda: update(people).where(people.c.id == 2).values(name="it's", salary=decimal.Decimal("1.25")), after=people)
case("expression", lambda: update(people).values(salary=people.c.salary * 2 + 1), after=people)
case("null", lambda: update(people).where(people.c.id > 3).values(born=None, mood=null()), after=people)
case("enum", lambda: update(people).where(people.c.id == 1).values(mood=Mood.sad), after=people)
case("case", lambda: update(people).values(rating=case_((people.c.active, 1.5), else_=people.c.rating)), after=people)
case("every_type", lambda: update(things).where(things.c.id == 6).values({k: v for k, v in _ALL.items() if k != "id"}), after=things)
case("subquery", lambda: update(people).values(salary=select(func.sum(purchases.c.total)).where(purchases.c.person_id == people.c.id).scalar_subquery()), after=people)
case("where_in", lambda: update(people).where(people.c.id.in_(select(purchases.c.person_id))).values(rating=0), after=people)
case("where_exists", lambda: update(people).where(exists().where(purchases.c.person_id == people.c.id)).values(rating=1), after=people)
case("nobody", lambda: update(nobody).values(name="x"), after=nobody)
case("none_matches", lambda: update(people).where(people.c.id == 12345).values(name="x"), after=people)
case("ordered_values", lambda: update(people).ordered_values((people.c.salary, 7), (people.c.rating, people.c.salary)), after=people)
case("returning", lambda: update(people).where(people.c.id < 3).values(name="x").returning(people.c.id, people.c.name), on=_RETURNING, after=people)
case("returning_all", lambda: update(people).where(people.c.id == 3).values(salary=people.c.salary + 1).returning(people), on=_RETURNING, after=people)
case("from", lambda: update(purchases).where(purchases.c.person_id == people.c.id, people.c.name == "Ann").values(total=people.c.salary), on=("sqlite", "postgresql", "mariadb"), after=purchases)
case("from_subquery", lambda: _update_from_subquery(), on=("sqlite", "postgresql", "mariadb"), after=people)
case("cte", lambda: _update_with_cte(), on=("sqlite", "postgresql"), after=people)
case("odd", lambda: update(odd).where(odd.c["per%cent"] == 50).values({"with space": "x", "a:b": odd.c["a:b"] + 1}), after=odd)
case("reserved", lambda: update(reserved).where(reserved.c.user == "me").values(group=reserved.c.group + 1), after=reserved)


def _update_from_subquery():
    counts = select(purchases.c.person_id, func.count().label("n")).group_by(purchases.c.person_id).subquery("counts")
    return update(people).where(people.c.id == counts.c.person_id).values(rating=counts.c.n)


def _update_with_cte():
    rich = select(people.c.id).where(people.c.salary > 50000).cte("rich")
    return update(people).where(people.c.id.in_(select(rich.c.id))).values(rating=-1)


case = family("delete")

case("all", lambda: delete(parcels), after=parcels)
case("where", lambda: delete(words).where(words.c.w.like("%'%")), after=words)
case("where_in", lambda: delete(words).where(words.c.id.in_([1, 3, 5])), after=words)
case("where_subquery", lambda: delete(words).where(words.c.id.in_(select(people.c.id).where(people.c.active))), after=words)
case("where_exists", lambda: delete(words).where(exists().where(people.c.id == words.c.id)), after=words)
case("none", lambda: delete(words).where(words.c.id == 12345), after=words)
case("returning", lambda: delete(words).where(words.c.id < 4).returning(words.c.id, words.c.w), on=_INSERT_RETURNING, after=words)
case("using", lambda: delete(words).where(words.c.id == people.c.id, people.c.active), on=("postgresql", "mariadb", "duckdb"), after=words)
case("cte", lambda: _delete_with_cte(), on=("sqlite", "postgresql"), after=words)
case("in_cte", lambda: _deleted_rows(), on=["postgresql"], after=words)
case("inserted_in_cte", lambda: _inserted_rows(), on=["postgresql"], after=words)


def _delete_with_cte():
    some = select(people.c.id).where(people.c.active).cte("some_people")
    return delete(words).where(words.c.id.in_(select(some.c.id)))


def _deleted_rows():
    gone = delete(words).where(words.c.id < 3).returning(words.c.id, words.c.w).cte("gone")
    return select(gone.c.w).order_by(gone.c.id)


def _inserted_rows():
    new = insert(words).values(id=500, w="new").returning(words.c.id).cte("new_words")
    return select(new.c.id)


case = family("schemas_changed")

for _schema, _on in (("main", ["sqlite", "duckdb"]), ("public", ["postgresql"])):
    case("insert_%s" % _schema, lambda s=_schema: _in_schema(insert(words).values(id=500, w="new"), s), on=_on, after=words)
    case("update_%s" % _schema, lambda s=_schema: _in_schema(update(words).where(words.c.id == 1).values(w="new"), s), on=_on, after=words)
    case("delete_%s" % _schema, lambda s=_schema: _in_schema(delete(words).where(words.c.id == 1), s), on=_on, after=words)


def _in_schema(statement, schema):
    return statement.execution_options(schema_translate_map={None: schema})
