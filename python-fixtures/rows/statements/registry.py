"""How a statement gets its name, and what is known about it."""

from typing import Callable, NamedTuple, Optional

from sqlalchemy import Table

DATABASES = ("sqlite", "postgresql", "mariadb", "duckdb")


class Case(NamedTuple):
    """A statement; ``build()`` makes it anew each time.

    ``on``: the databases it is for. Where one of these refuses it, Java must too. ``after``: the table that a statement which
    changes rows is about, whose rows are compared afterwards.
    """

    name: str
    build: Callable[[], object]
    on: tuple = DATABASES
    after: Optional[Table] = None


CASES = {}


def family(name, on=DATABASES):
    """The function that adds statements to a family."""

    def case(short, build, on=on, after=None):
        full = "%s_%s" % (name, short)
        if full in CASES:
            raise ValueError("two statements are called " + full)
        CASES[full] = Case(full, build, tuple(on), after)

    return case


def of(database):
    """The statements for a database, by name."""
    return {name: case for name, case in CASES.items() if database in case.on}
