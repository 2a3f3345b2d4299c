"""Opcode streams to try unpicklers with: made up, and mutated from pickles that are sound.

The same seed yields the same streams. A third is made with an eye on the stack, so that most of it is
accepted; the rest is there to be refused, or to be accepted by surprise.
"""
import base64
import os
import pickletools
import random
import struct

import arguments

CODES = {each.name: each.code.encode("latin-1") for each in pickletools.opcodes}

# Longer pickles take longer to judge, and say no more.
LONGEST_SEED = 3000


def generate(seed, count, folders):
    rng = random.Random(seed)
    pickles = seeds(folders)
    kinds = [sound] * 7 + [chaos] * 3
    if pickles:
        kinds += [lambda rng: mutated(rng, pickles)] * 9 + [lambda rng: chopped(rng, pickles)]
    for _ in range(count):
        yield rng.choice(kinds)(rng)


def seeds(folders):
    """The pickles in the folders: files by themselves, or base64 in the last column of a table."""
    found = set()
    for folder in folders:
        for path in sorted(os.path.join(folder, file) for file in os.listdir(folder)):
            if path.endswith(".pickle") and os.path.getsize(path) <= LONGEST_SEED:
                with open(path, "rb") as file:
                    found.add(file.read())
            elif path.endswith(".tsv") and "large" not in path:
                with open(path, encoding="ascii") as table:
                    found.update(base64.b64decode(line.split("\t")[-1]) for line in table)
    return sorted(each for each in found if each and len(each) <= LONGEST_SEED)


# What lies on the stack, as far as it decides which opcode fits: "n" nothing special, "s" text, "l" list,
# "d" dict, "e" set, "b" bytearray, "t" tuple, "c" something to call, "m" mark.
ODD = 0.08
MAKERS = [name for name in arguments.MAKERS for _ in range(arguments.MAKERS[name][1])]


