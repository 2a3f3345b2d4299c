"""Says what CPython makes of generated opcode streams: what Brine must make of them too.

    python judge.py --seed 1 --count 1000 FOLDER...

FOLDER holds pickles to mutate, besides what is generated. Each line on stdout is one stream,
divided by tabs:

    base64, rules of rules.txt that it meets, the C unpickler, the one in Python, pickletools

where an unpickler's word is "-" and the name of its exception, or "+" and the text of the graph
(canonical.py); "=" stands for the same as the C one's. What pickletools
finds is "+", or "-" where it ends with an error, how many opcodes there are before that, a colon, and the
CRC-32 of their offsets and names. With --streams FILE the streams, in base64, are
the lines of that file.
"""
import argparse
import base64
import gc
import io
import pickle
import pickletools
import resource
import sys
import threading
import types
import warnings
import zlib

import canonical
import streams
import stubs

MEMORY = 1 << 30  # a memo number of ten digits makes CPython ask for gigabytes

# What CPython says where it refuses what Brine reads: the text of the error, and the rule.
REFUSALS = [
    ("unregistered extension code", "extensions"),
    ("pickle exhausted before end of frame", "frames"),
    ("persistent IDs in protocol 0 must be ASCII", "old-persistent-ids"),
]


class ByC(pickle.Unpickler):
    """The unpickler that SQLAlchemy's Deserializer is: written in C, reading a file."""

    def find_class(self, module, name):
        # It does not tell the protocol; but it renames this below protocol 3, and finds it.
        renamed = super().find_class("copy_reg", "_reconstructor") is not None
        return stubs.name(module, name, 2 if renamed else 3)

    def persistent_load(self, pid):
        return stubs.marker(pid)


class ByPython(pickle._Unpickler):
    # Whether it met a bytearray that was to be read only, which becomes a memoryview.
    protected = False

    dispatch = dict(pickle._Unpickler.dispatch)

    def load_readonly_buffer(self):
        if isinstance(self.stack[-1], bytearray):
            ByPython.protected = True
        super().load_readonly_buffer()

    dispatch[pickle.READONLY_BUFFER[0]] = load_readonly_buffer

    def find_class(self, module, name):
        return stubs.name(module, name, self.proto)

    def persistent_load(self, pid):
        return stubs.marker(pid)


def judged(unpickler, stream, errors="surrogateescape"):
    """The verdict; 8-bit strings of Python 2 may be anything: see the rule "eight-bit-strings"."""
    try:
        graph = unpickler(stream, encoding="ascii", errors=errors).load()
    except Exception as error:
        stubs.met.update(rule for said, rule in REFUSALS if said in repr(error))
        return "-" + type(error).__name__
    return "+" + canonical.text(graph)


def judge(stream):
    stubs.met.clear()
    ByPython.protected = False
    by_c = judged(ByC, io.BytesIO(stream))
    rules = set(stubs.met)
    by_python = judged(ByPython, io.BytesIO(stream))
    if pickle.FRAME in stream and ("frames" in stubs.met or loses_bytes(stream, by_c)):
        rules.add("frames")
    if ByPython.protected:
        rules.add("memoryview")
    if "\\56" in by_c and judged(ByC, io.BytesIO(stream), "strict") != by_c:
        rules.add("eight-bit-strings")
    stubs.forget()
    return sorted(rules), by_c, "=" if by_python == by_c else by_python


def disassembled(stream):
    count, checksum, verdict = 0, 0, "+"
    try:
        for opcode, _, offset in pickletools.genops(stream):
            checksum = zlib.crc32(b"%d %s;" % (offset, opcode.name.encode()), checksum)
            count += 1
    except Exception:
        verdict = "-"
    return "%s%d:%d" % (verdict, count, checksum)


def loses_bytes(stream, by_c):
    """Whether an argument crosses the end of a frame, where the C unpickler skips what it has read
    ahead, unless the file lets it peek."""
    peeking = judged(ByC, io.BufferedReader(io.BytesIO(stream), 1 << 20))
    return peeking != by_c


def given(path):
    with open(path, encoding="ascii") as lines:
        for line in lines:
            yield base64.b64decode(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--streams")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")  # of the escapes of streams
    sys.set_int_max_str_digits(0)  # a limit of CPython's, as maxDigits is one of Brine's
    old = types.ModuleType("copy_reg")
    old._reconstructor = None
    sys.modules["copy_reg"] = old
    stubs.register_extensions()
    source = given(options.streams) if options.streams else \
        streams.generate(options.seed, options.count, options.folders)
    gc.disable()  # classes are many and cyclic: it would search for them all the time
    for number, stream in enumerate(source):
        rules, by_c, by_python = judge(stream)
        print(base64.b64encode(stream).decode(), ",".join(rules), by_c, by_python,
              disassembled(stream), sep="\t")
        if number % 2000 == 0:
            gc.collect()


if __name__ == "__main__":
    sys.setrecursionlimit(20_000)
    threading.stack_size(64 << 20)
    thread = threading.Thread(target=main)
    thread.start()
    thread.join()
