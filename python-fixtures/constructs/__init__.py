"""The one list of named constructs the fixtures are made of.

A case is a line in the module of its family::

    case("eq_int", lambda: find(users.c.age == 30))

whose name becomes ``<family>_eq_int``. ``CASES`` holds all of them, by name, in the order written.
"""

from .registry import CASES, PROTOCOLS, Case, named  # noqa: F401
from . import columns, where, operators, ordering, joins, aliases, functions, binds, roots, demo  # noqa: F401
from . import subqueries, compounds, ctes, clauses  # noqa: F401
from . import inserts, updates, deletes, upserts  # noqa: F401
from . import texts, lightweight, table_valued, special_froms  # noqa: F401
from . import conversions, windows, patterns, json, arrays, pgoperators  # noqa: F401
from . import customs, definitions  # noqa: F401
from . import types  # noqa: F401
