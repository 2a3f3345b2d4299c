"""with_loader_criteria: what is added wherever a class is read."""

from sqlalchemy.orm import aliased, joinedload, lazyload, selectinload, subqueryload, with_loader_criteria

from music import Album, Arena, Band, Festival, Genre, Label, Musician, Person, Stage, Track, Venue
from music.criteria import not_loud

from .registry import Q, family

case, both = family("criteria")

both("entity", lambda q: q(Album).options(with_loader_criteria(Album, Album.year > 1975)).order_by(Album.id), protocols=(2, 5))
both("joined", lambda q: q(Band).options(joinedload(Band.albums), with_loader_criteria(Album, Album.year > 1975)).order_by(Band.id))
both("selectin", lambda q: q(Band).options(selectinload(Band.albums), with_loader_criteria(Album, Album.year > 1975)).order_by(Band.id))
both("subquery", lambda q: q(Band).options(subqueryload(Band.albums), with_loader_criteria(Album, Album.year > 1975)).order_by(Band.id))
both("lazy", lambda q: q(Band).options(lazyload(Band.albums), with_loader_criteria(Album, Album.year > 1975)).order_by(Band.id), touch=("albums",))
both("lazy_not_propagated", lambda q: q(Band).options(with_loader_criteria(Album, Album.year > 1975, propagate_to_loaders=False)).order_by(Band.id), touch=("albums",))
both("joined_to", lambda q: q(Band.name, Album.title).join(Band.albums).options(with_loader_criteria(Album, Album.year > 1975)).order_by(Album.id))
both("outer_joined_to", lambda q: q(Band.name, Album.title).outerjoin(Band.albums).options(with_loader_criteria(Album, Album.year > 1975)).order_by(Band.id))
both("column_only", lambda q: q(Album.title).options(with_loader_criteria(Album, Album.year > 1975)).order_by(Album.id))
both("aliased_not_included", lambda q: aliased_criteria(q, False))
both("aliased_included", lambda q: aliased_criteria(q, True))
both("subclass", lambda q: q(Person).options(with_loader_criteria(Musician, Musician.instrument == "voice")).order_by(Person.id))
both("base_class", lambda q: q(Musician).options(with_loader_criteria(Person, Person.id > 4)).order_by(Musician.id))
both("single", lambda q: q(Arena).options(with_loader_criteria(Venue, Venue.city_id == 3)).order_by(Arena.id))
both("two", lambda q: q(Album).join(Album.band).options(with_loader_criteria(Album, Album.year > 1975), with_loader_criteria(Band, Band.country == "GB")).order_by(Album.id))
both("function", lambda q: q(Album).options(with_loader_criteria(Album, not_loud)).order_by(Album.id))
both("self_reference", lambda q: q(Genre).options(selectinload(Genre.children), with_loader_criteria(Genre, Genre.id != 3)).order_by(Genre.id))
both("default_eager", lambda q: q(Festival).options(with_loader_criteria(Stage, Stage.name == "A")).order_by(Festival.id))
both("any", lambda q: q(Band).where(Band.albums.any()).options(with_loader_criteria(Album, Album.year > 1985)).order_by(Band.id))


def aliased_criteria(q, included):
    a = aliased(Album)
    return q(a).options(with_loader_criteria(Album, Album.year > 1975, include_aliases=included)).order_by(a.id)
