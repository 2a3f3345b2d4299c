# -*- coding: utf-8 -*-
"""The values whose pickles are kept as fixtures, and their description in a notation of our own.

Runs under Python 2.7 and every 3: a value that a version lacks is left out there. Adding a value
is adding an entry to VALUES or SHAPES; the Java tests need no change.
"""
import collections
import datetime
import decimal
import struct
import sys
import uuid

try:
    import enum
except ImportError:  # Python 2
    enum = None

PY3 = sys.version_info[0] == 3


class Plain(object):
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Slotted(object):
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


class Recursive(object):
    """What __reduce__ returns holds the object again, in a list that is new each time."""

    def __init__(self, items):
        self.items = items

    def __reduce__(self):
        return (Recursive, (list(self.items),))


class Outer(object):
    class Inner(object):
        pass


class WithKeywords(object):
    def __new__(cls, size, unit=None):
        made = object.__new__(cls)
        made.size = size
        return made

    def __getnewargs_ex__(self):
        return ((self.size,), {"unit": "cm"})


class SubList(list):
    pass


def restore(target, state):
    target.__dict__.update(state)


class WithSetter(object):
    def __reduce__(self):
        return (object.__new__, (WithSetter,), {"x": 1}, None, None, restore)


Point = collections.namedtuple("Point", "x y")
Point.__module__ = __name__

if enum:

    class Colour(enum.Enum):
        RED = 1
        BLUE = "b"


# Values that the Java side must turn into a Java value and back; (name, value).
VALUES = [
    ("none", None),
    ("true", True),
    ("false", False),
    ("text", u"abc"),
    ("text empty", u""),
    ("text wide", u"\xe9\u4e2d\U0001f600"),
    ("text controls", u"a\nb\\c\x00\r\x1a'\"\\u0041"),
    ("text 255", u"x" * 255),
    ("text 256", u"x" * 256),
    ("native text", "abc"),
    ("bytes", b"\x00\xffab'\"\\\n"),
    ("bytes empty", b""),
    ("bytes 256", b"x" * 256),
    ("bytearray", bytearray(b"ab\xff")),
    ("bytearray empty", bytearray()),
    ("list", [1, u"a", None]),
    ("list empty", []),
    ("tuple", (1, u"a")),
    ("tuple empty", ()),
    ("tuple of 3", (1, 2, 3)),
    ("tuple of 4", (1, (2,), 3, 4)),
    ("dict", {u"k": 1}),
    ("dict empty", {}),
    ("ordered dict", collections.OrderedDict([(1, u"a")])),
    ("set", set([1])),
    ("set empty", set()),
    ("frozenset", frozenset([u"a"])),
    ("frozenset empty", frozenset()),
    ("nested", [{u"a": (1, [set([2.5])])}]),
    ("date", datetime.date(2020, 1, 2)),
    ("date first", datetime.date(1, 1, 1)),
    ("date last", datetime.date(9999, 12, 31)),
    ("time", datetime.time(3, 4, 5, 6)),
    ("datetime", datetime.datetime(2020, 1, 2, 3, 4, 5, 678901)),
    ("datetime last", datetime.datetime(9999, 12, 31, 23, 59, 59, 999999)),
    ("timedelta", datetime.timedelta(1, 2, 3)),
    ("timedelta negative", datetime.timedelta(microseconds=-1)),
    ("timedelta least", datetime.timedelta.min),
    ("timedelta most", datetime.timedelta.max),
    ("uuid", uuid.UUID("12345678123456781234567812345678")),
    ("uuid high", uuid.UUID("ffffffff-ffff-ffff-ffff-ffffffffffff")),
    ("uuid low", uuid.UUID("00000000-0000-0000-0000-000000000001")),
    ("complex", complex(0.5, -0.0)),
    ("complex nan", complex(float("nan"), float("inf"))),
    ("range", range(0, 10, 3) if PY3 else xrange(0, 10, 3)),
    ("slice", slice(1, None, 2)),
    ("class", datetime.datetime),
    ("class builtin", dict),
    ("function", len),
    ("namedtuple", Point(1, 2)),
    ("object", Plain(a=1)),
    ("object with slots", Slotted(1, 2)),
]
for number in (0, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1):
    VALUES.append(("int %d" % number, number))
for number in (2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**30, -255, -(1 << 2047), 1 << 3000):
    VALUES.append(("int of %d bits, %s" % (abs(number).bit_length(), number < 0), number))
