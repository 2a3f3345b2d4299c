"""Writes one series' dumps; started by generate.py with the Python of that series' virtual environment.

Each construct is built and dumped in a process of its own, which knows of no module of constructs but its own: types remember being used,
and objects are counted, so one construct's dump would otherwise depend on those before it.
"""

import os
import pickle
import sys

from sqlalchemy.ext import serializer

import steady

steady.install()

import shop  # noqa: E402
from constructs import CASES, load, load_all, named  # noqa: E402
from files import remove_others, write  # noqa: E402
from own_process import in_own_process  # noqa: E402


def listed(families):
    """The names of some families' constructs, and the module of each."""
    modules = load_all()
    return [(name, modules[name]) for name in named(families)]


def dumps(listed_name):
    """The dumps of a construct by protocol."""
    name, module = listed_name
    load(module)
    steady.restart()
    made = {}
    for protocol in CASES[name].protocols:
        try:
            made[protocol] = serializer.dumps(CASES[name].build(), protocol)
        except (pickle.PicklingError, TypeError):
            # Protocol 0 cannot write a persistent id that is not ASCII; 0 and 1 cannot write an object with slots.
            if protocol > 1:
                raise
    return made


def main(folder, *families):
    [names] = in_own_process(listed, [families])
    os.makedirs(folder, exist_ok=True)
    written = set()
    for (name, _), made in zip(names, in_own_process(dumps, names)):
        for protocol, data in made.items():
            file = "%s.p%d.pickle" % (name, protocol)
            write(os.path.join(folder, file), data)
            written.add(file)
    if not families:
        write(os.path.join(folder, "metadata.pickle"), pickle.dumps(shop.metadata, 4))
        written.add("metadata.pickle")
        remove_others(folder, written)


if __name__ == "__main__":
    main(*sys.argv[1:])
