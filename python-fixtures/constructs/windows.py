"""Functions over a window, of some of the rows, in an order: OVER, FILTER, WITHIN GROUP, ORDER BY within an aggregate."""

import sqlalchemy
from shop import items, order_lines, orders, users
from sqlalchemy import case as case_, cast, desc, distinct, Float, func, funcfilter, literal, literal_column, or_, over, select, Integer, text, within_group
from sqlalchemy.dialects.postgresql import aggregate_order_by

from .registry import family

case = family("windows", protocols=(2, 5))
u, o, i, l = users.c, orders.c, items.c, order_lines.c  # noqa: E741


def ranked(*functions):
    return select(o.id, *functions).order_by(o.id)


def total(**window):
    return ranked(func.sum(o.id).over(**window))


case("empty", lambda: ranked(func.row_number().over()), run=False)
case("order_by", lambda: ranked(func.row_number().over(order_by=o.id)), styles=True)
case("order_by_desc", lambda: ranked(func.row_number().over(order_by=o.id.desc())))
case("order_by_two", lambda: ranked(func.rank().over(order_by=[o.user_id, o.id.desc()])))
case("order_by_nulls_last", lambda: ranked(func.rank().over(order_by=[o.total.desc().nulls_last(), o.id])))
case("order_by_expression", lambda: ranked(func.rank().over(order_by=o.id % 2)))
case("order_by_text", lambda: ranked(func.rank().over(order_by="id")), run=False)
case("order_by_desc_text", lambda: ranked(func.rank().over(order_by=desc("id"))), run=False)
case("order_by_case", lambda: ranked(func.rank().over(order_by=case_((o.paid, 0), else_=1))))
case("partition_by", lambda: ranked(func.count().over(partition_by=o.user_id)))
case("partition_by_two", lambda: ranked(func.count().over(partition_by=[o.user_id, o.status])))
case("partition_by_tuple", lambda: ranked(func.count().over(partition_by=(o.user_id, o.status))))
case("partition_by_expression", lambda: ranked(func.count().over(partition_by=o.id % 2)))
case("both", lambda: ranked(func.row_number().over(partition_by=o.user_id, order_by=o.placed_at.desc())))
case("empty_lists", lambda: ranked(func.count().over(partition_by=[], order_by=[])))
case("label", lambda: select(o.id, func.rank().over(order_by=o.id).label("r")).order_by("r"))
case("label_in_order", lambda: ranked(func.rank().over(order_by=o.id.label("x"))))
case("function_over", lambda: ranked(over(func.sum(o.id), order_by=o.id)))
for short, first, last in [
    ("unbounded", None, None), ("to_current", None, 0), ("from_current", 0, None), ("current", 0, 0), ("before", -2, 0), ("after", 0, 2),
    ("around", -1, 1), ("before_both", -3, -1), ("after_both", 1, 3), ("unbounded_to_before", None, -1), ("unbounded_to_after", None, 5),
    ("after_to_unbounded", 2, None), ("before_to_unbounded", -2, None),
]:
    case("rows_" + short, lambda first=first, last=last: total(order_by=o.id, rows=(first, last)))
    case("range_" + short, lambda first=first, last=last: total(order_by=o.id, range_=(first, last)))
    case("groups_" + short, lambda first=first, last=last: total(order_by=o.id, groups=(first, last)))
