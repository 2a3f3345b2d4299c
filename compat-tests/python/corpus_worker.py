"""Loads dumps over the models of the corpus: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "open", "corpus": FOLDER}                               imports zoomodels.py from there: {}
    {"op": "query", "dump": BASE64, "dialect": D}                  of the ORM: {"sql": S, "params": [[NAME, REPR], ...]}
    {"op": "use", "dump": BASE64, "dialect": D, "run": false}      {"sql": S, "params": [[NAME, REPR], ...], "result": rows or null}

SQL, parameters and rows are told as the corpus records them, see its README.md. A request that fails is answered with {"error", "message"}.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import importlib
import os
import re
import sys
import warnings

from sqlalchemy import create_engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.ext import serializer
from sqlalchemy.orm import Query
from sqlalchemy.sql import elements

from answering import answer_all


def without_addresses(text):
    return re.sub(r" ?0x[0-9a-f]+", "", text)


def dialect_named(name):
    if name == "default":
        return DefaultDialect()
    if name == "postgresql":
        return importlib.import_module("sqlalchemy.dialects.postgresql.base").PGDialect(paramstyle="pyformat")
    return importlib.import_module("sqlalchemy.dialects." + name).dialect()


def loaded(dump, metadata, scoped_session=None, engine=None):
    structure = serializer.loads(base64.b64decode(dump), metadata, scoped_session, engine)
    return elements.ClauseList(*structure) if isinstance(structure, list) else structure


class Worker:
    def op_open(self, request):
        folder = request["corpus"]
        sys.path.insert(0, folder)
        self._models = importlib.import_module("zoomodels")
        self._metadata = self._models.metadata
        self._engine = create_engine("sqlite:///file:%s?mode=ro&uri=true" % os.path.join(folder, "data.sqlite"))
        return {}

    def op_use(self, request):
        structure = loaded(request["dump"], self._metadata)
        compiled = structure.compile(dialect=dialect_named(request["dialect"]))
        params = sorted([name, without_addresses(repr(value))] for name, value in compiled.params.items())
        return {"sql": str(compiled), "params": params, "result": self._rows(structure) if request["run"] else None}

    def op_query(self, request):
        structure = loaded(request["dump"], self._metadata, self._models.Session)
        statement = structure.statement if isinstance(structure, Query) else structure
        if hasattr(statement, "__clause_element__"):
            statement = statement.__clause_element__()
        compiled = statement.compile(dialect=dialect_named(request["dialect"]))
        params = sorted([name, without_addresses(repr(value))] for name, value in compiled.params.items())
        return {"sql": str(compiled), "params": params}

    def _rows(self, statement):
        with self._engine.connect() as connection:
            return [[repr(value) for value in row] for row in connection.execute(statement)]


def main(worker):
    warnings.simplefilter("ignore")
    answer_all(lambda request: getattr(worker, "op_" + request["op"])(request))


if __name__ == "__main__":
    main(Worker())
