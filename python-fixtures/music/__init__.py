"""Mapped classes of every kind: a schema about music. They import unchanged under SQLAlchemy 1.3 to 2.1.

The classes' paths (``music.bands.Band``) are part of the dumps. Importing has no side effect but that the mappers are configured, so that
what is dumped does not depend on what was used before.
"""

from sqlalchemy.orm import configure_mappers

from .base import SERIES, Base, metadata  # noqa: F401
from .bands import Album, Band, BandLink, Credit, Genre, Label, Mood, Note, Play, Point, Profile, Review, Tag, Track  # noqa: F401
from .people import Executive, Manager, Musician, Person  # noqa: F401
from .places import Arena, Club, LiveRecording, Recording, Stadium, StudioRecording, Venue  # noqa: F401
from .payments import CardPayment, CashPayment, Payment, Photo, Scan, Video, Visual  # noqa: F401
from .festivals import Archived, City, Day, Festival, Guest, Sponsor, Stage, Volunteer  # noqa: F401
from .views import BandOfLabel, BandTotal, ShortBand  # noqa: F401

configure_mappers()
