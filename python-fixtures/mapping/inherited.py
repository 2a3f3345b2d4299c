"""Hybrids that come from a class that is not mapped, that mean something else below, and a proxy of a proxy."""

import sqlalchemy as sa
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import relationship

try:
    from sqlalchemy.orm import declarative_base
except ImportError:  # 1.3
    from sqlalchemy.ext.declarative import declarative_base

Base = declarative_base()


class Priced(object):
    @hybrid_property
    def dear(self):
        return self.price > 100

    @hybrid_property
    def local(self):
        return self.key * 2


class Item(Priced, Base):
    __tablename__ = "items"

    key = sa.Column(sa.Integer, primary_key=True)
    price = sa.Column(sa.Integer)
    kind = sa.Column(sa.String(10))
    shop_key = sa.Column(sa.Integer, sa.ForeignKey("shops.key"))
    shop = relationship("Shop", back_populates="items")
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "item"}


class Book(Item):
    __tablename__ = "books"

    key = sa.Column(sa.Integer, sa.ForeignKey("items.key"), primary_key=True)
    pages = sa.Column(sa.Integer)
    __mapper_args__ = {"polymorphic_identity": "book"}


class Shop(Base):
    __tablename__ = "shops"

    key = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(20))
    items = relationship("Item", back_populates="shop")
    prices = association_proxy("items", "price")
    dearness = association_proxy("items", "dear")
    labels = association_proxy("items", "label")


Item.label = property(lambda self: "item %d" % self.key)
