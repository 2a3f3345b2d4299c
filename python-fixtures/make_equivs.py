"""Writes equivs/: a folder for each set of dumps that say the same; started by generate.py.

The members of a set were spelled differently in Python, written at another protocol or by another pickler. They must decode equal but for made-up
names, and compile to the same SQL with the same parameters.
"""

import os
import pickle
import pickletools
import shutil
import sys

from sqlalchemy.ext import serializer

import steady

steady.install()

from shop import addresses, users  # noqa: E402
from sqlalchemy import alias, and_, between, desc, distinct, func, join, not_, null, nulls_last, or_, outerjoin, select  # noqa: E402

import assemble  # noqa: E402

u = users.c
PROTOCOL = 4


def find(*criteria):
    return select(u.id).where(*criteria)


EQUIVALENTS = {
    "and": {
        "function": lambda: find(and_(u.age > 18, u.id > 1)),
        "operator": lambda: find((u.age > 18) & (u.id > 1)),
        "nested": lambda: find(and_(and_(u.age > 18, u.id > 1))),
    },
    "or": {
        "function": lambda: find(or_(u.age > 18, u.id > 1, u.id < 9)),
        "operator": lambda: find((u.age > 18) | (u.id > 1) | (u.id < 9)),
    },
    "not": {
        "function": lambda: find(not_(and_(u.age > 18, u.id > 1))),
        "operator": lambda: find(~((u.age > 18) & (u.id > 1))),
    },
    "not_in": {
        "method": lambda: find(u.id.not_in([1, 2])),
        "old_name": lambda: find(u.id.notin_([1, 2])),
        "negated": lambda: find(~u.id.in_([1, 2])),
    },
    "comparison_turned_round": {
        "column_first": lambda: find(u.age == 41),
        "value_first": lambda: find(41 == u.age),
        "negated_twice": lambda: find(~~(u.age == 41)),
        "negated": lambda: find(~(u.age != 41)),
    },
    "is_null": {
        "is": lambda: find(u.age.is_(None)),
        "equals": lambda: find(u.age == None),  # noqa: E711
        "is_null_element": lambda: find(u.age.is_(null())),
    },
    "between": {
        "method": lambda: find(u.age.between(18, 35)),
        "function": lambda: find(between(u.age, 18, 35)),
    },
    "where_several": {
        "at_once": lambda: find(u.age > 18, u.id > 1),
        "one_by_one": lambda: find(u.age > 18).where(u.id > 1),
        "filter": lambda: select(u.id).filter(u.age > 18, u.id > 1),
    },
    "order": {
        "method": lambda: select(u.id).order_by(u.name.desc().nulls_last()),
        "function": lambda: select(u.id).order_by(nulls_last(desc(u.name))),
        "old_name": lambda: select(u.id).order_by(u.name.desc().nullslast()),
    },
    "clauses_in_another_order": {
        "as_printed": lambda: select(u.id).where(u.age > 18).order_by(u.id).limit(2).offset(1),
        "backwards": lambda: select(u.id).offset(1).limit(2).order_by(u.id).where(u.age > 18),
        "overwritten": lambda: select(u.id).limit(9).offset(9).where(u.age > 18).order_by(u.id).limit(2).offset(1),
    },
    "distinct": {
        "function": lambda: select(func.count(distinct(u.age))),
        "method": lambda: select(func.count(u.age.distinct())),
    },
    "join": {
        "method": lambda: select(u.id).select_from(users.join(addresses)),
        "function": lambda: select(u.id).select_from(join(users, addresses)),
        "on": lambda: select(u.id).select_from(users.join(addresses, u.id == addresses.c.user_id)),
    },
    "outer_join": {
        "method": lambda: select(u.id).select_from(users.outerjoin(addresses)),
        "function": lambda: select(u.id).select_from(outerjoin(users, addresses)),
        "flag": lambda: select(u.id).select_from(users.join(addresses, isouter=True)),
    },
    "select_outer_join": {
        "method": lambda: select(u.id).outerjoin(addresses, u.id == addresses.c.user_id),
        "flag": lambda: select(u.id).join(addresses, u.id == addresses.c.user_id, isouter=True),
    },
    "alias": {
        "method": lambda: (lambda x: select(x.c.id).where(x.c.id > 1))(users.alias("x")),
        "function": lambda: (lambda x: select(x.c.id).where(x.c.id > 1))(alias(users, "x")),
    },
    "column": {
        "attribute": lambda: find(u.age > 18),
        "item": lambda: select(users.c["id"]).where(users.c["age"] > 18),
        "columns": lambda: select(users.columns.id).where(users.columns.age > 18),
    },
}


def sets():
    """The dumps by set and spelling."""
    for name, spellings in EQUIVALENTS.items():
        yield name, {spelling: serializer.dumps(build(), PROTOCOL) for spelling, build in spellings.items()}
    sound = find(u.age == 41)
    written = {"protocol_%d" % protocol: serializer.dumps(sound, protocol) for protocol in range(6)}
    written["without_unused_memos"] = pickletools.optimize(written["protocol_4"])
    # What SQLAlchemy without its C extension writes, and the name that loads everywhere.
    c_extension = b"csqlalchemy.cyextension.immutabledict\nimmutabledict\n"
    if c_extension not in written["protocol_2"]:
        sys.exit("the C extension of SQLAlchemy is missing here")
    for spelling, module in ("without_c_extension", b"sqlalchemy.util._py_collections"), ("any_build", b"sqlalchemy.util"):
        written[spelling] = written["protocol_2"].replace(c_extension, b"c" + module + b"\nimmutabledict\n")
    written["least_state_by_hand"] = assemble.dump(assemble.select(assemble.binary()))
    yield "written_otherwise", written


def main(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for name, members in sets():
        os.makedirs(os.path.join(folder, name))
        for spelling, data in members.items():
            with open(os.path.join(folder, name, spelling + ".pickle"), "wb") as out:
                out.write(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
