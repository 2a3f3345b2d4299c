"""Bands, their albums, and every kind of relationship and property between them."""

import enum

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Table
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.orm import backref, column_property, composite, deferred, foreign, query_expression, relationship, remote, synonym
from sqlalchemy.orm.collections import attribute_mapped_collection

from .base import Base, metadata, scalar


class Mood(enum.Enum):
    """Stored by name."""

    calm = "c"
    loud = "l"


class Point(object):
    """Where a band comes from: a composite."""

    def __init__(self, latitude, longitude):
        self.latitude = latitude
        self.longitude = longitude

    def __composite_values__(self):
        return self.latitude, self.longitude

    def __eq__(self, other):
        return isinstance(other, Point) and other.__composite_values__() == self.__composite_values__()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.__composite_values__())


band_similar = Table(
    "band_similar",
    metadata,
    Column("band_id", sa.Integer, ForeignKey("bands.id"), primary_key=True),
    Column("similar_id", sa.Integer, ForeignKey("bands.id"), primary_key=True),
)

album_genres = Table(
    "album_genres",
    metadata,
    Column("album_id", sa.Integer, ForeignKey("albums.id"), primary_key=True),
    Column("genre_id", sa.Integer, ForeignKey("genres.id"), primary_key=True),
)

album_tags = Table(
    "album_tags",
    metadata,
    Column("album_id", sa.Integer, ForeignKey("albums.id"), nullable=False),
    Column("tag_id", sa.Integer, ForeignKey("tags.id"), nullable=False),
)


class Label(Base):
    __tablename__ = "labels"

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(40), nullable=False)
    # The key of the attribute is not the name of the column.
    country = Column("country_code", sa.String(2))
    albums = relationship("Album", back_populates="label", order_by="Album.id")


class Genre(Base):
    """An adjacency list."""

    __tablename__ = "genres"

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.String(30), nullable=False)
    parent_id = Column(sa.Integer, ForeignKey("genres.id"))
    children = relationship("Genre", backref=backref("parent", remote_side=[id]), order_by="Genre.name")
    # Two levels of it, joined unless asked otherwise.
    tree = relationship("Genre", viewonly=True, lazy="joined", join_depth=2, order_by="Genre.id")


class Tag(Base):
    __tablename__ = "tags"

    id = Column(sa.Integer, primary_key=True)
    text = Column("tag text", sa.Unicode(20), key="content", nullable=False)


class Track(Base):
    """A primary key of two columns."""

    __tablename__ = "tracks"

    album_id = Column(sa.Integer, ForeignKey("albums.id"), primary_key=True)
    position = Column(sa.Integer, primary_key=True)
    title = Column(sa.Unicode(60), nullable=False)
    seconds = Column(sa.Integer)
    rating = Column(sa.Float)
    lyrics = deferred(Column(sa.UnicodeText))
    album = relationship("Album", back_populates="tracks")
    plays = relationship("Play", back_populates="track", order_by="Play.played_at.desc(), Play.id")


class Play(Base):
    """A foreign key of two columns."""

    __tablename__ = "plays"
    __table_args__ = (ForeignKeyConstraint(["album_id", "position"], ["tracks.album_id", "tracks.position"]),)

    id = Column(sa.Integer, primary_key=True)
    album_id = Column(sa.Integer)
    position = Column(sa.Integer)
    played_at = Column(sa.DateTime)
    track = relationship("Track", back_populates="plays")


class Review(Base):
    __tablename__ = "reviews"

    id = Column(sa.Integer, primary_key=True)
    album_id = Column(sa.Integer, ForeignKey("albums.id"))
    author = Column(sa.Unicode(30))
    stars = Column(sa.SmallInteger, nullable=False)
    text = Column(sa.UnicodeText)


class Note(Base):
    __tablename__ = "notes"

    id = Column(sa.Integer, primary_key=True)
    album_id = Column(sa.Integer, ForeignKey("albums.id"), nullable=False)
    topic = Column(sa.Unicode(20), nullable=False)
    text = Column(sa.UnicodeText)


class Credit(Base):
    """An association with something to say of its own."""

    __tablename__ = "credits"

    musician_id = Column(sa.Integer, ForeignKey("musicians.id"), primary_key=True)
    album_id = Column(sa.Integer, ForeignKey("albums.id"), primary_key=True)
    role = Column(sa.String(20), primary_key=True)
    musician = relationship("Musician", back_populates="credits")
    album = relationship("Album", back_populates="credits")


