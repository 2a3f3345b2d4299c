"""Well-typed random statements over the tables of bazaar.py, as Python source: nested, joined, aggregated, compound, with windows and CTEs, and such as change rows.

A statement is the outcome of a list of numbers, see choices.py.

Left out is what the database does not promise: the order of ties, sums of floats to the last digit. And ``things.dt``, since one of its moments is the
last there is: SQLite's strftime rounds it up to a year 10000 that some of its releases print and others do not, and Python and Java have each their own.
"""

import random

import sqlalchemy as sa
from sqlalchemy import types
from sqlalchemy.dialects import postgresql, sqlite

import bazaar
from choices import Choices
from grammar_changes import Changes
from grammar_shapes import Shapes

INT, NUMBER, TEXT, TRUTH, DAY, MOMENT, JSON = "int", "number", "text", "truth", "day", "moment", "json"
TYPES = (INT, TEXT, NUMBER, TRUTH, DAY, MOMENT)

# Columns by table: their types. No integer here is so large that a few operations overflow.
COLUMNS = {
    "people": {"id": INT, "name": TEXT, "boss_id": INT, "born": DAY, "salary": NUMBER, "active": TRUTH},
    "purchases": {"id": INT, "person_id": INT, "total": NUMBER, "placed_at": MOMENT},
    "products": {"id": INT, "name": TEXT, "price": NUMBER, "tags": JSON},
    "lines": {"purchase_id": INT, "line_no": INT, "product_id": INT, "quantity": INT},
    "words": {"id": INT, "w": TEXT},
    "parcels": {"id": INT, "purchase_id": INT, "line_no": INT, "note": TEXT},
    "things": {"id": INT, "si": INT, "s": TEXT, "u": TEXT, "b": TRUTH, "d": DAY, "j": JSON},
    "nobody": {"id": INT, "name": TEXT, "n": NUMBER, "b": TRUTH, "dt": MOMENT},
    "odd": {"id": INT, "order": INT, "MixedCase": TEXT, "with space": TEXT, "per%cent": INT, "1st": INT},
    "reserved": {"id": INT, "group": INT, "select": TEXT, "user": TEXT, "odd_id": INT},
}

LITERALS = {
    INT: ["1", "0", "7", "-3", "100", "2"],
    TEXT: ['"a"', '""', '"it\'s"', '"50%"', '"a_b"', '"\\\\"', '"é"', '"Ann"', '"{0} ? :x"'],
    NUMBER: ['Decimal("1.50")', 'Decimal("0")', 'Decimal("-12.34")', 'Decimal("1000000.01")'],
    TRUTH: ["True", "False"],
    DAY: ["date(2024, 2, 29)", "date(1970, 1, 1)", "date(1984, 3, 1)"],
    MOMENT: ["datetime(2024, 4, 1, 10)", "datetime(1999, 12, 31, 23, 59, 59, 999999)", "datetime(2024, 5, 1, 0, 0, 0, 1)"],
}
# The empty one is seldom worth the trouble.
_TABLES = [table for table in COLUMNS for _ in range(1 if table == "nobody" else 3)]
_SQL_TYPES = {INT: "Integer", TEXT: "String(100)", NUMBER: "Numeric(14, 2)", TRUTH: "Boolean", DAY: "Date", MOMENT: "DateTime"}

DEEPEST = 3


