"""Prints what SQLAlchemy's Core and its dialects have classes for: types, operators and generic functions.

``classes.txt`` lists those that Brine has no word for, and why; CoreClassesIT.java holds the two to each other.
"""

import inspect

from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.dialects.mysql import mariadb
from sqlalchemy.sql import functions, operators, sqltypes, type_api

MODULES = (sqltypes, type_api, postgresql, mysql, mariadb, sqlite, mssql, oracle)


def path(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def kinds():
    for module in MODULES:
        for name, thing in vars(module).items():
            if not name.startswith("_") and inspect.isclass(thing) and issubclass(thing, type_api.TypeEngine):
                yield "type %s" % path(thing)
    for operator in operators._PRECEDENCE:
        if inspect.isroutine(operator):
            yield "operator %s" % operator.__name__
    for registered in functions._registry.values():
        for cls in registered.values():
            yield "function %s" % path(cls)


if __name__ == "__main__":
    print("\n".join(sorted(set(kinds()))))
