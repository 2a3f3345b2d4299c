"""The one list of named ORM constructs: a line each, in the module of its family, as in ``constructs``.

    case("by_name", lambda: Q(Band).filter(Band.name == "The Slits"))
    both("by_name", lambda q: q(Band).where(Band.name == "The Slits"))     # as a Query and as a select()
"""

from .registry import CASES, Case, named  # noqa: F401
from . import entities, joins, aliases, polymorphic, relationships, loaders, eager, columns, nested, properties, roots  # noqa: F401
from . import terminals, refined, changes, criteria, lazy, found  # noqa: F401
