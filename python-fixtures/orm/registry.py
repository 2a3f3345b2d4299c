"""How an ORM construct gets its name, and what is known about it."""

from typing import Callable, NamedTuple, Optional, Tuple

from sqlalchemy import select
from sqlalchemy.orm import Query, Session

import music

SERIES = ("1.4", "2.0", "2.1")
HERE = "%d.%d" % music.SERIES
# Of the other series, what tells them from the reference.
DIALECTS = ("default", "sqlite", "postgresql") + (("mysql", "mariadb", "oracle", "mssql") if HERE == "2.0" else ())
# What a query was made with: dumped as the id of a session.
SESSION = Session()


class Case(NamedTuple):
    """A construct: ``build()`` makes it anew each time.

    ``how``: the method that fetches it, with its arguments. ``over``: the class that an option or a criterion is asked about.
    ``touch``: the attributes that are asked for once it is fetched. ``refine``: methods called on it once it is loaded, with functions that make their arguments.
    ``values``: what an INSERT or UPDATE is executed with. ``before``: the class paths of entities loaded into the session first.
    """

    name: str
    family: str
    build: Callable[[], object]
    how: Tuple = ("all",)
    over: Optional[type] = None
    touch: Tuple[str, ...] = ()
    refine: Tuple = ()
    values: Optional[list] = None
    dialects: Tuple[str, ...] = DIALECTS
    protocols: Tuple[int, ...] = (5,)
    series: Tuple[str, ...] = SERIES


CASES = {}


def Q(*entities):
    """``session.query(...)``."""
    return Query(list(entities), session=SESSION)


def family(name, **common):
    """The function that adds cases to a family; those of other series only are left out."""

    def case(short, build, **facts):
        full = "orm_%s_%s" % (name, short)
        if full in CASES:
            raise ValueError("two constructs are called " + full)
        made = Case(full, "orm_" + name, build, **dict(common, **facts))
        made = made._replace(dialects=tuple(dialect for dialect in made.dialects if dialect in DIALECTS))
        if HERE in made.series:
            CASES[full] = made

    def both(short, build, **facts):
        """As a legacy Query and as a select()."""
        case("query_" + short, lambda: build(Q), **facts)
        case("select_" + short, lambda: build(select), **facts)

    return case, both


def named(families):
    """The names of all constructs, or only of some families'."""
    unknown = set(families) - {case.family for case in CASES.values()}
    if unknown:
        raise SystemExit("no such family: " + ", ".join(sorted(unknown)))
    return [name for name, case in CASES.items() if not families or case.family in families]
