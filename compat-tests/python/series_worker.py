"""Random statements in any SQLAlchemy from 1.3: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "open", "address": A}                         {"metadata": BASE64}: the pickled tables of bazaar.py, whose rows are in the SQLite A
    {"op": "source", "seed": S or "choices": [...]}      {"source", "choices"}: the statement as Python, by grammar_series.py
    {"op": "build", "source": S, "dialects": [D]}        {"dump": BASE64, "told": ...}, or {"absent": why this series cannot say it}; some are
                                                         dumped after they were compiled
    {"op": "again", "source": S, "dialects": [D]}        {"told": ...}: of the statement dumped and loaded here
    {"op": "use", "dump": BASE64, "dialects": [D]}       {"told": ...}: of a dump

What is told: the ``forms`` by dialect, ``sql``, ``params`` ([name, repr, type]) and the ``columns`` of its rows ([name, type]), or the ``error`` that it is refused
with; and what it has for an ``outcome`` on SQLite, see series_rows.py. A request that fails is answered with {"error", "message"}. Runs what the dump says, as
SQLAlchemy does: only for dumps the tests made.
"""

import base64
import os
import pickle
import re
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.abspath(os.path.join(HERE, "..", "..", "python-fixtures"))
ROWS = os.path.join(FIXTURES, "rows")
sys.path[1:1] = [ROWS, FIXTURES]
os.environ.setdefault("BRINE_GOOD", os.path.join(FIXTURES, "good", "2.0"))

from sqlalchemy.ext import serializer  # noqa: E402

from answering import answer_all  # noqa: E402
from past.absent import Absent  # noqa: E402
from past.loading import Loader  # noqa: E402
from past.telling import DIALECTS  # noqa: E402

for _written_for_2_0 in ("bazaar", "grammar_changes", "grammar_shapes", "grammar", "grammar_phrases", "grammar_series"):
    Loader(ROWS).load(_written_for_2_0)
import bazaar  # noqa: E402
import grammar_series  # noqa: E402
from series_rows import Rows  # noqa: E402


def forms(statement, dialects):
    return {name: _compiled(statement, DIALECTS[name]) for name in dialects}


def _compiled(statement, dialect):
    try:
        compiled = statement.compile(dialect=dialect)
        binds = [[str(name), repr(value), _kind(compiled, name, value)] for name, value in sorted(compiled.params.items())]
        return {"sql": str(compiled), "params": binds, "columns": _columns(compiled)}
    except Exception as error:  # whatever it raises it refuses
        return {"error": type(error).__name__}


def _kind(compiled, name, value):
    """The type of a parameter; of what an empty list would hold only how many columns it has."""
    if name not in compiled.binds:
        return None
    kind = compiled.binds[name].type
    return _shown(kind) if value != [] else len(getattr(kind, "types", "x"))


def _columns(compiled):
    return [[str(column[0]), _shown(column[3])] for column in compiled._result_columns or ()]


# Where it lies in memory, and how a series spells the very same type: the flag for a constraint has another default in each, text was Unicode before 2.0,
# and an index of JSON has kinds since 1.4.
_SPELLINGS = ((" at 0x[0-9a-f]+", ""), (r"(, )?create_constraint=\w+", ""), (r"\bUnicode\(", "String("), (r"\bJSON(Int|Str)IndexType\b", "JSONIndexType"))


def _shown(kind):
    shown = repr(kind)
    for pattern, spelling in _SPELLINGS:
        shown = re.sub(pattern, spelling, shown)
    return shown


class Worker:
    def answer(self, request):
        return getattr(self, "op_" + request["op"])(request)

    def op_open(self, request):
        self._rows = Rows(request["address"][1:])
        return {"metadata": base64.b64encode(pickle.dumps(bazaar.metadata, 4)).decode("ascii")}

    def op_source(self, request):
        source, choices = grammar_series.random_statement(request["seed"]) if "seed" in request else grammar_series.chosen_statement(request["choices"])
        return {"source": source, "choices": choices}

    def op_build(self, request):
        Absent.building = True
        try:
            statement = grammar_series.build(request["source"])
            dump = serializer.dumps(statement if len(request["source"]) % 2 else self._used(request["source"]))
        except Exception as error:  # whatever keeps this series from it
            return {"absent": "%s: %s" % (type(error).__name__, error)}
        return {"dump": base64.b64encode(dump).decode("ascii"), "told": self._told(statement, request)}

    def _told(self, statement, request):
        return {"forms": forms(statement, request["dialects"]), "outcome": self._rows.outcome(statement)}

    def _used(self, source):
        """As programs dump what they have run: it keeps what was found out about it."""
        statement = grammar_series.build(source)
        forms(statement, DIALECTS)
        return statement

    def op_again(self, request):
        Absent.building = True
        dump = serializer.dumps(grammar_series.build(request["source"]))
        return {"told": self._told(serializer.loads(dump, bazaar.metadata), request)}

    def op_use(self, request):
        return {"told": self._told(serializer.loads(base64.b64decode(request["dump"]), bazaar.metadata), request)}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    answer_all(Worker().answer)
