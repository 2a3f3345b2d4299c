"""Types of a user's own that write SQL around what is bound and what is fetched."""

import custom
from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL, String, bindparam, case as choice, cast, column, delete, exists, func, insert, literal, select, table, text, tuple_, type_coerce, union, union_all, update,
    values,
)

from .registry import family

case = family("custom_types", protocols=(2, 5))

people = table("users", column("id"), column("name", custom.lowered()), column("fullname", custom.trimmed()), column("age"))
kept = table("codes", column("code", custom.lowered()), column("rank"))
odd = table("users", column("id"), column("name", custom.marked()), column("fullname", custom.shown()))
deeper = table("users", column("id"), column("name", custom.decorating(50)))
varied = table("users", column("id"), column("name", String(50).with_variant(custom.lowered(), "sqlite").with_variant(custom.trimmed(), "oracle", "mssql")))
p = people.c


def named():
    return select(p.id, p.name).order_by(p.id)


case("column", lambda: named())
case("column_labelled", lambda: select(p.id, p.name.label("n")).order_by("n"))
case("column_label_styled", lambda: named().set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL))
case("column_twice", lambda: select(p.name, p.name, p.fullname))
case("column_alone", lambda: p.name, run=False)
case("compared", lambda: select(p.id).where(p.name == "Anna"))
case("compared_with_two", lambda: select(p.id).where(p.fullname == " x "))
case("compared_unequal", lambda: select(p.id).where(p.name != "Anna").order_by(p.id))
case("in_list", lambda: select(p.id).where(p.name.in_(["ANNA", "Bob", "carl"])).order_by(p.id))
case("in_list_operator", lambda: select(odd.c.id).where(odd.c.name.in_(["a", "b"])).order_by(odd.c.id))
case("in_list_not", lambda: select(p.id).where(p.name.not_in(["ANNA"])).order_by(p.id))
case("in_list_empty", lambda: select(p.id).where(p.name.in_([])), run=False)
case("in_list_empty_not", lambda: select(p.id).where(p.name.not_in([])), run=False)
case("in_list_expanding", lambda: select(p.id).where(p.name.in_(bindparam("names", ["x", "y"], expanding=True))))
case("in_list_literal", lambda: select(p.id).where(p.name.in_(bindparam("names", ["x", "y"], expanding=True, literal_execute=True))), run=False)
case("in_tuple", lambda: select(p.id).where(tuple_(p.id, p.age).in_([(1, 2), (3, 4)])))
case("like", lambda: select(p.id).where(p.name.like("A%")).order_by(p.id))
case("between", lambda: select(p.id).where(p.name.between("A", "C")).order_by(p.id))
case("concatenated", lambda: select(p.id, p.name + "X"))
case("literal", lambda: select(literal("Abc", custom.lowered())))
case("literal_labelled", lambda: select(literal("Abc", custom.lowered()).label("x")))
case("literal_executed", lambda: select(p.id).where(p.name == bindparam("n", "Anna", literal_execute=True)), run=False)
case("parameter", lambda: select(p.id).where(p.name == bindparam("who", "Anna")))
case("parameter_twice", lambda: (lambda who: select(p.id).where((p.name == who) | (p.age < 30) & (p.name != who)))(bindparam("who", "Anna", custom.lowered())))
case("operator", lambda: select(odd.c.id).where(odd.c.name == "a"))
case("operator_selected", lambda: select(odd.c.name, odd.c.fullname).order_by(odd.c.id))
case("decorated_decorator", lambda: select(deeper.c.name).where(deeper.c.name == "Anna"))
case("variant", lambda: select(varied.c.name).where(varied.c.name == "Anna"))
case("coerced", lambda: select(type_coerce(p.age, custom.shown())).order_by(p.id))
case("coerced_value", lambda: select(p.id).where(p.name == type_coerce("ANNA", custom.lowered())))
case("cast", lambda: select(cast(p.age, custom.lowered())).order_by(p.id))
case("cast_named", lambda: select(cast(p.age, custom.marked())), run=False)
case("function", lambda: select(func.coalesce(p.name, "Q")).order_by(p.id))
case("function_typed", lambda: select(func.max(p.age, type_=custom.shown())))
case("case", lambda: select(choice((p.age > 30, p.name), else_="Young")).order_by(p.id))
case("distinct", lambda: select(p.name).distinct().order_by(p.name))
case("group_by", lambda: select(p.name, func.count()).group_by(p.name).order_by(p.name))
case("subquery", lambda: select(named().subquery().c.name))
case("subquery_of_literal", lambda: select(select(literal("X", custom.lowered()).label("v")).subquery()))
case("cte", lambda: (lambda c: select(c.c.name).where(c.c.name == "ANNA"))(select(p.id, p.name).cte("c")))
case("scalar_subquery", lambda: select(select(p.name).where(p.id == 1).scalar_subquery()))
case("scalar_subquery_compared", lambda: select(p.id).where(p.name == select(p.name).where(p.id == 2).scalar_subquery()))
case("exists", lambda: select(exists(select(p.name).where(p.name == "ANNA"))))
case("union", lambda: union(select(p.name).where(p.id == 1), select(p.fullname).where(p.id == 2)))
case("union_subquery", lambda: select(union_all(select(p.name), select(p.fullname)).subquery()))
case("text_columns", lambda: text("SELECT id, name FROM users ORDER BY id").columns(column("id"), column("name", custom.lowered())))
case("text_columns_subquery", lambda: select(text("SELECT name FROM users").columns(column("name", custom.lowered())).subquery()))
case("text_bind", lambda: text("SELECT :a").bindparams(bindparam("a", "X", type_=custom.lowered())), run=False)
case("values", lambda: select(values(column("v", custom.lowered()), name="t").data([("A",), ("B",)])), run=False)
case("insert", lambda: insert(kept).values(code="IT", rank=1), run=False)
case("insert_many", lambda: insert(kept).values([{"code": "IT", "rank": 1}, {"code": "FR", "rank": 2}]), run=False)
case("insert_bound", lambda: insert(kept), run=False)
case("insert_select", lambda: insert(kept).from_select(["code", "rank"], select(literal("IT", custom.lowered()), literal(3))), run=False)
case("insert_expression", lambda: insert(kept).values(code=func.substr("ITX", 1, 2), rank=1), run=False)
case("insert_returning", lambda: insert(kept).values(code="IT", rank=1).returning(kept.c.code, kept.c.rank), run=False)
case("update", lambda: update(people).where(p.name == "ANNA").values(fullname=" Anna  B "), run=False)
case("update_column", lambda: update(people).where(p.id == 1).values(fullname=p.name), run=False)
case("update_returning", lambda: update(people).where(p.id == 1).values(name="C").returning(p.name.label("now")), run=False)
case("delete", lambda: delete(people).where(p.name.in_(["ANNA", "BOB"])), run=False)
case("delete_returning", lambda: delete(people).where(p.id == 1).returning(p.id, p.name), run=False)
