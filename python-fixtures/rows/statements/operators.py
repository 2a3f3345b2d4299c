"""Arithmetic, comparison, logic and text."""

import decimal

from sqlalchemy import Integer, String, and_, any_, collate, false, func, literal, literal_column, not_, null, or_, select, true, tuple_

from bazaar import AWKWARD, lines, people, pg_things, products, purchases, things, words

from .registry import family

_i, _si, _bi, _f, _n, _nf, _id = (things.c[k] for k in ("i", "si", "bi", "f", "n", "nf", "id"))


def _each(expression):
    return select(_id, expression.label("x")).order_by(_id)


def _those(*criteria):
    return select(_id).where(*criteria).order_by(_id)


case = family("arithmetic")

_PAIRS = {"i_si": (_si, _i % 1000), "n_si": (_n, _si), "nf_si": (_nf, _si), "si_2": (_si, 2), "n_2": (_n, 2), "n_dec": (_n, decimal.Decimal("1.25")), "f_05": (things.c.nf, 0.5), "3_si": (literal(3), _si)}
_OPERATORS = {
    "plus": lambda x, y: x + y, "minus": lambda x, y: x - y, "times": lambda x, y: x * y, "over": lambda x, y: x / func.nullif(y, 0), "floor": lambda x, y: x // func.nullif(y, 0),
}  # fmt: skip
for pair, (left, right) in _PAIRS.items():
    for name, operator in _OPERATORS.items():
        case("%s_%s" % (name, pair), lambda l=left, r=right, o=operator: _each(o(l, r)).where(_si != 0))
