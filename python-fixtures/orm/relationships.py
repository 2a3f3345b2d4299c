"""What relationships are compared with: has, any, contains, ==, with_parent; and criteria across them."""

from sqlalchemy import and_, not_, or_, select
from sqlalchemy.orm import aliased, make_transient_to_detached, with_parent

from music import Album, Arena, Band, BandLink, Credit, Day, Executive, Festival, Genre, Label, LiveRecording, Manager, Musician, Note, Person, Play, Profile, Tag, Track, Venue

from .registry import Q, family

case, both = family("relationships")


def persistent(cls, **attributes):
    """An entity as a session would have it, without its database."""
    thing = cls(**attributes)
    make_transient_to_detached(thing)
    return thing


both("any", lambda q: q(Band).where(Band.albums.any()).order_by(Band.id), protocols=(2, 5))
both("any_criterion", lambda q: q(Band).where(Band.albums.any(Album.year > 1975)).order_by(Band.id))
both("any_keyword", lambda q: q(Band).where(Band.albums.any(title="Cut", year=1979)))
both("not_any", lambda q: q(Band).where(~Band.albums.any()).order_by(Band.id))
both("not_any_criterion", lambda q: q(Band).where(not_(Band.albums.any(Album.year > 1975))).order_by(Band.id))
both("any_many_to_many", lambda q: q(Album).where(Album.genres.any(Genre.name == "prog")).order_by(Album.id))
both("any_many_to_many_empty", lambda q: q(Album).where(~Album.tags.any()).order_by(Album.id))
both("any_self", lambda q: q(Genre).where(Genre.children.any(name="prog")))
both("any_self_nested", lambda q: q(Genre).where(Genre.children.any(Genre.id > 2)).order_by(Genre.id))
both("any_self_many_to_many", lambda q: q(Band).where(Band.similar.any(Band.country == "IS")).order_by(Band.id))
both("any_viewonly", lambda q: q(Album).where(Album.best_tracks.any(Track.seconds > 1000)).order_by(Album.id))
both("any_secondary_viewonly", lambda q: q(Album).where(Album.listened.any()).order_by(Album.id))
both("any_composite_key", lambda q: q(Track).where(Track.plays.any(Play.played_at.is_(None))).order_by(Track.title))
both("any_subclass", lambda q: q(Band).where(Band.members.any(Musician.instrument == "voice")).order_by(Band.id))
both("any_subclass_inherited", lambda q: q(Band).where(Band.members.any(Musician.name.like("D%"))).order_by(Band.id))
both("any_of_type", lambda q: q(Person).where(Person.pupils.of_type(Musician).any(Musician.instrument == "guitar")))
both("any_dynamic", lambda q: q(Album).where(Album.reviews.any(stars=5)))
both("any_nested", lambda q: q(Band).where(Band.albums.any(Album.tracks.any(Track.seconds > 1000))).order_by(Band.id))
both("any_and", lambda q: q(Band).where(Band.albums.and_(Album.price > 10).any()).order_by(Band.id))
both("any_explicit", lambda q: q(Band).where(Band.seventies.any()).order_by(Band.id))
both("any_no_secondary_class", lambda q: q(Band).where(Band.compatriots.any()).order_by(Band.id))
both("has", lambda q: q(Album).where(Album.band.has()).order_by(Album.id), protocols=(2, 5))
both("has_criterion", lambda q: q(Album).where(Album.band.has(Band.country == "GB")).order_by(Album.id))
both("has_keyword", lambda q: q(Album).where(Album.label.has(country="GB")).order_by(Album.id))
both("not_has", lambda q: q(Album).where(~Album.band.has()).order_by(Album.id))
both("has_self", lambda q: q(Genre).where(Genre.parent.has(name="rock")).order_by(Genre.id))
both("has_nested", lambda q: q(Track).where(Track.album.has(Album.band.has(name="Pink Floyd"))).order_by(Track.album_id, Track.position))
both("has_one_to_one", lambda q: q(Band).where(Band.profile.has()).order_by(Band.id))
both("has_subclass", lambda q: q(Band).where(Band.manager.has(Manager.agency == "EMKA")).order_by(Band.id))
both("has_of_type", lambda q: q(Band).where(Band.manager.of_type(Executive).has(Executive.title == "Chair")))
both("has_single_of_type", lambda q: q(LiveRecording).where(LiveRecording.venue.of_type(Arena).has()))
both("equals_none", lambda q: q(Album).where(Album.band == None).order_by(Album.id))  # noqa: E711
both("not_equals_none", lambda q: q(Album).where(Album.band != None).order_by(Album.id))  # noqa: E711
both("one_to_many_equals_none", lambda q: q(Band).where(Band.albums == None).order_by(Band.id))  # noqa: E711
both("one_to_one_equals_none", lambda q: q(Band).where(Band.profile == None).order_by(Band.id))  # noqa: E711
both("equals", lambda q: q(Album).where(Album.band == persistent(Band, id=1)).order_by(Album.id), protocols=(2, 5))
both("not_equals", lambda q: q(Album).where(Album.band != persistent(Band, id=1)).order_by(Album.id))
both("equals_composite_key", lambda q: q(Play).where(Play.track == persistent(Track, album_id=1, position=3)).order_by(Play.id))
both("equals_self", lambda q: q(Genre).where(Genre.parent == persistent(Genre, id=1)).order_by(Genre.id))
both("contains", lambda q: q(Band).where(Band.albums.contains(persistent(Album, id=3, band_id=2))))
both("contains_many_to_many", lambda q: q(Album).where(Album.genres.contains(persistent(Genre, id=3))).order_by(Album.id))
both("not_contains_many_to_many", lambda q: q(Album).where(~Album.genres.contains(persistent(Genre, id=3))).order_by(Album.id))
both("contains_self", lambda q: q(Band).where(Band.similar.contains(persistent(Band, id=2))).order_by(Band.id))
both("with_parent", lambda q: q(Album).where(with_parent(persistent(Band, id=1), Band.albums)).order_by(Album.id), protocols=(2, 5))
both("with_parent_many_to_many", lambda q: q(Genre).where(with_parent(persistent(Album, id=1), Album.genres)).order_by(Genre.id))
both("with_parent_many_to_one", lambda q: q(Band).where(with_parent(persistent(Album, id=1, band_id=1), Album.band)))
both("with_parent_composite_key", lambda q: q(Play).where(with_parent(persistent(Track, album_id=1, position=3), Track.plays)).order_by(Play.id))
both("with_parent_explicit", lambda q: q(Track).where(with_parent(persistent(Album, id=1), Album.best_tracks)).order_by(Track.position))
both("with_parent_aliased", lambda q: with_parent_aliased(q))
both("any_association_proxy", lambda q: q(Album).where(Album.musicians.any(Musician.instrument == "bass")).order_by(Album.id))
both("association_proxy_contains", lambda q: q(Album).where(Album.musicians.contains(persistent(Musician, id=3))).order_by(Album.id))
both("or_of_many", lambda q: q(Band).where(or_(Band.albums.any(year=1979), Band.profile.has(), and_(Band.manager == None, Band.founded > 2000))).order_by(Band.id))  # noqa: E711
both("any_with_join", lambda q: q(Band).join(Band.manager).where(Band.albums.any()).order_by(Band.id))
both("any_aliased", lambda q: any_aliased(q))
both("any_of_type_aliased", lambda q: any_of_type_aliased(q))
both("has_aliased_parent", lambda q: has_aliased_parent(q))
both("in_column", lambda q: q(Band.name, Band.albums.any().label("has_any")).order_by(Band.id))
both("condition_of_relationship", lambda q: q(Band.name, Album.title).where(Band.albums).order_by(Album.id))
both("dict_collection", lambda q: q(Album).where(Album.notes.any(topic="sound")).order_by(Album.id))
both("keyed_by_link", lambda q: q(Band).where(Band.links.any(BandLink.target.has(Band.country == "IS"))).order_by(Band.id))

case("query_method_with_parent", lambda: Q(Album).with_parent(persistent(Band, id=1), Band.albums).order_by(Album.id))
case("query_with_parent_found", lambda: Q(Album).with_parent(persistent(Band, id=1), "albums").order_by(Album.id), series=("1.4",))
case("query_filter_by_entity", lambda: Q(Album).filter_by(band=persistent(Band, id=1)).order_by(Album.id))
case("query_filter_by_none", lambda: Q(Album).filter_by(label=None).order_by(Album.id))


def with_parent_aliased(q):
    a = aliased(Album)
    return q(a).where(with_parent(persistent(Band, id=1), Band.albums.of_type(a))).order_by(a.id)


def any_aliased(q):
    b = aliased(Band)
    return q(b).where(b.albums.any(Album.year < 1975)).order_by(b.id)


def any_of_type_aliased(q):
    a = aliased(Album)
    return q(Band).where(Band.albums.of_type(a).any(a.year < 1975)).order_by(Band.id)


def has_aliased_parent(q):
    child = aliased(Genre)
    return q(child).where(child.parent.has(Genre.name == "punk")).order_by(child.id)
