"""Writes one series' dumps of ORM constructs; started by generate.py with the Python of that series' virtual environment.

A line of ``dumps/<family>.jsonl`` has the dumps of a construct by protocol; of what cannot be dumped there is none.
"""

import base64
import gc
import json
import os
import pickle
import sys
import warnings

import sqlalchemy.orm  # noqa: F401
from sqlalchemy.ext import serializer

import steady

steady.install()

import music  # noqa: E402
from files import write, write_lines  # noqa: E402
from orm import CASES, named  # noqa: E402
from own_process import in_own_process  # noqa: E402


def dumps(name):
    """The dumps of a construct by protocol."""
    steady.restart()
    # An aliased class that was collected is made again by SQLAlchemy, a little otherwise.
    gc.disable()
    try:
        return {protocol: serializer.dumps(CASES[name].build(), protocol) for protocol in CASES[name].protocols}
    except Exception:  # whatever keeps SQLAlchemy from dumping it
        return {}


def main(folder, *families):
    warnings.simplefilter("ignore")
    names, texts = named(families), {}
    for name, made in zip(names, in_own_process(dumps, names)):
        family = CASES[name].family
        line = {"name": name, "dumps": {str(protocol): base64.b64encode(data).decode() for protocol, data in made.items()}}
        texts[family] = texts.get(family, "") + json.dumps(line) + "\n"
    write_lines(os.path.join(folder, "dumps"), texts, not families)
    if not families:
        write(os.path.join(folder, "metadata.pickle"), pickle.dumps(music.metadata, 4))


if __name__ == "__main__":
    main(*sys.argv[1:])
