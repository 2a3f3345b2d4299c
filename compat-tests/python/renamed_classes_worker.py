"""Loads dumps of ORM queries where the package of their classes is called tunes, not music: one JSON request a line in, one JSON answer a line out.

    {"op": "load", "dump": BASE64}    {"sql": TEXT} or {"error", "message"}

Runs what the dump says, as SQLAlchemy does: only for dumps the tests made.
"""

import base64
import os
import sys
import tempfile
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "python-fixtures")
sys.path.insert(1, FIXTURES)

from sqlalchemy.engine.default import DefaultDialect  # noqa: E402
from sqlalchemy.ext import serializer  # noqa: E402
from sqlalchemy.orm import Query, scoped_session, sessionmaker  # noqa: E402

from answering import answer_all  # noqa: E402


def renamed():
    """The package by its new name; there is none of the old one any more."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.abspath(os.path.join(FIXTURES, "music")), os.path.join(folder, "tunes"))
        sys.path.insert(1, folder)
        sys.modules["music"] = None
        import tunes
        import tunes.criteria  # noqa: F401
    return tunes


def main():
    warnings.simplefilter("ignore")
    metadata = renamed().metadata
    session = scoped_session(sessionmaker())

    def load(request):
        loaded = serializer.loads(base64.b64decode(request["dump"]), metadata, session, None)
        statement = loaded.statement if isinstance(loaded, Query) else loaded
        return {"sql": str(statement.compile(dialect=DefaultDialect()))}

    answer_all(load)


if __name__ == "__main__":
    main()
