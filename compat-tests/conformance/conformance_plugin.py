"""A pytest plugin that looks over the shoulder of SQLAlchemy's own tests: of each statement given to assert_compile, once as it is
and once as it came back from Java.

    pytest -p conformance_plugin --statements BATCH                     first pass: writes the statements
    pytest -p conformance_plugin --statements BATCH --answers ANSWERS   second pass: reads Java's answers, writes ANSWERS.verdicts

Lines of BATCH, in JSON:

    {"metadata": N, "pickle": BASE64}     a MetaData, before the first statement that needs it
    {"id", "dump": BASE64, "metadata": N or null, "ceiling": null or why Python's own loads(dumps(x)) does not pass,
     "compiled": what the test compiled it with and what came of it (see Compilation), or null, "ddl": whether it is a CREATE or the like}
    {"id", "undumped": why}               a statement that Python cannot dump
    {"id", "same": ID}                    the same once more

Lines of ANSWERS: {"id", "dump": BASE64}. Lines of ANSWERS.verdicts: {"id", "failure": null or why}.
An id is the test's and the number of the call in it. Only what passed in the test itself is of interest.
"""

import base64
import hashlib
import io
import json
import os
import pickle
import random
import re
import sys
import types
from collections import Counter

import pytest

# Runs are on one database, whose version pytest's ids of SQLAlchemy's tests would hold.
_DATABASE = re.compile(r"_sqlite\+pysqlite_[\d_]+")
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def pytest_addoption(parser):
    group = parser.getgroup("conformance")
    group.addoption("--statements", help="the batch of statements, written in the first pass")
    group.addoption("--answers", help="Java's answers; makes this the second pass")
    group.addoption("--share", default="1/1", help="K/N: only the tests whose id hashes to K-1 modulo N")


def pytest_configure(config):
    if config.getoption("--statements"):
        config.pluginmanager.register(Observer(config), "conformance-observer")


class Observer:
    def __init__(self, config):
        share, shares = config.getoption("--share").split("/")
        self._share, self._shares = int(share) - 1, int(shares)
        answers = config.getoption("--answers")
        self._pass = SecondPass(answers) if answers else FirstPass(config.getoption("--statements"))
        self._test = None
        self._calls = Counter()
        self._inside = False

    def pytest_collection(self):
        # Some tests draw what they try while they are collected; both passes must draw the same.
        random.seed(0)

    def pytest_ignore_collect(self, collection_path):
        """What asserts nothing about SQL need not be imported; null leaves the decision to others."""
        if collection_path.name.startswith("test_") and b"assert_compile" not in collection_path.read_bytes():
            return True
        return None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        # Importing it sooner would keep SQLAlchemy's plugin from preparing what it wants to prepare first.
        from sqlalchemy.testing import AssertsCompiledSQL

        self._observe(AssertsCompiledSQL)
        chosen = {item: self._is_ours(item, AssertsCompiledSQL) for item in items}
        config.hook.pytest_deselected(items=[item for item in items if not chosen[item]])
        items[:] = [item for item in items if chosen[item]]

    def _is_ours(self, item, base):
        id = test_id(item)
        digest = hashlib.sha256(id.encode("utf-8")).digest()
        is_in_share = digest[0] % self._shares == self._share
        return is_in_share and issubclass(item.cls or object, base) and self._pass.wants(id)

    def pytest_runtest_setup(self, item):
        random.seed(0)
        self._test = test_id(item)

    def pytest_unconfigure(self):
        self._pass.close()

    def _observe(self, base):
        observer, plain = self, base.assert_compile

        def assert_compile(test, clause, result, *args, **kw):
            if observer._inside:
                return plain(test, clause, result, *args, **kw)
            call = Call(observer._next_id(), clause, lambda c: plain(test, c, result, *args, **kw))
            observer._inside = True
            try:
                return observer._pass.see(call)
            finally:
                observer._inside = False

        base.assert_compile = assert_compile

    def _next_id(self):
        self._calls[self._test] += 1
        return "%s#%d" % (self._test, self._calls[self._test])


def test_id(item):
    return _ADDRESS.sub("0x", _DATABASE.sub("", item.nodeid))


