"""Reads the modules of constructs under a SQLAlchemy they were not written for.

They are executed a statement at a time: what a statement that fails would have named is ``Absent``, and the rest goes on. What they import
of SQLAlchemy is looked up in ``vocabulary.SAYINGS`` first.
"""

import ast
import importlib
import io
import os
import sys
import types

from past.absent import Absent
from past.vocabulary import SAYINGS

SQLALCHEMY = "sqlalchemy"
# Where a name may have been before the package exported it.
_ELSEWHERE = ("sqlalchemy.sql.expression", "sqlalchemy.sql", "sqlalchemy.types", "sqlalchemy.schema")


class _Vocabulary(object):
    """A module of SQLAlchemy's in which every name can be looked up."""

    def __init__(self, name):
        self.__dict__["_name"] = name

    def __getattr__(self, name):
        return _word(self._name, name)


def _word(module, name):
    if module in (SQLALCHEMY, "sqlalchemy.sql", "sqlalchemy.sql.expression") and name in SAYINGS:
        return SAYINGS[name]
    if module + "." + name in SAYINGS:
        return SAYINGS[module + "." + name]
    for place in (module,) + (_ELSEWHERE if module.count(".") < 2 else ()):
        try:
            found = getattr(importlib.import_module(place), name)
        except (ImportError, AttributeError):
            try:
                found = importlib.import_module(place + "." + name)
            except ImportError:
                continue
        return _Vocabulary(found.__name__) if _is_package(found) else found
    return Absent("%s.%s" % (module, name))


def _is_package(found):
    return isinstance(found, types.ModuleType) and found.__name__.startswith(SQLALCHEMY)


class Loader(object):
    """Reads modules from a folder; ``losses``: the statements that could not be executed, as (module, line, reason)."""

    def __init__(self, folder):
        self.folder = folder
        self.losses = []

    def load(self, name):
        path = os.path.join(self.folder, *name.split(".")) + ".py"
        module = types.ModuleType(name)
        module.__file__ = path
        module.__package__ = name.rpartition(".")[0]
        sys.modules[name] = module
        with io.open(path, "rb") as source:
            tree = ast.parse(source.read(), path)
        for statement in tree.body:
            self._execute(module, statement)
        return module

    def _execute(self, module, statement):
        try:
            if isinstance(statement, ast.ImportFrom) and not statement.level and statement.module.split(".")[0] in (SQLALCHEMY, "shop"):
                self._take(module, statement)
            elif isinstance(statement, ast.Import) and statement.names[0].name == SQLALCHEMY:
                setattr(module, statement.names[0].asname or SQLALCHEMY, _Vocabulary(SQLALCHEMY))
            else:
                _run(module, [statement])
        except Exception as error:  # whatever a SQLAlchemy of the time raises
            reason = "%s: %s" % (type(error).__name__, error)
            self.losses.append((module.__name__, statement.lineno, reason))
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    vars(module).setdefault(node.id, Absent(reason))

    def _take(self, module, statement):
        for alias in statement.names:
            if statement.module == "shop":
                word = getattr(sys.modules["shop"], alias.name, None)
                word = Absent("shop." + alias.name) if word is None else word
            else:
                word = _word(statement.module, alias.name)
            setattr(module, alias.asname or alias.name, word)


def _run(module, statements):
    tree = ast.parse("")
    tree.body = statements
    exec(compile(tree, module.__file__, "exec"), vars(module))
