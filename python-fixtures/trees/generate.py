"""Writes what SQLAlchemy makes of each expression of ``cases.txt``: its tree, its SQL, its parameters.

    pip install -r ../requirements/sqlalchemy-2.0.txt
    python generate.py > ../../src/test/resources/dev/brine/expr/trees.txt

An expression that SQLAlchemy refuses is written with the class of the error instead.
"""

import json
import pathlib
import warnings

import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultDialect

from expressions import build
from printer import tree, value


def describe(expression):
    yield "> " + expression
    try:
        built = build(expression)
    except (sa.exc.SQLAlchemyError, TypeError) as error:
        yield "! " + type(error).__name__
        return
    yield tree(built)
    try:
        compiled = built.compile(dialect=DefaultDialect())
    except (sa.exc.SQLAlchemyError, NotImplementedError) as error:
        yield "! " + type(error).__name__
        return
    yield json.dumps(str(compiled))
    params = compiled.params
    yield "{" + ", ".join(f"{key}: {value(params[key])}" for key in sorted(params)) + "}"


def main():
    warnings.simplefilter("error", sa.exc.SAWarning)
    warnings.simplefilter("ignore", sa.exc.SADeprecationWarning)
    cases = pathlib.Path(__file__).with_name("cases.txt").read_text(encoding="utf-8")
    for line in cases.splitlines():
        if line and not line.startswith("#"):
            print("\n".join(describe(line)), end="\n\n")


if __name__ == "__main__":
    main()