case("rows_big", lambda: total(order_by=o.id, rows=(-(2**40), 2**40)))
case("rows_partitioned", lambda: total(partition_by=o.user_id, order_by=o.id, rows=(-1, 1)), styles=True)
case("rows_only", lambda: total(rows=(None, None)))
case("frame_and_binds", lambda: select(o.id, func.sum(o.id + 7).over(partition_by=o.id % 3, order_by=o.id + 1, rows=(-2, 4))).where(o.id > 0).order_by(o.id))
case("known_functions", lambda: ranked(
    func.rank().over(order_by=o.id), func.dense_rank().over(order_by=o.user_id), func.percent_rank().over(order_by=o.id),
    func.cume_dist().over(order_by=o.id), func.ntile(2).over(order_by=o.id),
))
case("lag_lead", lambda: ranked(func.lag(o.id).over(order_by=o.id), func.lead(o.id, 2, -1).over(order_by=o.id)))
case("first_last", lambda: ranked(func.first_value(o.id).over(order_by=o.id), func.last_value(o.id).over(order_by=o.id, rows=(None, None))))
case("nth", lambda: ranked(func.nth_value(o.id, 2).over(order_by=o.id)))
case("arithmetic", lambda: ranked(o.id - func.min(o.id).over() + 1), run=False)
case("arithmetic_ordered", lambda: ranked(func.sum(o.id).over(order_by=o.id) / func.count().over(order_by=o.id)))
case("compared", lambda: ranked(func.rank().over(order_by=o.id) > 2))
case("cast", lambda: ranked(cast(func.rank().over(order_by=o.id), Float)))
case("coalesce", lambda: ranked(func.coalesce(func.lag(o.id).over(order_by=o.id), 0)))
case("in_order_by", lambda: select(o.id).order_by(func.rank().over(order_by=o.id.desc())))
case("of_literal", lambda: ranked(func.sum(literal(2)).over(order_by=o.id)))
case("two_same", lambda: ranked(func.rank().over(order_by=o.id), func.rank().over(order_by=o.id.desc())))
case("of_expression", lambda: ranked(over(literal_column("count(*)"), partition_by=o.user_id)))
case("bare", lambda: func.rank().over(partition_by=o.user_id, order_by=o.id))

# FILTER
case("filter", lambda: select(func.count().filter(o.total > 10)).select_from(orders), styles=True)
case("filter_column", lambda: select(func.sum(o.id).filter(o.status == "paid")))
case("filter_two", lambda: select(func.count(o.id).filter(o.total > 10, o.paid)))
case("filter_chained", lambda: select(func.count(o.id).filter(o.total > 10).filter(o.status == "paid").filter(o.id > 1)))
case("filter_or", lambda: select(func.count(o.id).filter(or_(o.total > 10, o.paid))))
case("filter_boolean", lambda: select(func.count(o.id).filter(o.paid)))
case("filter_not_boolean", lambda: select(func.count(o.id).filter(~o.paid)))
case("filter_distinct", lambda: select(func.count(distinct(o.user_id)).filter(o.id > 1)))
case("filter_function", lambda: select(funcfilter(func.count(o.id), o.id > 1)))
case("filter_label", lambda: select(func.count(o.id).filter(o.id > 1).label("n")))
case("filter_arithmetic", lambda: select(func.count(o.id).filter(o.id > 1) + 1))
case("filter_divided", lambda: select(func.count(o.id).filter(o.id > 1) * 100 / func.count(o.id)))
case("filter_compared", lambda: select(o.user_id).group_by(o.user_id).having(func.count(o.id).filter(o.total > 1) > 0).order_by(o.user_id))
case("filter_over", lambda: ranked(func.count(o.id).filter(o.id > 1).over(order_by=o.id)))
case("filter_over_rows", lambda: ranked(func.sum(o.id).filter(o.paid).over(partition_by=o.user_id, order_by=o.id, rows=(None, 0))))
case("filter_not", lambda: select(~func.max(o.paid).filter(o.id > 1)), run=False)
case("filter_typed", lambda: select(func.total(o.id, type_=Integer).filter(o.id > 1)))

# WITHIN GROUP
case("within_group", lambda: select(func.percentile_cont(0.5).within_group(o.id)), run=False)
case("within_group_desc", lambda: select(func.percentile_disc(0.25).within_group(o.total.desc())), run=False)
case("within_group_two", lambda: select(func.rank(3, "x").within_group(o.id, o.status.desc())), run=False)
case("within_group_mode", lambda: select(func.mode().within_group(o.status)), run=False)
case("within_group_label", lambda: select(func.mode().within_group(o.status).label("m")), run=False)
case("within_group_over", lambda: select(func.percentile_cont(0.5).within_group(o.id).over(partition_by=o.user_id)), run=False)
case("within_group_filter", lambda: select(func.percentile_cont(0.5).within_group(o.id).filter(o.id > 1)), run=False)
case("within_group_of_filter", lambda: select(func.percentile_cont(0.5).filter(o.id > 1).within_group(o.id)), run=False)
case("within_group_filter_over", lambda: select(func.mode().within_group(o.id).filter(o.id > 1).over(partition_by=o.user_id)), run=False)
case("within_group_unknown", lambda: select(func.listagg(o.status, ",").within_group(o.id)), run=False)
case("within_group_arithmetic", lambda: select(func.percentile_cont(0.5).within_group(o.id) + 1), run=False)
case("within_group_date", lambda: select(func.percentile_disc(0.5).within_group(o.placed_at)), run=False)
case("within_group_function", lambda: select(within_group(func.percentile_cont(0.5), o.total)), run=False)
case("within_group_having", lambda: select(o.user_id).group_by(o.user_id).having(func.percentile_cont(0.5).within_group(o.total) > 1), run=False)
case("within_group_nulls", lambda: select(func.percentile_disc(0.5).within_group(o.total.desc().nulls_first())), run=False)

