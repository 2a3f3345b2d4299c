"""Writes what SQLAlchemy makes of each ORM construct; started by generate.py after orm_dump.py.

``expected/<family>.jsonl`` comes from *loading* the dumps, for what a dump means is what it is when loaded; where the construct as built
gives something else, SQLAlchemy has lost something, and ``original`` says what.
"""

import base64
import functools
import glob
import json
import os
import sys
import warnings

import sqlalchemy as sa
from sqlalchemy import inspect
from sqlalchemy.ext import serializer
from sqlalchemy.orm import Bundle, Mapper, Query, Session, interfaces
from sqlalchemy.orm.attributes import QueryableAttribute
from sqlalchemy.sql import dml, elements, selectable

import encoding
import music
import orm_running
from describe import compiled, failure
from entities import path_of
from files import write_database, write_lines
from music.rows import fill
from orm import CASES, named
from own_process import in_own_process

try:
    from sqlalchemy.sql.base import ExecutableOption
except ImportError:
    from sqlalchemy.orm.interfaces import ORMOption as ExecutableOption

# The first match wins.
_KINDS = (
    (Query, "query"),
    (dml.UpdateBase, "change"),
    (selectable.SelectBase, "select"),
    (sa.Table, "table"),
    (Mapper, "mapper"),
    (interfaces.MapperProperty, "property"),
    (QueryableAttribute, "attribute"),
    (ExecutableOption, "option"),
    (Bundle, "bundle"),
    (Session, "session"),
    (sa.engine.Engine, "engine"),
    (list, "list"),
    (dict, "dict"),
)


def kind_of(thing):
    if isinstance(thing, type):
        return "class"
    if type(thing).__name__ == "AliasedClass":
        return "aliased"
    if type(thing).__name__ == "FromStatement":
        return "select"
    known = next((kind for cls, kind in _KINDS if isinstance(thing, cls)), None)
    return known or ("expression" if isinstance(thing, elements.ClauseElement) else "value")


def probe(thing, kind, over):
    """How something that is no statement is asked for its SQL, and the statement that does."""
    if kind == "option" or kind == "list" and over is not None:
        options = thing if kind == "list" else [thing]
        return {"as": "options", "over": path_of(over)}, sa.select(over).options(*options)
    if kind == "expression" and over is not None:
        return {"as": "where", "over": path_of(over)}, sa.select(over).where(thing)
    if kind == "property":
        attribute = getattr(thing.parent.class_, thing.key)
        return probe(attribute, "attribute", over)
    if kind == "attribute" and isinstance(getattr(thing, "property", None), interfaces.MapperProperty) and hasattr(thing.property, "mapper"):
        return {"as": "join", "over": path_of(thing.parent.class_)}, sa.select(thing.parent.class_).join(thing)
    if kind == "list" and any(kind_of(each) in ("query", "session", "engine") for each in thing) or kind in ("session", "engine", "dict", "value"):
        return None, None
    return {"as": "select"}, sa.select(*thing) if kind == "list" else sa.select(thing)


def told(case, thing):
    """What is expected of a construct, as built or as loaded."""
    kind = kind_of(thing)
    answer = {"kind": kind, "class": type(thing).__name__ if kind != "class" else path_of(thing)}
    statement = thing
    if kind not in ("query", "select", "change"):
        how, statement = probe(thing, kind, case.over)
        if statement is None:
            return answer
        answer["probe"] = how
    try:
        statement = refined(statement, case.refine)
    except Exception as error:
        answer["result"] = failure(error)
        return answer
    if isinstance(statement, Query):
        answer["sql"] = forms(case, lambda: statement.statement)
        answer["labelled"] = forms(case, lambda: statement.set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL).statement)
    else:
        answer["sql"] = forms(case, lambda: statement)
    run = orm_running.Run(statement, case, orm_running.session())
    answer.update(run.answer)
    if case.touch and "error" not in answer["result"]:
        answer["touch"] = [run.touch(path) for path in case.touch]
        answer["touched"] = run.after()
    return answer


def forms(case, statement):
    """The compiled forms by dialect. One that is another's is told by that one's name, and parameters that are those of the first are left out."""
    answers, seen = {}, {}
    for dialect in case.dialects:
        try:
            form = compiled(statement(), dialect)
        except Exception as error:
            form = failure(error)
        text = encoding.dumps(form)
        answers[dialect] = seen.setdefault(text, dialect)
        if answers[dialect] == dialect:
            answers[dialect] = form
    first = answers[case.dialects[0]].get("params") if case.dialects else None
    for dialect in case.dialects[1:]:
        form = answers[dialect]
        if isinstance(form, dict) and "params" in form and encoding.dumps(form["params"]) == encoding.dumps(first):
            del form["params"]
    return answers


def refined(statement, steps):
    for method, *arguments in steps:
        statement = getattr(statement, method)(*(again(each()) if callable(each) else each for each in arguments))
    return statement


def again(thing):
    """What a part of a refinement is once it has been dumped."""
    return serializer.loads(serializer.dumps(thing, 5), music.metadata)


def steps_of(case):
    """The refinements as data: a value, or the dump of what is asked for."""
    for method, *arguments in case.refine:
        yield [method] + [{"dump": base64.b64encode(serializer.dumps(each(), 5)).decode()} if callable(each) else each for each in arguments]


def load(data):
    return serializer.loads(data, music.metadata, lambda: Session(), sa.create_engine("sqlite://"))


def expected(dumps, name):
    return expected_of(CASES[name], dumps[name])


def expected_of(case, dumps):
    """The line of a construct, by its dumps: {protocol: base64}."""
    answer = {"name": case.name, "family": case.family, "protocols": sorted(map(int, dumps))}
    for key, value in dict(how=list(case.how), over=case.over and path_of(case.over), values=case.values, refine=list(steps_of(case))).items():
        if value:
            answer[key] = encoding.encode(value)
    original, trouble = attempt(case, case.build)
    if not answer["protocols"]:
        answer.update(dump=trouble or failing(lambda: serializer.dumps(case.build(), 5)), original=original)
        return answer
    loaded, trouble = attempt(case, lambda: load(base64.b64decode(dumps[str(answer["protocols"][-1])])))
    if trouble:
        answer.update(reload=trouble, original=original)
        return answer
    answer.update(loaded)
    lost = {key: value for key, value in original.items() if encoding.dumps(value) != encoding.dumps(loaded.get(key))}
    if lost:
        answer["original"] = lost
    return answer


def attempt(case, make):
    """What is expected of what is made, and what went wrong in making it."""
    trouble = failing(make)
    return (None, trouble) if trouble else (told(case, make()), None)


def failing(make):
    try:
        make()
    except Exception as error:
        return failure(error)
    return None


def dumps_in(folder, names):
    """The dumps of each construct, by protocol, in base64."""
    lines = [json.loads(line) for path in sorted(glob.glob(os.path.join(folder, "dumps", "*.jsonl"))) for line in open(path)]
    found = {line["name"]: line["dumps"] for line in lines}
    return {name: found[name] for name in names}


def main(folder, *families):
    warnings.simplefilter("ignore")
    orm_running.prepare()
    names, texts = named(families), {}
    for name, answer in zip(names, in_own_process(functools.partial(expected, dumps_in(folder, names)), names)):
        family = CASES[name].family
        texts[family] = texts.get(family, "") + encoding.dumps(answer) + "\n"
    write_lines(os.path.join(folder, "expected"), texts, not families)
    if not families:
        write_database(folder, fill)


if __name__ == "__main__":
    main(*sys.argv[1:])
