#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Writes what an application has mapped, tables and classes, as a catalogue for Brine.

    python brine_catalog.py myapp.models [more.models ...] > catalog.json

The modules are imported, their mappers configured, and every mapped class and MetaData that is then there is written. No database is asked.
Needs nothing but SQLAlchemy (1.3 to 2.1) and the Python it runs on (2.7 or 3.6 and later). The format is described in docs/catalogue.md and by
catalogue.schema.json of Brine.

    --base myapp.models:Base    only the classes below this one and those they lead to, and its MetaData; may be given several times
    --output FILE               write there instead
"""

from __future__ import print_function

import argparse
import base64
import importlib
import io
import json
import os
import sys
import types

import sqlalchemy as sa
from sqlalchemy import schema as sa_schema
from sqlalchemy import types as sa_types
from sqlalchemy.ext import serializer
from sqlalchemy.ext.associationproxy import AssociationProxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import ColumnProperty, CompositeProperty, RelationshipProperty, SynonymProperty, configure_mappers
from sqlalchemy.orm.descriptor_props import ConcreteInheritedProperty
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, BooleanClauseList, ClauseElement, ColumnClause

VERSION = 1
# Every Python that SQLAlchemy 1.3 runs on reads and writes it.
PROTOCOL = 2

# The arguments of type classes, by the class that takes them; a class has those of the nearest class above it.
TYPE_ARGUMENTS = {
    "String": ("length", "collation"),
    "Integer": (),
    "Numeric": ("precision", "scale", "decimal_return_scale", "asdecimal"),
    "Float": ("precision", "asdecimal", "decimal_return_scale"),
    "Date": (),
    "DateTime": ("timezone",),
    "Time": ("timezone",),
    "Boolean": ("create_constraint", "name"),
    "_Binary": ("length",),
    "JSON": ("none_as_null",),
    "ARRAY": ("item_type", "as_tuple", "dimensions", "zero_indexes"),
    "Uuid": ("as_uuid", "native_uuid"),
    "NullType": (),
}
# Of these a dump says more than their arguments do.
DUMPED_TYPES = ("PickleType", "Interval")
ENUM_ARGUMENTS = ("length", "collation", "name", "native_enum", "create_constraint", "validate_strings", "schema", "inherit_schema")
COMPARISONS = {
    operators.eq: "=", operators.ne: "!=", operators.lt: "<", operators.le: "<=", operators.gt: ">", operators.ge: ">=",
}
TEXT = str if sys.version_info[0] > 2 else basestring  # noqa: F821
NUMBER = (int, float) if sys.version_info[0] > 2 else (int, long, float)  # noqa: F821


class NotWritable(Exception):
    """Something that the catalogue cannot say."""


class Problems(object):
    """What cannot be written, gathered to be told all at once."""

    def __init__(self):
        self.found = []

    def gather(self, where, write, *arguments):
        """What is written; None where it cannot be."""
        try:
            return write(*arguments)
        except NotWritable as reason:
            self.found.append("%s: %s" % (where, reason))

    def raise_if_any(self):
        if self.found:
            raise NotWritable("\n  ".join(["%d cannot be written:" % len(self.found)] + self.found))


def path_of(cls):
    """What dumps call a class, or a function: its module and its name in it."""
    return "%s.%s" % (cls.__module__, getattr(cls, "__qualname__", cls.__name__))


def path_of_default(function):
    """What a column gets its value from: a function around the user's own, which has forgotten the class that is a method's."""
    own = getattr(function, "__wrapped__", function)
    owner = getattr(own, "__self__", None)
    if isinstance(owner, type) and own.__module__ is None:
        return "%s.%s" % (path_of(owner), own.__name__)
    return path_of(own) if hasattr(own, "__name__") else path_of(type(own))


def nested_path_of(cls):
    """The same in types, where a name within a class is told from the module."""
    name = getattr(cls, "__qualname__", cls.__name__)
    return "%s%s%s" % (cls.__module__, ":" if "." in name else ".", name)


def encoded(value):
    try:
        return base64.b64encode(serializer.dumps(value, PROTOCOL)).decode("ascii")
    except Exception as reason:
        raise NotWritable("%s cannot be dumped: %s" % (type(value).__name__, reason))


class Expressions(object):
    """Everything that is more than a column: one dump for all, so that what is shared by two of them stays one."""

    def __init__(self):
        self.elements = []

    def number(self, element):
        """Its place in the list, where it is put if it is not there."""
        for number, known in enumerate(self.elements):
            if known is element:
                return number
        try:
            forget_functions(element)
            serializer.dumps(element, PROTOCOL)
        except Exception as reason:
            raise NotWritable("%s cannot be dumped: %s" % (type(element).__name__, reason))
        self.elements.append(element)
        return len(self.elements) - 1

    def json(self, element):
        return {"expression": self.number(element)}


def forget_functions(element):
    """Up to 1.3 an element that was used keeps functions of its own, which cannot be dumped; they are made anew when needed."""
    for part in sa.sql.visitors.iterate(element, {}):
        for name in [name for name, value in vars(part).items() if is_nameless(value)]:
            del vars(part)[name]


def is_nameless(value):
    """Whether it is a function that no module has."""
    return isinstance(value, types.FunctionType) and getattr(sys.modules.get(value.__module__), value.__name__, None) is not value


class Types(object):
    """Types by their classes and arguments; by a dump where that does not say all."""

    def json(self, type_):
        variants = self.variants(type_)
        if variants is None:
            return self.without_variants(type_)
        plain, others = variants
        written = self.without_variants(plain)
        if others:
            if "dump" in written:
                return {"dump": encoded(type_)}
            written["variants"] = dict((dialect, self.json(other)) for dialect, other in others.items())
        return written

    @staticmethod
    def variants(type_):
        if type(type_).__name__ == "Variant":  # up to 1.4
            return type_.impl, type_.mapping
        return type_, getattr(type_, "_variant_mapping", {})

    def without_variants(self, type_):
        cls = type(type_)
        if isinstance(type_, sa_types.TypeDecorator) and not cls.__module__.startswith("sqlalchemy."):
            return {"type": "TypeDecorator", "class": path_of(cls), "impl": self.json(type_.impl)}
        if cls is sa_types.Enum:
            return self.enum(type_)
        arguments = self.arguments(cls)
        if arguments is None:
            return {"dump": encoded(type_)}
        written = {"type": cls.__name__}
        for name in arguments:
            value = getattr(type_, name, None)
            if isinstance(value, sa_types.TypeEngine):
                value = self.json(value)
            if value is not None:
                written[name] = value
        return written

    @staticmethod
    def enum(type_):
        written = {"type": "Enum", "enums": ["%s" % name for name in type_.enums]}
        for name in ENUM_ARGUMENTS:
            value = type_.__dict__.get(name)
            if value is not None:
                written[name] = "%s" % value if isinstance(value, TEXT) else value
        if getattr(type_, "_omit_aliases", True) is False:
            written["omit_aliases"] = False
        if type_.values_callable is not None:
            written["values_callable"] = nested_path_of(type_.values_callable)
        if type_.enum_class is not None:
            written["enum_class"] = nested_path_of(type_.enum_class)
            values = [type_._object_lookup[name].value for name in type_.enums]
            if all(is_plain(value) and value is not None for value in values):
                written["values"] = values
        return written

    @staticmethod
    def arguments(cls):
        """None for a class that is not SQLAlchemy's own generic one."""
        if cls.__module__ not in ("sqlalchemy.sql.sqltypes", "sqlalchemy.types") or "impl" in dir(cls):
            return None
        for above in cls.__mro__:
            if above.__name__ in DUMPED_TYPES:
                return None
            if above.__name__ in TYPE_ARGUMENTS:
                return TYPE_ARGUMENTS[above.__name__]
        return None