case("mod", lambda: _each(_si % 5))
case("mod_in_where", lambda: _those(_si % 2 == 1))
case("neg", lambda: _each(-_si))
case("neg_of_sum", lambda: _each(-(_si + 1)))
case("precedence", lambda: _each((_si + 2) * 3 - _si * (2 + 3)))
case("nested_minus", lambda: _each(_si - (_si - (_si - 1))))
case("true_division", lambda: _each(_si / 2))
case("division_of_literals", lambda: select((literal(7) / literal(2)).label("x"), (literal(7) // literal(2)).label("y"), (literal(-7) // literal(2)).label("z")))
case("division_by_decimal", lambda: _each(_si / decimal.Decimal("2.5")))
case("bit_and", lambda: _each(_si.bitwise_and(6)))
case("bit_or", lambda: _each(_si.bitwise_or(8)))
case("bit_xor", lambda: _each(_si.bitwise_xor(5)), on=("sqlite", "postgresql", "mariadb"))
case("bit_not", lambda: _those(_si.bitwise_not() == -8))
case("bit_shift", lambda: _those(_si.bitwise_lshift(2) == 28))
case("bit_rshift", lambda: _those(_si.bitwise_rshift(1) == 3))

case = family("compared")

_COMPARISONS = {
    "eq": lambda x, y: x == y, "ne": lambda x, y: x != y, "lt": lambda x, y: x < y, "le": lambda x, y: x <= y, "gt": lambda x, y: x > y, "ge": lambda x, y: x >= y,
    "distinct": lambda x, y: x.is_distinct_from(y), "not_distinct": lambda x, y: x.is_not_distinct_from(y),
}  # fmt: skip
for name, operator in _COMPARISONS.items():
    case("columns_" + name, lambda o=operator: _those(o(_i, _si)))
    case("value_" + name, lambda o=operator: _those(o(_si, 7)))
    case("selected_" + name, lambda o=operator: _each(o(_si, 7)))
    case("not_" + name, lambda o=operator: _those(not_(o(_si, 7))))
    case("dates_" + name, lambda o=operator: _those(o(things.c.d, things.c.dt)))
case("between", lambda: _those(_si.between(-7, 7)))
case("not_between", lambda: _those(~_si.between(-7, 7)))
case("between_columns", lambda: _those(_i.between(_si, _bi)))
case("is_true", lambda: _those(things.c.b.is_(True)))
case("is_not_true", lambda: _those(things.c.b.is_not(True)))
case("eq_true", lambda: _those(things.c.b == true()))
case("bare", lambda: _those(things.c.b))
case("not_bare", lambda: _those(~things.c.b))
case("eq_none", lambda: _those(things.c.s == None))  # noqa: E711
case("ne_none", lambda: _those(things.c.s != None))  # noqa: E711
case("is_null", lambda: _each(things.c.s.is_(null())))
case("in_nulls", lambda: _those(_si.in_([7, None])))
case("not_in_nulls", lambda: _those(_si.not_in([7, None])))
case("in_tuples", lambda: select(lines.c.quantity).where(tuple_(lines.c.purchase_id, lines.c.line_no).in_([(1, 1), (6, 2), (9, 9)])).order_by(lines.c.quantity))
case("not_in_tuples", lambda: select(lines.c.quantity).where(tuple_(lines.c.purchase_id, lines.c.line_no).not_in([(1, 1), (6, 2)])).order_by(lines.c.quantity))
case("in_no_tuples", lambda: select(lines.c.quantity).where(tuple_(lines.c.purchase_id, lines.c.line_no).in_([])).order_by(lines.c.quantity))
case("tuple_lt", lambda: select(lines.c.quantity).where(tuple_(lines.c.purchase_id, lines.c.line_no) < tuple_(literal(3), literal(2))).order_by(lines.c.quantity))
case("between_symmetric", lambda: _those(_si.between(7, -7, symmetric=True)), on=["postgresql"])
case("any_array", lambda: select(pg_things.c.id).where(literal(5) == any_(pg_things.c.ints)), on=["postgresql"])

case = family("logic")

_A, _B, _C = _si > 0, things.c.b, things.c.s.like("%e%")
_FORMS = {
    "and": lambda: and_(_A, _B), "or": lambda: or_(_A, _C), "not_and": lambda: not_(and_(_A, _C)), "not_or": lambda: not_(or_(_A, _B, _C)), "and_or": lambda: _A & (_B | _C),
    "or_and": lambda: _A | (_B & _C), "not_not": lambda: ~(~(_A & _B)), "true": lambda: and_(true(), _A), "false": lambda: or_(false(), _A), "only_true": lambda: true(),
    "only_false": lambda: false(), "null": lambda: or_(null(), _A), "deep": lambda: ~(_A & ~(_B | ~(_C & ~_A))), "is_of_condition": lambda: _A.is_(True), "of_null": lambda: and_(_A, null()),
}  # fmt: skip
for name, form in _FORMS.items():
    case(name, lambda f=form: _those(f()))
    case("selected_" + name, lambda f=form: _each(f()))

case = family("text")

_w = words.c.w


def _words(*criteria):
    return select(words.c.id).where(*criteria).order_by(words.c.id)


def _each_word(expression):
    return select(words.c.id, expression.label("x")).order_by(words.c.id)


_PATTERNS = ["%", "_", "a%b", "%\\%", "50%", "%'%", "%é%", "\\", "%_b", "it", "NULL", "%:%"]
for number, pattern in enumerate(_PATTERNS):
    case("like_%d" % number, lambda p=pattern: _words(_w.like(p, escape="#")))
    case("not_ilike_%d" % number, lambda p=pattern: _words(_w.not_ilike(p, escape="#")))
for number, part in enumerate(["%", "_", "'", "\\", "a", "", "é", '"', "{0}"]):
    case("contains_%d" % number, lambda p=part: _words(_w.contains(p)))
    case("contains_escaped_%d" % number, lambda p=part: _words(_w.contains(p, autoescape=True)))
    case("startswith_%d" % number, lambda p=part: _words(_w.startswith(p, autoescape=True)))
    case("endswith_%d" % number, lambda p=part: _words(_w.endswith(p, escape="^", autoescape=True)))
    case("icontains_%d" % number, lambda p=part: _words(_w.icontains(p)))
    case("concat_%d" % number, lambda p=part: _each_word(p + _w + p))
case("like_column", lambda: select(people.c.name, products.c.name).where(people.c.name.like("%" + func.substr(products.c.name, 1, 1) + "%")).order_by(people.c.id, products.c.id))
case("ilike", lambda: _words(_w.ilike("%ÜN%")))
case("istartswith", lambda: _words(_w.istartswith("PL")))
case("iendswith", lambda: _words(_w.iendswith("IN")))
case("concat_columns", lambda: select((people.c.name + " / " + people.c.name).label("x")).order_by(people.c.id))
case("concat_null", lambda: _each_word(_w + None))
case("op", lambda: select(people.c.id.op("+")(5).label("x")).order_by(people.c.id))
case("op_precedence", lambda: select((people.c.id.op("*", precedence=8)(people.c.id + 1) - 1).label("x")).order_by(people.c.id))
case("bool_op", lambda: select(people.c.id).where(people.c.id.bool_op("<=")(3)).order_by(people.c.id))
case("literal_column", lambda: select(literal_column("1 + 1", Integer).label("two"), literal_column("'it''s %'", String)))
case("collate", lambda: select(people.c.name).order_by(collate(people.c.name, "NOCASE")), on=["sqlite"])
case("collate_c", lambda: select(people.c.name).order_by(people.c.name.collate("C")), on=["postgresql"])
case("collate_bin", lambda: select(people.c.name).order_by(people.c.name.collate("utf8mb4_bin")), on=["mariadb"])
case("regexp", lambda: _words(_w.regexp_match("^[a-c].*[ln]")))
case("not_regexp", lambda: _words(~_w.regexp_match("[a-z]")))
case("regexp_replace", lambda: _each_word(_w.regexp_replace("[aeiou]+", "*")), on=("postgresql", "mariadb"))
for name in ("lower", "upper", "trim", "ltrim", "rtrim", "length"):
    case(name, lambda n=name: _each_word(getattr(func, n)(_w)))
case("char_length", lambda: _each_word(func.char_length(_w)))
case("replace", lambda: _each_word(func.replace(_w, "'", "''")))
case("substr", lambda: _each_word(func.substr(_w, 2, 3)))
case("coalesce", lambda: _each_word(func.coalesce(_w, "?")))
case("nullif", lambda: _each_word(func.nullif(_w, "")))
case("awkward_labels", lambda: select(*(_w.label(a) for a in AWKWARD if a and len(a) < 60 and a not in (" ", "\u200b"))).where(words.c.id == 1), on=("sqlite", "postgresql"))
case("any_status", lambda: select(purchases.c.id).where(purchases.c.status.in_(["new", "sent"])).order_by(purchases.c.id))
