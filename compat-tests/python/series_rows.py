"""The rows of bazaar.py in the SQLite of any SQLAlchemy from 1.3, and what comes of statements there; nothing of it stays."""

import re
import sqlite3

import sqlalchemy as sa
from sqlalchemy.sql.dml import UpdateBase

from typed import typed


# It is the same moment for all: what the clock says is no result to compare.
CLOCK = {"CURRENT_TIMESTAMP": "'2024-02-29 12:30:00'", "CURRENT_DATE": "'2024-02-29'", "CURRENT_TIME": "'12:30:00'"}


class Rows:
    """A copy, in memory, of a file that SQLAlchemy 2.0 has filled: others have not all of its types."""

    def __init__(self, path):
        self._path = path
        self._engine = sa.create_engine("sqlite://")
        sa.event.listen(self._engine, "connect", self._prepare)
        sa.event.listen(self._engine, "begin", _begin)
        sa.event.listen(self._engine, "before_cursor_execute", _stop_clock, retval=True)

    def outcome(self, statement):
        """The rows, sorted, since few orders are promised; of a change the rows of its table after it; or the kind of error."""
        with self._engine.connect() as connection:
            transaction = connection.begin()
            try:
                return _outcome(connection, statement)
            except Exception as error:  # whatever it raises
                return {"refused": type(error).__name__}
            finally:
                transaction.rollback()

    def _prepare(self, connection, record):
        """Python's module begins no transaction before WITH; and what is random is no result to compare."""
        file = sqlite3.connect(self._path)
        file.backup(connection)
        file.close()
        connection.isolation_level = None
        connection.create_function("random", -1, lambda *arguments: 4)


def _begin(connection):
    connection.connection.execute("BEGIN")


def _stop_clock(connection, cursor, statement, parameters, context, executemany):
    return re.sub(r"\bCURRENT_[A-Z]+\b", lambda word: CLOCK.get(word.group(), word.group()), statement), parameters


def _outcome(connection, statement):
    result = connection.execute(statement)
    told = {}
    if result.returns_rows:
        told.update(names=list(result.keys()), rows=_rows(result))
    if isinstance(statement, UpdateBase):
        told["after"] = _rows(connection.execute(sa.text("SELECT * FROM \"%s\"" % statement.table.name)))
    return told


def _rows(result):
    return sorted(([typed(value) for value in row] for row in result), key=repr)
