"""Writes what SQLAlchemy says of each construct, and what becomes of its dumps; started by generate.py after dump.py.

``expected/<family>.jsonl`` comes from the constructs as built, and its ``reload`` from loading their dumps again: why Python itself cannot use them.
"""

import functools
import os
import sys
import warnings

import sqlalchemy as sa
from sqlalchemy.ext import serializer

import encoding
import shop
from constructs import CASES, PROTOCOLS, load_all, named
from describe import change, describe, failure, fetch, gives_rows
from files import write_database, write_lines
from own_process import in_own_process


def expected(name):
    case = CASES[name]
    return _told(case, case.build(), {"name": name, "family": case.family, "dialects": list(case.dialects)})


def _told(case, thing, answer):
    answer.update(describe(thing, case.dialects, case.styles))
    if case.run and gives_rows(thing):
        answer["ordered"] = bool(getattr(thing, "_order_by_clauses", ()))
        with shop.connect().connect() as connection:
            answer.update(fetch(thing, connection))
    if case.run and answer["kind"] == "change":
        with shop.connect().connect() as connection:
            answer["change"] = change(thing, connection)
    return answer


def trouble(folder, name):
    """What is wrong with a construct's dumps once Python has loaded them; None where nothing is."""
    case = CASES[name]
    told = []
    for path in paths(folder, name):
        with open(path, "rb") as dump:
            data = dump.read()
        try:
            told.append(_told(case, serializer.loads(data, shop.metadata), {}))
        except Exception as error:
            return failure(error)
    # Built last: a type that has been used before behaves better than it does in a fresh process.
    wanted = expected(name)
    for found in told:
        for key in found:
            if encoding.dumps(found[key]) != encoding.dumps(wanted[key]):
                broken = [form for form in found.get("sql", {}).values() if "error" in form]
                return broken[0] if broken else {"error": "differs", "message": key}
    return None


def paths(folder, name):
    """The dumps of a construct, lowest protocol first."""
    candidates = [os.path.join(folder, "%s.p%d.pickle" % (name, protocol)) for protocol in PROTOCOLS]
    return [path for path in candidates if os.path.exists(path)]


def main(folder, *families):
    warnings.simplefilter("ignore", sa.exc.SAWarning)
    load_all()
    names = named(families)
    answers = in_own_process(expected, names)
    troubles = in_own_process(functools.partial(trouble, folder), names)
    texts = {}
    for name, answer, told in zip(names, answers, troubles):
        answer["protocols"] = [int(path[-8]) for path in paths(folder, name)]
        if told:
            answer["reload"] = told
        family = CASES[name].family
        texts[family] = texts.get(family, "") + encoding.dumps(answer) + "\n"
    write_lines(os.path.join(folder, "expected"), texts, not families)
    if not families:
        write_database(folder, shop.fill)


if __name__ == "__main__":
    main(*sys.argv[1:])
