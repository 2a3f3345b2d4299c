"""Relationships that say how they are loaded."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import deferred, relationship

from .base import SERIES, Base, metadata

festival_guests = Table(
    "festival_guests",
    metadata,
    Column("festival_id", sa.Integer, ForeignKey("festivals.id"), primary_key=True),
    Column("guest_id", sa.Integer, ForeignKey("guests.id"), primary_key=True),
)


class City(Base):
    __tablename__ = "cities"

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(40), nullable=False)
    venues = relationship("Venue", back_populates="city", order_by="Venue.id")
    festivals = relationship("Festival", back_populates="city", order_by="Festival.id")


class Stage(Base):
    __tablename__ = "stages"

    id = Column(sa.Integer, primary_key=True)
    festival_id = Column(sa.Integer, ForeignKey("festivals.id"), nullable=False)
    name = Column(sa.Unicode(30), nullable=False)
    festival = relationship("Festival", back_populates="stages")


class Sponsor(Base):
    __tablename__ = "sponsors"

    id = Column(sa.Integer, primary_key=True)
    festival_id = Column(sa.Integer, ForeignKey("festivals.id"))
    name = Column(sa.Unicode(30), nullable=False)
    # Back to where it came from, joined.
    festival = relationship("Festival", back_populates="sponsors", lazy="joined")


class Day(Base):
    __tablename__ = "days"

    id = Column(sa.Integer, primary_key=True)
    festival_id = Column(sa.Integer, ForeignKey("festivals.id"))
    date = Column(sa.Date)


class Archived(Base):
    __tablename__ = "archived"

    id = Column(sa.Integer, primary_key=True)
    festival_id = Column(sa.Integer, ForeignKey("festivals.id"))
    text = Column(sa.UnicodeText)


class Guest(Base):
    __tablename__ = "guests"

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(30), nullable=False)


class Volunteer(Base):
    __tablename__ = "volunteers"

    id = Column(sa.Integer, primary_key=True)
    festival_id = Column(sa.Integer, ForeignKey("festivals.id"))
    name = Column(sa.Unicode(30))
    festival = relationship("Festival", lazy="selectin")


class Festival(Base):
    __tablename__ = "festivals"

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(40), nullable=False)
    city_id = Column(sa.Integer, ForeignKey("cities.id"), nullable=False)
    partner_id = Column(sa.Integer, ForeignKey("festivals.id"))
    plan = deferred(Column(sa.UnicodeText), **({"raiseload": True} if SERIES >= (1, 4) else {}))

    city = relationship("City", back_populates="festivals", lazy="joined", innerjoin=True)
    partner = relationship("Festival", remote_side=[id], lazy="immediate")
    stages = relationship("Stage", back_populates="festival", lazy="joined", order_by="Stage.name.desc()")
    sponsors = relationship("Sponsor", back_populates="festival", lazy="selectin", order_by="Sponsor.id")
    days = relationship("Day", lazy="subquery", order_by="Day.date, Day.id")
    guests = relationship("Guest", secondary=festival_guests, lazy="selectin", order_by="Guest.name")
    archive = relationship("Archived", lazy="raise", order_by="Archived.id")
    archive_by_id = relationship("Archived", lazy="raise_on_sql", viewonly=True)
    nothing = relationship("Archived", lazy="noload", viewonly=True)
    helpers = relationship("Volunteer", lazy="dynamic", order_by="Volunteer.id", viewonly=True)


if SERIES >= (2, 0):
    Festival.applicants = relationship("Volunteer", lazy="write_only", order_by="Volunteer.id", overlaps="festival")
