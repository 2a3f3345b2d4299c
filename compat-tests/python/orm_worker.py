"""Tells what SQLAlchemy makes of a dump of an ORM construct: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "told", "name": NAME, "dump": BASE64}    as a line of python-fixtures/good/2.0/orm/expected, with the SQL of its first dialect only
    {"op": "dump", "seed": S or "choices": [...]}    a statement by orm_grammar: {"choices", "source"}, and "dump" where Python can dump it
    {"op": "random", "seed" or "choices"}    the same, dumped by another process, and in "expected" such a line
    {"op": "told", "choices": [...], "dump": BASE64}    as above, of a dump of that random statement
    {"op": "restricted", "name": NAME, "dump": BASE64}    {"differs": what the restricted loads() makes of it, or null where that is what SQLAlchemy's makes of it}

The construct of that name says what is asked of the dump. A request that fails is answered with {"error", "message"}.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import gc
import json
import os
import subprocess
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [os.path.join(HERE, "..", "..", "python-fixtures"), os.path.join(HERE, "..", "..", "python")]

import sqlalchemy as sa  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402
from sqlalchemy.orm import Session  # noqa: E402

import brine_catalog  # noqa: E402
import brine_envelope  # noqa: E402
import encoding  # noqa: E402
import music  # noqa: E402
import music.bands  # noqa: E402
import music.criteria  # noqa: E402
import orm_grammar  # noqa: E402
import orm_expect  # noqa: E402
import orm_running  # noqa: E402
from answering import answer_all  # noqa: E402
from describe import failure  # noqa: E402
from same_opcodes import alike  # noqa: E402

# What the queries use that is not SQLAlchemy's own.
ADMITTED = (music.bands.Mood, music.criteria.not_loud)

MAPPED = tuple(mapper.class_ for mapper in brine_catalog.all_mappers())

# Of the random statements.
DIALECTS = ("default", "sqlite", "postgresql")

# The process that dumps them, once it is needed.
another = []

# What a query is may hang on the order of a set, which is another each time.
ATTEMPTS = 8


def told(request, load=orm_expect.load):
    case = orm_grammar.case_of(made(request)) if "choices" in request else orm_expect.CASES[request["name"]]
    case = case._replace(dialects=case.dialects[:1])
    return orm_expect.told(case, load(base64.b64decode(request["dump"])))


def made(request):
    return orm_grammar.random_statement(request["seed"]) if "seed" in request else orm_grammar.chosen_statement(request["choices"])


def dumped(request):
    statement = made(request)
    answer = {"choices": statement.choices.made, "source": statement.source}
    # An aliased class that was collected is made again by SQLAlchemy, a little otherwise.
    gc.disable()
    try:
        answer["dump"] = base64.b64encode(serializer.dumps(orm_grammar.case_of(statement).build(), 5)).decode()
    except Exception:
        pass  # whatever keeps SQLAlchemy from building or dumping it
    finally:
        gc.enable()
    return answer


def random(request):
    answer = ask_another(dict(request, op="dump"))
    if "dump" in answer:
        case = orm_grammar.case_of(made(answer))._replace(dialects=DIALECTS)
        answer["expected"] = orm_expect.expected_of(case, {"5": answer["dump"]})
    return answer


def ask_another(request):
    """The answer of another process: in the one that dumped it SQLAlchemy would take addresses in a dump for those of its own objects."""
    if not another:
        another.append(subprocess.Popen([sys.executable, os.path.abspath(__file__)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"))
    print(json.dumps(request), file=another[0].stdin, flush=True)
    return json.loads(another[0].stdout.readline())


def load_restricted(dump):
    return brine_envelope.loads(dump, music.metadata, lambda: Session(), sa.create_engine("sqlite://"), classes=MAPPED, admit=ADMITTED)


def restricted(request):
    dump = base64.b64decode(request["dump"])
    try:
        if alike(load_restricted(dump), orm_expect.load(dump)):
            return {"differs": None}
    except Exception:
        pass  # what refuses it is told by what follows
    for _ in range(ATTEMPTS):
        found = attempt(request, load_restricted)
        if found == attempt(request, orm_expect.load):
            return {"differs": None}
    return {"differs": found}


def attempt(request, load):
    try:
        return encoding.dumps(told(request, load))
    except Exception as error:
        return encoding.dumps({"error": type(error).__name__})


OPERATIONS = {"told": told, "dump": dumped, "random": random, "restricted": restricted}


def answer(request):
    return OPERATIONS[request["op"]](request)


def main():
    warnings.simplefilter("ignore")
    orm_running.prepare()
    answer_all(answer, encoding.dumps, failure)


if __name__ == "__main__":
    main()
