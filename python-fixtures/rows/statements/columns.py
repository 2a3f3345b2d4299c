"""Each type fetched, compared, ordered and bound; names that need quoting."""

import datetime
import decimal
import uuid

from sqlalchemy import bindparam, literal, select, type_coerce

from bazaar import AWKWARD, Mood, lite_things, maria_things, nobody, odd, people, pg_things, purchases, renamed, reserved, things, words

from .registry import DATABASES, family

case = family("column")

_OF = {"pg": (pg_things, ["postgresql"]), "maria": (maria_things, ["mariadb"]), "lite": (lite_things, ["sqlite"])}

for column in things.c[1:]:
    case(column.key, lambda c=column: select(things.c.id, c).order_by(things.c.id))
    case(column.key + "_is_null", lambda c=column: select(things.c.id).where(c.is_(None)).order_by(things.c.id))
for prefix, (table, on) in _OF.items():
    for column in table.c[1:]:
        case(prefix + "_" + column.key, lambda c=column, t=table: select(t.c.id, c).order_by(t.c.id), on=on)
for table in (things, people, purchases, words, nobody, renamed, odd, reserved):
    case("all_of_" + table.name.lower().replace(" ", "_"), lambda t=table: select(t).order_by(t.c.id))
for column in (*odd.c[1:], *reserved.c[1:]):
    case("quoted_%d_%s" % (len(column.name), column.name), lambda c=column: select(c, c.label(c.name + " ")).where(c != None).order_by(c.table.c.id))  # noqa: E711

case = family("ordered")

# Columns whose order the databases agree upon with themselves.
for column in [c for c in things.c if c.key not in ("j", "p", "lb", "uu", "us", "id")]:
    case(column.key, lambda c=column: select(things.c.id).where(c != None).order_by(c, things.c.id))  # noqa: E711
    case(column.key + "_desc", lambda c=column: select(c).where(c != None).order_by(c.desc(), things.c.id).limit(3))  # noqa: E711

case = family("bound")

_VALUES = {
    "i": [42, -42, 2147483647, 0], "si": [-32768, 7], "bi": [9223372036854775807, -9007199254740993, 0], "f": [0.1, -0.1, 1e300, 0.0],
    "dbl": [2.5, -1.5, 5e-324], "n": [decimal.Decimal("1234.5678"), decimal.Decimal("-0.0001"), decimal.Decimal("0")], "nf": [0.25, -2.5],
    "s": ["text", "it's", "", "TEXT", "z" * 60], "t": ["a\nlonger text", 'say "hi"', "%s %(x)s ? {0} :x $1"], "u": ["50%_off", "Сергей", "é"],
    "ut": ["back\\slash", "日本語 😀", "e\u0301"], "b": [True, False],
    "d": [datetime.date(2024, 2, 29), datetime.date(1, 1, 1), datetime.date(9999, 12, 31)],
    "dt": [datetime.datetime(2024, 2, 29, 13, 14, 15, 123456), datetime.datetime(1970, 1, 1), datetime.datetime(9999, 12, 31, 23, 59, 59, 999999)],
    "tm": [datetime.time(23, 59, 59, 1), datetime.time(0, 0)], "iv": [datetime.timedelta(days=2, hours=3, microseconds=5), datetime.timedelta(seconds=-90)],
    "lb": [b"\x00\x01\xfe\xff", b"'\\%_", b"", bytes(range(256))], "e": ["low", "high"], "pe": [Mood.happy, Mood.so_so],
    "uu": [uuid.UUID("12345678-1234-5678-1234-567812345678"), uuid.UUID(int=0)], "us": ["ffffffff-ffff-ffff-ffff-ffffffffffff"],
}  # fmt: skip
for key, values in _VALUES.items():
    column = things.c[key]
    for number, value in enumerate(values):
        case("%s_eq_%d" % (key, number), lambda c=column, v=value: select(things.c.id, c).where(c == v).order_by(things.c.id))
        # PyMySQL gets such a value as text, of which SQLAlchemy makes no time.
        on = ("sqlite", "postgresql", "duckdb") if key in ("tm", "iv") else DATABASES
        case("%s_selected_%d" % (key, number), lambda c=column, v=value: select(literal(v, c.type).label("v")), on=on)
    case(key + "_ne", lambda c=column, v=values[0]: select(things.c.id).where(c != v).order_by(things.c.id))
    case(key + "_in", lambda c=column, vs=values: select(things.c.id).where(c.in_(vs)).order_by(things.c.id))
    case(key + "_not_in", lambda c=column, vs=values[:1]: select(things.c.id).where(c.not_in(vs)).order_by(things.c.id))
    case(key + "_distinct_from", lambda c=column, v=values[0]: select(things.c.id).where(c.is_distinct_from(v)).order_by(things.c.id))
    if key not in ("b", "e", "pe", "uu", "us"):
        case(key + "_lt", lambda c=column, v=values[0]: select(things.c.id).where(c < v).order_by(things.c.id))
        case(key + "_ge", lambda c=column, v=values[0]: select(things.c.id).where(c >= v).order_by(things.c.id))
        case(key + "_between", lambda c=column, vs=values: select(things.c.id).where(c.between(vs[-1], vs[0])).order_by(things.c.id))
for number, word in enumerate(AWKWARD):
    case("word_%d" % number, lambda w=word: select(words.c.id, words.c.w).where(words.c.w == w).order_by(words.c.id))
case("words_selected", lambda: select(*(literal(w).label("w%d" % n) for n, w in enumerate(AWKWARD))))
case("words_in", lambda: select(words.c.id).where(words.c.w.in_(AWKWARD)).order_by(words.c.id))
case("nothing_in", lambda: select(words.c.id).where(words.c.w.in_([])).order_by(words.c.id))
case("nothing_not_in", lambda: select(words.c.id).where(words.c.w.not_in([])).order_by(words.c.id))
case("many_in", lambda: select(things.c.id).where(things.c.i.in_(range(0, 1000, 42))).order_by(things.c.id))
case("callable", lambda: select(things.c.id).where(things.c.i == bindparam("x", callable_=_answer)).order_by(things.c.id))
case("named_awkwardly", lambda: select(people.c.id).where(people.c.name == bindparam("a b:c%d", "Ann")))
case("unique", lambda: select(people.c.id).where((people.c.id == bindparam("x", 1, unique=True)) | (people.c.id == bindparam("x", 2, unique=True))).order_by(people.c.id))
case("expanding", lambda: select(people.c.id).where(people.c.id.in_(bindparam("ids", [1, 3, 5], expanding=True))).order_by(people.c.id))
case("literal_execute", lambda: select(people.c.id).where(people.c.name == bindparam("n", "Bob O'Hara", literal_execute=True)))
case("coerced", lambda: select(type_coerce(things.c.s, things.c.t.type), type_coerce(things.c.id, things.c.n.type)).order_by(things.c.id))


def _answer():
    return 42
