"""Arithmetic and concatenation: precedence, parentheses, the types that decide how a division is printed."""

import datetime
import decimal

from shop import items, orders, typed, users
from sqlalchemy import Integer, String, and_, func, literal, literal_column, select

from .registry import family, find, find_typed

case = family("operators")
u, t = users.c, typed.c


def show(*expressions):
    """The expressions for each row of a table that has one column of each type."""
    return select(t.id, *expressions)


case("add", lambda: show(t.i + 1), styles=True)
case("subtract", lambda: show(t.i - 1))
case("multiply", lambda: show(t.i * 3))
case("divide_ints", lambda: show(t.i / 5), styles=True)
case("divide_by_float", lambda: show(t.i / 2.5))
case("divide_floats", lambda: show(t.f / 3.0))
case("divide_decimal", lambda: show(t.n / decimal.Decimal("3")))
case("divide_columns", lambda: show(t.i / t.si))
case("floor_divide_ints", lambda: show(t.i // 5))
case("floor_divide_floats", lambda: show(t.f // 0.3), run=False)
case("modulo", lambda: show(t.i % 5), styles=True)
case("modulo_columns", lambda: show(t.i % t.si))
case("add_float", lambda: show(t.i + 0.5))
case("add_decimal", lambda: show(t.n + decimal.Decimal("0.1")))
case("add_columns", lambda: show(t.i + t.si))
case("add_reversed", lambda: show(1 + t.i))
case("subtract_reversed", lambda: show(100 - t.i))
case("divide_reversed", lambda: show(100 / t.i))
case("modulo_reversed", lambda: show(100 % t.i))
case("negate", lambda: show(-t.i))
case("negate_sum", lambda: show(-(t.i + 1)))
case("negate_twice", lambda: show(-(-t.i)))
case("negate_function", lambda: show(-func.abs(t.i)))
case("sum_of_product", lambda: show(t.i + t.si * 2))
case("product_of_sum", lambda: show((t.i + t.si) * 2))
case("product_of_sums", lambda: show((t.i + 1) * (t.si - 2)))
case("difference_of_difference", lambda: show(t.i - (t.si - 1)))
case("difference_left", lambda: show(t.i - t.si - 1))
case("sum_of_three", lambda: show(t.i + t.si + 1))
case("sum_of_five", lambda: show(t.i + 1 + t.si + 2 + 3))
case("sum_of_sums", lambda: show((t.i + 1) + (t.si + 2)))
case("product_of_three", lambda: show(t.i * t.si * 2))
case("quotient_of_quotient", lambda: show(t.i / (t.si / 2)), run=False)
case("quotient_of_product", lambda: show(t.i / (t.si * 2)), run=False)
case("modulo_of_sum", lambda: show((t.i + 1) % (t.si + 9)))
case("mixed_deep", lambda: show(((t.i + 1) * 2 - t.si) % 7 + -t.i * (3 - t.si)))
case("modulo_of_bits", lambda: show(t.i.bitwise_xor(3) % 5))
case("modulo_of_item", lambda: select(items.c.tags["a"] % 5), run=False)
case("in_where", lambda: find_typed(t.i * 2 + 1 > t.si - 5, (t.i + 1) % 2 == 1))
case("comparison_in_arithmetic", lambda: show((t.i > 1) == (t.si < 1)))
case("bitwise", lambda: show(t.i.bitwise_and(6), t.i.bitwise_or(1), t.i.bitwise_lshift(2)))
case("bitwise_shift_and_not", lambda: show(t.i.bitwise_rshift(1), t.i.bitwise_not()))
case("bitwise_xor", lambda: show(t.i.bitwise_xor(6)), run=False)
case("date_difference", lambda: select(u.created_at - datetime.timedelta(days=1)), run=False)
case("concat", lambda: select(u.name + "!"), styles=True)
case("concat_reversed", lambda: select("Mr " + u.name))
case("concat_columns", lambda: select(u.name + u.fullname))
case("concat_three", lambda: select(u.name + " - " + u.fullname))
case("concat_five", lambda: select(u.name + "<" + u.fullname + ">" + u.name))
case("concat_method", lambda: select(u.name.concat("x")))
case("concat_method_thrice", lambda: select(u.name.concat("x").concat("y").concat("z")))
case("concat_int", lambda: select(u.name.concat(u.id)))
case("concat_of_concats", lambda: select((u.name + "a") + ("b" + u.fullname)))
case("concat_compared", lambda: find(u.name + "x" == "edx"))
case("concat_literals", lambda: select(literal("a") + "b" + literal("c")))
case("concat_percent", lambda: select(u.name + "100%"))
case("concat_in_function", lambda: select(func.upper(u.name + "x")))
case("custom", lambda: select(u.name.op("||")("x")))
case("custom_percent", lambda: select(u.age.op("%")(10)))
case("custom_precedence", lambda: select(u.age.op("*", precedence=8)(2) + 1))
case("custom_boolean", lambda: find(u.age.bool_op(">")(18)))
case("custom_return_type", lambda: select((u.name.op("||", return_type=String())("x") + "y")))
case("custom_in_and", lambda: find(and_(u.age.bool_op(">")(18), u.id > 1)))
case("total", lambda: select(orders.c.id, (orders.c.total * decimal.Decimal("1.19")).label("gross")))
case("price_per_weight", lambda: select(items.c.name, items.c.price / items.c.weight))
case("literal_arithmetic", lambda: select(literal(7) / literal(2), literal(7) % 4, literal(2, Integer) * 3))
case("literal_column_arithmetic", lambda: select(literal_column("7", Integer) / 2, literal_column("7") + 1))
