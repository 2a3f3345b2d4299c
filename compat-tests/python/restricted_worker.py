"""Loads the dumps of other series' fixtures by the restricted loads(), too: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "restricted", "dumps": FILE}    {"loaded", "unloadable", "differences": [...]}: a family of python-fixtures/good/<series>/dumps/<build>

Compared with what SQLAlchemy's own loads() gives. A request that fails is answered with {"error", "message"}.
"""

import gzip
import json
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "python-fixtures")
sys.path[1:1] = [FIXTURES, os.path.join(HERE, "..", "..", "python")]

from sqlalchemy.dialects import postgresql  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402

import brine_envelope  # noqa: E402
import music.bands  # noqa: E402
from answering import answer_all  # noqa: E402
from past.loading import Loader  # noqa: E402
from same_opcodes import alike  # noqa: E402

Loader(FIXTURES).load("shop")
Loader(FIXTURES).load("custom")

import custom  # noqa: E402
import shop  # noqa: E402

ADMITTED = (custom.copy_rows, custom.greatest, custom.marked_select, custom.nullable_sum, shop.Color, shop.color_values, music.bands.Mood)
ADMITTED += (custom.decorating, custom.lowered, custom.marked, custom.shown, custom.trimmed)


def plain(dump):
    return serializer.loads(dump, shop.metadata)


def differs(dump):
    """Where their own dumps tell it apart, which those of true() and of lateral FROMs do from any other, their SQL is asked."""
    found, expected = brine_envelope.loads(dump, shop.metadata, admit=ADMITTED), plain(dump)
    return not alike(found, expected) and sql(found) != sql(expected)


def sql(thing):
    compiled = thing.compile(dialect=postgresql.dialect())
    return str(compiled), repr(compiled.params)


def restricted(request):
    loaded, unloadable, differences = 0, 0, []
    with gzip.open(request["dumps"], "rt", encoding="utf-8") as lines:
        for line in lines:
            fixture = json.loads(line)
            for protocol, text in fixture["dumps"].items():
                dump = text.encode("latin-1")
                try:
                    plain(dump)
                except Exception:
                    unloadable += 1
                    continue
                loaded += 1
                try:
                    if differs(dump):
                        differences.append("%s %s" % (fixture["name"], protocol))
                except Exception as error:
                    differences.append("%s %s: %s" % (fixture["name"], protocol, error))
    return {"loaded": loaded, "unloadable": unloadable, "differences": differences}


def main():
    warnings.simplefilter("ignore")
    answer_all(restricted)


if __name__ == "__main__":
    main()
