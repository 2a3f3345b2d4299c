"""Arguments of opcodes, as they stand in a stream: sound ones and odd ones."""
import struct

import _compat_pickle

import stubs

INTEGERS = """0|1|-1|7|42|255|256|65536|2147483648|9223372036854775807|9223372036854775808
-9223372036854775808|-9223372036854775809|123456789012345678901234567890|00|01|02|000|-0|-00|+0|+1|+5|0x1F
0X1f|-0x10|0x|010|-017|08|09|0o17|0O7|0b11|0B1|0b2|1_000|1__0|_1|1_|0_1|0x_f|0_0| 1| 0| 7|7 |1 | 0x1 |\t5|5\r
\v3|\f4|\x1c4|\x854|- 1|--1|+-1||-|+|1e5|1.0|True|None|1L|0L|01L|1l|1LL|L|-L|0x10L|010L|0x8000000000000000
0x7fffffffffffffff|0777777777777777777777|01777777777777777777777|5\0|5\x006|1\0|\x001|\x005| \x005|0x1\0|1\0L
\xb2|1\xa0""".replace("\n", "|").split("|")

FLOATS = """0.0|-0.0|1.5|-2.5e-3|1e300|5e-324|inf|-inf|+inf|nan|-nan|+nan|NaN|Infinity|-INFINITY|infin|1e999|-1e999
1e-999|1.7976931348623159e308|1.7976931348623157e308|2.4703282292062327e-324|.5|5.|.|1e|1e+|1e5|1E5|1e+05|0x1p3
1_0.0|1_0| 1.5|1.5 |1.5\0|1.5\x006|1,5|1.5d|1.5f|1.5L|nan(1)|00012|012.5||+|-|+.5|1|123456789012345678901234567890
1.5\r|\t1.5|--1.5|1e1.5|nand|1e0000000000000000000001""".replace("\n", "|").split("|")

STRINGS = r"""''|'a'|"a"|'abc'|'it"s'|"it's"|'it's'|'\''|'\"'|'\\'|'\'|'\n\t\r\b\f\v\a'|'\x41'|'\x4'|'\xg1'|'\x'|'\1'
'\12'|'\101'|'\777'|'\400'|'\8'|'\08'|'\q'|'\u0041'|'\U00000041'|'\N{DASH}'|abc|'abc|abc'|'abc"|"|'||u'a'|b'a' 'a'
'a' | 'a'|'''a'''|'a''b'|'\é'|'é'|'\xff'|'\x80'|'a\0'|'\0'|'\00000'|'	'|'#~'""".replace("\n", "|").split("|")

UNICODES = r"""|a|abc|\u0041|\u00e9|\U0001f600|\ud83d\ude00|\ud800|\udc00\ud800|\uD83D|\U0000d83d\U0000de00|\u12|\u
\U0011ffff|\U00110000|\U0010ffff|\Uffffffff|\U1234567|\U|\\u0041|\\\u0041|\\\\u0041|a\|\|\\|\n|\x41|\N{DASH}|é|#
\u000a|\u0000|'a'|\u004 |\uu0041|\u+041|\u 041|\u-041""".replace("\n", "|").split("|")

TEXTS = ["", "a", "b", "ab", "name", "__dict__", "é", "日本", "\U0001f600", "\ud800", "\udc00", "\ud83d\ude00", "\udc80",
         "\0", "\n", "#1", "x" * 40]

BROKEN_UTF8 = [b"\xff", b"\xc3", b"\xc0\x80", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80",
               b"a\x80", b"\xed\xa0", b"\xed\xa0\x80\xed\xb0\x80", b"\xe2\x82", b"\xf5\x80\x80\x80", b"\xc1\xbf"]

BYTES = [b"", b"a", b"ab", b"abc", b"\xff", b"\x80\x81", b"\n", b"\0\0", b"#1"]

MODULES = ["os", "m", "sqlalchemy.sql.elements", "__builtin__", "builtins", "copy_reg", "copyreg", "é", "a.b", "__main__", " "]

NAMES = ["system", "n", "Column", "object", "getattr", "_reconstructor", "list", "Outer.Inner", "é", "<locals>", ".", "x y"]