class Statement(Changes, Shapes):
    """One random statement: ``lines`` of Python that name its parts, and the ``last`` that is it."""

    columns = COLUMNS
    literals = LITERALS

    def __init__(self, choices):
        self._choices = choices
        self._names = {}
        # In a RETURNING SQLite 3.40 takes no column for null, and what a subquery sees is another thing in each release.
        self.is_returning = False
        self.lines = []
        self.last = self._statement()

    @property
    def source(self):
        return "\n".join([*self.lines, self.last])

    # Statements.

    def _statement(self):
        kind = self._choices.of(("select", "select", "select", "select", "select", "compound", "change", "change"))
        if kind == "change":
            return self._change()
        if kind == "compound":
            wanted = self._types()
            return self._compound(DEEPEST, wanted, []) + self._ordered_compound(len(wanted))
        return self._select(DEEPEST, self._types(), [], outermost=True)

    def _types(self):
        return [self._choices.of(TYPES) for _ in range(1 + self._choices.below(4))]

    def _ordered_compound(self, columns):
        return ".order_by(%s)" % ", ".join('"c%d"' % n for n in range(columns)) if self._choices.maybe(3) else ""

    def _compound(self, depth, wanted, outer):
        how = self._choices.of(("union_all", "union", "union_all", "union", "except_", "intersect"))
        arms = [self._arm(depth - 1, wanted, outer) for _ in range(2 + self._choices.maybe(4))]
        return "%s(%s)" % (how, ", ".join(arms))

    def _arm(self, depth, wanted, outer):
        if depth > 1 and self._choices.maybe(8):
            # Not a compound in parentheses, which SQLite has not.
            return "%s.subquery(%s).select()" % (self._compound(depth, wanted, outer), _quoted(self._new("u")))
        return self._select(depth, wanted, outer)

    def _select(self, depth, wanted, outer, outermost=False):
        """A SELECT of expressions of the wanted types, called c0, c1, ..."""
        sources, scope = self._sources(depth, outermost)
        every = [*scope, *outer] if outer and self._choices.maybe(2) else scope
        grouped = self._choices.maybe(4)
        if grouped:
            keys = [self._expression(self._choices.of(TYPES), 1, scope) for _ in range(self._choices.below(3))]
            columns = [self._aggregate(t, scope) for t in wanted]
        else:
            keys = []
            columns = [self._column(t, depth, scope) for t in wanted]
        text = "select(%s)%s" % (", ".join('%s.label("c%d")' % (_element(c), n) for n, c in enumerate(columns)), sources)
        criteria = [self._truth(depth - 1, every) for _ in range(self._choices.of((0, 0, 0, 0, 0, 1, 1, 2)))]
        if criteria:
            text += ".where(%s)" % ", ".join(criteria)
        if keys:
            text += ".group_by(%s)" % ", ".join(_element(k) for k in keys)
            if self._choices.maybe(4):
                text += ".having(%s >= %s)" % (self._aggregate(INT, scope), self._choices.of(("1", "2", "-3")))
        elif not grouped and self._choices.maybe(6):
            text += ".distinct()"
        if outermost:
            text += self._ordered(len(wanted))
        return text

    def _ordered(self, columns):
        """By all columns, so that what is equal is the same; then it may be cut."""
        if not self._choices.maybe(3):
            return ""
        keys = ", ".join(self._choices.of(('"c%d"', 'desc("c%d")')) % n for n in range(columns))
        cut = self._choices.of(("", ".limit(5)", ".limit(3).offset(2)", ".offset(4)"))
        return ".order_by(%s)%s" % (keys, cut)

    # What is selected from.

    def _sources(self, depth, outermost):
        """The text of select_from, and the columns: (text, type)."""
        name, scope = self._source(depth, outermost)
        text = name
        for _ in range(self._choices.below(3) if depth > 1 else self._choices.below(2)):
            if depth > 1 and self._choices.maybe(40):
                other, columns = self._lateral(scope)
                text += self._choices.of((".join(%s, true())", ".outerjoin(%s, true())")) % other
                scope = scope + columns
                continue
            other, columns = self._source(depth, False)
            condition = self._link(scope, columns)
            scope = scope + columns
            how = self._choices.of((".join(%s, %s)", ".outerjoin(%s, %s)", ".outerjoin(%s, %s)"))
            text += how % (other, condition)
        return ".select_from(%s)" % text, scope

    def _link(self, one, other):
        left = [c for c, t in one if t == INT]
        right = [c for c, t in other if t == INT]
        if left and right:
            return "%s == %s" % (self._choices.of(left), self._choices.of(right))
        return self._truth(0, [*one, *other])

    def _source(self, depth, outermost):
        kinds = ["table"] if depth <= 1 else ["table", "table", "table", "table", "table", "table", "subquery", "subquery", "cte", "cte", "compound", "compound", "recursive", "listed"]
        kind = self._choices.of(kinds)
        if kind in ("recursive", "listed"):
            return getattr(self, "_" + kind)()
        if kind == "table":
            table = self._choices.of(_TABLES)
            name = table
            if not outermost or self._choices.maybe(2):
                name = self._named("%s.alias(%s)" % (table, _quoted(self._new(table[0]))))
            return name, self.scope_of(table, name)
        wanted = [INT, *self._types()]
        if kind == "compound":
            text = self._compound(depth - 1, wanted, []) + ".subquery(%s)" % _quoted(self._new("u"))
        else:
            text = self._select(depth - 1, wanted, []) + ".%s(%s)" % (kind, _quoted(self._new(kind[0])))
        name = self._named(text)
        return name, [("%s.c.c%d" % (name, n), t) for n, t in enumerate(wanted)]

    def scope_of(self, table, name=None):
        """The columns of a table by their name and type; of what has its columns, where that has a name of its own."""
        return [(_attribute(name or table, c), t) for c, t in COLUMNS[table].items()]

    def _new(self, prefix):
        self._names[prefix] = self._names.get(prefix, 0) + 1
        self._last_name = "%s%d" % (prefix, self._names[prefix])
        return self._last_name

    def _named(self, text):
        # The name in SQL is the name in Python.
        name = text.rsplit("(", 1)[1].strip(')"')
        self.lines.append("%s = %s" % (name, text))
        return name

    # Expressions.

    def _column(self, wanted, depth, scope):
        if wanted in (INT, NUMBER) and self._choices.maybe(8):
            return self._window(wanted, scope)
        return self._expression(wanted, depth, scope)

    def _expression(self, wanted, depth, scope):
        return getattr(self, "_" + wanted)(depth, scope)

    def _leaf(self, wanted, scope):
        columns = [c for c, t in scope if t == wanted]
        if columns and not self._choices.maybe(5):
            return self._choices.of(columns)
        value = self._choices.of(LITERALS[wanted])
        return "literal(%s, %s)" % (value, _SQL_TYPES[wanted])

    def _common(self, wanted, depth, scope):
        """What there is of every type."""
        kind = self._choices.of(("coalesce", "case", "case_of", "nullif", "scalar"))
        make = lambda: self._expression(wanted, depth - 1, scope)  # noqa: E731
        if kind == "coalesce":
            return "func.coalesce(%s, %s)" % (make(), make())
        if kind == "nullif" and wanted != TRUTH:
            return "func.nullif(%s, %s)" % (make(), make())
        if kind == "case_of" and wanted != TRUTH:
            return "case({%s: %s}, value=%s, else_=%s)" % (self._choices.of(LITERALS[INT]), make(), self._int(0, scope), make())
        if kind == "scalar" and depth > 1:
            return self._scalar(wanted, scope)
        return "case((%s, %s), else_=%s)" % (self._truth(depth - 1, scope), make(), make())

    def _scalar(self, wanted, scope):
        """One value of another table, of rows that belong to this one's."""
        name, columns = self._source(1, False)
        condition = self._link(columns, scope)
        return "select(%s).where(%s).scalar_subquery()" % (self._aggregate(wanted, columns), condition)

    def _int(self, depth, scope):
        if depth <= 0:
            return self._leaf(INT, scope)
        make = lambda t=INT: self._expression(t, depth - 1, scope)  # noqa: E731
        kind = self._choices.of(("leaf", "plus", "minus", "times", "mod", "neg", "abs", "length", "year", "common", "bits", "floor", "json"))
        if kind in ("plus", "minus", "times"):
            return "(%s %s %s)" % (make(), {"plus": "+", "minus": "-", "times": "*"}[kind], make())
        if kind == "mod":
            return "(%s %% %s)" % (make(), self._choices.of(("7", "3", "10")))
        if kind == "floor":
            # Not of NULL, by which the FLOOR that Python lends SQLite is refused.
            return "(func.coalesce(%s, 1) // %s)" % (make(), self._choices.of(("2", "7")))
        if kind == "json":
            return self._json(INT, scope)
        if kind == "bits":
            return "%s.bitwise_and(%s)" % (make(), self._choices.of(("3", "6")))
        if kind == "neg":
            return "(-%s)" % make()
        if kind == "abs":
            return "func.abs(%s)" % make()
        if kind == "length":
            return "func.length(%s)" % make(TEXT)
        if kind == "year":
            return 'extract("%s", %s)' % (self._choices.of(("year", "month", "day")), self._leaf(self._choices.of((DAY, MOMENT)), scope))
        return self._common(INT, depth, scope) if kind == "common" else self._leaf(INT, scope)

    def _number(self, depth, scope):
        if depth <= 0:
            return self._leaf(NUMBER, scope)
        make = lambda t=NUMBER: self._expression(t, depth - 1, scope)  # noqa: E731
        kind = self._choices.of(("leaf", "plus", "minus", "times", "cast", "neg", "common", "over"))
        if kind in ("plus", "minus"):
            return "(%s %s %s)" % (make(), "+" if kind == "plus" else "-", make(self._choices.of((NUMBER, INT))))
        if kind == "times":
            return "(%s * %s)" % (make(), self._choices.of(("2", 'Decimal("1.5")', "-1")))
        if kind == "over":
            return "(%s / %s)" % (make(), self._choices.of(("2", "4", 'Decimal("0.5")')))
        if kind == "cast":
            return "cast(%s, Numeric(14, 2))" % make(INT)
        if kind == "neg":
            return "(-%s)" % make()
        return self._common(NUMBER, depth, scope) if kind == "common" else self._leaf(NUMBER, scope)

    def _text(self, depth, scope):
        if depth <= 0:
            return self._leaf(TEXT, scope)
        make = lambda t=TEXT: self._expression(t, depth - 1, scope)  # noqa: E731
        kind = self._choices.of(("leaf", "concat", "lower", "upper", "substr", "replace", "cast", "common", "trim", "json"))
        if kind == "json":
            return self._json(TEXT, scope)
        if kind == "concat":
            # Not +, which is addition to a function of no known type.
            return "%s.concat(%s)" % (make(), make())
        if kind in ("lower", "upper", "trim"):
            return "func.%s(%s)" % (kind, make())
        if kind == "substr":
            return "func.substr(%s, 1, %s)" % (make(), self._choices.of(("1", "3", "5")))
        if kind == "replace":
            return "func.replace(%s, %s, %s)" % (make(), self._choices.of(LITERALS[TEXT]), self._choices.of(LITERALS[TEXT]))
        if kind == "cast":
            return "cast(%s, String(30))" % make(INT)
        return self._common(TEXT, depth, scope) if kind == "common" else self._leaf(TEXT, scope)

    def _day(self, depth, scope):
        return self._common(DAY, depth, scope) if depth > 0 and self._choices.maybe(3) else self._leaf(DAY, scope)

    def _moment(self, depth, scope):
        return self._common(MOMENT, depth, scope) if depth > 0 and self._choices.maybe(3) else self._leaf(MOMENT, scope)

    def _truth(self, depth, scope):
        kinds = ["compare", "null", "between", "in", "leaf", "distinct", "like", "and", "or", "not", "in_query", "exists", "common", "pair", "matches", "json"]
        if self.is_returning:
            kinds = ["compare", "between", "leaf", "like"]
        kind = self._choices.of(kinds[:6] if depth <= 0 else kinds)
        one = self._choices.of((INT, TEXT, NUMBER, DAY, MOMENT))
        make = lambda t=one: _element(self._expression(t, depth - 1, scope))  # noqa: E731
        truth = lambda: self._truth(depth - 1, scope)  # noqa: E731
        if kind == "compare":
            return "(%s %s %s)" % (make(), self._choices.of(("==", "!=", "!=", "<", "<=", ">", ">=")), self._operand(one, depth, scope))
        if kind == "null":
            return "%s.%s(None)" % (make(), self._choices.of(("is_", "is_not")))
        if kind == "between":
            return "%s.between(%s, %s)" % (make(), self._operand(one, depth, scope), self._operand(one, depth, scope))
        if kind == "in":
            values = [self._choices.of(LITERALS[one]) for _ in range(self._choices.below(4))]
            return "%s.%s([%s])" % (make(), self._choices.of(("in_", "not_in")), ", ".join(values))
        if kind == "distinct":
            return "%s.%s(%s)" % (make(), self._choices.of(("is_distinct_from", "is_not_distinct_from")), self._operand(one, depth, scope))
        if kind == "like":
            how = self._choices.of(("like", "not_like", "contains", "startswith", "endswith", "ilike"))
            return "%s.%s(%s)" % (make(TEXT), how, self._choices.of(('"%a%"', '"a"', '"_%"', '"%"')))
        if kind in ("and", "or"):
            return "%s_(%s)" % (kind, ", ".join(truth() for _ in range(2 + self._choices.maybe(3))))
        if kind == "not":
            return "not_(%s)" % truth()
        if kind == "in_query":
            name, columns = self._source(1, False)
            inner = self._expression(one, 1, columns)
            return "%s.%s(select(%s))" % (make(), self._choices.of(("in_", "not_in")), inner)
        if kind in ("pair", "matches"):
            return getattr(self, "_" + kind)(depth, scope)
        if kind == "json":
            return self._json(TRUTH, scope)
        if kind == "exists":
            name, columns = self._source(1, False)
            text = "exists().select_from(%s).where(%s)" % (name, self._link(columns, scope))
            return "not_(%s)" % text if self._choices.maybe(3) else text
        return self._common(TRUTH, depth, scope) if kind == "common" else self._leaf(TRUTH, scope)

    def _operand(self, wanted, depth, scope):
        if self._choices.maybe(2):
            return self._expression(wanted, depth - 1, scope)
        return self._choices.of(LITERALS[wanted])

    # Of many rows.

    def _aggregate(self, wanted, scope):
        if wanted == TRUTH:
            return "(func.count() > %s)" % self._choices.of(LITERALS[INT])
        text = self._aggregated(wanted, scope)
        return text + ".filter(%s)" % self._truth(0, scope) if self._choices.maybe(8) else text

    def _aggregated(self, wanted, scope):
        if wanted == INT:
            kind = self._choices.of(("count", "sum", "max", "count_of", "distinct"))
            if kind == "count":
                return "func.count()"
            if kind in ("count_of", "distinct"):
                column = self._expression(self._choices.of((INT, TEXT, DAY)), 1, scope)
                return "func.count(%s)" % ("distinct(%s)" % column if kind == "distinct" else column)
            return "func.%s(%s)" % (kind, self._int(1, scope))
        if wanted == NUMBER and self._choices.maybe(2):
            # Of a column alone: with few digits its sum is the same however it is added up.
            return "func.sum(%s)" % self._leaf(NUMBER, scope)
        return "func.%s(%s)" % (self._choices.of(("min", "max")), self._expression(wanted, 1, scope))


