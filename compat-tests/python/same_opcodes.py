"""Whether two things are dumped alike but for the order of sets, which is another each time, and for which object refers to which again."""

import pickletools
import re

from sqlalchemy.ext import serializer

_OF_THE_MEMO = ("MEMOIZE", "FRAME", "BINGET", "LONG_BINGET", "MARK")

# The addresses in anonymous names.
_LARGE_NUMBER = re.compile(r"\d{9,}")


def alike(one, other):
    """False where one of them cannot be dumped at all."""
    try:
        return _opcodes(one) == _opcodes(other)
    except Exception:
        return False


def _opcodes(thing):
    dump = serializer.dumps(thing, 5)
    return sorted((opcode.name, _LARGE_NUMBER.sub("N", str(argument))) for opcode, argument, _ in pickletools.genops(dump) if opcode.name not in _OF_THE_MEMO)
