"""Writes random expressions in prefix form, the same ones every time, with their trees and their SQL.

    python random_trees.py > ../../src/test/resources/dev/brine/expr/random-trees.txt

They try combinations nobody thinks of, for what matters when operators meet: parentheses, flattened
chains, negation, folded constants and types. ``PrefixForm.java`` reads the same form.
"""

import json
import random
import warnings

import sqlalchemy as sa
from sqlalchemy import and_, false, func, not_, null, or_, true
from sqlalchemy.engine.default import DefaultDialect

from printer import tree
from schema import users

SEED = 20
CASES = 400
DEEPEST = 5

COLUMNS = ["id", "age", "big", "score", "name", "note", "active", "born", "points"]
CONSTANTS = {"TRUE": true, "FALSE": false, "NULL": null}
VALUES = ["1", "7", "4294967296", '"ed"', '"x%"']

# how many operands, and what it does with them; of those with (1, 3) the first is always an element
OPERATIONS = {
    "plus": (2, lambda x, y: x + y),
    "minus": (2, lambda x, y: x - y),
    "times": (2, lambda x, y: x * y),
    "dividedBy": (2, lambda x, y: x / y),
    "floorDiv": (2, lambda x, y: x // y),
    "mod": (2, lambda x, y: x % y),
    "concat": (2, lambda x, y: x.concat(y)),
    "bitwiseAnd": (2, lambda x, y: x.bitwise_and(y)),
    "op": (2, lambda x, y: x.op("&&")(y)),
    "boolOp": (2, lambda x, y: x.bool_op("~")(y)),
    "eq": (2, lambda x, y: x == y),
    "ne": (2, lambda x, y: x != y),
    "lt": (2, lambda x, y: x < y),
    "ge": (2, lambda x, y: x >= y),
    "is": (2, lambda x, y: x.is_(y)),
    "isDistinctFrom": (2, lambda x, y: x.is_distinct_from(y)),
    "like": (2, lambda x, y: x.like(y)),
    "contains": (2, lambda x, y: x.contains(y)),
    "startsWith": (2, lambda x, y: x.startswith(y)),
    "between": (3, lambda x, y, z: x.between(y, z)),
    "in": (3, lambda x, y, z: x.in_([y, z])),
    "neg": (1, lambda x: -x),
    "bitwiseNot": (1, lambda x: x.bitwise_not()),
    "distinct": (1, lambda x: x.distinct()),
    "not": (1, not_),
    "label": (1, lambda x: x.label("l")),
    "desc": (1, lambda x: x.desc()),
    "max": (1, func.max),
    "lower": (1, func.lower),
    "coalesce": (2, func.coalesce),
    "and": (None, and_),
    "or": (None, or_),
}
CONDITIONS = ["and", "or", "not"]
ONLY_OUTSIDE = ["desc"]


def form(rng, depth, outside=False):
    if depth == 0 or (not outside and rng.random() < 0.15):
        return rng.choice([*COLUMNS, *COLUMNS, *CONSTANTS])
    names = [n for n in OPERATIONS if outside or n not in ONLY_OUTSIDE]
    name = rng.choice(CONDITIONS if rng.random() < 0.3 else names)
    count = OPERATIONS[name][0] or rng.randint(1, 4)
    return "(%s)" % " ".join([name] + [operand(rng, name, i, depth - 1) for i in range(count)])


def operand(rng, name, position, depth):
    if position > 0 and name not in CONDITIONS and rng.random() < 0.25:
        return rng.choice(VALUES)
    return form(rng, depth)


def build(text):
    return take(text.replace("(", "( ").replace(")", " )").split())


def take(tokens):
    token = tokens.pop(0)
    if token != "(":
        return leaf(token)
    name = tokens.pop(0)
    operands = []
    while tokens[0] != ")":
        operands.append(take(tokens))
    tokens.pop(0)
    return OPERATIONS[name][1](*operands)


def leaf(token):
    if token in CONSTANTS:
        return CONSTANTS[token]()
    return users.c[token] if token in users.c else json.loads(token)


def describe(text):
    yield "> " + text
    try:
        built = build(text)
    except sa.exc.ArgumentError as error:
        yield "! " + type(error).__name__
        return
    yield tree(built)
    try:
        yield json.dumps(str(built.compile(dialect=DefaultDialect())))
    except sa.exc.SQLAlchemyError as error:
        yield "! " + type(error).__name__


def main():
    warnings.simplefilter("ignore")
    rng = random.Random(SEED)
    seen = set()
    while len(seen) < CASES:
        text = form(rng, rng.randint(2, DEEPEST), outside=True)
        if text not in seen:
            seen.add(text)
            print("\n".join(describe(text)), end="\n\n")


if __name__ == "__main__":
    main()