class Tables(object):
    """The tables of one or more MetaData."""

    def __init__(self, types, problems):
        self.types = types
        self.problems = problems

    def json(self, metadatas):
        tables = {}
        for metadata in metadatas:
            for key, table in metadata.tables.items():
                if tables.setdefault(key, table) is not table:
                    raise NotWritable("two MetaData have a table %r; choose one of them with --base" % key)
        keys = tables if sys.version_info >= (3, 7) else sorted(tables)
        return [self.table(tables[key]) for key in keys]

    def table(self, table):
        written = {}
        self.put_name(written, "name", "quote", table.name)
        if table.schema is not None:
            self.put_name(written, "schema", "quote_schema", table.schema)
        if getattr(table, "implicit_returning", True) is False:
            written["implicit_returning"] = False
        written["columns"] = [self.problems.gather("%s.%s" % (table.key, column.key), self.column, column) for column in table.columns]
        return written

    def column(self, column):
        written = {}
        self.put_name(written, "name", "quote", column.name)
        if column.key != column.name:
            written["key"] = column.key
        written["type"] = self.types.json(column.type)
        if column.primary_key:
            written["primary_key"] = True
        if column.nullable == column.primary_key:
            written["nullable"] = column.nullable
        targets = [self.foreign_key(key) for key in sorted(column.foreign_keys, key=lambda key: key.target_fullname)]
        if targets:
            written["foreign_keys"] = targets
        self.put_defaults(written, column)
        return written

    @staticmethod
    def put_name(written, field, quote, name):
        written[field] = "%s" % name
        given = getattr(name, "quote", None)
        if given is not None:
            written[quote] = given

    @staticmethod
    def foreign_key(key):
        constraint = key.constraint
        if constraint is None or len(constraint.elements) < 2:
            return key.target_fullname
        own = "fk_%s" % "_".join(each.parent.key for each in constraint.elements)
        return {"target": key.target_fullname, "constraint": "%s" % (constraint.name or own)}

    def put_defaults(self, written, column):
        for field in ("default", "onupdate"):
            default = getattr(column, field)
            if default is not None:
                written[field] = self.default(default)
        server = column.server_default
        if server is not None:
            written["server_default"] = "identity" if type(server).__name__ == "Identity" else True
        if column.server_onupdate is not None:
            written["server_onupdate"] = True
        if column.autoincrement != "auto":
            written["autoincrement"] = column.autoincrement

    @staticmethod
    def default(default):
        if isinstance(default, sa_schema.Sequence):
            sequence = {"sequence": "%s" % default.name}
            if default.schema is not None:
                sequence["schema"] = "%s" % default.schema
            if default.optional:
                sequence["optional"] = True
            return sequence
        if callable(default.arg):
            return {"function": path_of_default(default.arg)}
        if isinstance(default.arg, ClauseElement):
            return {"dump": encoded(default.arg)}
        return value_json(default.arg)


