"""Makes dumps repeatable.

SQLAlchemy writes ``id()`` of objects into the names it makes up (``%(139637976727232 users)s``) and Python orders sets by address, so two
runs would never write the same bytes. Here both are counted. The names keep their form and length; a reader cannot tell.
"""

import contextlib
import itertools
import sys

from sqlalchemy.sql import schema

_FIRST = 140000000000016
_STEP = 16


def _counter():
    seen = {}
    numbers = itertools.count(_FIRST, _STEP)

    def number(thing):
        # The object is kept, since a number must not be given twice.
        known = seen.get(id(thing))
        if known is None:
            known = seen[id(thing)] = (next(numbers), thing)
        return known[0]

    return number


@contextlib.contextmanager
def steady_names():
    """Inside, made-up names are counted from the same start. Not for loading: a loaded object could be given a number the dump holds."""
    modules = [m for name, m in sys.modules.items() if name.startswith("sqlalchemy.sql.")]
    number = _counter()
    for module in modules:
        module.id = number
    try:
        yield
    finally:
        for module in modules:
            del module.id


def steady_sets():
    """From now on, sets of schema objects keep the order in which these were made. To be called before any is made."""
    number = _counter()
    for cls in (schema.ForeignKey, schema.Constraint, schema.Index, schema.Column):
        cls.__hash__ = lambda self: number(self)
