"""Tells whether a dump is, to this very SQLAlchemy, what it builds itself: one JSON request a line in, one JSON answer a line out.

    {"op": "compare", "name": NAME, "dump": BASE64}    of a construct of python-fixtures
    {"op": "exists", "names": [[MODULE, NAME], ...]}   {"lacking": [MODULE.NAME, ...]}

An answer to the former has ``verdict``: ``same`` (as built here, or as built, dumped and loaded here), ``differs`` (with ``got`` and
``own``), ``unbuildable`` (what this release cannot build it need not load), or ``error`` and ``message``.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import importlib
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "python-fixtures")
sys.path[1:1] = [FIXTURES, os.path.join(FIXTURES, "trees")]

import sqlalchemy as sa  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402

from answering import answer_all  # noqa: E402

# The fixtures are written for 2.0: what a release lacks fails where it is used, and not where it is imported.
_MODULES = (
    *("sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlalchemy.types", "sqlalchemy.sql.operators"),
    *("sqlalchemy.sql.elements", "sqlalchemy.sql.functions", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.mysql"),
    *("sqlalchemy.dialects.mysql.mariadb", "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql"),
)


class Lacking(Exception):
    """What was used is not there in this release."""


def lacking(path):
    def fail(*arguments, **keywords):
        raise Lacking(path)

    return type(path, (), {"__init__": fail, "__class_getitem__": classmethod(lambda cls, item: cls)})


def tolerate(module):
    def get(name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lacking(module.__name__ + "." + name)

    module.__getattr__ = get


def column_types():
    """Types of columns of the shop, which no dump holds: any others will do."""
    for name, like in (("Double", sa.Float), ("Uuid", sa.String)):
        if not hasattr(sa, name):
            setattr(sa, name, type(name, (sa.types.TypeDecorator,), {"impl": like, "cache_ok": True, "__init__": lambda self, *a, **k: sa.types.TypeDecorator.__init__(self)}))


def resolves(module, name):
    try:
        thing = importlib.import_module(module)
        for part in name.split("."):
            thing = getattr(thing, part)
        return True
    except (ImportError, AttributeError):
        return False


def exists(request):
    return {"lacking": [m + "." + n for m, n in request["names"] if not resolves(m, n)]}


def prepare():
    """Loads the constructs; those of a module that cannot be imported are none."""
    column_types()
    for name in _MODULES:
        tolerate(importlib.import_module(name))
    import constructs

    for module in constructs.MODULES:
        try:
            constructs.load(module)
        except (Lacking, ImportError, AttributeError, TypeError) as error:
            print("without the constructs of %s: %s" % (module, error), file=sys.stderr)


def told(case, thing):
    from describe import describe

    return describe(thing, case.dialects, spellings=False)


def loads(dump):
    import shop

    return serializer.loads(dump, shop.metadata, None, None)


def attempt(make):
    try:
        return make()
    except Exception:  # whatever it raises, it cannot be had here
        return None


def compare(request):
    from constructs import CASES
    import encoding

    case = CASES.get(request["name"])
    if case is None:
        return {"verdict": "unbuildable"}
    own = attempt(lambda: told(case, case.build()))
    again = attempt(lambda: told(case, loads(serializer.dumps(case.build()))))
    if own is None and again is None:
        return {"verdict": "unbuildable"}
    got = told(case, loads(base64.b64decode(request["dump"])))
    text = encoding.dumps(got)
    if text in (encoding.dumps(own), encoding.dumps(again)):
        return {"verdict": "same"}
    return {"verdict": "differs", "got": got, "own": own or again}


OPERATIONS = {"compare": compare, "exists": exists}


class Worker:
    def __init__(self):
        self._is_prepared = False

    def answer(self, request):
        """Some requests are answered before anything is tolerated."""
        if request["op"] == "compare" and not self._is_prepared:
            self._is_prepared = True
            prepare()
        return OPERATIONS[request["op"]](request)


def encoded(answer):
    import encoding

    return encoding.dumps(answer)


def shortly_told(error):
    return {"error": type(error).__name__, "message": str(error)[:300]}


def main():
    warnings.simplefilter("ignore")
    answer_all(Worker().answer, encoded, shortly_told)


if __name__ == "__main__":
    main()