def is_plain(value):
    """Whether JSON can say it."""
    return value is None or isinstance(value, (bool, TEXT) + NUMBER) and type(value).__module__ in ("builtins", "__builtin__")


def value_json(value):
    """A plain value as it is, any other as a dump."""
    return {"value": value} if is_plain(value) else {"dump": encoded(value)}


class Mappers(object):
    """Mapped classes."""

    def __init__(self, expressions, problems):
        self.expressions = expressions
        self.problems = problems
        self.notes = []

    def json(self, mapper):
        return self.problems.gather(path_of(mapper.class_), self.of_class, mapper)

    def of_class(self, mapper):
        written = {"class": path_of(mapper.class_)}
        above = mapper.inherits
        if above is not None:
            written["inherits"] = path_of(above.class_)
        if mapper.concrete:
            written["concrete"] = True
        if above is None or mapper.local_table is not above.local_table:
            written["table"] = self.selectable(mapper.local_table)
        if above is not None and mapper.inherit_condition is not None and not mapper.single and not mapper.concrete:
            written["inherit_condition"] = self.condition(mapper.inherit_condition)
        self.put_polymorphism(written, mapper)
        if above is None or mapper.concrete or list(mapper.primary_key) != list(above.primary_key):
            written["primary_key"] = [self.column(column) for column in mapper.primary_key]
        version = mapper.version_id_col
        if version is not None and (above is None or version is not above.version_id_col):
            written["version_id_col"] = self.column(version)
        attributes = [prop for prop in mapper.attrs if not self.is_left_out(mapper, prop)]
        written["attributes"] = [self.problems.gather(name_of(mapper, prop.key), self.attribute, mapper, prop) for prop in attributes]
        for field, found in (("hybrids", self.hybrids(mapper)), ("association_proxies", self.proxies(mapper))):
            if found:
                written[field] = found
        return written

    def put_polymorphism(self, written, mapper):
        above = mapper.inherits
        on = mapper.polymorphic_on
        if on is not None and (above is None or mapper.concrete or on is not above.polymorphic_on):
            written["polymorphic_on"] = self.column(on)
        if mapper.polymorphic_identity is not None:
            written["polymorphic_identity"] = value_json(mapper.polymorphic_identity)
        if getattr(mapper, "polymorphic_abstract", False):
            written["polymorphic_abstract"] = True
        if mapper.polymorphic_load:
            written["polymorphic_load"] = mapper.polymorphic_load
        if mapper.with_polymorphic:
            spec, selectable = mapper.with_polymorphic
            classes = "*" if spec == "*" else [path_of(getattr(each, "class_", each)) for each in spec]
            written["with_polymorphic"] = {"classes": classes}
            if selectable is not None:
                written["with_polymorphic"]["selectable"] = self.expressions.json(selectable)

    def selectable(self, selectable):
        return selectable.key if isinstance(selectable, sa.Table) else self.expressions.json(selectable)

    def column(self, element):
        table = getattr(element, "table", None)
        if isinstance(element, sa.Column) and isinstance(table, sa.Table):
            return "%s.%s" % (table.key, element.key)
        return self.expressions.json(element)

    def condition(self, condition):
        """The parts of an AND; those that compare two columns of tables are written as such."""
        if isinstance(condition, BooleanClauseList) and condition.operator is operators.and_:
            return [self.clause(clause) for clause in condition.clauses]
        return [self.clause(condition)]

    def clause(self, clause):
        if isinstance(clause, BinaryExpression) and clause.operator in COMPARISONS and not clause.modifiers:
            left, right = self.column_name(clause.left), self.column_name(clause.right)
            if left is not None and right is not None:
                written = {"left": left, "right": right}
                if clause.operator is not operators.eq:
                    written["operator"] = COMPARISONS[clause.operator]
                for mark in ("foreign", "remote"):
                    sides = [side for side in ("left", "right") if mark in getattr(clause, side)._annotations]
                    if sides:
                        written[mark] = "both" if len(sides) == 2 else sides[0]
                return written
        written = self.expressions.json(plain(clause))
        for mark in ("foreign", "remote"):
            marked = []
            for element in sa.sql.visitors.iterate(clause, {}):
                if mark in element._annotations:
                    column = self.column(plain(element))
                    if column not in marked:
                        marked.append(column)
            if marked:
                written[mark] = marked
        return written

    def column_name(self, element):
        name = self.column(element) if isinstance(element, sa.Column) and isinstance(element.table, sa.Table) else None
        return name if isinstance(name, TEXT) else None

    def is_left_out(self, mapper, prop):
        """A relationship may lead to an alias of a class, of which there is no saying it."""
        left_out = isinstance(prop, RelationshipProperty) and getattr(prop.entity, "is_aliased_class", False)
        if left_out:
            self.notes.append("%s leads to an alias of a class, and is left out" % name_of(mapper, prop.key))
        return left_out

    def attribute(self, mapper, prop):
        written = {"name": prop.key}
        if prop.parent is not mapper:
            written["inherited"] = True
        elif isinstance(prop, ConcreteInheritedProperty):
            written["concrete_inherited"] = True
        elif isinstance(prop, CompositeProperty):
            written["composite"] = path_of(prop.composite_class)
            written["attributes"] = [part.key for part in prop.props]
        elif isinstance(prop, SynonymProperty):
            written["synonym"] = prop.name
        elif isinstance(prop, RelationshipProperty):
            self.put_relationship(written, prop)
        elif isinstance(prop, ColumnProperty):
            self.put_columns(written, prop)
        else:
            raise NotWritable("it is a %s" % type(prop).__name__)
        return written

    def put_columns(self, written, prop):
        columns = [self.column(column) for column in prop.columns]
        if len(columns) == 1:
            written["column"] = columns[0]
        else:
            written["columns"] = columns
        if prop.deferred:
            written["deferred"] = True
        if prop.group:
            written["group"] = prop.group
        if getattr(prop, "raiseload", False):
            written["raiseload"] = True
        if ("query_expression", True) in prop.strategy_key:
            written["query_expression"] = True

    def put_relationship(self, written, prop):
        written["relationship"] = path_of(prop.mapper.class_)
        written["direction"] = prop.direction.name
        written["primaryjoin"] = self.condition(prop.primaryjoin)
        if prop.secondary is not None:
            written["secondary"] = self.selectable(prop.secondary)
            written["secondaryjoin"] = self.condition(prop.secondaryjoin)
        if prop.uselist != (prop.direction.name != "MANYTOONE"):
            written["uselist"] = prop.uselist
        lazy = {True: "select", False: "joined", None: "noload"}.get(prop.lazy, prop.lazy)
        if lazy != "select":
            written["lazy"] = lazy
        if prop.innerjoin:
            written["innerjoin"] = "unnested" if prop.innerjoin == "unnested" else "nested"
        if prop.join_depth is not None:
            written["join_depth"] = prop.join_depth
        if prop.order_by:
            written["order_by"] = [self.order(each) for each in prop.order_by]
        self.put_collection(written, prop)
        if prop.back_populates:
            written["back_populates"] = prop.back_populates
        if prop.viewonly:
            written["viewonly"] = True
        for field in ("distinct_target_key", "omit_join"):
            if getattr(prop, field, None) is not None:
                written[field] = getattr(prop, field)

    def order(self, element):
        if getattr(element, "modifier", None) is operators.desc_op:
            column = self.column(element.element)
            if isinstance(column, TEXT):
                return {"desc": column}
        return self.column(element)

    @staticmethod
    def put_collection(written, prop):
        made = list if prop.collection_class is None else prop.collection_class
        collection = made() if callable(made) else None
        if isinstance(collection, dict):
            written["collection"] = {"dict": attribute_key(getattr(collection, "keyfunc", None), prop.mapper)}
        elif isinstance(collection, set):
            written["collection"] = "set"
        elif not isinstance(collection, list):
            written["collection"] = path_of(type(collection))

    def hybrids(self, mapper):
        return [self.hybrid(mapper, key) for key in self.own(mapper, hybrid_property, self.is_same_hybrid)]

    @staticmethod
    def own(mapper, kind, is_same):
        """The names of the descriptors of a kind that a class does not have from a mapped one, or has otherwise."""
        above, keys = mapper.inherits, []
        for key, descriptor in mapper.all_orm_descriptors.items():
            if isinstance(descriptor, kind):
                inherited = above is not None and isinstance(above.all_orm_descriptors.get(key), kind)
                if key in mapper.class_.__dict__ or not (inherited and is_same(mapper, above, key)):
                    keys.append(key)
        return sorted(keys)

    def hybrid(self, mapper, key):
        written = {"name": key}
        try:
            element = expression_of(mapper, key)
            if element is not None:
                written["expression"] = self.column(element)
        except Exception as reason:
            self.notes.append("%s has no expression of its class: %s" % (name_of(mapper, key), reason))
        return written

    @staticmethod
    def is_same_hybrid(mapper, above, key):
        """A class below has its own columns in it where it is concrete, and what it overrides."""
        try:
            own, inherited = expression_of(mapper, key), expression_of(above, key)
            return own is inherited or own is not None and inherited is not None and own.compare(inherited)
        except Exception:  # one of them has none, which is noted where it is written
            return False

    def proxies(self, mapper):
        found = []
        for key in self.own(mapper, AssociationProxy, lambda mapper, above, key: True):
            proxy = mapper.all_orm_descriptors[key]
            leads = mapper.relationships.get(proxy.target_collection)
            if leads is not None and proxy.value_attr in leads.mapper.all_orm_descriptors:
                found.append({"name": key, "target": proxy.target_collection, "attribute": proxy.value_attr})
            else:
                self.notes.append("%s is a proxy of what is not mapped, and is left out" % name_of(mapper, key))
        return found


