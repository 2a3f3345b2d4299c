"""Values as JSON that keeps their type: ``[type, text]``, so that 1, 1.0, True, Decimal("1") and "1" all differ."""

import datetime
import decimal
import enum
import uuid


def typed(value):
    """An enum is its name, as it is to Java; a moment with a zone is told in UTC; containers hold typed values."""
    if value is None:
        return None
    if isinstance(value, enum.Enum):
        return ["str", value.name]
    if isinstance(value, (bytes, bytearray, memoryview)):
        return ["bytes", bytes(value).hex()]
    if isinstance(value, dict):
        return ["dict", sorted([str(k), typed(v)] for k, v in value.items())]
    if isinstance(value, (list, tuple)):
        return ["list", [typed(v) for v in value]]
    if isinstance(value, (set, frozenset)):
        return ["set", sorted(typed(v) for v in value)]
    return [type(value).__name__, _text(value)]


def _text(value):
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return value.astimezone(datetime.timezone.utc).isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value // datetime.timedelta(microseconds=1))
    if isinstance(value, decimal.Decimal) and not value:
        # Java's BigDecimal has no zero below zero, which SQLite makes of -0.0.
        return str(abs(value))
    if isinstance(value, (str, decimal.Decimal, uuid.UUID)):
        return str(value)
    return repr(value)
