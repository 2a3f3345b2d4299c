# -*- coding: utf-8 -*-
"""Writes the fixtures of dev.brine.pickle's tests: one file for this Python and each protocol.

    python make_values.py

A line of values-*.tsv is: name, what the value is (samples.describe), its pickle in base64. Of
shapes-*.tsv: name, pickle. Of large-*.tsv: name, SHA-256 of the pickle, which is too large to keep.
Made with CPython 2.7.18, 3.8.18 and 3.13.0, the last with pytz 2025.2.
"""
from __future__ import print_function

import base64
import hashlib
import io
import os
import pickle
import sys

import samples

if not samples.PY3:
    import cPickle as pickle

FOLDER = os.path.dirname(os.path.abspath(__file__))

LARGE = [
    ("text of 65535", u"x" * 65535),
    ("text of 65536", u"x" * 65536),
    ("texts around frames", [1, u"x" * 70000, 2, u"y" * 65535, u"z" * 65536, 3]),
    ("wide text", [u"\xe9" * 40000]),
    ("many small values", [[i, float(i)] for i in range(20000)]),
    ("int of 600000 bits", [1 << 600000, u"x"]),
]


def dump(value, protocol):
    try:
        return pickle.dumps(value, protocol)
    except Exception as error:  # as little of it as this Python and protocol can say
        print("left out:", sys.version_info[:2], protocol, repr(error)[:90])
        return None


def write(kind, protocol, rows):
    name = "%s-py%d%d-p%d.tsv" % ((kind,) + sys.version_info[:2] + (protocol,))
    with io.open(os.path.join(FOLDER, name), "w", encoding="ascii", newline="\n") as out:
        for row in rows:
            out.write(u"\t".join(row) + u"\n")


def text(data):
    return base64.b64encode(data).decode("ascii")


def described(value, protocol):
    """What the pickle holds, which below protocol 4 is less than the value: the fold is gone."""
    return samples.describe(pickle.loads(pickle.dumps(value, protocol)))


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    values, shapes, large = [], [], []
    for name, value in samples.VALUES:
        dumped = dump(value, protocol)
        if dumped is not None:
            values.append((u"%s" % name, u"%s" % described(value, protocol), text(dumped)))
    for name, value in samples.SHAPES:
        dumped = dump(value, protocol)
        if dumped is not None:
            shapes.append((u"%s" % name, text(dumped)))
    for name, value in LARGE:
        if protocol >= 2:
            digest = hashlib.sha256(dump(value, protocol)).hexdigest()
            large.append((u"%s" % name, u"%s" % digest))
    write("values", protocol, values)
    if samples.PY3 and protocol >= 2:
        write("shapes", protocol, shapes)
        write("large", protocol, large)