def _attribute(name, column):
    return "%s.c.%s" % (name, column) if column.isidentifier() else "%s.c[%s]" % (name, _quoted(column))


def _quoted(text):
    return '"%s"' % text


def _element(text):
    return text


def random_statement(seed):
    """The statement of a seed."""
    return _made(Choices(rng=random.Random(seed)))


def chosen_statement(choices):
    """The statement of a list of choices."""
    return _made(Choices(choices))


def _made(choices):
    statement = Statement(choices)
    return statement.source, choices.made


def build(source, database, **more):
    """The statement that a source makes; in it ``upsert`` is the database's own INSERT, and there are ``more`` names."""
    *lines, last = source.split("\n")
    names = dict(_NAMES, upsert=_UPSERTS[database].insert, **more)
    exec("\n".join(lines), names)
    return eval(last, names)


_CALLED = """
    select insert update delete func literal case cast extract exists distinct and_ or_ not_ true tuple_ desc union union_all intersect except_ column values
""".split()
_UPSERTS = {"sqlite": sqlite, "postgresql": postgresql}


def _names():
    import datetime
    import decimal

    names = {name: getattr(sa, name) for name in _CALLED}
    names.update({name: getattr(types, name) for name in ("Integer", "String", "Numeric", "Boolean", "Date", "DateTime")})
    names.update({name: getattr(bazaar, name) for name in COLUMNS})
    names.update(Decimal=decimal.Decimal, date=datetime.date, datetime=datetime.datetime)
    return names


_NAMES = _names()