OLD_NAMES = sorted(_compat_pickle.NAME_MAPPING) + [(module, "n") for module in sorted(_compat_pickle.IMPORT_MAPPING)]

# The opcodes that make something of nothing: of which kind it is, and how often it is tried.
MAKERS = {
    "NONE": ("n", 2), "NEWTRUE": ("n", 1), "NEWFALSE": ("n", 1), "INT": ("n", 6), "LONG": ("n", 4), "LONG1": ("n", 2),
    "LONG4": ("n", 2), "BININT": ("n", 2), "BININT1": ("n", 2), "BININT2": ("n", 1), "FLOAT": ("n", 4), "BINFLOAT": ("n", 2),
    "STRING": ("s", 4), "BINSTRING": ("s", 2), "SHORT_BINSTRING": ("s", 2), "UNICODE": ("s", 4), "BINUNICODE": ("s", 3),
    "SHORT_BINUNICODE": ("s", 4), "BINUNICODE8": ("s", 2), "BINBYTES": ("n", 2), "SHORT_BINBYTES": ("n", 2),
    "BINBYTES8": ("n", 1), "BYTEARRAY8": ("b", 3), "EMPTY_TUPLE": ("t", 1), "EMPTY_LIST": ("l", 4), "EMPTY_DICT": ("d", 4),
    "EMPTY_SET": ("e", 3), "GLOBAL": ("c", 6), "EXT1": ("c", 1), "EXT2": ("c", 1), "EXT4": ("c", 1), "PERSID": ("c", 2),
}


def of(name, rng, odd=0.3):
    """An argument that may be odd, with that probability."""
    if rng.random() >= odd:
        return plain(name, rng)
    return ODD.get(name, plain)(name, rng)


def plain(name, rng):
    if name in LINES:
        return line(LINES[name](rng))
    if name in SIZED:
        return sized(name, content(name, rng))
    if name in NUMBERS:
        return number(name, rng.choice(NUMBERS[name]), rng)
    if name in ("GLOBAL", "INST"):
        module, attribute = globals()["name"](rng)
        return line(module) + line(attribute)
    if name == "BINFLOAT":
        return struct.pack(">d", rng.choice((0.0, -0.0, 1.0, 2.5, 1e300, float("nan"), float("-inf"), 2.0 ** 64)))
    if name == "FRAME":
        return struct.pack("<Q", rng.choice((0, 1, 5, 100)))
    if name == "PROTO":
        return bytes([rng.randrange(7)])
    return b""


def content(name, rng):
    if name.startswith("LONG"):
        return rng.choice((b"", b"\0", b"\1", b"\xff", b"\x80", b"\0\x80", b"\xff\xff", b"\x01\0", rng.randbytes(8),
                           rng.randbytes(9), rng.randbytes(20), b"\0" * 8 + b"\x80", b"\xff" * 8 + b"\x7f"))
    if "UNICODE" in name:
        return rng.choice(TEXTS).encode("utf-8", "surrogatepass")
    return rng.choice(BYTES)


def sized(name, value):
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    return struct.pack(SIZED[name], len(value)) + value


def line(value):
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    return value + b"\n"


def name(rng):
    if rng.random() < 0.3:
        return rng.choice(OLD_NAMES)
    return rng.choice(MODULES), rng.choice(NAMES)


def number(name, value, rng):
    """A number, such as a memo's, in the way of the opcode."""
    if name in ("PUT", "GET"):
        return line(rng.choice(("%d", "%d", "%d", "+%d", " %d", "%d ", "0%d", "0_%d", "%d\r", "0x%x")) % value)
    if name == "MEMOIZE":
        return b""
    width = WIDTHS[name]
    return (value & (256 ** width - 1)).to_bytes(width, "little")


def odd_line(name, rng):
    pool = {"FLOAT": FLOATS, "STRING": STRINGS, "UNICODE": UNICODES}.get(name, INTEGERS)
    value = rng.choice(pool)
    if rng.random() < 0.1 and value:  # a letter more
        at = rng.randrange(len(value) + 1)
        value = value[:at] + rng.choice("0159_.eE+-xXL\\'\" u\0~") + value[at:]
    return line(value.encode("latin-1", "replace") if rng.random() < 0.8 else value)


