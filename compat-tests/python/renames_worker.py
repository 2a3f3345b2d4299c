"""Loads dumps of the fixtures over tables that are called otherwise: one JSON request a line in, one JSON answer a line out.

    {"op": "load", "dump": BASE64, "tables": {OLD: NEW}, "columns": {"OLD_TABLE.OLD": NEW}}    {"sql": TEXT} or {"error", "message"}

Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(1, os.path.join(HERE, "..", "..", "python-fixtures"))

import sqlalchemy as sa  # noqa: E402
from sqlalchemy.engine.default import DefaultDialect  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402

import shop  # noqa: E402
from answering import answer_all  # noqa: E402


def renamed(tables, columns):
    """The shop's tables by their new names."""

    def column(table, key):
        return columns.get("%s.%s" % (table, key), key)

    def target(key):
        table, _, name = key.target_fullname.rpartition(".")
        return sa.ForeignKey("%s.%s" % (tables.get(table, table), column(table, name)))

    metadata = sa.MetaData()
    for table in shop.metadata.tables.values():
        made = []
        for old in table.columns:
            new = old._copy()
            if column(table.key, old.key) != old.key:
                new.name = new.key = column(table.key, old.key)
            for key in old.foreign_keys:
                new.append_foreign_key(target(key))
            made.append(new)
        sa.Table(tables.get(table.key, table.name), metadata, *made, schema=table.schema)
    return metadata


def load(request):
    metadata = renamed(request["tables"], request["columns"])
    loaded = serializer.loads(base64.b64decode(request["dump"]), metadata, None, None)
    return {"sql": str(loaded.compile(dialect=DefaultDialect()))}


def main():
    warnings.simplefilter("ignore")
    answer_all(load)


if __name__ == "__main__":
    main()
