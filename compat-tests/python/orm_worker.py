"""Tells what SQLAlchemy makes of a dump of an ORM construct: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "told", "name": NAME, "dump": BASE64}    as a line of python-fixtures/good/2.0/orm/expected, with the SQL of its first dialect only

The construct of that name says what is asked of the dump. A request that fails is answered with {"error", "message"}.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import io
import json
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(1, os.path.join(HERE, "..", "..", "python-fixtures"))

import encoding  # noqa: E402
import orm_expect  # noqa: E402
import orm_running  # noqa: E402
from describe import failure  # noqa: E402


def told(request):
    case = orm_expect.CASES[request["name"]]
    case = case._replace(dialects=case.dialects[:1])
    return orm_expect.told(case, orm_expect.load(base64.b64decode(request["dump"])))


OPERATIONS = {"told": told}


def answer(request):
    try:
        return encoding.dumps(OPERATIONS[request["op"]](request))
    except BaseException as error:  # whatever a dump raises, the worker lives on
        return encoding.dumps(failure(error))


def main():
    warnings.simplefilter("ignore")
    orm_running.prepare()
    requests = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")
    answers = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    # Whatever is printed by accident must not stand between the answers.
    sys.stdout = sys.stderr
    for line in requests:
        answers.write(answer(json.loads(line)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
