"""Loads every set of equivs/ and fails where its members do not compile to the same SQL; started by generate.py."""

import os
import sys

from sqlalchemy.ext import serializer

import encoding
import shop
from constructs.registry import DIALECTS
from describe import describe


def told(path):
    with open(path, "rb") as dump:
        return encoding.dumps(describe(serializer.loads(dump.read(), shop.metadata), DIALECTS))


def main(folder):
    for name in sorted(os.listdir(folder)):
        members = os.listdir(os.path.join(folder, name))
        if len({told(os.path.join(folder, name, member)) for member in members}) != 1:
            sys.exit("equivs/%s: not all the same" % name)


if __name__ == "__main__":
    main(*sys.argv[1:])
