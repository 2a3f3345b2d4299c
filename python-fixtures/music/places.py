"""Single-table inheritance, with a level below, and concrete inheritance."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey
from sqlalchemy.ext.declarative import ConcreteBase
from sqlalchemy.orm import relationship

from .base import Base


class Venue(Base):
    __tablename__ = "venues"

    id = Column(sa.Integer, primary_key=True)
    kind = Column(sa.String(10))
    name = Column(sa.Unicode(40), nullable=False)
    city_id = Column(sa.Integer, ForeignKey("cities.id"))
    city = relationship("City", back_populates="venues")
    recordings = relationship("LiveRecording", back_populates="venue", order_by="LiveRecording.id")

    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "venue"}


class Club(Venue):
    __mapper_args__ = {"polymorphic_identity": "club"}

    dj = Column(sa.Unicode(20))


class Arena(Venue):
    __mapper_args__ = {"polymorphic_identity": "arena"}

    seats = Column(sa.Integer)


class Stadium(Arena):
    __mapper_args__ = {"polymorphic_identity": "stadium"}

    has_roof = Column(sa.Boolean)


class Recording(ConcreteBase, Base):
    __tablename__ = "recordings"
    __mapper_args__ = {"polymorphic_identity": "recording", "concrete": True}

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(40))


class LiveRecording(Recording):
    __tablename__ = "live_recordings"
    __mapper_args__ = {"polymorphic_identity": "live", "concrete": True}

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(40))
    venue_id = Column(sa.Integer, ForeignKey("venues.id"))
    venue = relationship("Venue", back_populates="recordings")


class StudioRecording(Recording):
    __tablename__ = "studio_recordings"
    __mapper_args__ = {"polymorphic_identity": "studio", "concrete": True}

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(40))
    studio = Column(sa.Unicode(30))
