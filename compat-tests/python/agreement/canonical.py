"""A text for a graph: equal texts mean equal graphs, with their types, order and sharing.

What has an identity that a stream can show is numbered where it is met first; CPython shares small
ints, and texts and bytes of less than two characters, as it likes. Sets have no order: elements go by
their own texts. Where elements with the same text are told apart only by what comes later, numbers
mean nothing: they are left out, and the text begins with a tilde.
"""
import re
import struct

import stubs

# How far sets are looked into to put the elements of a set in order: they may lead back to it.
_DEPTH = 2

_NUMBERS = re.compile(r"#\d+(=?)")
_ODD = re.compile(r'[^ !$-\[\]-~]')


def text(graph):
    writer = _Writer()
    writer.write(graph)
    whole = "".join(writer.out)
    return "~" + _NUMBERS.sub("#", whole) if writer.ambiguous else whole


class _Writer:
    def __init__(self, depth=0):
        self.depth = depth
        self.out = []
        self.numbers = {}
        self.ambiguous = False

    def write(self, node):
        kind = type(node)
        if node is None:
            self.out.append("N")
        elif kind is bool:
            self.out.append("T" if node else "F")
        elif kind is int:
            self.out.append("i%x" % node)
        elif kind is stubs.Name:
            self.out.append("g%s %s" % (quote(node.path[0]), quote(node.path[1])))
        elif kind in (str, bytes) and len(node) < 2 or kind in (tuple, frozenset) and not node:
            self.parts(node, kind)
        elif id(node) in self.numbers:
            self.out.append("#%d" % self.numbers[id(node)])
        else:
            self.numbers[id(node)] = len(self.numbers)
            self.out.append("#%d=" % self.numbers[id(node)])
            self.parts(node, kind)

    def parts(self, node, kind):
        if kind is str:
            self.out.append(quote(node))
        elif kind is float:
            self.out.append("fnan" if node != node else "f" + struct.pack(">d", node).hex())
        elif kind is bytes:
            self.out.append("b" + node.hex())
        elif kind is bytearray:
            self.out.append("a" + node.hex())
        elif kind is tuple:
            self.all("(", node, ")")
        elif kind is list:
            self.all("[", node, "]")
        elif kind is dict:
            self.all("{", [part for entry in node.items() for part in entry], "}")
        elif kind is set:
            self.all("<", self.ordered(node), ">")
        elif kind is frozenset:
            self.all("f<", self.ordered(node), ">")
        elif kind is stubs.Marker:
            self.all("p(", [node.pid], ")")
        elif kind is stubs.Thing:
            self.thing(node)
        elif kind is memoryview:
            self.out.append("memoryview")
        else:
            raise AssertionError("no such node: %r" % kind)

    def thing(self, node):
        self.out.append(node.how + " ")
        self.write(node.callee)
        args, kwargs = node.given
        self.all("(", args, ")")
        self.all("{", [part for entry in kwargs.items() for part in entry], "}")
        for kind, items in node.steps:
            self.all("." + kind + "(", items, ")")

    def all(self, opening, nodes, closing):
        self.out.append(opening)
        for node in nodes:
            self.write(node)
            self.out.append(",")
        self.out.append(closing)

    def ordered(self, elements):
        if self.depth > _DEPTH:
            return []
        keyed = []
        for element in elements:
            writer = _Writer(self.depth + 1)
            writer.write(element)
            # Those without a number come last; they are as good as each other.
            number = self.numbers.get(id(element), 1 << 60)
            keyed.append(("".join(writer.out), number, element))
        keyed.sort(key=lambda each: each[:2])
        for one, other in zip(keyed, keyed[1:]):
            if one[:2] == other[:2]:
                self.ambiguous = True
        return [each[2] for each in keyed]


def quote(value):
    return '"' + _ODD.sub(lambda match: "\\%d;" % ord(match.group()), value) + '"'
