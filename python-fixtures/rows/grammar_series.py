"""Random statements that are moved between series, most of which SQLite cannot run: those of grammar.py, and with them the phrases of grammar_phrases.py.

The first choice is how far back the statement may be said: without what a series lacks, it is there in more of them.
"""

import random
import re
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.sql import operators

import bazaar
import grammar
import grammar_phrases

# What cannot be said before a series, by the names of the alternatives.
_SINCE_1_4 = ("lateral", "matches", "groups", "1.4")
_SINCE_2_0 = ("bits", "floor", "listed", "groups", "2.0")

_TYPES = ("int", "number", "text", "truth", "day", "moment")
_BLANK = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


class Choices(grammar.Choices):
    """Choices among what is not ``barred``."""

    barred = ()

    def of(self, alternatives):
        return super(Choices, self).of([each for each in alternatives if not self._is_barred(each)])

    def _is_barred(self, alternative):
        return isinstance(alternative, str) and re.split("[ =]", alternative)[0] in self.barred


class Statement(grammar.Statement):
    """One random statement."""

    def __init__(self, choices):
        choices.barred = choices.of((_SINCE_1_4 + _SINCE_2_0, _SINCE_1_4 + _SINCE_2_0, _SINCE_2_0, ()))
        super(Statement, self).__init__(choices)

    def _statement(self):
        if self._choices.maybe(2):
            name, scope = self._source(1, False)
            return self._phrase(_lines(grammar_phrases.STATEMENTS), 2, scope)
        return super(Statement, self)._statement()

    def _select(self, depth, wanted, outer, outermost=False):
        text = super(Statement, self)._select(depth, wanted, outer, outermost)
        if self._choices.maybe(4 if outermost else 8):
            name, scope = self._source(1, False)
            text += self._phrase(_lines(grammar_phrases.TAILS), 1, scope, name)
        return text

    def _source(self, depth, outermost):
        if depth > 1 and self._choices.maybe(6):
            inner, scope = self._source(1, False)
            name = self._new("x")
            self.lines.append("%s = %s" % (name, self._phrase(_lines(grammar_phrases.SOURCES), 1, scope)))
            return name, [("%s.c.c0" % name, "int"), ("%s.c.c1" % name, "text")]
        return super(Statement, self)._source(depth, outermost)

    def _expression(self, wanted, depth, scope):
        if depth > 0 and not self.is_returning and wanted in _TYPES and self._choices.maybe(2):
            return self._phrased(wanted, depth, scope)
        return super(Statement, self)._expression(wanted, depth, scope)

    def _phrased(self, wanted, depth, scope):
        return "(%s)" % self._phrase(_lines(grammar_phrases.EXPRESSIONS[wanted]), depth, scope)

    def _phrase(self, phrases, depth, scope, table="people"):
        phrase = re.sub(r"^\d\.\d ", "", self._choices.of(phrases))
        return _BLANK.sub(lambda blank: self._filled(blank, depth - 1, scope, table), phrase)

    def _filled(self, blank, depth, scope, table):
        wanted = blank.group(1)
        if wanted is None:
            return blank.group()[0]
        if wanted == "name":
            return self._new("n")
        if wanted == "table":
            return table
        if wanted == "column":
            return self._choices.of([c for c, t in scope if t != "json"] or ["people.c.id"])
        if wanted == "query":
            return self._query()
        if wanted == "*":
            wanted = self._choices.of(_TYPES)
        return self._expression(wanted, max(depth, 0), scope) if wanted in _TYPES else self._choices.of(wanted.split("|"))

    def _query(self):
        name, scope = self._source(1, False)
        query = "select(%s)" % self._expression("int", 1, scope)
        return query + (".where(%s)" % self._truth(0, scope) if self._choices.maybe(2) else "")


def _lines(text):
    return [line.strip() for line in text.strip().splitlines()]


def random_statement(seed):
    """The statement of a seed."""
    return _made(Choices(rng=random.Random(seed)))


def chosen_statement(choices):
    """The statement of a list of choices."""
    return _made(Choices(choices))


def _made(choices):
    statement = Statement(choices)
    return statement.source, choices.made


def build(source):
    """The statement that a source makes."""
    return grammar.build(source, "postgresql", **_MORE)


_CALLED = """
    text literal_column bindparam type_coerce collate null false any_ all_ asc table tablesample Sequence Text Unicode Enum JSON LargeBinary Interval BigInteger
    SmallInteger Float TIMESTAMP LABEL_STYLE_TABLENAME_PLUS_COL
""".split()


def _more():
    names = {name: getattr(sa, name) for name in _CALLED}
    names.update({name: getattr(bazaar, name) for name in ("pg_things", "renamed", "Mood")})
    names.update({name: getattr(postgresql, name) for name in ("array", "aggregate_order_by", "JSONB")})
    names.update(pg_insert=postgresql.insert, my_insert=mysql.insert, operators=operators, timedelta=timedelta)
    return dict(names, lite_insert=sqlite.insert)


_MORE = _more()
