"""SELECTs within SELECTs: to select from, as a value, as a condition; and which FROM elements they share."""

from shop import addresses, items, ledger, nodes, odd, order_lines, orders, renamed, typed, users
from sqlalchemy import (
    LABEL_STYLE_NONE,
    LABEL_STYLE_TABLENAME_PLUS_COL,
    Integer,
    and_,
    exists,
    func,
    literal,
    literal_column,
    not_,
    null,
    or_,
    select,
)

from .registry import family

case = family("subqueries", protocols=(2, 5))


def rich(name=None):
    return select(users.c.id, users.c.name).where(users.c.age > 20).subquery(name)


def of(subquery, build):
    return build(subquery)


def counts(name=None):
    return select(orders.c.user_id, func.count(orders.c.id).label("n")).group_by(orders.c.user_id).subquery(name)


def unnamed_columns():
    return select(users.c.id + 1, func.count(users.c.id), literal(5), users.c.age.is_(None), -users.c.id).subquery()


own = select(func.count(orders.c.id)).where(orders.c.user_id == users.c.id)

# --- to select from
case("named", lambda: of(rich("s"), lambda s: select(s.c.id).where(s.c.name == "ed")), styles=True)
case("unnamed", lambda: of(rich(), lambda s: select(s.c.id).where(s.c.name == "ed")), styles=True)
case("whole", lambda: select(rich("s")))
case("whole_unnamed", lambda: select(rich()))
case("name_needs_quotes", lambda: of(rich("My Sub"), lambda s: select(s.c.id, s.c.name)))
case("name_reserved", lambda: of(rich("select"), lambda s: select(s.c.id)))
case("two_unnamed", lambda: (lambda a, b: select(a.c.id, b.c.name).where(a.c.id == b.c.id))(rich(), rich()))
case("two_named", lambda: (lambda a, b: select(a.c.id, b.c.id).where(a.c.id == b.c.id))(rich("a"), rich("b")))
case("beside_its_table", lambda: of(rich(), lambda s: select(users.c.id, s.c.id).where(users.c.id == s.c.id)))
case("in_a_subquery", lambda: of(rich(), lambda s: of(select(s.c.id).subquery(), lambda t: select(t.c.id))))
case(
    "four_deep",
    lambda: of(
        rich("a"),
        lambda a: of(
            select(a.c.id, a.c.name).where(a.c.id > 1).subquery(),
            lambda b: of(select(b.c.name, b.c.id).order_by(b.c.id).limit(3).subquery("c"), lambda c: of(select(c).subquery(), select)),
        ),
    ),
)
case("alias", lambda: of(rich("s").alias("t"), lambda s: select(s.c.id)))
case("alias_unnamed", lambda: of(rich("s").alias(), lambda s: select(s.c.id)))
case("alias_of_unnamed", lambda: of(rich().alias(), lambda s: select(s.c.id)))
case("beside_its_alias", lambda: of(rich("s"), lambda s: of(s.alias(), lambda t: select(s.c.id, t.c.id).where(s.c.id < t.c.id))))
case("limited", lambda: of(select(users.c.id).order_by(users.c.id).limit(2).subquery(), lambda s: select(s.c.id)))
case("distinct", lambda: of(select(orders.c.user_id).distinct().subquery(), lambda s: select(func.count(s.c.user_id))))
case("grouped", lambda: of(counts("c"), lambda c: select(c.c.user_id).where(c.c.n > 1)))
case("aggregated_again", lambda: of(counts(), lambda c: select(func.max(c.c.n), func.sum(c.c.user_id))))
case("whole_table", lambda: of(select(users).subquery(), lambda s: select(s.c.birthday, s.c.balance, s.c.active)))
case("every_type", lambda: select(select(typed).subquery("s")))
case("of_an_alias", lambda: of(users.alias("u"), lambda u: of(select(u.c.id).subquery(), lambda s: select(s.c.id))))
case("with_schema", lambda: of(select(ledger).subquery(), lambda s: select(s.c.id, s.c.amount)))
case("odd_columns", lambda: of(select(odd).subquery(), lambda s: select(s.c["MixedCase"], s.c["with space"], s.c["per%cent"])))
case("columns_with_keys", lambda: of(select(renamed).subquery("r"), lambda s: select(s.c.attr_name, s.c.value + 1)))
case("condition_on_made_up", lambda: of(rich(), lambda s: select(s.c.id).where(s.c.id + 1 > 2, s.c.name.like("e%"))))
case("two_froms", lambda: of(counts(), lambda c: select(users.c.name, c.c.n).where(users.c.id == c.c.user_id)))
case("long_name", lambda: of(select(users.c.id.label("x" * 70)).subquery("y" * 70), lambda s: select(s.c["x" * 70])))

