"""What living SQLAlchemy says of mapped classes, by its inspection: a line of JSON for each, to compare a reader of catalogues with.

    python mapping_facts.py MODULE > facts.jsonl
"""

from __future__ import print_function

import importlib
import json
import os
import sys

import sqlalchemy as sa
from sqlalchemy.orm import ColumnProperty, CompositeProperty, RelationshipProperty, SynonymProperty, configure_mappers

import brine_catalog


def text(element):
    """The SQL of a condition or a column."""
    return " ".join(str(element.compile()).split())


def from_text(element):
    """A table or a subquery by its name, anything else by its SQL."""
    if isinstance(element, sa.Table):
        return element.key
    return element.name if isinstance(element, sa.sql.selectable.Alias) or type(element).__name__ == "Subquery" else text(element)


def column_text(element):
    return text(element.element if isinstance(element, sa.sql.elements.Label) else element)


def pairs(found):
    return sorted([text(a), text(b)] for a, b in found)


def relationship(prop):
    return {
        "target": brine_catalog.path_of(prop.mapper.class_),
        "direction": prop.direction.name,
        "uselist": bool(prop.uselist),
        "primaryjoin": text(prop.primaryjoin),
        "secondaryjoin": None if prop.secondaryjoin is None else text(prop.secondaryjoin),
        "secondary": None if prop.secondary is None else from_text(prop.secondary),
        "local_remote_pairs": pairs(prop.local_remote_pairs),
        "synchronize_pairs": pairs(prop.synchronize_pairs),
        "secondary_synchronize_pairs": pairs(prop.secondary_synchronize_pairs or ()),
        "remote_side": sorted(text(c) for c in prop.remote_side),
        "local_columns": sorted(text(c) for c in prop.local_columns),
        "order_by": [text(each) for each in prop.order_by or ()],
        "back_populates": prop.back_populates,
        "viewonly": bool(prop.viewonly),
        "self_referential": bool(prop._is_self_referential),
    }


def attribute(prop):
    fact = {"key": prop.key, "parent": brine_catalog.path_of(prop.parent.class_), "kind": None}
    if isinstance(prop, RelationshipProperty):
        fact.update(kind="relationship", **relationship(prop))
    elif isinstance(prop, CompositeProperty):
        fact.update(kind="composite", attributes=[part.key for part in prop.props])
    elif isinstance(prop, SynonymProperty):
        fact.update(kind="synonym", target=prop.name)
    elif isinstance(prop, ColumnProperty):
        fact.update(kind="column", columns=[column_text(c) for c in prop.columns], deferred=bool(prop.deferred))
    else:
        fact.update(kind="concrete_inherited")
    return fact


def identity(value):
    """As text; of a member of an Enum, its value."""
    return str(getattr(value, "value", value))


def identities(criterion):
    """The values that rows of a shared table are told by; up to 1.3 each is a parameter of its own."""
    if criterion is None:
        return None
    value = getattr(criterion.right, "value", None)
    values = value if value is not None else [parameter.value for parameter in criterion.right.element.clauses]
    return [identity(value) for value in values]


def facts(mapper):
    return {
        "class": brine_catalog.path_of(mapper.class_),
        "local_table": from_text(mapper.local_table),
        "mapped_table": from_text(mapper.persist_selectable),
        "selectable": from_text(mapper.selectable),
        "primary_key": [text(c) for c in mapper.primary_key],
        "polymorphic_on": None if mapper.polymorphic_on is None else column_text(mapper.polymorphic_on),
        "polymorphic_map": sorted([identity(k), brine_catalog.path_of(m.class_)] for k, m in mapper.polymorphic_map.items()),
        "with_polymorphic_mappers": [brine_catalog.path_of(m.class_) for m in mapper.with_polymorphic_mappers],
        "self_and_descendants": [brine_catalog.path_of(m.class_) for m in mapper.self_and_descendants],
        "single_table_identities": identities(mapper._single_table_criterion),
        "columns": [[prop.key, column_text(prop.columns[0])] for prop in mapper._polymorphic_properties if isinstance(prop, ColumnProperty)],
        "attrs": [attribute(prop) for prop in mapper.attrs if not getattr(getattr(prop, "entity", None), "is_aliased_class", False)],
    }


def main():
    sys.path.insert(0, os.getcwd())
    importlib.import_module(sys.argv[1])
    configure_mappers()
    for mapper in brine_catalog.in_order(brine_catalog.all_mappers()):
        print(json.dumps(facts(mapper)))


if __name__ == "__main__":
    main()
