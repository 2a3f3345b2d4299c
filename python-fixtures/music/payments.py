"""Hierarchies that say how their subclasses are loaded: all joined, each with a SELECT of its own, or inline."""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey
from sqlalchemy.orm import relationship

from .base import Base


class Visual(Base):
    __tablename__ = "visuals"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "visual", "with_polymorphic": "*"}

    id = Column(sa.Integer, primary_key=True)
    kind = Column(sa.String(10), nullable=False)
    album_id = Column(sa.Integer, ForeignKey("albums.id"))
    path = Column(sa.Unicode(60))
    album = relationship("Album")


class Photo(Visual):
    __tablename__ = "photos"
    __mapper_args__ = {"polymorphic_identity": "photo"}

    id = Column(sa.Integer, ForeignKey("visuals.id"), primary_key=True)
    width = Column(sa.Integer)
    height = Column(sa.Integer)


class Scan(Photo):
    """Of a table that has two classes."""

    __mapper_args__ = {"polymorphic_identity": "scan"}


class Video(Visual):
    __tablename__ = "videos"
    __mapper_args__ = {"polymorphic_identity": "video"}

    id = Column(sa.Integer, ForeignKey("visuals.id"), primary_key=True)
    seconds = Column(sa.Integer)
    poster_id = Column(sa.Integer, ForeignKey("photos.id"))
    poster = relationship("Photo", foreign_keys=[poster_id])


class Payment(Base):
    __tablename__ = "payments"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "payment"}

    id = Column(sa.Integer, primary_key=True)
    kind = Column(sa.String(10), nullable=False)
    amount = Column(sa.Numeric(10, 2), nullable=False)
    payer_id = Column(sa.Integer, ForeignKey("people.id"))
    payer = relationship("Person")


class CardPayment(Payment):
    __tablename__ = "card_payments"
    __mapper_args__ = {"polymorphic_identity": "card", "polymorphic_load": "selectin"}

    id = Column(sa.Integer, ForeignKey("payments.id"), primary_key=True)
    number = Column(sa.String(20))


class CashPayment(Payment):
    __tablename__ = "cash_payments"
    __mapper_args__ = {"polymorphic_identity": "cash", "polymorphic_load": "inline"}

    id = Column(sa.Integer, ForeignKey("payments.id"), primary_key=True)
    currency = Column(sa.String(3))
