"""ORDER BY, LIMIT, OFFSET, GROUP BY and HAVING."""

from shop import addresses, odd, orders, users
from sqlalchemy import Integer, asc, bindparam, desc, func, literal, literal_column, nulls_first, nulls_last, select, text

from .registry import family

case = family("ordering")
u, o = users.c, orders.c


def named(*order):
    return select(u.id, u.name).order_by(*order)


case("column", lambda: named(u.name))
case("asc", lambda: named(u.name.asc()))
case("desc", lambda: named(u.name.desc()))
case("asc_function", lambda: named(asc(u.name)))
case("desc_function", lambda: named(desc(u.name)))
case("several", lambda: named(u.age.desc(), u.name.asc(), u.id))
case("repeated_calls", lambda: named(u.age).order_by(u.name.desc()))
case("reset", lambda: named(u.age).order_by(None).order_by(u.id))
case("nulls_first", lambda: named(u.age.nulls_first(), u.id), run=True)
case("nulls_last", lambda: named(u.age.nulls_last(), u.id))
case("desc_nulls_last", lambda: named(u.age.desc().nulls_last(), u.id.desc()))
case("asc_nulls_first", lambda: named(nulls_first(u.age.asc()), nulls_last(u.id.desc())))
case("expression", lambda: named((u.age * -1).desc(), -u.id))
case("concat", lambda: named(u.name + "x"))
case("boolean", lambda: named(u.active.desc(), u.id))
case("comparison", lambda: named(u.age > 18, u.id))
case("function", lambda: named(func.lower(u.name)))
case("function_desc", lambda: named(func.coalesce(u.age, 0).desc(), u.id))
case("text", lambda: named(text("users.name DESC")))
case("literal_column", lambda: named(literal_column("2")))
case("column_not_selected", lambda: named(u.birthday, u.id))
case("by_name", lambda: named("name"))
case("by_name_desc", lambda: named(desc("name")))
case("by_label_name", lambda: select(u.id, u.name.label("who")).order_by("who"))
case("by_label_name_desc", lambda: select(u.id, u.name.label("who")).order_by(desc("who")))
case("by_label_name_nulls", lambda: select(u.id, u.age.label("years")).order_by(nulls_last(desc("years")), "id"))


def by_label(order, expression=lambda: func.lower(u.name)):
    label = expression().label("key")
    return select(u.id, label).order_by(*order(label))


case("by_label", lambda: by_label(lambda key: [key]))
case("by_label_desc", lambda: by_label(lambda key: [key.desc()]))
case("by_label_desc_nulls", lambda: by_label(lambda key: [key.desc().nulls_last(), u.id], lambda: u.age + 1))
case("by_label_in_expression", lambda: by_label(lambda key: [key + 1, u.id], lambda: u.age * 2))
case("by_label_not_selected", lambda: select(u.id).order_by((u.age + 1).label("later"), u.id))
case("by_label_of_column", lambda: by_label(lambda key: [key], lambda: u.name))
case("by_column_of_label", lambda: select(u.name.label("who")).order_by(u.name))
case("odd_names", lambda: select(odd.c.id).order_by(odd.c.order, odd.c["with space"].desc(), odd.c["per%cent"]))
case("limit", lambda: named(u.id).limit(2), styles=True)
case("offset", lambda: named(u.id).offset(2), styles=True)
case("limit_offset", lambda: named(u.id).limit(2).offset(1), styles=True)
case("limit_zero", lambda: named(u.id).limit(0))
case("limit_without_order", lambda: select(u.id).limit(10))
case("limit_expression", lambda: named(u.id).limit(literal(1) + 1))
case("limit_literal_column", lambda: named(u.id).limit(literal_column("2")).offset(literal_column("1")))
case("limit_bind", lambda: named(u.id).limit(bindparam("n", 3)).offset(bindparam("skip", 1, Integer)))
case("limit_reset", lambda: named(u.id).limit(2).limit(None))
case("limit_with_where", lambda: named(u.id).where(u.age > 18).limit(2).offset(1))
case("distinct_limit", lambda: select(u.age).distinct().order_by(u.age.desc()).limit(2))
case("slice", lambda: named(u.id).slice(1, 3))
case("group_by", lambda: select(o.user_id, func.count(o.id)).group_by(o.user_id))
case("group_by_two", lambda: select(o.user_id, o.status, func.count()).group_by(o.user_id, o.status).order_by(o.user_id, o.status))
case("group_by_calls", lambda: select(o.user_id, o.status).group_by(o.user_id).group_by(o.status).order_by(o.user_id, o.status))
case("group_by_expression", lambda: select(u.age % 10, func.count()).group_by(u.age % 10).order_by(func.count()))
case("group_by_function", lambda: select(func.lower(u.name), func.count()).group_by(func.lower(u.name)))
case("group_by_name", lambda: select(u.age.label("years"), func.count().label("n")).group_by("years").order_by("n", "years"))


def group_by_label():
    key = (u.age % 10).label("digit")
    return select(key, func.count().label("n")).group_by(key).order_by(key)


case("group_by_label", group_by_label)
case("having", lambda: select(o.user_id, func.count(o.id)).group_by(o.user_id).having(func.count(o.id) > 1), styles=True)
case("having_two", lambda: select(o.user_id).group_by(o.user_id).having(func.count() > 0).having(func.sum(o.total) > 10))
case("having_or", lambda: select(o.user_id).group_by(o.user_id).having((func.count() > 1) | (func.max(o.total) < 1)).order_by(o.user_id))
case("having_in", lambda: select(o.user_id).group_by(o.user_id).having(func.count().in_([1, 3])).order_by(o.user_id))
case("having_without_group", lambda: select(func.count(o.id)).having(func.count(o.id) > 1), run=False)
case("all_clauses", lambda: select(u.name, func.count(o.id).label("n")).join_from(users, orders).where(o.total > 1).group_by(u.name).having(func.count(o.id) >= 1).order_by(desc("n"), u.name).limit(3).offset(0), styles=True)
case("all_clauses_distinct", lambda: select(addresses.c.city, func.min(addresses.c.id)).distinct().where(addresses.c.city.is_not(None)).group_by(addresses.c.city).having(func.count() < 5).order_by(addresses.c.city.desc()).limit(2))
