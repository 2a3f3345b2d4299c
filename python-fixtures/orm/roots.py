"""Sessions and engines, alone and in a collection."""

from sqlalchemy import create_engine

from music import Band

from .registry import SESSION, Q, family

case, _ = family("roots", protocols=(2, 5))

case("session", lambda: SESSION)
case("engine", lambda: create_engine("sqlite://"))
case("list", lambda: [SESSION, create_engine("sqlite://"), Band.__table__])
case("query_in_list", lambda: [Q(Band).filter(Band.id == 1), Q(Band.name)])