class Call:
    """A call of assert_compile: a statement, and the check of any other statement in its place."""

    def __init__(self, id, clause, check):
        self.id, self.clause, self.check = id, clause, check

    def failure(self, load):
        """Why what is loaded does not pass, or null."""
        try:
            self.check(load())
        except Exception as error:
            return "%s: %s" % (type(error).__name__, error)
        return None


class FirstPass:
    def __init__(self, path):
        self._path = path
        self._file = open(path + ".coming", "w", encoding="utf-8", newline="\n")
        self._metadata = {}
        self._seen = {}

    def wants(self, test):
        return True

    def see(self, call):
        dumped, unlike = None, None
        try:
            dumped = Dumped(call.clause)
        except Exception as error:
            unlike = "%s: %s" % (type(error).__name__, error)
        with Compilation.watched() as compilation:
            answer = call.check(call.clause)
        if dumped is None:
            self._write({"id": call.id, "undumped": unlike})
        else:
            self._record(call, dumped, compilation.described())
        return answer

    def _record(self, call, dumped, compiled):
        from sqlalchemy.sql.ddl import BaseDDLElement

        metadata = self._number(dumped.pickled_metadata())
        entry = {"dump": base64.b64encode(dumped.dump).decode("ascii"), "metadata": metadata, "compiled": compiled}
        entry["ddl"] = isinstance(call.clause, BaseDDLElement)
        key = json.dumps(entry, sort_keys=True)
        if key in self._seen:
            self._write({"id": call.id, "same": self._seen[key]})
            return
        self._seen[key] = call.id
        self._write({"id": call.id, **entry, "ceiling": call.failure(lambda: dumped.loads(dumped.dump))})

    def _number(self, pickled):
        if pickled is None:
            return None
        if pickled not in self._metadata:
            self._metadata[pickled] = len(self._metadata)
            self._write({"metadata": len(self._metadata) - 1, "pickle": base64.b64encode(pickled).decode("ascii")})
        return self._metadata[pickled]

    def _write(self, line):
        self._file.write(json.dumps(line) + "\n")

    def close(self):
        self._file.close()
        os.replace(self._path + ".coming", self._path)


class SecondPass:
    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self._dumps = {answer["id"]: base64.b64decode(answer["dump"]) for answer in map(json.loads, lines)}
        self._file = open(path + ".verdicts", "w", encoding="utf-8", newline="\n")
        self._tests = {id.rpartition("#")[0] for id in self._dumps}

    def wants(self, test):
        return test in self._tests

    def see(self, call):
        dump = self._dumps.get(call.id)
        if dump is None:
            return call.check(call.clause)
        # Before the check, as in the first pass: compiling may leave things behind in the statement.
        dumped = Dumped(call.clause)
        answer = call.check(call.clause)
        verdict = {"id": call.id, "failure": call.failure(lambda: dumped.loads(dump))}
        self._file.write(json.dumps(verdict) + "\n")
        return answer

    def close(self):
        self._file.close()


class Dumped:
    """A statement as sqlalchemy.ext.serializer dumps it, and the tables it refers to: those of one MetaData or of several."""

    def __init__(self, clause):
        from sqlalchemy import Column, MetaData, Table
        from sqlalchemy.ext import serializer

        tables = {}

        class Serializer(serializer.Serializer):
            def persistent_id(self, obj):
                id_ = super().persistent_id(obj)
                if id_ is not None:
                    table = obj.table if isinstance(obj, Column) else obj
                    if isinstance(table, Table):
                        tables.setdefault(table.key, table)
                return id_

        buffer = io.BytesIO()
        Serializer(buffer, pickle.HIGHEST_PROTOCOL).dump(clause)
        self.dump = buffer.getvalue()
        self.metadata = MetaData()
        for table in tables.values():
            # All of their tables, for the foreign keys between them; the statement's own have precedence.
            for key, other in table.metadata.tables.items():
                dict.setdefault(self.metadata.tables, key, tables.get(key, other))
            dict.setdefault(self.metadata.tables, table.key, table)

    def loads(self, dump):
        from sqlalchemy.ext import serializer

        return serializer.loads(dump, self.metadata)

    def pickled_metadata(self):
        """The MetaData, null if it holds something that cannot be pickled."""
        buffer = io.BytesIO()
        try:
            MetaDataPickler(buffer, pickle.HIGHEST_PROTOCOL).dump(self.metadata)
        except Exception:
            return None
        return buffer.getvalue()


