"""Tells what SQLAlchemy makes of a dump of an ORM construct: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "told", "name": NAME, "dump": BASE64}    as a line of python-fixtures/good/2.0/orm/expected, with the SQL of its first dialect only
    {"op": "restricted", "name": NAME, "dump": BASE64}    {"differs": what the restricted loads() makes of it, or null where that is what SQLAlchemy's makes of it}

The construct of that name says what is asked of the dump. A request that fails is answered with {"error", "message"}.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [os.path.join(HERE, "..", "..", "python-fixtures"), os.path.join(HERE, "..", "..", "python")]

import sqlalchemy as sa  # noqa: E402
from sqlalchemy.orm import Session  # noqa: E402

import brine_catalog  # noqa: E402
import brine_envelope  # noqa: E402
import encoding  # noqa: E402
import music  # noqa: E402
import music.bands  # noqa: E402
import music.criteria  # noqa: E402
import orm_expect  # noqa: E402
import orm_running  # noqa: E402
from answering import answer_all  # noqa: E402
from describe import failure  # noqa: E402
from same_opcodes import alike  # noqa: E402

# What the queries use that is not SQLAlchemy's own.
ADMITTED = (music.bands.Mood, music.criteria.not_loud)

MAPPED = tuple(mapper.class_ for mapper in brine_catalog.all_mappers())

# What a query is may hang on the order of a set, which is another each time.
ATTEMPTS = 8


def told(request, load=orm_expect.load):
    case = orm_expect.CASES[request["name"]]
    case = case._replace(dialects=case.dialects[:1])
    return orm_expect.told(case, load(base64.b64decode(request["dump"])))


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


OPERATIONS = {"told": told, "restricted": restricted}


def answer(request):
    return OPERATIONS[request["op"]](request)


def main():
    warnings.simplefilter("ignore")
    orm_running.prepare()
    answer_all(answer, encoding.dumps, failure)


if __name__ == "__main__":
    main()
