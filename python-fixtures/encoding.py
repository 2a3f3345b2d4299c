"""The JSON that expected results, the worker of the compatibility tests and the command line share.

Values: numbers, Decimal too, as JSON numbers, NaN and infinities as strings; dates and times as ``isoformat()``;
bytes as ``"base64:..."``; a timedelta as seconds; a UUID as text; an enum as its name; JSON values as JSON; tuples and sets
as arrays, sets in order; a range as PostgreSQL writes it.
"""

import base64
import datetime
import decimal
import enum
import json
import math
import uuid


class Number:
    """A JSON number by its text, since ``json`` would round a Decimal to a float."""

    def __init__(self, text):
        self.text = text


def encode(value):
    """The value as something ``dumps`` prints."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, enum.Enum):
        return value.name
    if type(value).__name__ == "symbol":
        # SQLAlchemy's JSON.NULL is a number too, another in each process.
        return "JSON.NULL"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return str(value) if math.isnan(value) or math.isinf(value) else value
    if isinstance(value, decimal.Decimal):
        return Number(str(value)) if value.is_finite() else str(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "base64:" + base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    if isinstance(value, (set, frozenset)):
        return [encode(v) for v in sorted(value)]
    if type(value).__name__ == "Range":
        return str(value)
    if isinstance(value, dict):
        return {str(k): encode(v) for k, v in value.items()}
    raise TypeError("no JSON form for %s" % type(value))


def dumps(value):
    """One line of JSON, in the order given. Text stays readable, but lone surrogates are escaped."""
    if isinstance(value, Number):
        return value.text
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (dumps(k), dumps(v)) for k, v in value.items())
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(map(dumps, value))
    if isinstance(value, str):
        try:
            value.encode("utf-8")
            return json.dumps(value, ensure_ascii=False)
        except UnicodeEncodeError:
            return json.dumps(value)
    return json.dumps(value)