class Sound:
    """A stream under construction and what it has on the stack."""

    def __init__(self, rng):
        self.rng = rng
        self.out = []
        self.stack = []
        self.memo = {}

    def put(self, name, argument=b""):
        self.out.append(CODES[name] + argument)

    def make(self):
        name = self.rng.choice(MAKERS)
        self.put(name, arguments.of(name, self.rng, ODD))
        self.stack.append(arguments.MAKERS[name][0])

    def make_of(self, kind):
        names = [name for name, (made, _) in arguments.MAKERS.items() if made == kind]
        name = self.rng.choice(names)
        self.put(name, arguments.plain(name, self.rng))
        self.stack.append(kind)

    def key(self):
        """Something to be a key: mostly hashable."""
        if self.rng.random() < 0.95:
            self.make_of(self.rng.choice("nsnsnc"))
        else:
            self.make()

    def step(self):
        self.rng.choice(STEPS)(self)

    def above_mark(self, kinds="nsldbetc"):
        """Whether a thing of these kinds lies on top, not a mark."""
        return bool(self.stack) and self.stack[-1] in kinds

    def collect(self):
        """A mark, some things, and what makes one of them."""
        self.put("MARK")
        depth = len(self.stack)
        self.stack.append("m")
        for _ in range(self.rng.choice((0, 1, 2, 2, 4))):
            self.rng.choice((self.make, self.key))()
        name, kind = self.rng.choice(
            [("TUPLE", "t"), ("LIST", "l"), ("FROZENSET", "n"), ("DICT", "d"), ("POP_MARK", None)])
        if name == "DICT" and (len(self.stack) - depth) % 2 == 0 and self.rng.random() < 0.9:
            self.key()
        self.put(name)
        del self.stack[depth:]
        if kind:
            self.stack.append(kind)

    def fill(self):
        """Items into what is on top, or into something new."""
        if not self.above_mark("ldbec") or self.rng.random() < 0.1:
            self.make_of(self.rng.choice("lldec"))
        kind = self.stack[-1]
        if kind == "d" or kind == "c" and self.rng.random() < 0.4:
            self.fill_pairs(self.key)
        elif kind in ("l", "b") and self.rng.random() < 0.15:
            self.fill_pairs(lambda: self.put_value("BININT1", bytes([self.rng.randrange(3)])))
        elif kind in ("e", "c") and self.rng.random() < 0.7:
            self.fill_all("ADDITEMS")
        elif self.rng.random() < 0.5:
            self.fill_all("APPENDS")
        else:
            self.make()
            self.put("APPEND")
            self.stack.pop()

    def put_value(self, name, argument):
        self.put(name, argument)
        self.stack.append("n")

    def fill_pairs(self, key):
        several = self.rng.random() < 0.5
        pairs = self.rng.choice((0, 1, 2, 3)) if several else 1
        if several:
            self.put("MARK")
        for _ in range(pairs):
            key()
            self.make()
        if several and self.rng.random() < 0.03:
            self.make()
            self.stack.pop()
        self.put("SETITEMS" if several else "SETITEM")
        del self.stack[len(self.stack) - 2 * pairs:]

    def fill_all(self, name):
        self.put("MARK")
        count = self.rng.choice((0, 1, 2, 3))
        for _ in range(count):
            self.rng.choice((self.make, self.key))()
        self.put(name)
        if count:
            del self.stack[-count:]

    def call(self):
        name = self.rng.choice(("REDUCE", "REDUCE", "NEWOBJ", "NEWOBJ", "NEWOBJ_EX", "OBJ", "INST"))
        if name in ("OBJ", "INST"):
            self.put("MARK")
            depth = len(self.stack)
            if name == "OBJ":
                self.make_of("c")
            for _ in range(self.rng.choice((0, 0, 1, 2))):
                self.make()
            self.put(name, arguments.of(name, self.rng, ODD))
            del self.stack[depth:]
        else:
            if not self.above_mark("c"):
                self.make_of("c")
            self.tuple()
            self.stack.pop()
            if name == "NEWOBJ_EX":
                self.keywords()
            self.put(name)
            self.stack.pop()
        self.stack.append("c")  # it may be called again, or be given items

    def tuple(self):
        size = self.rng.choice((0, 0, 1, 2, 3))
        for _ in range(size):
            self.make()
        self.put("EMPTY_TUPLE" if size == 0 else "TUPLE%d" % size)
        if size:
            del self.stack[-size:]
        self.stack.append("t")

    def keywords(self):
        self.put("EMPTY_DICT")
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            self.put("SHORT_BINUNICODE", arguments.plain("SHORT_BINUNICODE", self.rng))
            self.make()
            self.stack.pop()
            self.put("SETITEM")

    def build(self):
        if not self.above_mark("c") and self.rng.random() < 0.8:
            self.call()
        shape = self.rng.randrange(5)
        if shape == 0:
            self.make()
        elif shape == 1:
            self.put_value("NONE", b"")
        elif shape == 2:
            self.put("EMPTY_DICT")
            self.stack.append("d")
            self.fill()
        else:  # the pair with the state of slots
            self.put("NONE" if shape == 3 else "EMPTY_DICT")
            self.put("EMPTY_DICT")
            self.stack.append("d")
            if self.rng.random() < 0.6:
                self.fill()
            self.put("TUPLE2")
        self.put("BUILD")
        if self.stack:
            self.stack.pop()

    def remember(self):
        if not self.above_mark():
            return
        name = self.rng.choice(("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE", "MEMOIZE"))
        number = len(self.memo) if name == "MEMOIZE" else self.rng.choice((0, 1, 2, 7, 255, 256))
        if name == "BINPUT":
            number %= 256
        self.put(name, arguments.number(name, number, self.rng))
        self.memo[number] = self.stack[-1]

    def recall(self):
        if not self.memo and self.rng.random() < 0.9:
            return
        number = self.rng.choice(sorted(self.memo)) if self.memo else self.rng.randrange(3)
        name = self.rng.choice(("GET", "BINGET", "LONG_BINGET"))
        if name == "BINGET":
            number %= 256
        self.put(name, arguments.number(name, number, self.rng))
        self.stack.append(self.memo.get(number, "n"))

    def twice(self):
        if not self.above_mark():
            self.make()
        self.put("DUP")
        self.stack.append(self.stack[-1])

    def drop(self):
        if not self.above_mark() and self.rng.random() < 0.9:
            self.make()
        self.put("POP")
        if self.stack:
            self.stack.pop()

    def pair(self):
        size = self.rng.choice((1, 2, 3))
        while len(self.stack) < size or "m" in self.stack[-size:]:
            self.make()
        self.put("TUPLE%d" % size)
        del self.stack[-size:]
        self.stack.append("t")

    def persist(self):
        self.make()
        self.put("BINPERSID")
        self.stack[-1] = "c"

    def name_by_stack(self):
        for part in arguments.name(self.rng):
            text = self.rng.choice(("SHORT_BINUNICODE", "BINUNICODE", "SHORT_BINSTRING"))
            self.put(text, arguments.sized(text, part))
        self.put("STACK_GLOBAL")
        self.stack.append("c")

    def buffer(self):
        self.put(self.rng.choice(("NEXT_BUFFER", "READONLY_BUFFER", "READONLY_BUFFER")))

    def protocol(self):
        self.put("PROTO", bytes([self.rng.choice((0, 1, 2, 3, 4, 5, 5, 6, 255))]))

    def frame(self):
        length = self.rng.choice((0, 1, 2, 5, 9, 20, 1 << 20, 1 << 40, (1 << 64) - 1))
        self.put("FRAME", struct.pack("<Q", length))

    def anything(self):
        name = self.rng.choice(sorted(CODES))
        if name != "STOP":
            self.put(name, arguments.of(name, self.rng))


