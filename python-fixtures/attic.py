# -*- coding: utf-8 -*-
"""Mapped classes, and dumps of their instances, under the SQLAlchemys from 0.6 to 1.2 and the Pythons of their time.

    python attic.py FILE

writes lines as ``dumped_rows.py`` does. It stands alone: nothing else here imports under these versions.
"""

from __future__ import unicode_literals

import base64
import datetime
import decimal
import io
import json
import sys

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey
from sqlalchemy.ext import serializer
from sqlalchemy.ext.declarative import declarative_base
from sqlalchemy.orm import backref, joinedload, relationship, sessionmaker
from sqlalchemy.orm.collections import attribute_mapped_collection

Base = declarative_base()


class Shelf(Base):
    __tablename__ = str("shelves")

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(20))
    books = relationship("Book", order_by="Book.id", backref=backref("shelf"))
    by_title = relationship("Book", collection_class=attribute_mapped_collection("title"), viewonly=True)
    as_set = relationship("Book", collection_class=set, viewonly=True)


class Book(Base):
    __tablename__ = str("books")

    id = Column(sa.Integer, primary_key=True)
    shelf_id = Column(sa.Integer, ForeignKey("shelves.id"))
    title = Column(sa.Unicode(20))
    price = Column(sa.Numeric(8, 2))
    bought = Column(sa.Date)
    cover = Column(sa.LargeBinary)


def connect():
    session = sessionmaker(bind=sa.create_engine("sqlite://"))()
    Base.metadata.create_all(session.bind)
    session.add_all([Shelf(id=1, name="Größe"), Shelf(id=2, name="empty")])
    session.add(Book(id=1, shelf_id=1, title="One", price=decimal.Decimal("1.50"), bought=datetime.date(2009, 2, 28), cover=b"\x00\xff"))
    session.add(Book(id=2, shelf_id=1, title="Δύο"))
    session.add(Book(id=3, title="Nowhere", price=decimal.Decimal("0.00")))
    session.commit()
    session.close()
    return session


def touched(thing, *keys):
    for key in keys:
        getattr(thing, key)
    return thing


CASES = [
    ("instances", lambda s: s.query(Book).order_by(Book.id).all()),
    ("one", lambda s: s.query(Book).order_by(Book.id).first()),
    ("joined", lambda s: s.query(Shelf).options(joinedload(*JOINED)).order_by(Shelf.id).all()),
    ("back", lambda s: [touched(each, "shelf") for each in s.query(Book).order_by(Book.id)]),
    ("dict", lambda s: [touched(each, "by_title") for each in s.query(Shelf).filter(Shelf.id == 2)]),
    ("set", lambda s: [touched(each, "as_set") for each in s.query(Shelf).order_by(Shelf.id)]),
    ("tuples", lambda s: s.query(Book.id, Book.title).order_by(Book.id).all()),
    ("tuple_of_entity", lambda s: s.query(Book, Shelf.name).outerjoin(*OUTER).order_by(Book.id).all()),
    ("core_rows", lambda s: list(s.connection().execute(Shelf.__table__.select().order_by(Shelf.__table__.c.id)))),
]
JOINED = (Shelf.books,)
OUTER = ((Shelf, Book.shelf_id == Shelf.id),)


def encode(value, printed=None):
    printed = set() if printed is None else printed
    if hasattr(value, "_sa_instance_state"):
        path = "%s.%s" % (type(value).__module__, type(value).__name__)
        if id(value) in printed:
            return {"entity": path, "identity": [value.id]}
        printed.add(id(value))
        items = [(key, each) for key, each in vars(value).items() if key != "_sa_instance_state"]
        return {"entity": path, "attributes": dict((key, encode(each, printed)) for key, each in items)}
    if isinstance(value, dict):
        return dict((key, encode(each, printed)) for key, each in value.items())
    if isinstance(value, (set, frozenset)):
        return [encode(each, printed) for each in sorted(value, key=lambda each: each.id)]
    if isinstance(value, (bytes, bytearray)):
        return "base64:" + base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)) or type(value).__name__ == "RowProxy":
        return [encode(each, printed) for each in value]
    return value


def lines():
    import attic  # The classes are to be this module's, not the script's.

    protocols = (2,) if sys.version_info[0] == 2 else (2, 4)
    for name, query in attic.CASES:
        things = query(attic.connect())
        dumps = dict((str(protocol), base64.b64encode(serializer.dumps(things, protocol)).decode("ascii")) for protocol in protocols)
        yield {"name": name, "dumps": dumps, "rows": [encode(each) for each in (things if isinstance(things, list) else [things])]}


if __name__ == "__main__":
    with io.open(sys.argv[1], "w", encoding="utf-8") as out:
        for line in lines():
            text = json.dumps(line, ensure_ascii=False, sort_keys=True)
            out.write((text if isinstance(text, type("")) else text.decode("utf-8")) + "\n")
