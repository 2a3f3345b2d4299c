"""Writes ``good/<series>/orm/rows.jsonl``: dumps of what queries gave, not of queries, and beside each what is in it.

    python dumped_rows.py FILE

Under SQLAlchemy 1.3 to 2.1. A line: ``name``, ``dumps`` by protocol in base64, ``rows``: the JSON of each row as in ``entities``; but
attributes are in the dump's order, and what an enum's member is called is not in a dump, so that it is its class and value.
"""

import base64
import enum
import sys
import warnings

import sqlalchemy.orm
from sqlalchemy import func
from sqlalchemy.ext import serializer

import steady

steady.install()

import music  # noqa: E402
from encoding import dumps, encode  # noqa: E402
from entities import in_mapper_order, path_of, row  # noqa: E402
from files import write_text  # noqa: E402
from music import Album, Band, Credit, Genre, Label, Musician, Note, Person, Play, Profile, Recording, Tag, Track, Venue, Visual  # noqa: E402
from music.base import select_of  # noqa: E402
from music.rows import connect  # noqa: E402
from own_process import in_own_process  # noqa: E402
from sqlalchemy.orm import Session, joinedload, selectinload, undefer  # noqa: E402


def touched(thing, *keys):
    """The thing, once these attributes of it are loaded."""
    for key in keys:
        getattr(thing, key)
    return thing


def expired(session):
    thing = session.query(Label).first()
    session.expire(thing)
    return [thing]


def partly_expired(session):
    thing = session.query(Label).first()
    session.expire(thing, ["name"])
    return [thing]


def expunged(session):
    thing = session.query(Band).options(joinedload(Band.albums)).first()
    session.expunge_all()
    return thing


def changed(session):
    thing = session.query(Label).order_by(Label.id).first()
    thing.name = "not saved"
    return [thing]


def chain(session):
    """As long as Python itself can dump one."""
    last = None
    for number in range(25):
        last = Genre(id=number + 100, name="g%d" % number, parent=last)
    return last


