"""Tells of any SQLAlchemy from 1.3 whether a dump is to it what it builds itself: one JSON request a line in, one JSON answer a line out.

    {"op": "compare", "name": NAME, "dump": BASE64}    of a construct of python-fixtures
    {"op": "compare", "name": NAME}                    whether it builds the construct at all

An answer has ``verdict``: ``unbuildable`` (what this release cannot build it need not load), ``built`` (there is no dump), ``same`` (as built here,
or as built, dumped and loaded here), ``differs`` (with ``got`` and ``own``), or ``error`` and ``message``.
Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import json
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.abspath(os.path.join(HERE, "..", "..", "python-fixtures"))
sys.path[1:1] = [FIXTURES]
os.environ.setdefault("BRINE_GOOD", os.path.join(FIXTURES, "good", "2.0"))

from sqlalchemy.ext import serializer  # noqa: E402

import encoding  # noqa: E402
from answering import answer_all  # noqa: E402
from past.absent import Absent  # noqa: E402
from past.loading import Loader  # noqa: E402
from past.telling import tell  # noqa: E402


def constructs():
    """Those that this release can name, by name."""
    loader = Loader(FIXTURES)
    for written_for_2_0 in ("shop", "custom", "constructs.registry"):
        loader.load(written_for_2_0)
    import constructs

    for module in constructs.MODULES:
        loader.load("constructs." + module)
    return sys.modules["constructs.registry"].CASES


def told(case):
    """What it compiles to and fetches; not the class, for which there may be two."""
    Absent.building = True
    answer = tell(case)
    return encoding.dumps({key: value for key, value in answer.items() if key not in ("kind", "class")})


def attempt(case):
    try:
        return told(case)
    except Exception:  # whatever it raises, it cannot be had here
        return None


def isolated(answer, request):
    """In a process of its own: what a construct changes for others, as hints do in 2.0.0, must not outlive it."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        try:
            told = answer(request)
        except BaseException as error:
            told = shortly_told(error)
        with os.fdopen(sender, "w") as out:
            json.dump(told, out)
        os._exit(0)
    os.close(sender)
    with os.fdopen(receiver) as source:
        text = source.read()
    os.waitpid(child, 0)
    return json.loads(text)


class Worker:
    def __init__(self):
        self._cases = constructs()
        self._metadata = sys.modules["shop"].metadata

    def answer(self, request):
        return isolated(self._compare, request)

    def _compare(self, request):
        case = self._cases.get(request["name"])
        own = case and (attempt(case) or self._again(case))
        if not own:
            return {"verdict": "unbuildable"}
        if not request.get("dump"):
            return {"verdict": "built"}
        dump = base64.b64decode(request["dump"])
        got = told(case._replace(build=lambda: self._loads(dump)))
        # Some releases cannot use a few of their own dumps, or never come to an end.
        if got in (own, None if got == own else self._again(case)):
            return {"verdict": "same"}
        return {"verdict": "differs", "got": got, "own": own}

    def _again(self, case):
        """As built, dumped and loaded here; None if that fails."""
        return attempt(case._replace(build=lambda: self._loads(serializer.dumps(case.build()))))

    def _loads(self, dump):
        return serializer.loads(dump, self._metadata, None, None)


def shortly_told(error):
    return {"error": type(error).__name__, "message": str(error)[:300]}


def main():
    warnings.simplefilter("ignore")
    answer_all(Worker().answer, failure=shortly_told)


if __name__ == "__main__":
    main()
