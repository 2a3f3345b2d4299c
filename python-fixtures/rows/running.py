"""Runs a statement as SQLAlchemy does and tells what came of it, types included; nothing of it stays."""

from sqlalchemy import Select, select
from sqlalchemy.sql import selectable
from sqlalchemy.sql.dml import UpdateBase

from typed import typed


def run(statement, engine, after=None):
    """The columns and rows, or how many rows were changed, and what a table holds afterwards; or the error."""
    with engine.connect() as connection:
        try:
            return _told(connection, statement, after)
        except Exception as error:  # whatever Python raises, the caller must know of
            return {"error": type(error).__name__, "message": str(error).splitlines()[0] if str(error) else ""}
        finally:
            connection.rollback()


def _told(connection, statement, after):
    result = connection.execute(statement)
    answer = {}
    # An INSERT may fetch the new key for itself; that is no row of the statement's.
    is_silent = isinstance(statement, UpdateBase) and not statement._returning
    if result.returns_rows and not is_silent:
        answer["columns"] = list(result.keys())
        answer["rows"] = [[typed(value) for value in row] for row in result]
        answer["ordered"] = is_ordered(statement)
    elif is_silent and result.rowcount >= 0:
        # DuckDB's driver says -1 of everything.
        answer["changed"] = result.rowcount
    if after is not None:
        answer["after"] = [[typed(value) for value in row] for row in connection.execute(rest(after))]
    return answer


def is_ordered(statement):
    """Whether the order of a statement's rows is promised."""
    return isinstance(statement, (Select, selectable.CompoundSelect)) and bool(statement._order_by_clauses)


def changed_table(statement):
    """The table whose rows a statement changes; None of a SELECT."""
    return statement.table if isinstance(statement, UpdateBase) else None


def rest(table):
    """All that a table holds."""
    return select(table).order_by(*table.primary_key)
