"""JSON values: an item by index, key or path, and what it is taken for."""

from shop import items, typed
from sqlalchemy import JSON, Float, Integer, String, and_, bindparam, case as case_, cast, column, func, literal, literal_column, null, or_, select, text, type_coerce
from sqlalchemy import TypeDecorator

from .registry import family, find

case = family("json", protocols=(2, 5))
i, t = items.c, typed.c


def show(*expressions):
    return select(i.id, *expressions).order_by(i.id)


def having(*criteria):
    return select(i.id).where(*criteria).order_by(i.id)


case("key", lambda: show(i.tags["hot"]), styles=True)
case("index", lambda: show(i.tags[0]))
case("index_negative", lambda: show(i.tags[-1]), run=False)
case("path", lambda: show(i.tags[("origin", 1)]), styles=True)
case("path_list", lambda: show(i.tags[["origin", 0]]))
case("path_one", lambda: show(i.tags[("hot",)]))
case("path_empty", lambda: show(i.tags[()]), run=False)
case("key_of_key", lambda: show(i.tags["origin"][1]))
case("key_odd", lambda: show(i.tags["it's 100% \"x\""]), run=False)
case("key_unicode", lambda: show(i.tags["naïve"]))
case("key_bind", lambda: show(i.tags[bindparam("k", "hot")]), run=False)
case("key_column", lambda: show(i.tags[i.name]), run=False)
case("index_expression", lambda: show(i.tags[i.id - 1]), run=False)
case("index_literal_column", lambda: show(i.tags[literal_column("0", Integer)]), run=False)
case("index_bool", lambda: show(i.tags[True]), run=False)
for name in ("string", "integer", "float", "boolean", "json"):
    case("as_" + name, lambda name=name: show(getattr(i.tags["hot"], "as_" + name)()), run=name in ("integer", "boolean", "json"))
    case("path_as_" + name, lambda name=name: show(getattr(i.tags[("origin", 0)], "as_" + name)()), run=name in ("string", "json"))
case("as_numeric", lambda: show(i.tags["hot"].as_numeric(10, 2)), run=False)
case("as_numeric_float", lambda: show(i.tags["hot"].as_numeric(10, 2, asdecimal=False)), run=False)
case("path_as_numeric", lambda: show(i.tags[("a", 0)].as_numeric(6, 3)), run=False)
case("as_string_compared", lambda: having(i.tags[("origin", 0)].as_string() == "BR"))
case("as_string_in", lambda: having(i.tags[("origin", 0)].as_string().in_(["BR", "ET"])))
case("as_string_like", lambda: having(i.tags[("origin", 0)].as_string().like("B%")))
case("as_string_concat", lambda: show(i.tags[("origin", 0)].as_string() + "x"))
case("as_integer_compared", lambda: having(i.tags["hot"].as_integer() == 1))
case("as_integer_arithmetic", lambda: show(i.tags["hot"].as_integer() + 1))
case("as_float_arithmetic", lambda: show(i.tags["hot"].as_float() * 2), run=False)
case("as_boolean_condition", lambda: having(i.tags["hot"].as_boolean()), run=False)
case("as_boolean_not", lambda: having(~i.tags["hot"].as_boolean()), run=False)
case("as_boolean_is", lambda: having(i.tags["hot"].as_boolean().is_(True)), run=False)
case("as_boolean_eq", lambda: having(i.tags["hot"].as_boolean() == True), run=False)  # noqa: E712
case("as_string_label", lambda: show(i.tags["hot"].as_string().label("hot")), run=False)
case("as_string_order", lambda: select(i.id).order_by(i.tags[("origin", 0)].as_string().desc(), i.id))
case("as_string_function", lambda: show(func.lower(i.tags[("origin", 0)].as_string())))
case("as_string_cast", lambda: show(cast(i.tags["hot"].as_string(), Integer)), run=False)
case("item_cast", lambda: show(cast(i.tags["hot"], String)), run=False)
case("item_compared", lambda: having(i.tags["hot"] == True), run=False)  # noqa: E712
case("item_compared_value", lambda: having(i.tags["origin"] == ["BR", "ET"]))
case("item_compared_string", lambda: having(i.tags[("origin", 0)] == "BR"))
case("item_is_none", lambda: having(i.tags["hot"].is_(None)), run=False)
case("item_is_null", lambda: having(i.tags["hot"] == null()), run=False)
case("item_and", lambda: having(and_(i.tags["hot"].as_boolean(), i.tags["origin"][0].as_string() == "BR")), run=False)
case("item_not_in_operator", lambda: having(~(i.tags["origin"][0].as_string() == "BR")))
case("item_in_function", lambda: show(func.coalesce(i.tags["hot"].as_string(), "x")), run=False)
case("item_coerce", lambda: show(type_coerce(i.tags["hot"], Integer)), run=False)
case("two_items", lambda: show(i.tags["hot"], i.tags["origin"]))
case("column_compared", lambda: having(i.tags == {"a": 1}))
case("column_compared_list", lambda: having(i.tags == ["wood", "red"]))
case("column_is_none", lambda: having(i.tags.is_(None)))
case("column_eq_none", lambda: having(i.tags == None))  # noqa: E711
case("column_is_not_none", lambda: having(i.tags.is_not(None)))
case("column_in", lambda: having(i.tags.in_([["wood", "red"], {"a": 1}])), dialects=("sqlite", "postgresql", "mysql", "mariadb", "mssql"))
case("column_concat", lambda: show(i.tags + {"a": 1}), run=False)
case("column_cast", lambda: show(cast(i.tags, String)), run=False)
case("literal", lambda: select(literal({"a": [1, None]}, JSON)["a"][0].as_integer()), run=False)
case("coerced", lambda: select(type_coerce(literal('{"a": 5}'), JSON)["a"].as_integer()))
case("coerced_column", lambda: select(type_coerce(column("x"), JSON)[("a", 1)].as_string()), run=False)
case("function_typed", lambda: select(func.json_array(1, 2, type_=JSON)[1].as_integer()), run=False)
case("cast_value", lambda: select(cast({"a": 1}, JSON)), run=False)
case("none_as_null", lambda: select(literal(None, JSON(none_as_null=True))), run=False)
case("other_column", lambda: select(t.j["a"][1].as_float()).order_by(t.id), run=False)
