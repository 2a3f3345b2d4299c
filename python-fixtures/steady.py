"""Makes dumps repeatable.

SQLAlchemy writes the ``id()`` and ``hash()`` of objects, their addresses, into the names it makes up (``%(139637976727232 users)s``) and into
``_orig``; Python orders sets by address. So two runs would never write the same bytes. Here objects are counted instead. What is written
keeps its form and length; a reader cannot tell.

Only for dumping: a *loaded* object could be given a number that the dump already holds.
"""

import itertools
import sys

from sqlalchemy import schema
from sqlalchemy.sql import expression

_FIRST = 140000000000016
_STEP = 16
# More than are ever counted before the count starts again.
_MANY = 2**20

_numbers = itertools.count(_FIRST, _STEP)


def restart():
    """Count on from a number that does not depend on how many there were before. Once in a process, since a number must not be given twice."""
    global _numbers
    _numbers = itertools.count(_FIRST + _MANY * _STEP, _STEP)


def install():
    """Count from now on. To be called once SQLAlchemy is imported and before any of its objects is made."""
    seen = {}

    def number(thing):
        # The object is kept, since a number must not be given twice.
        known = seen.get(id(thing))
        if known is None:
            known = seen[id(thing)] = (next(_numbers), thing)
        return known[0]

    selectable = sys.modules.get("sqlalchemy.sql.selectable")
    if hasattr(selectable, "os"):
        selectable.os = _Counted()
    for name, module in list(sys.modules.items()):
        # Python 2 has nothing there for what was not found in the package.
        if name.startswith("sqlalchemy.sql.") and module:
            module.id = number
            for cls in vars(module).values():
                if _hashed_by_address(cls):
                    cls.__hash__ = lambda self: number(self) // _STEP


class _Counted:
    """In place of ``os``, of which SQLAlchemy 2.1 takes random names for aliases."""

    def urandom(self, size):
        return next(_numbers).to_bytes(size, "big")


def _hashed_by_address(cls):
    return (
        isinstance(cls, type)
        and issubclass(cls, (expression.ClauseElement, schema.SchemaItem, expression.Selectable))
        and cls.__hash__ is object.__hash__
    )