# ORDER BY within an aggregate
case("aggregate_order", lambda: select(func.string_agg(o.status, aggregate_order_by(literal_column("','"), o.id))), run=False)
case("aggregate_order_desc", lambda: select(func.string_agg(aggregate_order_by(o.status, o.id.desc()), ",")), run=False)
case("aggregate_order_two", lambda: select(func.string_agg(aggregate_order_by(o.status, o.id.desc(), o.user_id), ",")), run=False)
case("aggregate_order_filter", lambda: select(func.string_agg(aggregate_order_by(o.status, o.id), ",").filter(o.id > 1)), run=False)
case("aggregate_order_literal", lambda: select(func.string_agg(o.status, aggregate_order_by(";", o.id + 5))), run=False)

# the same as each database has it: only where SQLAlchemy can say it, from 2.1 on
if hasattr(func.count(), "aggregate_order_by"):
    case("exclude_current_row", lambda: total(order_by=o.id, rows=(-1, 1), exclude="CURRENT ROW"))
    case("exclude_group", lambda: total(order_by=o.user_id, groups=(-1, 1), exclude="GROUP"))
    case("exclude_ties", lambda: total(order_by=o.user_id, range_=(None, 0), exclude="ties"))
    case("exclude_no_others", lambda: total(partition_by=o.user_id, order_by=o.id, rows=(None, None), exclude="NO OTHERS"))
    case("exclude_over_function", lambda: ranked(over(func.sum(o.id), order_by=o.id, rows=(-2, None), exclude="CURRENT ROW")))
    case("function_order", lambda: select(func.string_agg(o.status, literal_column("','")).aggregate_order_by(o.id)), run=False)
    case("function_order_bind", lambda: select(func.string_agg(o.status, ";").aggregate_order_by(o.id + 5)), run=False)
    case("function_order_two", lambda: select(func.array_agg(o.status).aggregate_order_by(o.id.desc(), o.user_id)), run=False)
    case("function_order_twice", lambda: select(func.max(o.id).aggregate_order_by(o.id), func.max(o.id).aggregate_order_by(o.id.desc())))
    case("function_order_label", lambda: select(func.array_agg(o.id).aggregate_order_by(o.id).label("ids")), run=False)
    case("function_order_none", lambda: select(func.mode().aggregate_order_by(o.status)), run=False)
    case("function_order_package", lambda: select(func.stats.agg(o.id, 3).aggregate_order_by(o.id)), run=False)
    case("function_order_over", lambda: ranked(func.max(o.id).aggregate_order_by(o.id).over(partition_by=o.user_id)))
    case("function_order_filter", lambda: select(func.max(o.id).aggregate_order_by(o.id).filter(o.id > 1)))
    case("function_order_of_filter", lambda: select(sqlalchemy.aggregate_order_by(func.max(o.id).filter(o.id > 1), o.id)), run=False)
    case("function_order_subquery", lambda: select(select(func.max(o.id).aggregate_order_by(o.id)).subquery()))
    case("function_order_cast", lambda: select(cast(func.max(o.id).aggregate_order_by(o.id), Integer)))
    case("function_order_arithmetic", lambda: select(func.max(o.id).aggregate_order_by(o.id) + 1))
    case("function_order_not", lambda: select(~func.max(o.paid).aggregate_order_by(o.id)), run=False)
    case("function_order_having", lambda: select(o.user_id).group_by(o.user_id).having(func.max(o.id).aggregate_order_by(o.id) > 1).order_by(o.user_id))
    case("function_order_strings", lambda: select(func.aggregate_strings(o.status, ",").aggregate_order_by(o.id)))
    case("function_order_strings_bind", lambda: select(func.aggregate_strings(o.status, ",").aggregate_order_by(o.id + 5)))
