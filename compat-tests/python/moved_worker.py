"""Loads dumps over the models of the corpus in SQLAlchemy 1.3 to 2.1: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "open", "corpus": FOLDER}                               imports zoomodels.py from there: {}
    {"op": "use", "dump": BASE64, "dialect": D, "run": false}      {"sql": S, "params": [[NAME, REPR], ...], "result": rows or null}

SQL, parameters and rows are told as the corpus records them, see its README.md: an entity as [class, [[attribute, repr], ...]], a statement
that changes rows as ["rowcount", number]; it is run on a copy, and rolled back. A request that fails is answered with {"error", "message"}.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import importlib
import os
import re
import shutil
import sys
import tempfile
import types
import warnings

from answering import answer_all
from sqlalchemy import create_engine, inspect
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.ext import serializer
from sqlalchemy.orm import Query, Session, interfaces, scoped_session, sessionmaker
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import ClauseElement, ClauseList


OPTION = getattr(interfaces, "ORMOption", interfaces.MapperOption)


def without_addresses(text):
    return re.sub(r" ?0x[0-9a-f]+", "", text)


def dialect_named(name):
    if name == "default":
        return DefaultDialect()
    if name == "postgresql":
        return importlib.import_module("sqlalchemy.dialects.postgresql.base").PGDialect(paramstyle="pyformat")
    return importlib.import_module("sqlalchemy.dialects." + name).dialect()


def is_row(value):
    return isinstance(value, tuple) or hasattr(value, "_mapping")


def told(value):
    if isinstance(value, list) or is_row(value):
        return [told(item) for item in value]
    state = None if value is None or isinstance(value, type) else inspect(value, raiseerr=False)
    if getattr(state, "mapper", None) is not None and hasattr(state, "dict"):
        loaded = sorted((name, each) for name, each in state.dict.items() if not name.startswith("_sa"))
        return [type(value).__name__, [[name, told(each)] for name, each in loaded]]
    return without_addresses(repr(value))


def statement_of(loaded):
    if isinstance(loaded, Query):
        return loaded.statement
    if isinstance(loaded, OPTION):
        return Query([users()]).options(loaded).statement
    if hasattr(loaded, "__clause_element__") and not isinstance(loaded, ClauseElement):
        return loaded.__clause_element__()
    is_entity = not hasattr(loaded, "compile") and getattr(inspect(loaded, raiseerr=False), "selectable", None) is not None
    return Query([loaded]).statement if is_entity else loaded


def users():
    return importlib.import_module("zoomodels").User


def stand_in(name, **functions):
    """A module that dumps name and that is not handed on with them. A criterion matters only to statements about its class."""
    module = types.ModuleType(name)
    vars(module).update(functions)
    sys.modules[name] = module


def any_object(cls):
    return cls.id == cls.id


class Worker:
    def op_open(self, request):
        folder = request["corpus"]
        sys.path.insert(0, folder)
        stand_in("zoo", _crit=any_object)
        self._metadata = importlib.import_module("zoomodels").metadata
        copy = os.path.join(tempfile.mkdtemp(), "data.sqlite")
        shutil.copy(os.path.join(folder, "data.sqlite"), copy)
        self._engine = create_engine("sqlite:///" + copy)
        self._sessions = scoped_session(sessionmaker(bind=self._engine))
        return {}

    def op_use(self, request):
        structure = serializer.loads(base64.b64decode(request["dump"]), self._metadata, self._sessions, self._engine)
        loaded = ClauseList(*structure) if isinstance(structure, list) else structure
        compiled = statement_of(loaded).compile(dialect=dialect_named(request["dialect"]))
        params = sorted([name, without_addresses(repr(value))] for name, value in compiled.params.items())
        return {"sql": str(compiled), "params": params, "result": self._run(loaded) if request["run"] else None}

    def _run(self, loaded):
        with self._engine.connect() as connection:
            transaction = connection.begin()
            session = Session(bind=connection)
            try:
                if isinstance(loaded, Query):
                    rows = loaded.with_session(session).all()
                    return [told(row) for row in rows]
                # A session would look for the objects that change.
                result = (connection if isinstance(loaded, UpdateBase) else session).execute(loaded)
                if not getattr(result, "returns_rows", True):
                    return ["rowcount", result.rowcount]
                return [[told(value) for value in row] for row in (result.unique() if hasattr(result, "unique") else result)]
            finally:
                session.close()
                transaction.rollback()


if __name__ == "__main__":
    worker = Worker()
    warnings.simplefilter("ignore")
    answer_all(lambda request: getattr(worker, "op_" + request["op"])(request))