# --- the names of its columns
case("labels", lambda: of(select(users.c.id.label("a"), (users.c.age + 1).label("b")).subquery(), lambda s: select(s.c.a, s.c.b)))
case("label_unnamed", lambda: of(select((users.c.age + 1).label(None), users.c.id).subquery(), lambda s: select(s.c[0], s.c.id)))
case("label_unnamed_of_column", lambda: of(select(users.c.age.label(None)).subquery(), lambda s: select(s.c[0])))
case("columns_unnamed", lambda: select(unnamed_columns()))
case("columns_unnamed_one_by_one", lambda: of(unnamed_columns(), lambda s: select(s.c[4], s.c[3], s.c[2], s.c[1], s.c[0])))
case("columns_unnamed_in_condition", lambda: of(unnamed_columns(), lambda s: select(s.c[1]).where(s.c[0] > 1, s.c[1] == 5)))
case("columns_unnamed_twice", lambda: of(unnamed_columns(), lambda s: of(select(s).subquery(), lambda t: select(t.c[0], t.c[1]))))
case("function", lambda: of(select(func.lower(users.c.name)).subquery(), lambda s: select(s.c.lower)))
case("function_twice", lambda: of(select(func.lower(users.c.name), func.lower(users.c.fullname)).subquery(), select))
case("same_name_twice", lambda: of(select(users.c.id, orders.c.id).where(users.c.id == orders.c.user_id).subquery(), select))
case("same_name_twice_by_key", lambda: of(select(users.c.id, orders.c.id).subquery(), lambda s: select(s.c.id, s.c.id_1)))
case("same_name_in_condition", lambda: of(select(users.c.id, orders.c.id).subquery(), lambda s: select(s.c.id).where(s.c.id_1 == 2)))
case("same_column_twice", lambda: select(select(users.c.id, users.c.name, users.c.id).subquery()))
case("same_column_thrice", lambda: select(select(users.c.id, orders.c.id, orders.c.id, orders.c.id).subquery()))
case("same_label_twice", lambda: of(users.c.age.label("x"), lambda x: select(select(x, users.c.id, x).subquery())))
case("table_names", lambda: of(select(users.c.id, orders.c.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery(), select))
case(
    "table_names_by_key",
    lambda: of(
        select(users.c.id, orders.c.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery("s"),
        lambda s: select(s.c.users_id, s.c.orders_id),
    ),
)
case("table_names_of_alias", lambda: select(select(users.alias()).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery()))
case("table_names_with_keys", lambda: select(select(renamed).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery()))
case("table_names_with_schema", lambda: select(select(ledger).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL).subquery()))
case("names_none", lambda: select(select(users.c.id, orders.c.id).set_label_style(LABEL_STYLE_NONE).subquery()))
case("outer_table_names", lambda: of(rich("s"), lambda s: select(s.c.id, users.c.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("outer_table_names_unnamed", lambda: of(rich(), lambda s: select(s.c.id, users.c.id).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)))
case("null_column", lambda: of(select(null(), users.c.id).subquery(), lambda s: select(s.c[0], s.c.id)))
case("boolean_column", lambda: of(select(users.c.active, users.c.age > 20).subquery(), lambda s: select(s.c.active).where(s.c.active)))
case("boolean_made_up", lambda: of(select(users.c.age > 20, users.c.id).subquery(), lambda s: select(s.c.id).where(s.c[0])))
case("literal_column", lambda: of(select(literal_column("7", Integer), users.c.id).subquery(), lambda s: select(s.c.id)))
case("literal_column_labelled", lambda: of(select(literal_column("7", Integer).label("x")).subquery(), lambda s: select(s.c.x)))

# --- joins
case("joined", lambda: of(counts(), lambda c: select(users.c.name, c.c.n).select_from(users.join(c, users.c.id == c.c.user_id))))
case("joined_by_foreign_key", lambda: of(counts(), lambda c: select(users.c.name, c.c.n).join(c)))
case("joined_outer", lambda: of(counts(), lambda c: select(users.c.name, c.c.n).outerjoin(c, users.c.id == c.c.user_id)))
case("joined_left", lambda: of(counts(), lambda c: select(users.c.name, c.c.n).join_from(c, users)))
case("joined_by_label", lambda: of(select(users.c.id.label("key")).subquery(), lambda s: select(orders.c.id, s.c.key).join(s)))
case("joined_two", lambda: (lambda a, b: select(a.c.id, b.c.id).join_from(a, b, a.c.id == b.c.id))(rich(), rich("b")))
case(
    "joined_two_by_foreign_key",
    lambda: (lambda a, b: select(a.c.id, b.c.id).join_from(a, b))(
        select(users).where(users.c.age > 1).subquery(), select(orders).where(orders.c.total > 1).subquery()
    ),
)
case("joined_alias_by_foreign_key", lambda: of(select(users).subquery("s").alias("t"), lambda t: select(t.c.id, orders.c.id).join_from(t, orders)))
case("join_of_joins", lambda: of(counts(), lambda c: select(users.c.id, addresses.c.id, c.c.n).join(addresses).join(c, c.c.user_id == users.c.id)))
case("select_from", lambda: of(rich("s"), lambda s: select(func.count()).select_from(s)))

# --- as a value
case("scalar_in_columns", lambda: select(users.c.name, select(func.count(orders.c.id)).scalar_subquery()))
case("scalar_labelled", lambda: select(users.c.name, own.scalar_subquery().label("n")), styles=True)
case("scalar_by_label", lambda: select(users.c.name, own.label("n")))
case("scalar_correlated", lambda: select(users.c.name, own.scalar_subquery()))
case("scalar_ordered_by", lambda: of(own.label("n"), lambda n: select(users.c.name, n).order_by(n.desc(), users.c.id)))
case("scalar_in_order_by", lambda: select(users.c.name).order_by(own.scalar_subquery(), users.c.id))
case("scalar_in_where", lambda: select(users.c.name).where(own.scalar_subquery() > 1))
case("scalar_right", lambda: select(users.c.name).where(users.c.age > select(func.avg(users.c.age)).correlate(None).scalar_subquery()))
case("scalar_eq", lambda: select(users.c.name).where(users.c.id == select(func.max(orders.c.user_id)).scalar_subquery()))
case("scalar_arithmetic", lambda: select(own.scalar_subquery() + 1, (users.c.id * own.scalar_subquery()).label("x")))
case("scalar_twice", lambda: of(own.scalar_subquery(), lambda n: select(users.c.id, n, n)))
case("scalar_in_function", lambda: select(func.coalesce(own.scalar_subquery(), 0)))
case("scalar_in_group_by", lambda: select(func.count(users.c.id)).group_by(own.scalar_subquery()))
case("scalar_in_having", lambda: select(users.c.age).group_by(users.c.age).having(func.count(users.c.id) > select(literal(1)).scalar_subquery()))
case("scalar_in_on", lambda: select(users.c.id).join(orders, orders.c.id == select(func.max(orders.c.id)).correlate(None).scalar_subquery()))
case("scalar_limited", lambda: select(users.c.id, select(orders.c.id).where(orders.c.user_id == users.c.id).order_by(orders.c.id).limit(1).scalar_subquery()))
case("scalar_of_boolean", lambda: select(users.c.id).where(select(orders.c.paid).where(orders.c.id == 1).scalar_subquery()))
case("scalar_is_null", lambda: select(users.c.id).where(select(orders.c.paid).where(orders.c.id == 4).scalar_subquery().is_(None)))
case("scalar_between", lambda: select(users.c.id).where(users.c.age.between(select(func.min(users.c.age)).correlate(None).scalar_subquery(), 40)))
case("scalar_in_subquery", lambda: of(select(users.c.id, own.scalar_subquery()).subquery(), lambda s: select(s.c[1]).where(s.c[1] > 0)))
case("scalar_label_in_subquery", lambda: of(select(users.c.id, own.label("n")).subquery(), lambda s: select(s.c.n).where(s.c.n > 0)))
case("scalar_alone", lambda: own.scalar_subquery(), run=False)
case("scalar_from_subquery", lambda: of(rich(), lambda s: select(users.c.id, select(func.count(s.c.id)).scalar_subquery())))
case("scalar_where", lambda: select(users.c.id, own.scalar_subquery().where(orders.c.total > 1)))
case("scalar_no_from", lambda: select(select(literal(1)).scalar_subquery()))
case("scalar_in_list", lambda: select(users.c.id).where(users.c.id.in_([1, select(func.max(orders.c.user_id)).scalar_subquery()])))

# --- IN and EXISTS
case("in", lambda: select(users.c.id).where(users.c.id.in_(select(orders.c.user_id))))
case("not_in", lambda: select(users.c.id).where(users.c.id.not_in(select(orders.c.user_id))))
case("in_correlated", lambda: select(users.c.id).where(users.c.id.in_(select(orders.c.user_id).where(orders.c.id == users.c.age))))
case("in_limited", lambda: select(users.c.id).where(users.c.id.in_(select(orders.c.user_id).order_by(orders.c.id).limit(2))), dialects=("default", "sqlite", "postgresql", "oracle", "mssql"))
case("in_nested", lambda: select(users.c.id).where(users.c.id.in_(select(orders.c.user_id).where(orders.c.id.in_(select(order_lines.c.order_id))))))
case("in_scalar", lambda: select(users.c.id).where(users.c.id.in_(select(orders.c.user_id).scalar_subquery())))
case("in_negated", lambda: select(users.c.id).where(~users.c.id.in_(select(orders.c.user_id))))
case("in_of_subquery", lambda: of(rich("s"), lambda s: select(users.c.id).where(users.c.id.in_(select(s.c.id)))))
case("exists", lambda: select(users.c.id).where(select(orders.c.id).where(orders.c.user_id == users.c.id).exists()))
case("exists_negated", lambda: select(users.c.id).where(~select(orders.c.id).where(orders.c.user_id == users.c.id).exists()))
case("exists_not", lambda: select(users.c.id).where(not_(exists().where(orders.c.user_id == users.c.id))))
case("exists_star", lambda: select(users.c.id).where(exists().where(orders.c.user_id == users.c.id)))
case("exists_column", lambda: select(users.c.id).where(exists(orders.c.id).where(orders.c.user_id == users.c.id)))
case("exists_literal", lambda: select(users.c.id).where(exists(literal(1)).where(orders.c.user_id == users.c.id)))
case("exists_select", lambda: select(users.c.id).where(exists(select(orders.c.id).where(orders.c.user_id == users.c.id))))
case("exists_and_or", lambda: select(users.c.id).where(or_(users.c.id == 1, and_(exists().where(orders.c.user_id == users.c.id), users.c.age > 1))))
case("exists_in_columns", lambda: select(users.c.id, exists().where(orders.c.user_id == users.c.id)))
case("exists_labelled", lambda: select(users.c.id, exists().where(orders.c.user_id == users.c.id).label("has")))
case("exists_as_statement", lambda: exists(orders.c.id).where(orders.c.total > 100).select())
case("exists_select_from", lambda: exists(literal(1)).select_from(orders).where(orders.c.total > 100).select())
case("exists_alone", lambda: exists().where(orders.c.user_id == users.c.id), run=False)
case("exists_two", lambda: select(users.c.id).where(exists().where(orders.c.user_id == users.c.id), exists().where(addresses.c.user_id == users.c.id)))
case(
    "exists_nested",
    lambda: select(users.c.id).where(
        exists().where(
            orders.c.user_id == users.c.id, ~exists().where(order_lines.c.order_id == orders.c.id, order_lines.c.quantity > users.c.age)
        )
    ),
)
case("exists_of_alias", lambda: of(nodes.alias(), lambda n: select(nodes.c.id).where(exists().where(n.c.parent_id == nodes.c.id))))

# --- correlation
case("uncorrelated", lambda: select(users.c.id, select(func.count(users.c.id)).scalar_subquery()))
case("correlate_none", lambda: select(users.c.id, own.correlate(None).scalar_subquery()))
case("correlate_table", lambda: select(users.c.id, own.correlate(users).scalar_subquery()))
case("correlate_other", lambda: select(users.c.id, own.correlate(addresses).scalar_subquery()))
case("correlate_except", lambda: select(users.c.id, own.correlate_except(orders).scalar_subquery()))
case("correlate_except_none", lambda: select(users.c.id, own.correlate_except(None).scalar_subquery()), run=False)
case("correlate_all", lambda: select(users.c.id).where(exists(users.c.name).where(users.c.id == 1).correlate(users)), run=False)
case("correlate_on_scalar", lambda: select(users.c.id, own.scalar_subquery().correlate(users)))
case("correlate_except_on_scalar", lambda: select(users.c.id, own.scalar_subquery().correlate_except(orders)))
case("correlate_exists", lambda: select(users.c.id).where(exists().where(orders.c.user_id == users.c.id).correlate(users)))
case("correlate_except_exists", lambda: select(users.c.id).where(exists().where(orders.c.user_id == users.c.id).correlate_except(orders)))
case("correlate_two", lambda: select(users.c.id, addresses.c.id).where(users.c.id == addresses.c.user_id, exists().where(orders.c.user_id == users.c.id, addresses.c.id == orders.c.id)))
case("correlate_only_one", lambda: select(users.c.id, addresses.c.id).where(exists().where(orders.c.user_id == users.c.id, addresses.c.id == orders.c.id).correlate(users)))
case(
    "correlate_through",
    lambda: select(users.c.id, select(func.count(orders.c.id)).where(orders.c.id.in_(select(order_lines.c.order_id).where(order_lines.c.quantity > users.c.id))).scalar_subquery()),
)
case("correlate_far", lambda: select(users.c.id, select(orders.c.id).where(orders.c.id == select(func.max(order_lines.c.order_id)).where(order_lines.c.quantity > users.c.id).correlate(users).scalar_subquery()).limit(1).scalar_subquery()))
case("correlate_to_subquery", lambda: of(rich(), lambda s: select(s.c.id, select(func.count(orders.c.id)).where(orders.c.user_id == s.c.id).scalar_subquery())))
case("correlate_to_alias", lambda: of(users.alias(), lambda u: select(u.c.id, select(func.count(orders.c.id)).where(orders.c.user_id == u.c.id).scalar_subquery())))
case("correlate_to_join", lambda: select(users.c.id).join(addresses).where(exists().where(orders.c.user_id == users.c.id)))
case("correlate_in_from", lambda: of(select(orders.c.id).where(orders.c.user_id == users.c.id).subquery(), lambda s: select(users.c.id, s.c.id)))
case("same_table_within", lambda: select(users.c.id).where(users.c.age == select(func.max(users.c.age)).scalar_subquery()))