class MetaDataPickler(pickle.Pickler):
    """Of functions inside of functions, such as a column's default, the tables need to know only that they are there; classes inside of
    functions, such as a column's type, get a name by which they can be found."""

    def reducer_override(self, obj):
        if isinstance(obj, types.FunctionType) and "<" in obj.__qualname__:
            return FunctionOfATest, ()
        if isinstance(obj, type) and "<" in obj.__qualname__:
            name = re.sub(r"\W+", "_", obj.__qualname__)
            setattr(sys.modules[obj.__module__], name, obj)
            return name
        return NotImplemented


class FunctionOfATest:
    pass


class Compilation:
    """The first compilation of a statement while it is watched."""

    _current = None

    def __init__(self):
        self._compiler = None
        self._arguments = {}

    @classmethod
    def watched(cls):
        cls._prepare()
        return cls()

    def __enter__(self):
        Compilation._current = self
        return self

    def __exit__(self, *_):
        Compilation._current = None

    @classmethod
    def _prepare(cls):
        """Looks into the compiler from now on."""
        from sqlalchemy.sql import compiler

        if "__init__" in vars(compiler.DDLCompiler):
            return
        for each in (compiler.SQLCompiler, compiler.DDLCompiler):
            cls._watch(each)

    @classmethod
    def _watch(cls, compiler):
        plain = compiler.__init__

        def __init__(self, dialect, statement, *args, **kw):
            current = cls._current
            if current is not None and current._compiler is None:
                current._compiler, current._arguments = self, kw
            plain(self, dialect, statement, *args, **kw)

        compiler.__init__ = __init__

    def described(self):
        """What Java needs to do the same: null for what is no SQL statement, as DDL and types."""
        from sqlalchemy.sql.compiler import SQLCompiler

        if not isinstance(self._compiler, SQLCompiler):
            return None
        return {
            "dialect": described_dialect(self._compiler.dialect),
            "arguments": described_arguments(self._arguments),
            "sql": str(self._compiler),
            "params": pickled_or_null(self._params()),
        }

    def _params(self):
        from sqlalchemy.sql.crud import REQUIRED

        try:
            params = self._compiler.params
        except Exception:  # a parameter that is required, or whose function fails
            return None
        # Keys may be of a class of SQLAlchemy's that knows about quotes, and a value one that stands for none yet.
        return {str(name): None if value is REQUIRED else value for name, value in params.items()}


# Whose parameters are cast to their types.
TYPED_DRIVERS = ("PGDialect_asyncpg", "PGDialect_psycopg", "PGDialect_pg8000")


def described_dialect(dialect):
    from sqlalchemy.testing import config

    settings = {}
    if dialect is not config.db.dialect:
        fresh = vars(type(dialect)())
        settings = {
            key: repr(value)
            for key, value in vars(dialect).items()
            if key != "paramstyle" and is_unlike(value, fresh.get(key, dialect))
        }
    return {
        "name": dialect.name,
        "class": type(dialect).__name__,
        "paramstyle": dialect.paramstyle,
        "casts": type(dialect).__name__ in TYPED_DRIVERS,
        "settings": settings,
    }


def is_unlike(value, born_with):
    """Whether it was set; what a dialect keeps for itself are objects of its own."""
    return isinstance(value, (str, int, tuple, type, type(None))) and value != born_with


def described_arguments(arguments):
    """Those that are not as they are when nothing is said."""
    plain = {"cache_key": None, "linting": 0}
    flat = {**arguments, **(arguments.get("compile_kwargs") or {})}
    flat.pop("compile_kwargs", None)
    return {key: jsonable(value) for key, value in flat.items() if plain.get(key, False) is not value and value is not None and value != 0}


def jsonable(value):
    if isinstance(value, dict):
        return [[jsonable(key), jsonable(item)] for key, item in value.items()]
    if isinstance(value, (list, tuple)):
        return [jsonable(item) for item in value]
    return value if isinstance(value, (str, int, bool, type(None))) else repr(value)


def pickled_or_null(value):
    try:
        return base64.b64encode(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)).decode("ascii") if value is not None else None
    except Exception:
        return None
