"""The JSON of what an ORM query gives: entities, tuples of them and values.

An entity is ``{"entity": class path, "attributes": {key: value}}`` with the attributes that are loaded, in the mapper's order; one that was
printed in the same row before is ``{"entity": class path, "identity": [primary key]}``. A collection is an array, sets by primary key; one
kept by key is an object. A composite is an array of its columns' values, a tuple an array. Everything else is as in ``encoding``.
"""

from sqlalchemy import inspect
from sqlalchemy.engine import Row

from encoding import encode


def path_of(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def is_entity(value):
    return hasattr(value, "_sa_instance_state")


def identity(entity):
    """The primary key of an entity, as JSON; null where it has none yet."""
    key = inspect(entity).identity
    return None if key is None else [encode(part) for part in key]


def reference(entity):
    return {"entity": path_of(type(entity)), "identity": identity(entity)}


def row(value):
    """A row of a result: what was printed before is counted anew."""
    return _encoded(value, set())


def _encoded(value, printed):
    if is_entity(value):
        return _entity(value, printed)
    if isinstance(value, dict):
        return {str(key): _encoded(each, printed) for key, each in value.items()}
    if isinstance(value, (set, frozenset)) and any(map(is_entity, value)):
        return [_encoded(each, printed) for each in sorted(value, key=lambda each: inspect(each).identity or ())]
    if isinstance(value, (list, tuple, Row)):
        return [_encoded(each, printed) for each in value]
    if hasattr(value, "__composite_values__"):
        return [encode(each) for each in value.__composite_values__()]
    return encode(value)


def _entity(entity, printed):
    if id(entity) in printed:
        return reference(entity)
    printed.add(id(entity))
    loaded = inspect(entity).dict
    keys = [attribute.key for attribute in inspect(type(entity)).attrs if attribute.key in loaded]
    return {"entity": path_of(type(entity)), "attributes": {key: _encoded(loaded[key], printed) for key in keys}}