class Album(Base):
    __tablename__ = "albums"

    id = Column(sa.Integer, primary_key=True)
    band_id = Column(sa.Integer, ForeignKey("bands.id"))
    label_id = Column(sa.Integer, ForeignKey("labels.id"))
    title = Column("album_title", sa.Unicode(60), nullable=False)
    year = Column(sa.Integer)
    price = Column(sa.Numeric(8, 2))
    released = Column(sa.Date)
    mood = Column(sa.Enum(Mood, name="mood"))
    extra = Column(sa.JSON)

    band = relationship("Band", back_populates="albums")
    label = relationship("Label", back_populates="albums")
    tracks = relationship("Track", back_populates="album", order_by="Track.position")
    genres = relationship("Genre", secondary=album_genres, backref=backref("albums", order_by="Album.id"), order_by="Genre.name")
    # No primary key keeps the secondary table from holding a pair twice.
    tags = relationship("Tag", secondary=album_tags, collection_class=set)
    reviews = relationship("Review", lazy="dynamic", order_by="Review.id")
    notes = relationship("Note", collection_class=attribute_mapped_collection("topic"), order_by="Note.id")
    credits = relationship("Credit", back_populates="album", order_by="Credit.musician_id, Credit.role")
    musicians = association_proxy("credits", "musician")
    best_tracks = relationship(
        "Track", viewonly=True, primaryjoin="and_(Album.id == Track.album_id, Track.rating >= 4)", order_by="Track.rating.desc(), Track.position",
    )
    # Through two tables, by conditions that are said.
    listened = relationship(
        "Play", viewonly=True, secondary="tracks", primaryjoin="Album.id == tracks.c.album_id",
        secondaryjoin="and_(Play.album_id == tracks.c.album_id, Play.position == tracks.c.position)", order_by="Play.id",
    )
    score = query_expression()
    rank = query_expression(default_expr=sa.literal(0))

    @hybrid_property
    def is_old(self):
        return self.year < 1980

    @hybrid_property
    def decade(self):
        return self.year // 10 * 10 if self.year is not None else None

    @decade.expression
    def decade(cls):
        return (cls.year - cls.year % 10).label("decade")

    @hybrid_method
    def cheaper_than(self, price):
        return self.price < price


class BandLink(Base):
    """A self-reference that has a class."""

    __tablename__ = "band_links"

    from_id = Column(sa.Integer, ForeignKey("bands.id"), primary_key=True)
    to_id = Column(sa.Integer, ForeignKey("bands.id"), primary_key=True)
    kind = Column(sa.String(10))
    source = relationship("Band", foreign_keys=[from_id], back_populates="links")
    target = relationship("Band", foreign_keys=[to_id])


class Profile(Base):
    __tablename__ = "profiles"

    id = Column(sa.Integer, primary_key=True)
    band_id = Column(sa.Integer, ForeignKey("bands.id"), unique=True)
    website = Column(sa.String(60))
    motto = Column(sa.Unicode(60))
    band = relationship("Band", back_populates="profile")


class Band(Base):
    __tablename__ = "bands"

    id = Column(sa.Integer, primary_key=True)
    name = Column(sa.Unicode(50), nullable=False)
    founded = Column(sa.Integer)
    country = Column(sa.String(2))
    latitude = Column("lat", sa.Float)
    longitude = Column("lon", sa.Float)
    manager_id = Column(sa.Integer, ForeignKey("managers.id"))
    bio = deferred(Column(sa.UnicodeText))
    logo = deferred(Column(sa.LargeBinary), group="media")
    poster = deferred(Column("poster_url", sa.String(80)), group="media")
    origin = composite(Point, latitude, longitude)
    title = synonym("name")

    albums = relationship("Album", back_populates="band", order_by="Album.year, Album.id")
    members = relationship("Musician", back_populates="band", order_by="Musician.id")
    manager = relationship("Manager", back_populates="bands")
    profile = relationship("Profile", back_populates="band", uselist=False)
    links = relationship("BandLink", back_populates="source", foreign_keys="BandLink.from_id", order_by="BandLink.to_id")
    similar = relationship(
        "Band", secondary=band_similar, primaryjoin=id == band_similar.c.band_id, secondaryjoin=id == band_similar.c.similar_id,
        backref=backref("similar_of", order_by="Band.id"), order_by="Band.name",
    )
    seventies = relationship("Album", viewonly=True, primaryjoin="and_(Band.id == Album.band_id, Album.year.between(1970, 1979))", order_by="Album.id")
    compatriots = relationship(
        "Band", viewonly=True, primaryjoin=lambda: sa.and_(remote(Band.country) == foreign(Band.country), remote(Band.id) != Band.id), order_by="Band.id",
        uselist=True,
    )

    @hybrid_property
    def label_text(self):
        return self.name + " (" + self.country + ")"


Band.name_length = column_property(sa.func.length(Band.name))
Band.album_count = column_property(scalar(sa.func.count(Album.id), Album.band_id == Band.id, inside=Album.__table__))
Band.last_year = column_property(scalar(sa.func.max(Album.year), Album.band_id == Band.id), deferred=True)