def name_of(mapper, key):
    return "%s.%s" % (path_of(mapper.class_), key)


def expression_of(mapper, key):
    """What an attribute is on its class; None where that is no SQL."""
    element = getattr(mapper.class_, key)
    if hasattr(element, "__clause_element__"):
        element = element.__clause_element__()
    return plain(element) if isinstance(element, ClauseElement) else None


def plain(element):
    """Without what the ORM notes on an expression and its columns; their tables stay the same objects."""

    def bare(part, **_):
        return part._deannotate() if part._annotations and isinstance(part, ColumnClause) else None

    return sa.sql.visitors.replacement_traverse(element._deannotate() if element._annotations else element, {}, bare)


def attribute_key(keyfunc, mapper):
    """The attribute that a dict of entities is keyed by; None where it is a function of any other kind."""
    kind = type(keyfunc).__name__
    if kind == "_SerializableAttrGetter":  # before 2.0
        return keyfunc.name
    if kind.startswith("_Serializable") and len(getattr(keyfunc, "colkeys", ())) == 1:
        keys = [column_key for column_key, _ in keyfunc.colkeys]
        names = [prop.key for prop in mapper.column_attrs if prop.columns[0].key == keys[0]]
        return names[0] if names else None
    name = getattr(keyfunc, "attr_name", None)
    if name is None and kind == "attrgetter" and hasattr(keyfunc, "__reduce__"):
        name = repr(keyfunc).partition("(")[2].strip("')\"") if sys.version_info[0] > 2 else None
    return name


