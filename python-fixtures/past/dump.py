"""Writes the dumps that one build of SQLAlchemy makes of the constructs; started by past/generate.py.

    python -m past.dump SOURCES FOLDER BUILD PROTOCOLS [MODULE ...]

``FOLDER/dumps/BUILD/<family>.jsonl.gz`` has a line for each construct: its name and its dumps by protocol, each byte a character.
``FOLDER/expected/<family>.jsonl`` has what this SQLAlchemy says of it (``past/telling.py``), or why it cannot be said.
"""

import collections
import gzip
import importlib
import io
import json
import os
import sys
import warnings

from sqlalchemy.ext import serializer

import steady

steady.install()

import encoding  # noqa: E402
from past.absent import Absent  # noqa: E402
from past.loading import Loader  # noqa: E402
from past.telling import first_line, tell  # noqa: E402
from past.workers import forked, in_own_process  # noqa: E402


class Family(object):
    """The constructs of a module, read under this SQLAlchemy."""

    def __init__(self, sources, module, protocols):
        self.registry = importlib.import_module("constructs.registry")
        loader = Loader(sources)
        loader.load("constructs." + module)
        self.protocols = protocols
        self.losses = loader.losses

    def make(self, name):
        """The dumps of a construct by protocol and what is said of it; or only why there is none."""
        case = self.registry.CASES[name]
        steady.restart()
        Absent.building = True
        dumps = {}
        for protocol in self.protocols:
            try:
                dumps[protocol] = serializer.dumps(case.build(), protocol)
            except Exception as error:  # whatever keeps this SQLAlchemy from it
                # Protocol 0 cannot write a persistent id that is Unicode or not ASCII, nor an object with slots.
                if protocol > 1:
                    return {}, absence(name, case.family, "%s: %s" % (type(error).__name__, first_line(error)))
        return dumps, collections.OrderedDict([("name", name), ("family", case.family)] + list(tell(case).items()))


def absence(name, family, reason):
    return collections.OrderedDict([("name", name), ("family", family), ("absent", reason)])


def write_family(folder, build, family, made, expectations):
    """The files of one family."""
    lines = []
    for name, (dumps, _) in made:
        if dumps:
            line = {"name": name, "dumps": dict((str(protocol), data.decode("latin-1")) for protocol, data in dumps.items())}
            lines.append(json.dumps(line, sort_keys=True))
    target = os.path.join(folder, "dumps", build)
    if lines:
        _make(target)
        with open(os.path.join(target, family + ".jsonl.gz"), "wb") as out:
            # Neither a time nor a name, so that the same dumps are the same file.
            packed = gzip.GzipFile("", "wb", 9, out, 0)
            packed.write(("\n".join(lines) + "\n").encode("ascii"))
            packed.close()
    if expectations:
        _make(os.path.join(folder, "expected"))
        with io.open(os.path.join(folder, "expected", family + ".jsonl"), "w", encoding="utf-8", newline="\n") as out:
            for _, (_, told) in made:
                out.write(encoding.dumps(told) + u"\n")


def _make(folder):
    if not os.path.isdir(folder):
        os.makedirs(folder)


def write_module(sources, folder, build, protocols, expectations, module):
    family = Family(sources, module, protocols)
    names = list(family.registry.CASES)
    made = list(zip(names, in_own_process(family.make, names)))
    for each in family.registry.FAMILIES:
        own = [(name, answer) for name, answer in made if answer[1]["family"] == each]
        lost = missing(each, [name for name, _ in own], family.losses)
        write_family(folder, build, each, own + lost, expectations)


def missing(family, known, losses):
    """The constructs that are not even named, since what names them cannot be executed."""
    path = os.path.join(os.environ["BRINE_GOOD"], "expected", family + ".jsonl")
    with io.open(path, encoding="utf-8") as lines:
        names = [json.loads(line)["name"] for line in lines]
    reason = "; ".join(sorted(set(reason for _, _, reason in losses))) or "not written for it"
    return [(name, ({}, absence(name, family, reason))) for name in names if name not in known]


def main(sources, folder, build, protocols, expectations, *modules):
    warnings.simplefilter("ignore")
    for written_for_2_0 in ("shop", "custom", "constructs.registry"):
        Loader(sources).load(written_for_2_0)
    import constructs

    for module in modules or constructs.MODULES:
        forked(write_module, sources, folder, build, [int(each) for each in protocols.split(",")], expectations == "yes", module)


if __name__ == "__main__":
    main(*sys.argv[1:])
