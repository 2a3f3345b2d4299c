"""What SQLAlchemy's public names offer and few statements use: found by calling each of them with arguments of many shapes."""

import datetime
import operator
import uuid

from shop import addresses, defaulted, typed, users
from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    PickleType,
    String,
    Uuid,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    literal,
    select,
    table,
    text,
    type_coerce,
    union,
    update,
    values,
)
from sqlalchemy.dialects import mssql, oracle
from sqlalchemy.dialects import postgresql as pg

from .registry import family

case = family("rarities", protocols=(2, 5))
u, t = users.c, typed.c
ONE = uuid.UUID(int=1)


def value_of(function="f"):
    return getattr(func, function)(1).column_valued("cv")


# A value that a function gives is named already, so what is made of it needs no label.
case("column_valued_ascending", lambda: select(value_of().asc()), run=False)
case("column_valued_nulls_first", lambda: select(value_of().nulls_first()), run=False)
case("column_valued_bitwise_not", lambda: select(value_of().bitwise_not()), run=False)
case("column_valued_all", lambda: select(value_of().all_()), run=False)
case("column_valued_negative", lambda: select(-value_of()), run=False)
case("column_valued_distinct", lambda: select(value_of().distinct()), run=False)
case("scalar_column_negative", lambda: select(-func.f(1).scalar_table_valued("sv", Integer)), run=False)
case("scalar_column_descending", lambda: select(func.f(1).scalar_table_valued("sv", Integer).desc()), run=False)

# Without values every column is set, and none is said to be whose.
case("update_all_beside_other", lambda: update(defaulted).where(defaulted.c.id == u.id), run=False)
case("update_all_beside_alias", lambda: users.update().where(u.id == addresses.alias("a").c.user_id), run=False)
case("update_some_beside_other", lambda: update(defaulted).values(plain="x").where(defaulted.c.id == u.id), run=False)

# A number of rows that is itself a column.
case("limit_of_column", lambda: select(u.id).order_by(u.name).limit(u.id), run=False)
case("fetch_of_column", lambda: select(u.id).order_by(u.name).fetch(u.id), run=False)
case("offset_of_column", lambda: select(u.id).order_by(u.name).offset(u.id), run=False)
case("limit_and_offset_of_columns", lambda: select(u.id).order_by(u.name).limit(u.id).offset(u.age), run=False)
case("limit_of_bare_column", lambda: select(u.id).order_by(u.name).limit(column("x")), run=False)

# With lists written out all values must be there.
case("list_beside_required", lambda: select(u.id).where(u.id.in_([1, 2]), u.name == bindparam("who")), run=False)
case("limit_beside_required_offset", lambda: select(u.id).order_by(u.id).limit(3).offset(bindparam("o")), run=False)
case("union_limit_beside_required", lambda: union(select(u.id), select(addresses.c.id)).limit(5).offset(bindparam("o")), run=False)
case(
    "conflict_where_beside_required",
    lambda: pg.insert(users).on_conflict_do_update(index_elements=["id"], index_where=u.id > 5, set_={"name": bindparam("who")}),
    run=False,
)
case("literal_execute_required", lambda: select(u.id).where(u.id == bindparam("p", type_=Integer, literal_execute=True)), run=False)

# Types with arguments that only they have.
case("pickle_with_comparator", lambda: select(type_coerce(t.lb, PickleType(comparator=operator.eq))), run=False)
case("pickle_with_comparator_and_protocol", lambda: select(bindparam("p", type_=PickleType(protocol=2, comparator=operator.is_))), run=False)
case("oracle_number_as_decimal", lambda: select(cast(t.s, oracle.NUMBER(3, asdecimal=True))), run=False)
case("oracle_number_copied", lambda: select(cast(t.s, oracle.NUMBER(3, 1).with_variant(Integer(), "mysql").with_variant(String(3), "sqlite"))), run=False)
case("mssql_double_of_53", lambda: select(cast(t.s, mssql.DOUBLE_PRECISION())), dialects=("mssql", "default", "postgresql"), run=False)

# Values that are not quite of their type.
case("uuid_by_text", lambda: select(t.id).where(t.uu == str(ONE)), run=False)
case("uuid_like_text", lambda: select(t.id).where(t.uu.istartswith("1234")), run=False)
case("uuid_replaced", lambda: select(t.uu.regexp_replace("a.c", "r")), run=False)
case("uuid_executed_literally", lambda: select(bindparam("p", ONE, Uuid, literal_execute=True)), run=False)
case("uuids_executed_literally", lambda: select(column("x", Uuid).in_(bindparam("p", [ONE], expanding=True, literal_execute=True))), run=False)
case("bytearray", lambda: select(literal(bytearray(b"x"), LargeBinary)))
case(
    "date_of_moment_with_zone",
    lambda: insert(table("tt", column("c", Date))).values(c=datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)),
    run=False,
)
case("date_of_moment", lambda: select(literal(datetime.datetime(2020, 1, 2, 3, 4), Date)), run=False)
case("moment_of_date", lambda: select(literal(datetime.date(2020, 1, 2), DateTime)), run=False)

# Values of SQLAlchemy's own classes where others lie as they are.
RANGE = pg.Range(1, 5)
case("ranges_in_rows", lambda: values(column("x", pg.INT4RANGE), name="v").data([(RANGE,), (pg.Range(empty=True),)]), run=False)
case("dates_and_ranges_in_rows", lambda: select(values(column("d", Date), column("r", pg.DATERANGE), name="v").data([(datetime.date(2020, 1, 2), pg.Range(None, datetime.date(2020, 1, 1)))])), run=False)
case("ranges_in_insert_of_many", lambda: insert(table("tt", column("r", pg.INT4RANGE))).values([{"r": RANGE}, {"r": None}]), run=False)
case("multirange_in_rows", lambda: values(column("x", pg.INT4MULTIRANGE), name="v").data([(pg.MultiRange([RANGE]),)]), run=False)

# Everything else of the walk was understood; these stand for what it went through.
case("bool_op_of_case", lambda: select(t.i.bool_op("&&")(5) & t.b), run=False)
case("op_of_percent_doubled", lambda: select(t.i.op("%%", return_type=Integer)(5) * 2), run=False)
case("reverse_operate", lambda: select(t.i.reverse_operate(operator.mul, 5)))
case("within_group_over", lambda: select(func.mode().within_group(t.i.desc()).over(partition_by=t.s)), run=False)
case("within_group_filter", lambda: select(func.percentile_cont(0.5).within_group(t.i).filter(t.b)), run=False)
case("function_joined", lambda: select(users).join(func.g(1).table_valued("a").lateral(), t.b.is_(None)), run=False)
case("text_columns_cte", lambda: select(text("SELECT id, name FROM users").columns(u.id, u.name).cte("q")), run=False)
case("delete_in_cte", lambda: select(delete(users).where(u.id > 5).returning(u.id).cte("gone")), run=False)
case("comparison_typed", lambda: select(func.f(t.i, type_=Boolean).op("@>", precedence=5, is_comparison=True)(True)), run=False)
