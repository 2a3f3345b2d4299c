"""The statements whose rows are compared, a module for each few families; see ``registry.py``."""

from . import changes, columns, expressions, operators, selects, zoned  # noqa: F401
from .registry import CASES, DATABASES, of  # noqa: F401
