"""Writes one series' fixtures; started by generate.py with the Python of that series' virtual environment.

Each construct is built and dumped in a process of its own: types remember being used, so one construct's dump would otherwise
depend on those before it.
"""

import argparse
import multiprocessing
import os
import pickle
import sqlite3
import sys
import tempfile
import warnings

import sqlalchemy as sa
from sqlalchemy.ext import serializer

from steady import steady_names, steady_sets

steady_sets()

import encoding  # noqa: E402
import shop  # noqa: E402
from constructs import CASES  # noqa: E402
from describe import describe, failure, fetch  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
PROTOCOLS = range(6)


def make(name):
    """The dumps of a construct by protocol, and what SQLAlchemy says about it."""
    case = CASES[name]
    dumps = {}
    for protocol in PROTOCOLS:
        try:
            with steady_names():
                dumps[protocol] = serializer.dumps(case.build(), protocol)
        except (pickle.PicklingError, TypeError):
            # Protocol 0 cannot write a persistent id that is not ASCII; 0 and 1 cannot write an object with slots.
            if protocol > 1:
                raise
    thing = case.build()
    expected = {"name": name, "family": case.family, "dialects": list(case.dialects), "protocols": list(dumps)}
    expected.update(describe(thing, case.dialects, case.styles))
    if case.run and expected["kind"] == "select":
        expected["ordered"] = bool(getattr(thing, "_order_by_clauses", ()))
        with shop.connect().connect() as connection:
            expected.update(fetch(thing, connection))
    return name, dumps, expected


def check(job):
    """Load a construct's dumps in a process that has not seen it, and compare: the trouble with dumps Python itself cannot use."""
    name, dumps, expected = job
    case = CASES[name]
    for data in dumps.values():
        try:
            thing = serializer.loads(data, shop.metadata)
            again = describe(thing, case.dialects, case.styles)
            if "rows" in expected:
                with shop.connect().connect() as connection:
                    again.update(fetch(thing, connection))
        except Exception as error:
            return name, failure(error)
        for key in again:
            if encoding.dumps(again[key]) != encoding.dumps(expected[key]):
                broken = [form for form in again.get("sql", {}).values() if "error" in form]
                return name, broken[0] if broken else {"error": "differs", "message": key}
    return name, None


def in_own_process(function, jobs, named):
    """``function`` of each job, each in a fresh copy of this process; a failure names its construct."""
    with multiprocessing.get_context("fork").Pool(maxtasksperchild=1) as pool:
        waiting = [(named(job), pool.apply_async(function, (job,))) for job in jobs]
        answers = []
        for name, answer in waiting:
            try:
                answers.append(answer.get())
            except Exception as error:
                raise SystemExit("construct %s: %r" % (name, error)) from error
        return answers


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)


def write_good(folder, only):
    names = [name for name in CASES if not only or name in only]
    made = in_own_process(make, names, str)
    troubles = dict(in_own_process(check, made, lambda job: job[0]))
    lines, wanted = [], {"expected.jsonl"}
    for name, dumps, expected in made:
        for protocol, data in dumps.items():
            file = "%s.p%d.pickle" % (name, protocol)
            write(os.path.join(folder, file), data)
            wanted.add(file)
        if troubles[name]:
            expected["reload"] = troubles[name]
            print("%s: Python cannot use its own dump: %s" % (name, troubles[name]))
        lines.append(encoding.dumps(expected) + "\n")
    if not only:
        write(os.path.join(folder, "expected.jsonl"), "".join(lines).encode("utf-8"))
        for stray in set(os.listdir(folder)) - wanted:
            os.remove(os.path.join(folder, stray))


def write_schema(folder):
    """The metadata and the rows, as a pickle, a database and text."""
    write(os.path.join(folder, "metadata.pickle"), pickle.dumps(shop.metadata, 4))
    with tempfile.TemporaryDirectory() as temporary:
        path = os.path.join(temporary, "data.sqlite")
        shop.fill(sa.create_engine("sqlite:///" + path)).dispose()
        text = text_of(path)
        target = os.path.join(folder, "data.sqlite")
        # The file's header holds SQLite's version: rewritten only when its content changes.
        if not os.path.exists(target) or text != text_of(target):
            with open(path, "rb") as database:
                write(target, database.read())
        write(os.path.join(folder, "data.sql"), text.encode("utf-8"))


def text_of(path):
    with sqlite3.connect("file:%s?mode=ro" % path, uri=True) as database:
        return "\n".join(database.iterdump()) + "\n"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("series")
    arguments.add_argument("only", nargs="*", help="names of constructs, to write only their dumps")
    options = arguments.parse_args()
    if not sa.__version__.startswith(options.series):
        sys.exit("this is SQLAlchemy %s, not %s" % (sa.__version__, options.series))
    warnings.simplefilter("ignore", sa.exc.SAWarning)
    folder = os.path.join(HERE, "good", options.series)
    write_good(folder, options.only)
    if not options.only:
        write_schema(folder)


if __name__ == "__main__":
    main()