for text in ("0.0", "-0.0", "1.5", "0.1", "1e300", "5e-324", "inf", "-inf", "nan"):
    VALUES.append(("float " + text, float(text)))
for text in ("12.340", "-1E+5", "0E-10", "-0", "NaN", "sNaN", "-sNaN123", "Infinity", "-Infinity",
             "1E+99999999999"):
    VALUES.append(("decimal " + text, decimal.Decimal(text)))
if PY3:
    VALUES += [
        ("text high surrogate", u"a\ud800"),
        ("text low surrogate", u"\udc00b"),
        ("text surrogate pair", u"\ud83d\ude00"),
        ("class nested", Outer.Inner),
        ("timezone utc", datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc)),
        ("timezone west", datetime.datetime(
            2020, 1, 2, tzinfo=datetime.timezone(-datetime.timedelta(hours=3, minutes=30)))),
        ("timezone named", datetime.datetime(
            2020, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=1), "X"))),
        ("timezone far", datetime.datetime(
            2020, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=23)))),
        ("time with timezone", datetime.time(1, 2, tzinfo=datetime.timezone.utc)),
        ("datetime fold", datetime.datetime(2020, 1, 2, fold=1)),
        ("time fold", datetime.time(1, 2, fold=1)),
    ]
if enum:
    VALUES += [("enum", Colour.RED), ("enum of text", Colour.BLUE)]
if sys.version_info >= (3, 9):
    import zoneinfo

    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    VALUES += [
        ("zoneinfo", datetime.datetime(2020, 7, 2, 3, tzinfo=berlin)),
        ("zoneinfo overlap", datetime.datetime(2020, 10, 25, 2, 30, tzinfo=berlin)),
        ("zoneinfo fold", datetime.datetime(2020, 10, 25, 2, 30, tzinfo=berlin, fold=1)),
        ("zoneinfo gap", datetime.datetime(2020, 3, 29, 2, 30, tzinfo=berlin)),
        ("zoneinfo utc", datetime.datetime(2020, 1, 2, tzinfo=zoneinfo.ZoneInfo("UTC"))),
    ]
try:
    import pytz

    VALUES.append(("pytz", pytz.timezone("Europe/Berlin").localize(datetime.datetime(2020, 7, 2))))
except ImportError:
    pass


# Graphs that are read and written again, byte for byte; (name, value).
SHAPES = []
shared = Plain(x=1)
SHAPES.append(("shared", [shared, shared, {u"k": shared}]))
cycle = []
cycle.append(cycle)
SHAPES.append(("list in itself", cycle))
cycle = {}
cycle[1] = cycle
SHAPES.append(("dict in itself", cycle))
for extra in ((), (1,), (1, 2), (1, 2, 3)):
    cycle = ([],) + extra
    cycle[0].append(cycle)
    SHAPES.append(("tuple of %d in itself" % len(cycle), cycle))
owner = Plain()
owner.me = owner
owner.items = [owner]
SHAPES.append(("object in itself", owner))
member = Plain()
member.group = set([member])
SHAPES.append(("set in its member", member.group))
member = Plain()
member.group = frozenset([member])
SHAPES.append(("frozenset in its member", member.group))
part = Plain()
part.whole = Recursive([part, 1])
SHAPES.append(("object in its own arguments", part.whole))
first, second = Plain(), Plain()
first.whole, second.whole = Recursive([second, 1]), Recursive([first, 2])
SHAPES.append(("two objects in each other's arguments", [first.whole, second.whole]))
SHAPES.append(("list subclass", SubList(range(3))))
SHAPES.append(("list subclass of 1001", SubList(range(1001))))
SHAPES.append(("defaultdict", collections.defaultdict(list, a=[1])))
SHAPES.append(("deque", collections.deque([1, 2, 3], 5)))
SHAPES.append(("exception", ValueError("x", 1)))
SHAPES.append(("memo beyond 255", [str(i) for i in range(300)] * 2))
for size in (1, 2, 999, 1000, 1001):
    SHAPES.append(("list of %d" % size, list(range(size))))
    SHAPES.append(("dict of %d" % size, dict((i, i) for i in range(size))))
    SHAPES.append(("set of %d" % size, set(range(size))))
    SHAPES.append(("ordered dict of %d" % size,
                   collections.OrderedDict((i, i) for i in range(size))))
if PY3:
    SHAPES.append(("keywords", WithKeywords(3)))
    SHAPES.append(("singletons", [Ellipsis, NotImplemented, type(None)]))
