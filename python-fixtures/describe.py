"""What real SQLAlchemy makes of an object: its kind, its SQL in each dialect and spelling, its rows.

The expected results beside the dumps and the answers of the compatibility worker are both made here, so they have one shape.
"""

import re

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, sqlite
from sqlalchemy.dialects.mysql.mariadb import MariaDBDialect
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql import util as sql_util
from sqlalchemy.sql import dml, elements, selectable

import kinds
from encoding import encode

STYLES = ("named", "qmark", "format", "pyformat", "numeric", "numeric_dollar")

_DIALECTS = {
    "default": DefaultDialect,
    "sqlite": sqlite.dialect,
    # Not a driver's dialect: psycopg2's casts arrays too, which the others do not need.
    "postgresql": lambda **kw: PGDialect(**{"paramstyle": "pyformat", **kw}),
    "mysql": mysql.dialect,
    "mariadb": MariaDBDialect,
    "oracle": oracle.dialect,
    "mssql": mssql.dialect,
}

# The first match wins.
_KINDS = (
    (selectable.SelectBase, "select"),
    (dml.UpdateBase, "change"),
    (sa.Table, "table"),
    (elements.BindParameter, "bind"),
    (elements.ColumnClause, "column"),
    (selectable.FromClause, "from"),
    (elements.ClauseElement, "expression"),
    (sa.MetaData, "metadata"),
    (sa.schema.SchemaItem, "definition"),
    (list, "list"),
    (tuple, "tuple"),
    (dict, "dict"),
)


def kind_of(thing):
    return kinds.kind_of(thing, _KINDS)


def gives_rows(thing):
    """Whether it is a statement whose rows can be fetched; of text its first word tells."""
    if isinstance(thing, elements.TextClause):
        return thing.text.startswith("SELECT ")
    return isinstance(thing, selectable.SelectBase)


def parameter(name, value):
    return {"name": str(name), "type": type(value).__name__, "repr": repr(value), "value": encode(value)}


def _compiled(statement, dialect, **compile_kwargs):
    compiled = statement.compile(dialect=dialect, compile_kwargs=compile_kwargs)
    # Read the parameters first: with render_postcompile they settle the text.
    parameters = [parameter(n, v) for n, v in compiled.params.items()]
    answer = {"sql": str(compiled), "params": parameters}
    if compiled.positional:
        answer["positions"] = list(compiled.positiontup or ())
    return answer


def failure(error):
    # Where an object lies is no part of what is wrong.
    message = re.sub(" at 0x[0-9a-f]+", "", str(error))
    return {"error": type(error).__name__, "message": message.splitlines()[0] if message else ""}


def compiled(statement, dialect, style=None, **compile_kwargs):
    """The text, the parameters in their order and, for a positional style, their names by position; or the error."""
    chosen = _DIALECTS[dialect](**({"paramstyle": style} if style else {}))
    try:
        return _compiled(statement, chosen, **compile_kwargs)
    except Exception as error:  # whatever SQLAlchemy raises is the expected result
        return failure(error)


def describe(thing, dialects, styles=False, spellings=True):
    """The kind of ``thing`` and, where it is SQL, its compiled forms; the parts of a list or dict likewise."""
    answer = {"kind": kind_of(thing), "class": type(thing).__name__}
    if isinstance(thing, dict):
        answer["keys"] = [describe(k, dialects, styles, spellings) for k in thing]
        answer["items"] = [describe(v, dialects, styles, spellings) for v in thing.values()]
    elif isinstance(thing, (list, tuple)):
        answer["items"] = [describe(v, dialects, styles, spellings) for v in thing]
    elif isinstance(thing, sa.MetaData):
        answer["tables"] = sorted(thing.tables)
    elif isinstance(thing, elements.ClauseElement):
        answer.update(_forms(thing, dialects, styles, spellings))
    elif isinstance(thing, sa.schema.SchemaItem):
        answer["repr"] = re.sub(" at 0x[0-9a-f]+", "", repr(thing))
    else:
        answer.update(repr=repr(thing), value=encode(thing))
    return answer


def _forms(statement, dialects, styles, spellings):
    answer = {"sql": {d: compiled(statement, d) for d in dialects}}
    if spellings:
        answer["literal_binds"] = {d: _literal(statement, d) for d in dialects}
        late = {d: compiled(statement, d, render_postcompile=True) for d in dialects}
        if late != answer["sql"]:
            answer["render_postcompile"] = late
    if styles:
        answer["styles"] = {d: {s: _styled(statement, d, s) for s in STYLES} for d in dialects}
    return answer


def _literal(statement, dialect):
    form = compiled(statement, dialect, literal_binds=True)
    return form if "error" in form else form["sql"]


def _styled(statement, dialect, style):
    """Without the parameters' values: they are those of the dialect's own style."""
    form = compiled(statement, dialect, style=style)
    form.pop("params", None)
    return form


def fetch(statement, connection):
    """The column names and the rows of a statement."""
    result = connection.execute(statement)
    return {"columns": list(result.keys()), "rows": [encode(list(row)) for row in result]}


def change(statement, connection):
    """What running a statement changes: the rows it was asked to return, or how many it changed, and the whole table after it.

    Some statements Python's driver cannot count the rows of.
    """
    result = connection.execute(statement)
    answer = {}
    if statement._returning:
        answer.update(columns=list(result.keys()), rows=[encode(list(row)) for row in result])
    elif result.rowcount >= 0:
        answer["rowcount"] = result.rowcount
    table = next(iter(sql_util.tables_from_leftmost(statement.table)))
    table = getattr(table, "element", table)
    after = connection.execute(sa.select(*table.c).order_by(sa.literal_column("rowid")))
    answer.update(table=table.key, after=[encode(list(row)) for row in after])
    return answer
