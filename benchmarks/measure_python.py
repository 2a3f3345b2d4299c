"""Measures CPython on the benchmarks' dumps: python measure_python.py RESULT.json, with what requirements.txt names installed."""

import json
import pathlib
import platform
import sys
import time

import sqlalchemy
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext import serializer
from sqlalchemy.util import has_compiled_ext

from make_dumps import PROTOCOL, QUERIES
from models import Base

SAMPLES = 9
SECONDS_A_SAMPLE = 0.1


def microseconds(call):
    """The best of the samples, each of as many calls as fill it."""
    started = time.perf_counter()
    call()
    calls = max(1, int(SECONDS_A_SAMPLE / (time.perf_counter() - started)))
    samples = []
    for _ in range(SAMPLES):
        started = time.perf_counter()
        for _ in range(calls):
            call()
        samples.append((time.perf_counter() - started) / calls)
    return min(samples) * 1e6


def operations(dump):
    """What is measured; nothing of it is cached, since each call has a statement of its own."""
    loaded = serializer.loads(dump, Base.metadata)
    dialect = sqlite.dialect()

    def loads():
        return serializer.loads(dump, Base.metadata)

    def loads_and_compiles():
        compiled = loads().compile(dialect=dialect)
        return str(compiled), compiled.params

    return {"loads": loads, "loadsAndCompiles": loads_and_compiles, "dumps": lambda: serializer.dumps(loaded, PROTOCOL)}


def main(result):
    figures = {}
    for query in QUERIES:
        dump = (pathlib.Path(__file__).parent / "dumps" / (query.__name__ + ".pickle")).read_bytes()
        for name, call in operations(dump).items():
            figures.setdefault(name, {})[query.__name__] = round(microseconds(call), 1)
    build = "with its C extensions" if has_compiled_ext(raise_=False) else "without C extensions"
    python = "%s %s, SQLAlchemy %s %s" % (platform.python_implementation(), platform.python_version(), sqlalchemy.__version__, build)
    print(python)
    pathlib.Path(result).write_text(json.dumps({"python": python, "microseconds": figures}, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