CASES = {
    "all": lambda s: s.query(Band).order_by(Band.id).all(),
    "one": lambda s: s.query(Band).order_by(Band.id).first(),
    "empty": lambda s: s.query(Band).filter(Band.id < 0).all(),
    "tuple": lambda s: tuple(s.query(Label).order_by(Label.id)),
    "every_type": lambda s: s.query(Album).order_by(Album.id).all(),
    "times": lambda s: s.query(Play).order_by(Play.id).all(),
    "bytes": lambda s: s.query(Band).options(undefer(Band.logo), undefer(Band.bio)).order_by(Band.id).all(),
    "joined": lambda s: s.query(Band).options(joinedload(Band.albums)).order_by(Band.id).all(),
    "joined_and_back": lambda s: s.query(Album).options(joinedload(Album.band).joinedload(Band.albums)).order_by(Album.id).all(),
    "selectin_both": lambda s: s.query(Band).options(selectinload(Band.albums).selectinload(Album.tracks), selectinload(Band.members)).order_by(Band.id).all(),
    "one_to_one": lambda s: s.query(Profile).options(joinedload(Profile.band)).order_by(Profile.id).all(),
    "set": lambda s: s.query(Album).options(selectinload(Album.tags)).order_by(Album.id).all(),
    "dict": lambda s: s.query(Album).options(selectinload(Album.notes)).order_by(Album.id).all(),
    "many_to_many": lambda s: s.query(Album).options(joinedload(Album.genres)).order_by(Album.id).all(),
    "self_reference": lambda s: [touched(each, "children", "parent") for each in s.query(Genre).order_by(Genre.id)],
    "shared": lambda s: [touched(each, "label") for each in s.query(Album).order_by(Album.id)],
    "composite_key": lambda s: s.query(Track).options(selectinload(Track.plays)).order_by(Track.album_id, Track.position).all(),
    "hierarchy": lambda s: s.query(Person).order_by(Person.id).all(),
    "hierarchy_loaded": lambda s: s.query(Visual).order_by(Visual.id).all(),
    "single_table": lambda s: s.query(Venue).order_by(Venue.id).all(),
    "concrete": lambda s: s.query(Recording).order_by(Recording.id, Recording.name).all(),
    "several_classes": lambda s: s.query(Label).order_by(Label.id).all() + s.query(Tag).order_by(Tag.id).all(),
    "association_proxy": lambda s: [list(each.musicians) and each for each in s.query(Album).filter(Album.id == 1)],
    "association": lambda s: s.query(Credit).options(joinedload(Credit.musician), joinedload(Credit.album)).order_by(Credit.musician_id, Credit.album_id, Credit.role).all(),
    "expired": expired,
    "partly_expired": partly_expired,
    "expunged": expunged,
    "changed": changed,
    "transient": lambda s: [Label(id=9, name="new")],
    "chain": chain,
    "keyed_tuples": lambda s: s.query(Label.id, Label.name).order_by(Label.id).all(),
    "keyed_tuple": lambda s: s.query(Label.id, Label.name, Label.country).order_by(Label.id).first(),
    "tuples_of_entities": lambda s: s.query(Band, Album.title).join(Band.albums).order_by(Album.id).all(),
    "tuples_of_two_entities": lambda s: s.query(Album, Label).outerjoin(Album.label).order_by(Album.id).all(),
    "same_names": lambda s: s.query(Band.name, Label.name).filter(Band.id == Label.id).order_by(Band.id).all(),
    "labels": lambda s: s.query(func.count(Album.id).label("n"), Album.band_id.label("band")).group_by(Album.band_id).order_by(Album.band_id).all(),
    "scalars": lambda s: [each for each, in s.query(Band.name).order_by(Band.id)],
    "core_rows": lambda s: list(s.connection().execute(Label.__table__.select().order_by(Label.__table__.c.id))),
    "core_rows_of_albums": lambda s: list(s.connection().execute(select_of(Album.__table__.c.album_title, Album.__table__.c.price, Album.__table__.c.released))),
    "dict_of_lists": lambda s: {"labels": s.query(Label).order_by(Label.id).all(), "tags": s.query(Tag).order_by(Tag.id).all()},
    "notes": lambda s: s.query(Note).order_by(Note.id).all(),
    "musicians": lambda s: s.query(Musician).options(joinedload(Musician.band).selectinload(Band.members)).order_by(Musician.id).all(),
}
if music.SERIES >= (1, 4):
    CASES.update(
        select_rows=lambda s: s.execute(select_of(Label.id, Label.name).order_by(Label.id)).all(),
        select_entities=lambda s: s.execute(select_of(Label).order_by(Label.id)).all(),
        select_scalars=lambda s: s.execute(select_of(Label).order_by(Label.id)).scalars().all(),
    )
if music.SERIES >= (2, 0):  # 1.4 writes none of what is in a RowMapping.
    CASES["mappings"] = lambda s: s.execute(select_of(Label.id, Label.name).order_by(Label.id)).mappings().all()


def known(value):
    """A value as a reader without the class can tell it."""
    if isinstance(value, enum.Enum):
        return "%s(%s)" % (path_of(type(value)), value.value)
    return encode(value)


def in_dict_order(entity):
    """A dump has no mapper."""
    mapped = set(in_mapper_order(entity))
    return [key for key in vars(entity) if key in mapped]


def line(name):
    session = Session(bind=connect())
    steady.restart()
    thing = CASES[name](session)
    made = {str(protocol): base64.b64encode(serializer.dumps(thing, protocol)).decode() for protocol in (0, 2, 5)}
    things = list(thing) if isinstance(thing, list) or type(thing) is tuple else [thing]
    return {"name": name, "dumps": made, "rows": [row(each, known, in_dict_order) for each in things]}


def main(path):
    warnings.simplefilter("ignore")
    write_text(path, "".join(dumps(each) + "\n" for each in in_own_process(line, list(CASES))))


if __name__ == "__main__":
    main(*sys.argv[1:])
