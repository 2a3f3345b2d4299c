"""Answers the Java tests' questions about dumps: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "load", "dump": BASE64, "dialects": [...], "run": true}    what SQLAlchemy makes of a dump
    {"op": "reload", ...}                                             the same, of the dump loaded, dumped and loaded once more
    {"op": "dump", "construct": NAME, "protocol": N}                  {"dump": BASE64}: the dump of a construct of the fixtures
    {"op": "tree", "expression": TEXT, ...}                           as load, of an expression of python-fixtures/trees that Python builds
    {"op": "tree", "form": TEXT, ...}                                 as load, of one in the form of random_trees.py
    {"op": "value", "pickle": BASE64}                                 {"type", "repr", "described"}: a plain pickle
    {"op": "sample", "name": NAME, "described": TEXT}                 the same, of a value of python-fixtures/pickle/samples.py
    {"op": "samples"}                                                 {"names": [...]}: those that this Python has
    {"op": "repickle", "pickle": BASE64, "protocol": N}               {"pickle": BASE64}: loaded and pickled again
    {"op": "version"}                                                 {"python", "sqlalchemy"}

Optional: "schema": "trees" for the tables of python-fixtures/trees instead of the shop's; "styles": true, "spellings": true for more forms of
the SQL; "uses": true for what becomes of it when Python builds on it. Answers have the shape of python-fixtures' expected.jsonl; a request that
fails is answered with {"error", "message"}. Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import os
import pickle
import platform
import re
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "python-fixtures")
sys.path[1:1] = [os.path.join(FIXTURES, folder) for folder in ("", "trees", "pickle")]

import sqlalchemy as sa  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402
from sqlalchemy.orm import scoped_session, sessionmaker  # noqa: E402

import encoding  # noqa: E402
import expressions  # noqa: E402
import random_trees  # noqa: E402
import samples  # noqa: E402
import schema  # noqa: E402
import shop  # noqa: E402
from answering import answer_all  # noqa: E402
from constructs import CASES, load_all  # noqa: E402
from constructs.registry import DIALECTS  # noqa: E402
from describe import change, describe, failure, fetch, gives_rows  # noqa: E402
from uses import uses  # noqa: E402

load_all()


class Database:
    """Tables and a database that holds their rows."""

    def __init__(self, metadata, rows):
        self._metadata = metadata
        self._rows = rows
        self.engine = shop.connect(metadata, rows)
        self._session = scoped_session(sessionmaker(bind=self.engine))

    def loads(self, dump):
        return serializer.loads(dump, self._metadata, self._session, self.engine)

    def fetch(self, statement):
        """The rows, or why there are none: a parameter without a value, a function SQLite lacks."""
        try:
            with self.engine.connect() as connection:
                return fetch(statement, connection)
        except Exception as error:
            return {"rows": failure(error)}

    def change(self, statement):
        """What the statement changes, in a database of its own: Python's driver does not undo what begins with WITH."""
        try:
            with shop.connect(self._metadata, self._rows).connect() as connection:
                return change(statement, connection)
        except Exception as error:
            return failure(error)


class Worker:
    def __init__(self):
        self._databases = {
            "shop": Database(shop.metadata, shop.ROWS),
            "trees": Database(schema.metadata, schema.ROWS),
        }
        # Two of one name are told apart by what they are.
        self._samples = {(name, samples.describe(value)): value for name, value in samples.VALUES}

    def answer(self, request):
        return getattr(self, "op_" + request["op"])(request)

    def op_load(self, request):
        return self._describe(self._loads(request), request)

    def op_reload(self, request):
        thing = self._loads(request)
        again = serializer.dumps(thing, request.get("protocol", pickle.HIGHEST_PROTOCOL))
        return self._describe(self._database(request).loads(again), request)

    def op_tree(self, request):
        if "form" in request:
            return self._describe(random_trees.build(request["form"]), request)
        return self._describe(expressions.build(request["expression"]), request)

    def op_dump(self, request):
        dump = serializer.dumps(CASES[request["construct"]].build(), request["protocol"])
        return {"dump": base64.b64encode(dump).decode("ascii")}

    def op_value(self, request):
        return self._value(pickle.loads(base64.b64decode(request["pickle"])))

    def op_sample(self, request):
        return self._value(self._samples[request["name"], request["described"]])

    def op_samples(self, request):
        return {"names": [name for name, _ in self._samples]}

    def op_repickle(self, request):
        value = pickle.loads(base64.b64decode(request["pickle"]))
        return {"pickle": base64.b64encode(pickle.dumps(value, request["protocol"])).decode("ascii")}

    def op_version(self, request):
        return {"python": platform.python_version(), "sqlalchemy": sa.__version__}

    def _database(self, request):
        return self._databases[request.get("schema", "shop")]

    def _loads(self, request):
        return self._database(request).loads(base64.b64decode(request["dump"]))

    def _describe(self, thing, request):
        dialects = request.get("dialects", DIALECTS)
        answer = describe(thing, dialects, request.get("styles", False), request.get("spellings", False))
        if request.get("run") and gives_rows(thing):
            answer.update(self._database(request).fetch(thing))
        if request.get("run") and answer["kind"] == "change":
            answer["change"] = self._database(request).change(thing)
        if request.get("uses"):
            answer["uses"] = {name: self._use(make, request) for name, make in uses(thing).items()}
        return answer

    def _use(self, make, request):
        try:
            thing = make()
        except Exception as error:  # a refusal must be the same for both
            return failure(error)
        answer = describe(thing, ["sqlite"], spellings=False)
        if request.get("run") and gives_rows(thing):
            answer.update(self._database(request).fetch(thing))
        return answer

    def _value(self, value):
        # Where an object lies is no part of what it is.
        text = re.sub(" at 0x[0-9a-fA-F]+", "", repr(value))
        kind = type(value).__module__ + "." + type(value).__qualname__
        return {"type": kind, "repr": text, "described": samples.describe(value)}


def main():
    warnings.simplefilter("ignore")
    answer_all(Worker().answer, encoding.dumps, failure)


if __name__ == "__main__":
    main()