if sys.version_info >= (3, 8):
    SHAPES.append(("state setter", WithSetter()))


def describe(value):
    """One line that tells a value from every other; Java describes its values in the same way."""
    kind = type(value)
    if kind in DESCRIPTIONS:
        return DESCRIPTIONS[kind](value)
    if isinstance(value, type) or kind is type(len):
        return "global %s.%s" % (module_of(value), getattr(value, "__qualname__", value.__name__))
    if enum and isinstance(value, enum.Enum):
        return "enum %s.%s %s" % (kind.__module__, kind.__name__, describe(value.value))
    return "object %s.%s" % (kind.__module__, kind.__name__)


def module_of(value):
    return "builtins" if value.__module__ == "__builtin__" else value.__module__


def bits(number):
    # Python does not say which NaN it is, nor does it keep its payload in protocol 0.
    return "nan" if number != number else struct.pack(">d", number).hex() if PY3 \
        else struct.pack(">d", number).encode("hex")


def hexadecimal(data):
    return "".join("%02x" % byte for byte in bytearray(data))


def code_points(text):
    if sys.maxunicode > 0xFFFF:
        return ".".join("%x" % ord(character) for character in text)
    units = text.encode("utf-32-be")
    return ".".join("%x" % point for point in struct.unpack(">%dI" % (len(units) // 4), units))


def elements(values):
    return "[" + ", ".join(describe(value) for value in values) + "]"


def entries(mapping):
    return "{" + ", ".join(describe(k) + ": " + describe(v) for k, v in mapping.items()) + "}"


def moment(value):
    zone = value.tzinfo
    if zone is None:
        shown = "none"
    elif PY3 and type(zone) is datetime.timezone and len(zone.__getinitargs__()) == 1 \
            and isinstance(value, datetime.datetime) \
            and abs(zone.utcoffset(None)) <= datetime.timedelta(hours=18):
        shown = "offset %d" % zone.utcoffset(None).total_seconds()
    elif sys.version_info >= (3, 9) and type(zone) is zoneinfo.ZoneInfo and not (
            value.fold or shifted(value)):
        shown = "zone " + zone.key
    else:
        shown = "other"
    return "%s fold %d tz %s" % (value.replace(tzinfo=None).isoformat(), getattr(value, "fold", 0),
                                 shown)


def shifted(value):
    """Whether the wall clock never showed this time."""
    there = value.astimezone(datetime.timezone.utc).astimezone(value.tzinfo)
    return there.replace(tzinfo=None) != value.replace(tzinfo=None)


def micros(delta):
    return (delta.days * 86400 + delta.seconds) * 10**6 + delta.microseconds


DESCRIPTIONS = {
    type(None): lambda value: "none",
    bool: lambda value: "bool %s" % value,
    int: lambda value: "int %d" % value,
    float: lambda value: "float " + bits(value),
    type(u""): lambda value: "str " + code_points(value),
    bytearray: lambda value: "bytearray " + hexadecimal(value),
    list: lambda value: "list " + elements(value),
    tuple: lambda value: "tuple " + elements(value),
    set: lambda value: "set " + elements(value),
    frozenset: lambda value: "frozenset " + elements(value),
    dict: lambda value: "dict " + entries(value),
    collections.OrderedDict: lambda value: "ordered dict " + entries(value),
    decimal.Decimal: lambda value: "decimal %s" % value,
    complex: lambda value: "complex %s %s" % (bits(value.real), bits(value.imag)),
    slice: lambda value: "slice %s %s %s" % (value.start, value.stop, value.step),
    datetime.date: lambda value: "date " + value.isoformat(),
    datetime.time: lambda value: "time " + moment(value),
    datetime.datetime: lambda value: "datetime " + moment(value),
    datetime.timedelta: lambda value: "timedelta %d" % micros(value),
    uuid.UUID: lambda value: "uuid %s" % value,
}
if PY3:
    DESCRIPTIONS[bytes] = lambda value: "bytes " + hexadecimal(value)
    DESCRIPTIONS[range] = lambda value: "range %d %d %d" % (value.start, value.stop, value.step)
else:
    DESCRIPTIONS[str] = lambda value: "8-bit " + hexadecimal(value)
    DESCRIPTIONS[long] = lambda value: "int %d" % value
    DESCRIPTIONS[xrange] = lambda value: "range %d %d %d" % value.__reduce__()[1]
