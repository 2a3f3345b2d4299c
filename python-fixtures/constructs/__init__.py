"""The one list of named constructs the fixtures are made of.

A case is a line in the module of its family::

    case("eq_int", lambda: find(users.c.age == 30))

whose name becomes ``<family>_eq_int``. ``CASES`` holds those of the modules loaded so far, by name, in the order written.
"""

import importlib

from .registry import CASES, PROTOCOLS, Case, named  # noqa: F401

MODULES = (
    *("columns", "where", "operators", "ordering", "joins", "aliases", "functions", "binds", "roots", "demo"),
    *("subqueries", "compounds", "ctes", "clauses"),
    *("inserts", "updates", "deletes", "upserts"),
    *("texts", "lightweight", "table_valued", "special_froms"),
    *("conversions", "windows", "patterns", "json", "arrays", "pgoperators"),
    *("customs", "custom_types", "definitions", "sequences"),
    *("types",),
    *("combined", "vendors", "naming", "rarities"),
)


def load(module):
    """Adds a module's cases to ``CASES``; the names of those."""
    known = set(CASES)
    importlib.import_module("constructs." + module)
    return [name for name in CASES if name not in known]


def load_all():
    """Adds all cases; the module of each by its name."""
    return {name: module for module in MODULES for name in load(module)}
