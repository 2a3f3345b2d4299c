"""How a construct gets its name, and what is known about it."""


import collections

import shop
from sqlalchemy import select

DIALECTS = ("default", "sqlite", "postgresql", "mysql", "mariadb", "oracle", "mssql")
PROTOCOLS = tuple(range(6))

Case = collections.namedtuple("Case", ("name", "family", "build", "dialects", "run", "styles", "protocols"))
"""A construct: ``build()`` makes it anew each time.

``dialects``: of which its SQL is recorded. ``run``: its rows on SQLite are recorded (statements only).
``styles``: its SQL is recorded in every parameter style.
``protocols``: those it is dumped at; what is new in a family is seldom new in its bytes, so two are enough for most.
"""

CASES = collections.OrderedDict()
# The families of the modules loaded so far.
FAMILIES = []


def family(name, protocols=PROTOCOLS):
    """The function that adds cases to a family."""

    FAMILIES.append(name)
    usual = {"dialects": DIALECTS, "run": True, "styles": False, "protocols": protocols}

    def case(short, build, **facts):
        full = "%s_%s" % (name, short)
        if full in CASES:
            raise ValueError("two constructs are called " + full)
        CASES[full] = Case(full, name, build, **dict(usual, **facts))

    return case


def find(*criteria, table=shop.users):
    """The ids of a table's rows that meet the criteria: the shortest statement with a WHERE."""
    return select(table.c.id).where(*criteria)


def find_typed(*criteria):
    return find(*criteria, table=shop.typed)


def named(families):
    """The names of all constructs, or only of some families'."""
    unknown = set(families) - {case.family for case in CASES.values()}
    if unknown:
        raise SystemExit("no such family: " + ", ".join(sorted(unknown)))
    return [name for name, case in CASES.items() if not families or case.family in families]