def all_mappers():
    """Every mapper there is."""
    module = sys.modules["sqlalchemy.orm.mapper"]
    if hasattr(module, "_all_registries"):  # 1.4 and later
        return set(mapper for registry in module._all_registries() for mapper in registry.mappers)
    return set(mapper for mapper in list(module._mapper_registry) if not mapper.non_primary)


def with_related(mappers):
    """And those that relationships lead to, with all of their inheritance."""
    found, waiting = set(), list(mappers)
    while waiting:
        mapper = waiting.pop()
        if mapper not in found:
            found.add(mapper)
            waiting.extend(prop.mapper for prop in mapper.relationships)
            waiting.extend(mapper.base_mapper.self_and_descendants)
    return found


def in_order(mappers):
    """A base before what inherits from it, and that in the order in which it was mapped."""
    ordered = []

    def add(mapper):
        if mapper in mappers and mapper not in ordered:
            ordered.append(mapper)
            for below in mapper._inheriting_mappers:
                add(below)

    for mapper in sorted(mappers, key=lambda mapper: path_of(mapper.class_)):
        root = mapper
        while root.inherits is not None and root.inherits in mappers:
            root = root.inherits
        add(root)
    return ordered


def metadatas_of(modules, mappers):
    found = []
    for module in modules:
        for value in vars(module).values():
            value = value if isinstance(value, sa.MetaData) else getattr(value, "metadata", None)
            if isinstance(value, sa.MetaData):
                found.append(value)
    for mapper in mappers:
        found.extend(table.metadata for table in mapper.tables if isinstance(table, sa.Table))
    return [metadata for number, metadata in enumerate(found) if metadata not in found[:number]]


