"""Well-typed random ORM statements over the classes of music/, as Python source: of entities and columns, with every form of joins and loader options.

A statement is the outcome of a list of numbers, see choices.py. The text is the same in each series; what a series cannot say, it refuses to build.
"""

import datetime
import decimal
import random

import sqlalchemy as sa
from sqlalchemy import orm

import music
from choices import Choices
from orm.registry import Case, Q
from orm.relationships import persistent

from .classes import CLASSES
from .statements import Statement

_CORE = """
    select insert update delete func literal case cast exists distinct and_ or_ not_ union union_all intersect except_ String
""".split()
_ORM = """
    aliased with_polymorphic with_parent Bundle Load joinedload selectinload subqueryload lazyload immediateload raiseload noload defaultload contains_eager load_only defer undefer
    undefer_group with_expression with_loader_criteria selectin_polymorphic
""".split()


def _names():
    names = {name: getattr(sa, name) for name in _CORE}
    names.update({name: getattr(orm, name) for name in _ORM})
    names.update({name: getattr(music, name) for name in CLASSES})
    names.update(Q=Q, persistent=persistent, Decimal=decimal.Decimal, date=datetime.date, datetime=datetime.datetime)
    return names


_NAMES = _names()


def random_statement(seed):
    """The statement of a seed."""
    return Statement(Choices(rng=random.Random(seed)))


def chosen_statement(choices):
    """The statement of a list of choices."""
    return Statement(Choices(choices))


def case_of(statement):
    """A statement as a construct of the fixtures."""
    return Case("random", "random", lambda: build(statement.source), how=tuple(statement.how), touch=tuple(statement.touch))


def build(source):
    """The statement that a source makes."""
    *lines, last = source.split("\n")
    names = dict(_NAMES)
    exec("\n".join(lines), names)
    return eval(last, names)
