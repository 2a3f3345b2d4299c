"""Writes wrapped/: the dump of demo/ as people keep and send it. Needs nothing but Python, of either kind.

    python3 make_wrapped.py; python2.7 make_wrapped.py

An index says what is around the dump in each file, the outermost first. Python 2 has a part of its own.
"""

import base64
import binascii
import bz2
import gzip
import io
import json
import os
import pickle
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON_2 = sys.version_info[0] == 2
INDEX = "python2.json" if PYTHON_2 else "index.json"

with open(os.path.join(HERE, "demo", "report.pickle"), "rb") as file:
    DUMP = file.read()

CASES = []


def wrapped(name, kinds, data):
    CASES.append({"file": name, "wrappings": kinds.split()})
    with open(os.path.join(HERE, "wrapped", name), "wb") as out:
        out.write(data)


def gzipped(data, level=9):
    out = io.BytesIO()
    with gzip.GzipFile("report.pickle", "wb", level, out, mtime=0) as file:
        file.write(data)
    return out.getvalue()


def envelope(**values):
    return json.dumps(values, sort_keys=True).encode("ascii")


def octal(data):
    """As PostgreSQL writes a bytea with bytea_output = 'escape'."""
    return "".join("\\\\" if each == 92 else chr(each) if 32 <= each < 127 else "\\%03o" % each for each in data).encode("ascii")


def python_2():
    for protocol in (0, 1, 2):
        wrapped("pickled2.p%d" % protocol, "pickle", pickle.dumps(DUMP, protocol))
    wrapped("repr2", "repr", repr(DUMP).encode("ascii"))
    wrapped("repr2_unicode", "repr", repr(DUMP.decode("latin-1")).encode("ascii"))
    wrapped("repr2_base64", "repr base64", repr(base64.b64encode(DUMP)).encode("ascii"))
    wrapped("pickled2_base64", "pickle base64", pickle.dumps(unicode(base64.b64encode(DUMP)), 2))  # noqa: F821


def python_3():
    text = base64.b64encode(DUMP)
    tables = {
        "users": ["id", "name", "fullname", "age", "active", "score", "balance", "birthday", "created_at"],
        "orders": ["id", "user_id", "status", "total", "placed_at", "paid"],
    }
    wrapped("gzip", "gzip", gzipped(DUMP))
    wrapped("gzip_fast", "gzip", gzipped(DUMP, 1))
    wrapped("gzip_members", "gzip", gzipped(DUMP[:100]) + gzipped(DUMP[100:]))
    for level in (0, 1, 6, 9):
        wrapped("zlib_%d" % level, "zlib", zlib.compress(DUMP, level))
    wrapped("bz2", "bz2", bz2.compress(DUMP))
    wrapped("bz2_streams", "bz2", bz2.compress(DUMP[:100], 1) + bz2.compress(DUMP[100:], 1))
    wrapped("base64", "base64", text)
    wrapped("base64_mime", "base64", base64.encodebytes(DUMP))
    wrapped("base64_crlf", "base64", base64.encodebytes(DUMP).replace(b"\n", b"\r\n"))
    wrapped("base64_urlsafe", "base64", base64.urlsafe_b64encode(DUMP))
    wrapped("base64_unpadded", "base64", base64.urlsafe_b64encode(DUMP + b"\n").rstrip(b"="))
    wrapped("base64_newline", "base64", b"\xef\xbb\xbf  " + text + b"\n")
    wrapped("hex", "hex", binascii.hexlify(DUMP))
    wrapped("hex_upper", "hex", binascii.hexlify(DUMP).upper() + b"\n")
    wrapped("hex_sql", "hex", b"0x" + binascii.hexlify(DUMP))
    wrapped("bytea", "bytea", b"\\x" + binascii.hexlify(DUMP))
    wrapped("bytea_copy", "bytea", b"\\\\x" + binascii.hexlify(DUMP) + b"\n")
    wrapped("bytea_escape", "bytea", octal(DUMP))
    wrapped("repr", "repr", repr(DUMP).encode("ascii"))
    wrapped("repr_bytearray", "repr", repr(bytearray(DUMP)).encode("ascii"))
    wrapped("repr_of_repr", "repr repr", repr(repr(DUMP)).encode("ascii"))
    wrapped("repr_base64", "repr base64", repr(text).encode("ascii"))
    wrapped("latin1", "latin-1", DUMP.decode("latin-1").encode("utf-8"))
    for protocol in range(6):
        wrapped("pickled.p%d" % protocol, "pickle", pickle.dumps(DUMP, protocol))
        wrapped("pickled_bytearray.p%d" % protocol, "pickle", pickle.dumps(bytearray(DUMP), protocol))
        wrapped("pickled_text.p%d" % protocol, "pickle base64", pickle.dumps(text.decode("ascii"), protocol))
    wrapped("pickled_twice", "pickle pickle", pickle.dumps(pickle.dumps(DUMP)))
    wrapped("json", "json base64", envelope(query=text.decode("ascii"), tables=tables, mode="sqla_dump"))
    wrapped("json_plain_key", "json base64", envelope(dump=text.decode("ascii")))
    wrapped("json_repr", "json repr", envelope(value=str(DUMP), key="b'other'"))
    wrapped("json_nested", "json base64 zlib",
            json.dumps([{"payload": {"body": base64.b64encode(zlib.compress(DUMP)).decode("ascii")}, "tables": {}}], indent=1).encode("ascii"))
    wrapped("json_string", "json base64", json.dumps(text.decode("ascii")).encode("ascii"))
    wrapped("json_latin1", "json latin-1", json.dumps({"caf\u00e9 \u2603": DUMP.decode("latin-1")}, ensure_ascii=False).encode("utf-8"))
    wrapped("json_in_gzip", "gzip json base64", gzipped(envelope(query=text.decode("ascii"), tables=tables)))
    wrapped("base64_gzip", "base64 gzip", base64.b64encode(gzipped(DUMP)))
    wrapped("bytea_zlib", "bytea zlib", b"\\x" + binascii.hexlify(zlib.compress(DUMP)))
    wrapped("hex_base64_bz2_pickle", "hex base64 bz2 pickle", binascii.hexlify(base64.b64encode(bz2.compress(pickle.dumps(DUMP)))))


if __name__ == "__main__":
    python_2() if PYTHON_2 else python_3()
    with open(os.path.join(HERE, "wrapped", INDEX), "wb") as out:
        out.write((json.dumps(CASES, indent=1, sort_keys=True, separators=(",", ": ")) + "\n").encode("ascii"))
