"""Running ORM constructs on SQLite: what they give, and every statement that is sent for it."""

import sqlite3

import sqlalchemy as sa
from sqlalchemy import event, inspect
from sqlalchemy.engine import Row
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Query, Session
from sqlalchemy.pool import StaticPool

import entities
import music
from describe import failure
from encoding import encode
from music.rows import fill

_template = None


def prepare():
    """Fill a database once; each session gets a copy."""
    global _template
    _template = sqlite3.connect(":memory:", check_same_thread=False)
    fill(sa.create_engine("sqlite://", poolclass=StaticPool, creator=lambda: _template))


def database():
    return _template


def session():
    """A session on a database of its own, and the list to which its statements are added."""

    def copy():
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        _template.backup(connection)
        return connection

    engine = sa.create_engine("sqlite://", poolclass=StaticPool, creator=copy, **({"future": True} if music.SERIES < (2, 0) else {}))
    sent = []

    @event.listens_for(engine, "before_cursor_execute")
    def record(connection, cursor, statement, parameters, context, executemany):
        if executemany:
            sent.append({"sql": statement, "many": [encode(list(each)) for each in parameters]})
        else:
            sent.append({"sql": statement, "params": encode(list(parameters))})

    return Session(engine, **({"future": True} if music.SERIES < (2, 0) else {})), sent


class Run:
    """One fetch: its answer as JSON, and the entities at its top, for asking more of them."""

    def __init__(self, statement, case, given):
        self.answer = {}
        self.session, self.sent = given
        self.top = []
        self.case = case
        try:
            try:
                self._fetch(statement)
            except InvalidRequestError as error:
                if "unique() method must be invoked" not in str(error):
                    raise
                self._fetch_unique(statement)
        except Exception as error:  # whatever SQLAlchemy raises is the expected result
            self.answer["result"] = failure(error)
        self.answer["statements"] = list(self.sent)

    def _fetch(self, statement):
        method, *arguments = self.case.how
        if isinstance(statement, Query):
            fetched = getattr(statement.with_session(self.session), method)(*arguments)
            if method in ("update", "delete"):
                self._changed({"rowcount": fetched}, inspect(statement.column_descriptions[0]["entity"]).local_table)
                return
        else:
            options = {} if self.case.values is None else {"params": self.case.values}
            result = self.session.execute(statement, *options.values())
            if getattr(statement, "is_dml", False) and not statement._returning:
                self._changed({"rowcount": result.rowcount} if hasattr(result, "rowcount") else {}, _table(statement))
                return
            self.answer["columns"] = list(result.keys())
            fetched = _called(result.unique() if "unique" in self.answer else result, method)
            changing = getattr(statement, "element", statement)
            if getattr(changing, "is_dml", False):
                self._changed({}, _table(changing))
        self._told(fetched)

    def _fetch_unique(self, statement):
        """Runs it anew, in a session that holds nothing yet: the result that asked for unique() is used up."""
        self.session, self.sent = session()
        self.answer["unique"] = True
        self._fetch(statement)

    def _told(self, fetched):
        if not isinstance(fetched, list) or isinstance(fetched, Row):
            fetched = [fetched]
            self.answer["single"] = True
        self.rows = fetched
        self.answer["rows"] = "tuple" if any(isinstance(each, (Row, tuple)) for each in fetched) else "bare"
        self.answer["result"] = [entities.row(each) for each in fetched]
        for each in fetched:
            for part in each if isinstance(each, (Row, tuple)) else [each]:
                if entities.is_entity(part):
                    self.top.append(part)

    def _changed(self, change, table):
        self.session.flush()
        after = self.session.connection().exec_driver_sql("SELECT * FROM %s ORDER BY rowid" % table.name)
        self.sent.pop()
        change.update(table=table.key, after=[encode(list(row)) for row in after])
        self.answer["change"] = change

    def touch(self, path):
        """Asks the entities at the top for an attribute, or along several."""
        del self.sent[:]
        step = {"path": path}
        try:
            things = self.top
            for key in path.split("."):
                things = [each for thing in things if hasattr(type(thing), key) for each in _values(getattr(thing, key))]
            step["values"] = [entities.reference(each) if entities.is_entity(each) else entities.row(each) for each in things]
        except Exception as error:
            step.update(failure(error))
        step["statements"] = list(self.sent)
        return step

    def after(self):
        return [entities.row(each) for each in self.rows]


def _table(statement):
    """The table that a statement changes: of a class that has several, its own."""
    return inspect(statement.entity_description["entity"]).local_table


def _called(result, method):
    if method in ("mappings", "scalars", "tuples"):
        return [dict(each) if method == "mappings" else each for each in getattr(result, method)().all()]
    if method == "partitions":
        return [list(part) for part in result.partitions(2)]
    return getattr(result, method)()


def _values(value):
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=lambda each: inspect(each).identity)
    if value is None or isinstance(value, (str, bytes)) or not hasattr(value, "__iter__"):
        return [value] if value is not None else []
    return list(value)
