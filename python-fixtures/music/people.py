"""Joined inheritance, three levels of it."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import deferred, relationship

from .base import Base


class Person(Base):
    __tablename__ = "people"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}

    id = Column(sa.Integer, primary_key=True)
    kind = Column(sa.String(20), nullable=False)
    name = Column(sa.Unicode(50), nullable=False)
    born = Column(sa.Date)
    mentor_id = Column(sa.Integer, ForeignKey("people.id"))
    mentor = relationship("Person", remote_side=[id], back_populates="pupils")
    pupils = relationship("Person", back_populates="mentor", order_by="Person.id")


class Musician(Person):
    __tablename__ = "musicians"
    __mapper_args__ = {"polymorphic_identity": "musician"}

    id = Column(sa.Integer, ForeignKey("people.id"), primary_key=True)
    band_id = Column(sa.Integer, ForeignKey("bands.id"))
    instrument = Column(sa.Unicode(20))
    contract = deferred(Column(sa.UnicodeText))
    band = relationship("Band", back_populates="members")
    credits = relationship("Credit", back_populates="musician", order_by="Credit.album_id, Credit.role")


class Manager(Person):
    __tablename__ = "managers"
    __mapper_args__ = {"polymorphic_identity": "manager"}

    # Its own name for the key of both tables.
    manager_id = Column("id", sa.Integer, ForeignKey("people.id"), primary_key=True)
    agency = Column(sa.Unicode(30))
    share = Column(sa.Numeric(5, 2))
    bands = relationship("Band", back_populates="manager", order_by="Band.id")

    @hybrid_property
    def percent(self):
        return self.share * 100


class Executive(Manager):
    __tablename__ = "executives"
    __mapper_args__ = {"polymorphic_identity": "executive"}

    executive_id = Column("id", sa.Integer, ForeignKey("managers.id"), primary_key=True)
    title = Column(sa.Unicode(30))
