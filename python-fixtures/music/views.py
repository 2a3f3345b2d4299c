"""Classes that are mapped to a join, to a subquery, and to some columns of a table another class has."""

import sqlalchemy as sa
from sqlalchemy.orm import column_property, relationship

from .bands import Album, Band, Label
from .base import Base, select_of, subquery


class BandOfLabel(Base):
    """Albums with their label; one attribute stands for both columns of the join."""

    __table__ = Album.__table__.join(Label.__table__)
    __mapper_args__ = {
        "primary_key": [Album.__table__.c.id],
        "include_properties": ["label_id", "album_id", "title", "year", "label_name", "country_code"],
        "properties": {},
    }

    label_id = column_property(Label.__table__.c.id, Album.__table__.c.label_id)
    album_id = Album.__table__.c.id
    title = Album.__table__.c.album_title
    year = Album.__table__.c.year
    label_name = Label.__table__.c.name
    country_code = Label.__table__.c.country_code


_totals = subquery(
    select_of(
        Album.__table__.c.band_id, sa.func.count(Album.__table__.c.id).label("albums"), sa.func.min(Album.__table__.c.year).label("first_year"),
    ).where(Album.__table__.c.band_id.isnot(None)).group_by(Album.__table__.c.band_id),
    "totals",
)


class BandTotal(Base):
    __table__ = _totals
    __mapper_args__ = {"primary_key": [_totals.c.band_id]}

    band = relationship("Band", viewonly=True, primaryjoin=lambda: sa.orm.foreign(_totals.c.band_id) == Band.id)


class ShortBand(Base):
    __table__ = Band.__table__
    __mapper_args__ = {"include_properties": ["id", "name"]}