def catalogue(modules, bases=()):
    """What is to be written, of modules that are imported."""
    configure_mappers()
    mappers = in_order(with_related(m for m in all_mappers() if not bases or issubclass(m.class_, tuple(bases))))
    metadatas = [base.metadata for base in bases] or metadatas_of(modules, mappers)
    expressions, problems = Expressions(), Problems()
    writer = Mappers(expressions, problems)
    written = {
        "brine-catalogue": VERSION,
        "sqlalchemy": sa.__version__,
        "tables": Tables(Types(), problems).json(metadatas),
        "mappers": [writer.json(mapper) for mapper in mappers],
    }
    problems.raise_if_any()
    if expressions.elements:
        written["expressions"] = encoded(expressions.elements)
    for note in writer.notes:
        print("note: " + note, file=sys.stderr)
    return written


def named(path):
    """What ``module:Name`` means."""
    module, _, name = path.partition(":")
    return getattr(importlib.import_module(module), name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", metavar="MODULE")
    parser.add_argument("--base", action="append", default=[], metavar="MODULE:CLASS")
    parser.add_argument("--output", metavar="FILE")
    arguments = parser.parse_args()
    sys.path.insert(0, os.getcwd())
    modules = [importlib.import_module(name) for name in arguments.modules]
    try:
        written = catalogue(modules, [named(base) for base in arguments.base])
    except NotWritable as reason:
        sys.exit("brine_catalog: %s" % reason)
    text = json.dumps(written, indent=1, sort_keys=False, separators=(",", ": ")) + "\n"
    if arguments.output:
        with io.open(arguments.output, "wb") as out:
            out.write(text.encode("utf-8"))
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
