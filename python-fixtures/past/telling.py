"""What the SQLAlchemy that makes a dump says of the construct: its SQL in each dialect and its rows.

As ``describe.py`` does for 2.0, in words that any series understands. A form that is another dialect's is that one's name, and parameters that
are the first's are left out.
"""

import collections
import os
import re
import shutil
import tempfile

import sqlalchemy
from sqlalchemy import schema
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql import expression

import encoding
import kinds
from past.absent import Absent

_TEXT = type(u"")
# What text is to Python 2 as well.
encoding.str = _TEXT

_NAMES = ("default", "sqlite", "postgresql", "mysql", "mariadb", "oracle", "mssql")


def encode(value):
    return encoding.encode(value if bytes is not str else _as_in_python_3(value))


def _as_in_python_3(value):
    """8-bit strings that are ASCII as text, and no other integer than ``int``."""
    if isinstance(value, bytes):
        try:
            return value.decode("ascii")
        except UnicodeDecodeError:
            return bytearray(value)
    if isinstance(value, (list, tuple)):
        return [_as_in_python_3(each) for each in value]
    if isinstance(value, dict):
        return dict((_as_in_python_3(key), _as_in_python_3(each)) for key, each in value.items())
    if type(value).__name__ == "buffer":
        return bytearray(value)
    return int(value) if type(value).__name__ == "long" else value


def _dialect(name):
    if name == "default":
        return DefaultDialect()
    if name == "mariadb":
        from sqlalchemy.dialects.mysql.mariadb import MariaDBDialect

        return MariaDBDialect()
    module = __import__("sqlalchemy.dialects." + name, fromlist=["base"])
    if name == "postgresql":
        return module.base.PGDialect(paramstyle="pyformat")
    return module.dialect()


def _known_dialects():
    """Made once, before processes are forked, lest each has to import them."""
    dialects = {}
    for name in _NAMES:
        try:
            dialects[name] = _dialect(name)
        except ImportError:
            continue
    return dialects


DIALECTS = _known_dialects()


def _classes(*names):
    return tuple(getattr(expression, name) for name in names if hasattr(expression, name))


_KINDS = (
    (_classes("SelectBase", "_SelectBaseMixin", "TextAsFrom"), "select"),
    (_classes("UpdateBase", "_UpdateBase"), "change"),
    (schema.Table, "table"),
    (_classes("BindParameter", "_BindParamClause"), "bind"),
    (_classes("ColumnClause"), "column"),
    (_classes("FromClause"), "from"),
    (_classes("ClauseElement"), "expression"),
    (sqlalchemy.MetaData, "metadata"),
    (schema.SchemaItem, "definition"),
    (list, "list"),
    (tuple, "tuple"),
    (dict, "dict"),
)


def kind_of(thing):
    return kinds.kind_of(thing, _KINDS)


def first_line(error):
    try:
        message = str(error)
    except UnicodeError:
        message = repr(error)
    # Where an object lies is no part of what is wrong.
    return re.sub(" at 0x[0-9a-f]+", "", message.splitlines()[0] if message else "")


def _ordered(**items):
    """In an order that does not depend on the Python."""
    return collections.OrderedDict(sorted(items.items(), reverse=True))


def failure(error):
    return _ordered(error=type(error).__name__, message=first_line(error))


def _compiled(statement, dialect):
    try:
        compiled = statement.compile(dialect=dialect)
        parameters = [_ordered(name=str(name), value=encode(value)) for name, value in sorted(compiled.params.items())]
        return _ordered(sql=u"%s" % (compiled,), params=parameters)
    except Exception as error:  # whatever SQLAlchemy raises is the expected result
        return failure(error)


def _forms(statement, dialects):
    # The first form is the one whose parameters the others leave out.
    forms = collections.OrderedDict()
    seen = []
    for name in dialects:
        if name not in DIALECTS:
            continue
        form = _compiled(statement, _dialect(name))
        if "params" in form and forms and form["params"] == forms[next(iter(forms))].get("params"):
            form.pop("params")
        whole = next((other for other, text in seen if text == repr(form)), None)
        seen.append((name, repr(form)))
        forms[name] = form if whole is None else whole
    return forms


def _gives_rows(thing):
    if kind_of(thing) == "select":
        return True
    return type(thing).__name__ in ("TextClause", "_TextClause") and thing.text.startswith("SELECT ")


def _is_ordered(select):
    clauses = getattr(select, "_order_by_clauses", None)
    return len(getattr(select, "_order_by_clause", ()) if clauses is None else clauses) > 0


class _Rows(object):
    """A copy of the rows that the fixtures of 2.0 are about."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp()
        path = os.path.join(self.folder, "data.sqlite")
        shutil.copyfile(os.path.join(os.environ["BRINE_GOOD"], "data.sqlite"), path)
        self.engine = sqlalchemy.create_engine("sqlite:///" + path)
        return self.engine.connect()

    def __exit__(self, *trouble):
        self.engine.dispose()
        shutil.rmtree(self.folder)


def _fetch(statement, connection):
    result = connection.execute(statement)
    keys = result.keys() if callable(result.keys) else result.keys
    return {"columns": [u"%s" % (key,) for key in keys], "rows": [encode(list(row)) for row in result]}


def _change(statement, connection):
    result = connection.execute(statement)
    answer = {}
    if result.returns_rows:
        answer["rows"] = [encode(list(row)) for row in result]
    elif result.rowcount >= 0:
        answer["rowcount"] = result.rowcount
    table = statement.table
    while not isinstance(table, schema.Table):
        table = table.element
    after = expression.select([table]) if not hasattr(expression.Select, "selected_columns") else expression.select(table)
    rows = connection.execute(after.order_by(expression.literal_column("rowid")))
    answer.update(table=table.key, after=[encode(list(row)) for row in rows])
    return answer


def tell(case):
    """The expectations of a construct, built anew."""
    thing = case.build()
    kind = kind_of(thing)
    answer = collections.OrderedDict([("kind", kind), ("class", type(thing).__name__)])
    if isinstance(thing, expression.ClauseElement):
        answer["sql"] = _forms(thing, case.dialects)
    run = None
    if case.run and _gives_rows(thing):
        run = _fetch
        answer["ordered"] = _is_ordered(thing)
    elif case.run and kind == "change":
        run = _change
    if run:
        Absent.building = False
        with _Rows() as connection:
            try:
                told = run(case.build(), connection)
                answer.update(told if run is _fetch else {"change": told})
            except Exception as error:  # what this series cannot run
                answer["run"] = failure(error)
    return answer