def odd_id(name, rng):
    return line(rng.choice((b"\xff", "é", "", "a b", "\0", " ", "#")))


def odd_names(name, rng):
    parts = [rng.choice(MODULES), rng.choice(NAMES)]
    parts[rng.randrange(2)] = rng.choice((b"", b"\xff", b"\xed\xa0\x80", "日本", b"\0", b"\r", b"\xed\xa0\x80\xed\xb0\x80"))
    return line(parts[0]) + line(parts[1])


def odd_size(name, rng):
    value = rng.choice(BROKEN_UTF8) if "UNICODE" in name else content(name, rng)
    if "UNICODE" in name and rng.random() < 0.6:
        return sized(name, value)
    width = struct.calcsize(SIZED[name])
    size = rng.choice((0, 1, len(value) + 1, 1 << (8 * width - 1), (1 << (8 * width)) - 1))
    return size.to_bytes(8, "little")[:width] + value


def odd_number(name, rng):
    # Not the larger ones for a memo, for which CPython would ask for gigabytes.
    memo = "PUT" in name
    return rng.choice((2, 3, 1000, 5000) if memo else (2, 1000, 1 << 31, (1 << 32) - 1, 1 << 24)).to_bytes(
        8, "little")[:WIDTHS[name]]


LINES = {
    "INT": lambda rng: rng.choice(("0", "1", "00", "01", "7", "-5", "1000", "99999999999999999999")),
    "LONG": lambda rng: rng.choice(("0L", "1L", "-7L", "1", "99999999999999999999L")),
    "FLOAT": lambda rng: rng.choice(("0.0", "1.5", "-1e10", "nan", "inf", "1")),
    "STRING": lambda rng: rng.choice(("''", "'a'", '"b"', "'ab'", "'name'", "'\\x00'", "'\\xff'")),
    "UNICODE": lambda rng: rng.choice(("", "a", "b", "ab", "name", "\\u00e9", "\\U0001f600")),
    "PERSID": lambda rng: rng.choice(("a", "table:users", "column:users:id", "")),
}

SIZED = {
    "LONG1": "<B", "LONG4": "<i", "BINSTRING": "<i", "SHORT_BINSTRING": "<B", "BINUNICODE": "<I", "SHORT_BINUNICODE": "<B",
    "BINUNICODE8": "<Q", "BINBYTES": "<I", "SHORT_BINBYTES": "<B", "BINBYTES8": "<Q", "BYTEARRAY8": "<Q",
}

WIDTHS = {"BININT": 4, "BININT1": 1, "BININT2": 2, "EXT1": 1, "EXT2": 2, "EXT4": 4, "BINPUT": 1, "LONG_BINPUT": 4, "BINGET": 1,
          "LONG_BINGET": 4}

NUMBERS = {
    "BININT": (0, 1, -1, 255, -(1 << 31), (1 << 31) - 1), "BININT1": (0, 1, 2, 255), "BININT2": (0, 1, 256, 65535),
    "EXT1": (1, 2, 127, 255), "EXT2": (1, 2, 255, 256, 65535), "EXT4": (1, 256, 65535, 65536, 0x7FFFFFFF),
    "PUT": (0, 1, 2, 255), "BINPUT": (0, 1, 2, 255), "LONG_BINPUT": (0, 1, 2, 255, 256), "GET": (0, 1, 2),
    "BINGET": (0, 1, 2), "LONG_BINGET": (0, 1, 2),
}

ODD = {"INT": odd_line, "LONG": odd_line, "FLOAT": odd_line, "STRING": odd_line, "UNICODE": odd_line, "GET": odd_line,
       "PUT": odd_line, "PERSID": odd_id, "GLOBAL": odd_names, "INST": odd_names}
ODD.update(dict.fromkeys(SIZED, odd_size))
ODD.update(dict.fromkeys(("EXT1", "EXT2", "EXT4", "LONG_BINPUT", "LONG_BINGET", "BINGET"), odd_number))
ODD["FRAME"] = lambda name, rng: struct.pack("<Q", rng.choice((1 << 20, 1 << 40, 1 << 63, (1 << 64) - 1)))
ODD["PROTO"] = lambda name, rng: bytes([rng.choice((6, 127, 128, 255))])