STEPS = [Sound.make] * 5 + [Sound.collect] * 3 + [Sound.fill] * 5 + [Sound.call] * 3 \
    + [Sound.build] * 2 + [Sound.remember] * 4 + [Sound.recall] * 3 + [Sound.twice, Sound.drop] \
    + [Sound.pair] * 2 + [Sound.persist, Sound.name_by_stack]
RARE = [Sound.buffer, Sound.protocol, Sound.frame, Sound.anything]


def sound(rng):
    """A stream that mostly means something; all that it makes is in the tuple it ends with."""
    made = Sound(rng)
    if rng.random() < 0.6:
        made.put("PROTO", bytes([rng.choice((0, 1, 2, 3, 4, 5))]))
    everything = rng.random() < 0.7
    if everything:
        made.put("MARK")
        made.stack.append("m")
    for _ in range(rng.choice((1, 2, 3, 5, 8, 13))):
        if rng.random() < 0.03:
            rng.choice(RARE)(made)
        else:
            made.step()
    if everything:
        made.put("TUPLE")
    elif not made.stack:
        made.make()
    made.put("STOP")
    return b"".join(made.out) + (rng.randbytes(3) if rng.random() < 0.02 else b"")


def chaos(rng):
    """Opcodes by chance, which mostly means something that no stack bears."""
    names = [rng.choice(sorted(CODES)) for _ in range(rng.choice((0, 1, 2, 3, 4, 6, 10)))]
    stream = b"".join(CODES[name] + arguments.of(name, rng) for name in names)
    if rng.random() < 0.5:
        stream = rng.choice((b"N", b"(", b"((", b"]", b"}", b")", b"NNN", b"cm\nn\n")) + stream
    return stream if rng.random() < 0.1 else stream + b"."


def chopped(rng, pickles):
    stream = rng.choice(pickles)
    return stream[:rng.randrange(len(stream) + 1)]


def mutated(rng, pickles):
    stream = rng.choice(pickles)
    if rng.random() < 0.8:  # or else whatever makes it shorter is refused for its frame
        stream = b"".join(each for each in opcodes(stream) if each[:1] != CODES["FRAME"])
    for _ in range(rng.choice((1, 1, 2, 3))):
        stream = rng.choice(MUTATIONS)(rng, stream, pickles)
    return stream


def opcodes(stream):
    """The stream cut into opcodes with their arguments; as one piece where it cannot be cut."""
    try:
        starts = [at for _, _, at in pickletools.genops(stream)]
    except Exception:
        return [stream]
    return [stream[start:end] for start, end in zip(starts, starts[1:] + [len(stream)])]


def flip_byte(rng, stream, pickles):
    at = rng.randrange(len(stream) or 1)
    return stream[:at] + bytes([rng.randrange(256)]) + stream[at + 1:]


def drop_byte(rng, stream, pickles):
    at = rng.randrange(len(stream) or 1)
    return stream[:at] + stream[at + 1:]


def swap_opcodes(rng, stream, pickles):
    cut = opcodes(stream)
    one, other = rng.randrange(len(cut)), rng.randrange(len(cut))
    cut[one], cut[other] = cut[other], cut[one]
    return b"".join(cut)


def drop_opcode(rng, stream, pickles):
    cut = opcodes(stream)
    del cut[rng.randrange(len(cut))]
    return b"".join(cut)


def repeat_opcode(rng, stream, pickles):
    cut = opcodes(stream)
    at = rng.randrange(len(cut))
    return b"".join(cut[:at + 1] + cut[at:])


def insert_opcode(rng, stream, pickles):
    cut = opcodes(stream)
    name = rng.choice(sorted(CODES))
    cut.insert(rng.randrange(len(cut)), CODES[name] + arguments.of(name, rng))
    return b"".join(cut)


def retype_opcode(rng, stream, pickles):
    """Another opcode with the argument of this one."""
    cut = opcodes(stream)
    at = rng.randrange(len(cut))
    cut[at] = CODES[rng.choice(sorted(CODES))] + cut[at][1:]
    return b"".join(cut)


def replace_opcode(rng, stream, pickles):
    cut = opcodes(stream)
    name = rng.choice(sorted(CODES))
    cut[rng.randrange(len(cut))] = CODES[name] + arguments.of(name, rng)
    return b"".join(cut)


def splice(rng, stream, pickles):
    cut, other = opcodes(stream), opcodes(rng.choice(pickles))
    return b"".join(cut[:rng.randrange(len(cut) + 1)] + other[rng.randrange(len(other) + 1):])


def insert_stream(rng, stream, pickles):
    """A stream of our own in the middle, without its STOP."""
    cut = opcodes(stream)
    cut.insert(rng.randrange(len(cut)), sound(rng)[:-1])
    return b"".join(cut)


MUTATIONS = [flip_byte, flip_byte, drop_byte, swap_opcodes, drop_opcode, repeat_opcode, insert_opcode,
             retype_opcode, replace_opcode, splice, insert_stream]
