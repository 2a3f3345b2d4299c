"""As corpus_worker.py, for SQLAlchemy 1.3 to 2.1: a Query too is compiled and run, and what changes rows is run and rolled back, on a copy.

An entity is told as [class, [[attribute, repr], ...]], a statement that changes rows as ["rowcount", number].
"""

import importlib
import os
import shutil
import sys
import tempfile
import types

import corpus_worker
from sqlalchemy import create_engine, inspect
from sqlalchemy.orm import Query, Session, interfaces, scoped_session, sessionmaker
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import ClauseElement


OPTION = getattr(interfaces, "ORMOption", interfaces.MapperOption)


def is_row(value):
    return isinstance(value, tuple) or hasattr(value, "_mapping")


def told(value):
    if isinstance(value, list) or is_row(value):
        return [told(item) for item in value]
    state = None if value is None or isinstance(value, type) else inspect(value, raiseerr=False)
    if getattr(state, "mapper", None) is not None and hasattr(state, "dict"):
        loaded = sorted((name, each) for name, each in state.dict.items() if not name.startswith("_sa"))
        return [type(value).__name__, [[name, told(each)] for name, each in loaded]]
    return corpus_worker.without_addresses(repr(value))


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


class Worker(corpus_worker.Worker):
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
        loaded = corpus_worker.loaded(request["dump"], self._metadata, self._sessions, self._engine)
        compiled = statement_of(loaded).compile(dialect=corpus_worker.dialect_named(request["dialect"]))
        params = sorted([name, corpus_worker.without_addresses(repr(value))] for name, value in compiled.params.items())
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
    corpus_worker.main(Worker())
