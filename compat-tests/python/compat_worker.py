"""Answers the Java tests' questions about dumps: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "load", "dump": BASE64, "dialects": [...], "run": true}    what SQLAlchemy makes of a dump
    {"op": "reload", ...}                                             the same, of the dump loaded, dumped and loaded once more
    {"op": "dump", "construct": NAME, "protocol": N}                  {"dump": BASE64}: the dump of a construct of the fixtures
    {"op": "value", "pickle": BASE64}                                 {"type", "repr"}: a plain pickle
    {"op": "repickle", "pickle": BASE64, "protocol": N}               {"pickle": BASE64}: loaded and pickled again
    {"op": "version"}                                                 {"python", "sqlalchemy"}

Optional: "styles": true, "spellings": true for more forms of the SQL. Answers have the shape of python-fixtures' expected.jsonl; a request that
fails is answered with {"error", "message"}. Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import io
import json
import os
import pickle
import platform
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "python-fixtures"))

import sqlalchemy as sa  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402
from sqlalchemy.orm import scoped_session, sessionmaker  # noqa: E402

import encoding  # noqa: E402
import shop  # noqa: E402
from constructs import CASES  # noqa: E402
from constructs.registry import DIALECTS  # noqa: E402
from describe import describe, failure, fetch  # noqa: E402


class Worker:
    def __init__(self):
        self._engine = shop.connect()
        self._session = scoped_session(sessionmaker(bind=self._engine))

    def answer(self, request):
        return getattr(self, "op_" + request["op"])(request)

    def op_load(self, request):
        return self._describe(self._loads(base64.b64decode(request["dump"])), request)

    def op_reload(self, request):
        thing = self._loads(base64.b64decode(request["dump"]))
        again = serializer.dumps(thing, request.get("protocol", pickle.HIGHEST_PROTOCOL))
        return self._describe(self._loads(again), request)

    def op_dump(self, request):
        dump = serializer.dumps(CASES[request["construct"]].build(), request["protocol"])
        return {"dump": base64.b64encode(dump).decode("ascii")}

    def op_value(self, request):
        value = pickle.loads(base64.b64decode(request["pickle"]))
        return {"type": type(value).__module__ + "." + type(value).__qualname__, "repr": repr(value)}

    def op_repickle(self, request):
        value = pickle.loads(base64.b64decode(request["pickle"]))
        return {"pickle": base64.b64encode(pickle.dumps(value, request["protocol"])).decode("ascii")}

    def op_version(self, request):
        return {"python": platform.python_version(), "sqlalchemy": sa.__version__}

    def _loads(self, dump):
        return serializer.loads(dump, shop.metadata, self._session, self._engine)

    def _describe(self, thing, request):
        dialects = request.get("dialects", DIALECTS)
        answer = describe(thing, dialects, request.get("styles", False), request.get("spellings", False))
        if request.get("run") and answer["kind"] == "select":
            with self._engine.connect() as connection:
                answer.update(fetch(thing, connection))
        return answer


def main():
    warnings.simplefilter("ignore")
    worker = Worker()
    requests = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")
    answers = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    # Whatever is printed by accident must not stand between the answers.
    sys.stdout = sys.stderr
    for line in requests:
        try:
            answer = encoding.dumps(worker.answer(json.loads(line)))
        except BaseException as error:  # a hostile or broken dump may raise anything; the worker lives on
            answer = encoding.dumps(failure(error))
        answers.write(answer + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
