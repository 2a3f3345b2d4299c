"""Runs statements on databases that the Java tests run them on too: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "open", "world": W, "database": D, "address": A}    fills an empty database: {"metadata": BASE64, "statements": [NAME, ...]}
    {"op": "statement", "world", "database", "name": N}        {"dump": BASE64, "after": BASE64 or null, "told": {...}}
    {"op": "random", ..., "seed": S or "choices": [...]}       as "statement", of one by grammar.py, with "choices" and "source"
    {"op": "sql", ..., "choices": [...]}                       {"sql": S}: of that random statement, or why there is none
    {"op": "texts", ..., "seed" or "choices", "dialects": [D]}  {"dump", "source", "choices", "sql": {D: its SQL, null where it is refused}}
    {"op": "reloads", ..., "dump": BASE64}                     {"reloads": false if not even Python can use its own dump}
    {"op": "run", ..., "name": N, "dump": BASE64}              {"told": {...}}: of that dump instead of the statement's own

Worlds are modules of python-fixtures/rows with ``metadata_of``, ``fill`` and ``statements_of``. What is told: ``columns``, ``rows`` and whether they are
``ordered``, or how many rows were ``changed``; and the rows ``after`` a change; or ``error`` and ``message``. Values are ``[type, text]``, see typed.py.
A request that fails is answered with {"error", "message"}. Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import importlib
import os
import pickle
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "python-fixtures")
sys.path[1:1] = [os.path.join(FIXTURES, "rows"), FIXTURES]

from sqlalchemy.engine import URL  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402

import databases  # noqa: E402
import grammar  # noqa: E402
from answering import answer_all  # noqa: E402
from running import changed_table, rest, run  # noqa: E402


class World:
    """A schema in one database, and the statements over it."""

    def __init__(self, name, database, address):
        module = importlib.import_module(name)
        self._engine = databases.connect(database, address)
        self._metadata = module.metadata_of(database)
        self._cases = module.statements_of(database)
        module.fill(self._engine, database)
        # Others may open the file until the next statement.
        self._engine.dispose()

    def told(self):
        return {"metadata": _text(pickle.dumps(self._metadata, 4)), "statements": list(self._cases)}

    def random(self, source, choices):
        statement = grammar.build(source, self._engine.dialect.name)
        answer = self._answer(statement, changed_table(statement))
        answer.update(source=source, choices=choices)
        return answer

    def sql(self, source):
        try:
            return str(grammar.build(source, self._engine.dialect.name).compile(self._engine))
        except Exception as error:
            return str(error)

    def texts(self, source, choices, dialects):
        statement = grammar.build(source, self._engine.dialect.name)
        answer = {"dump": _text(serializer.dumps(statement)), "source": source, "choices": choices}
        answer["sql"] = {name: _compiled(statement, name) for name in dialects}
        return answer

    def statement(self, name):
        case = self._cases[name]
        return self._answer(case.build(), case.after)

    def _answer(self, statement, after):
        # Dumped before it is compiled, as if it were sent by one who does not run it.
        answer = {"dump": _text(serializer.dumps(statement))}
        answer["after"] = None if after is None else _text(serializer.dumps(rest(after)))
        answer["told"] = run(statement, self._engine, after)
        return answer

    def reloads(self, dump):
        """Whether Python can use its own dump: not that of a column whose name holds a colon."""
        try:
            serializer.loads(base64.b64decode(dump), self._metadata)
            return True
        except Exception:
            return False

    def run(self, name, dump):
        statement = serializer.loads(base64.b64decode(dump), self._metadata)
        case = self._cases.get(name)
        return {"told": run(statement, self._engine, case.after if case else changed_table(statement))}


class Worker:
    def __init__(self):
        self._worlds = {}

    def answer(self, request):
        return getattr(self, "op_" + request["op"])(request)

    def op_open(self, request):
        world = World(request["world"], request["database"], request["address"])
        self._worlds[request["world"], request["database"]] = world
        return world.told()

    def op_statement(self, request):
        return self._world(request).statement(request["name"])

    def op_random(self, request):
        return self._world(request).random(*_made(request))

    def op_sql(self, request):
        return {"sql": self._world(request).sql(_made(request)[0])}

    def op_texts(self, request):
        return self._world(request).texts(*_made(request), request["dialects"])

    def op_reloads(self, request):
        return {"reloads": self._world(request).reloads(request["dump"])}

    def op_run(self, request):
        return self._world(request).run(request["name"], request["dump"])

    def _world(self, request):
        return self._worlds[request["world"], request["database"]]


def _made(request):
    return grammar.random_statement(request["seed"]) if "seed" in request else grammar.chosen_statement(request["choices"])


def _compiled(statement, dialect):
    try:
        return str(statement.compile(dialect=URL.create(dialect).get_dialect()()))
    except Exception:  # by an assertion, too
        return None


def _text(data):
    return base64.b64encode(data).decode("ascii")


def main():
    warnings.simplefilter("ignore")
    answer_all(Worker().answer)


if __name__ == "__main__":
    main()
