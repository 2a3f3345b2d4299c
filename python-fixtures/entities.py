"""The JSON of what an ORM query gives: entities, tuples of them and values.

An entity is ``{"entity": class path, "attributes": {key: value}}`` with the attributes that are loaded, in the mapper's order; one that was
printed in the same row before is ``{"entity": class path, "identity": [primary key]}``. A collection is an array, sets by primary key; one
kept by key is an object. A composite is an array of its columns' values, a tuple an array. Everything else is as in ``encoding``.
"""

from sqlalchemy import inspect

try:
    from sqlalchemy.engine import Row, RowMapping
except ImportError:  # 1.3
    from sqlalchemy.engine import RowProxy as Row

    RowMapping = dict

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


def row(value, encode=encode, keys=None):
    """A row of a result: what was printed before is counted anew. ``encode`` is for the values in it; ``keys`` gives the attributes of an entity in another order."""
    return _Row(encode, keys or in_mapper_order).of(value)


def in_mapper_order(entity):
    return [attribute.key for attribute in inspect(type(entity)).attrs]


class _Row:
    def __init__(self, encode, keys):
        self.encode = encode
        self.keys = keys
        self.printed = set()

    def of(self, value):
        if is_entity(value):
            return self.entity(value)
        if isinstance(value, RowMapping) and not isinstance(value, dict):
            return [self.of(each) for each in value.values()]
        if isinstance(value, dict):
            return {str(key): self.of(each) for key, each in value.items()}
        if isinstance(value, (set, frozenset)) and any(map(is_entity, value)):
            return [self.of(each) for each in sorted(value, key=lambda each: inspect(each).identity or ())]
        if isinstance(value, (list, tuple, Row)):
            return [self.of(each) for each in value]
        if hasattr(value, "__composite_values__"):
            return [self.encode(each) for each in value.__composite_values__()]
        return self.encode(value)

    def entity(self, entity):
        if id(entity) in self.printed:
            return reference(entity)
        self.printed.add(id(entity))
        loaded = inspect(entity).dict
        keys = [key for key in self.keys(entity) if key in loaded]
        return {"entity": path_of(type(entity)), "attributes": {key: self.of(loaded[key]) for key in keys}}
