"""Joins: along relationships, to entities, of aliases, of subclasses; in the forms of SQLAlchemy 1.x too."""

from sqlalchemy import and_, func, select
from sqlalchemy.orm import aliased, join, outerjoin, with_polymorphic

from music import Album, Arena, Band, BandLink, Credit, Executive, Festival, Genre, Label, LiveRecording, Manager, Musician, Note, Person, Play, Profile, Stage, Tag, Track, Venue, Visual
from music.bands import album_genres, band_similar

from .registry import Q, family

case, both = family("joins")

both("relationship", lambda q: q(Band).join(Band.albums).order_by(Band.id), protocols=(2, 5))
both("relationship_where", lambda q: q(Band).join(Band.albums).where(Album.year > 1975).order_by(Band.id, Album.id))
both("relationship_both", lambda q: q(Band, Album).join(Band.albums).order_by(Album.id))
both("relationship_outer", lambda q: q(Band, Album).outerjoin(Band.albums).order_by(Band.id, Album.id), protocols=(2, 5))
both("relationship_isouter", lambda q: q(Band.name, Album.title).join(Band.albums, isouter=True).order_by(Band.id, Album.id))
both("relationship_full", lambda q: q(Band.name, Album.title).join(Band.albums, full=True).order_by(Band.id, Album.id))
both("many_to_one", lambda q: q(Album).join(Album.band).where(Band.name == "The Slits"))
both("many_to_one_outer", lambda q: q(Album, Band).outerjoin(Album.band).order_by(Album.id))
both("many_to_many", lambda q: q(Album).join(Album.genres).where(Genre.name == "prog").order_by(Album.id))
both("many_to_many_outer", lambda q: q(Album.title, Genre.name).outerjoin(Album.genres).order_by(Album.id, Genre.id))
both("many_to_many_duplicates", lambda q: q(Album, Tag).join(Album.tags).order_by(Album.id, Tag.id))
both("many_to_many_backref", lambda q: q(Genre.name, Album.title).join(Genre.albums).order_by(Genre.id, Album.id))
both("one_to_one", lambda q: q(Band, Profile).join(Band.profile).order_by(Band.id))
both("composite_key", lambda q: q(Play.id, Track.title).join(Play.track).order_by(Play.id))
both("explicit_primaryjoin", lambda q: q(Album.title, Track.title).join(Album.best_tracks).order_by(Album.id, Track.position))
both("explicit_secondary", lambda q: q(Album.title, Play.id).join(Album.listened).order_by(Play.id))
both("chain", lambda q: q(Band.name, Track.title).join(Band.albums).join(Album.tracks).order_by(Album.id, Track.position))
both("chain_of_four", lambda q: q(Label.name, Play.id).join(Label.albums).join(Album.tracks).join(Track.plays).order_by(Play.id))
both("chain_outer", lambda q: q(Band.name, Album.title, Track.title).outerjoin(Band.albums).outerjoin(Album.tracks).order_by(Band.id, Album.id, Track.position))
both("two_from_one", lambda q: q(Album.title, Band.name, Label.name).join(Album.band).outerjoin(Album.label).order_by(Album.id))
both("and", lambda q: q(Band.name, Album.title).join(Band.albums.and_(Album.year > 1975)).order_by(Album.id))
both("and_outer", lambda q: q(Band.name, Album.title).outerjoin(Band.albums.and_(Album.year > 1975)).order_by(Band.id, Album.id))
both("entity", lambda q: q(Band.name, Album.title).join(Album).order_by(Album.id), protocols=(2, 5))
both("entity_outer", lambda q: q(Album.title, Label.name).outerjoin(Label).order_by(Album.id))
both("entity_on", lambda q: q(Band.name, Album.title).join(Album, Band.id == Album.band_id).order_by(Album.id))
both("entity_on_and", lambda q: q(Band.name, Album.title).join(Album, and_(Band.id == Album.band_id, Album.price > 10)).order_by(Album.id))
both("entity_along", lambda q: q(Band.name, Album.title).join(Album, Band.albums).order_by(Album.id))
both("entity_along_outer", lambda q: q(Band.name, Album.title).outerjoin(Album, Band.albums).order_by(Band.id, Album.id))
both("table", lambda q: q(Band.name).join(Album.__table__).order_by(Album.__table__.c.id))
both("table_on", lambda q: q(Album.title).join(album_genres, album_genres.c.album_id == Album.id).where(album_genres.c.genre_id == 3).order_by(Album.id))
both("select_from", lambda q: q(Album.title).select_from(Band).join(Band.albums).order_by(Album.id))
both("select_from_other", lambda q: q(func.count(Track.position)).select_from(Album).join(Album.tracks).where(Album.year == 1971))
both("select_from_orm_join", lambda q: q(Band.name, Album.title).select_from(join(Band, Album, Band.albums)).order_by(Album.id))
both("select_from_orm_join_unsaid", lambda q: q(Band.name, Album.title).select_from(join(Band, Album)).order_by(Album.id))
both("select_from_orm_outerjoin", lambda q: q(Band, Album).select_from(outerjoin(Band, Album, Band.albums)).order_by(Band.id, Album.id))
both("select_from_orm_join_twice", lambda q: q(Band.name, Track.title).select_from(join(join(Band, Album, Band.albums), Track, Album.tracks)).order_by(Album.id, Track.position))
both("select_from_core_join", lambda q: q(Band, Album.title).select_from(Band.__table__.join(Album.__table__)).order_by(Album.id))
both("self_children", lambda q: q(Genre.name).join(Genre.children.of_type(aliased(Genre))).order_by(Genre.id))
both("similar", lambda q: q(Band.name, band_similar.c.similar_id).join(band_similar, band_similar.c.band_id == Band.id).order_by(Band.id, band_similar.c.similar_id))
both("group", lambda q: q(Band.name, func.count(Album.id)).outerjoin(Band.albums).group_by(Band.id, Band.name).order_by(Band.id))
both("distinct", lambda q: q(Band).join(Band.albums).distinct().order_by(Band.id))
both("limit", lambda q: q(Band).join(Band.albums).order_by(Band.id).limit(2))
both("to_subclass", lambda q: q(Band.name, Musician.name).join(Band.members).order_by(Musician.id))
both("to_subclass_outer", lambda q: q(Band.name, Musician).outerjoin(Band.members).order_by(Band.id, Musician.id))
both("to_subclass_of_base", lambda q: q(Band.name, Manager.name).join(Band.manager).order_by(Band.id))
both("from_subclass", lambda q: q(Musician.name, Band.name).join(Musician.band).order_by(Musician.id))
both("of_type_subclass", lambda q: q(Band.name, Executive.title).join(Band.manager.of_type(Executive)).order_by(Band.id))
both("single_table_subclass", lambda q: q(Arena.name).join(Arena.city).order_by(Arena.id))
both("to_single_table_subclass", lambda q: q(LiveRecording.name, Arena.name).join(LiveRecording.venue.of_type(Arena)).order_by(LiveRecording.id))
both("self_reference_of_hierarchy", lambda q: q(Person.name).join(Person.pupils.of_type(aliased(Musician))).order_by(Person.id))
both("association", lambda q: q(Musician.name, Credit.role, Album.title).join(Musician.credits).join(Credit.album).order_by(Musician.id, Album.id, Credit.role))
both("reset_left", lambda q: q(Band.name, Album.title, Label.name).select_from(Album).join(Album.band).join(Label, Album.label).order_by(Album.id))
both("eager_default", lambda q: q(Festival).join(Festival.stages).where(Stage.name == "A"))
both("link_source", lambda q: q(BandLink, Band).join(BandLink.target).order_by(BandLink.from_id, BandLink.to_id))
both("on_subquery", lambda q: on_subquery(q))
both("lateral", lambda q: lateral(q), dialects=("postgresql", "oracle"))
both("to_aliased", lambda q: to_aliased(q))
both("to_aliased_on", lambda q: to_aliased_on(q))
both("of_type_aliased", lambda q: of_type_aliased(q), protocols=(2, 5))
both("from_aliased", lambda q: from_aliased(q))
both("self_three_levels", lambda q: self_three_levels(q))
both("similar_aliased", lambda q: similar_aliased(q))
both("to_polymorphic", lambda q: to_polymorphic(q))

case("query_join_from_backref", lambda: Q(Album).join(Album.genres).join(Genre.parent.of_type(aliased(Genre, name="up"))).order_by(Album.id))
case("query_string", lambda: Q(Band).join("albums").order_by(Band.id), series=("1.4",))
case("query_string_chain", lambda: Q(Band.name).select_from(Band).join("albums", "tracks").order_by(Band.id), series=("1.4",))
case("query_aliased_flag", lambda: Q(Genre).join("children", aliased=True).filter(Genre.name == "punk"), series=("1.4",))
case("query_tuple", lambda: Q(Band.name).join((Album, Band.albums)).order_by(Band.id), series=("1.4",))
case("query_many", lambda: Q(Band.name, Track.title).select_from(Band).join(Band.albums, Album.tracks).order_by(Album.id, Track.position), series=("1.4",))
case("query_reset_joinpoint", lambda: Q(Album).join(Album.band).reset_joinpoint().join(Album.label).order_by(Album.id), series=("1.4", "2.0"))
case("select_join_from", lambda: select(Band.name, Album.title).join_from(Band, Album).order_by(Album.id))
case("select_join_from_along", lambda: select(Band.name, Album.title).join_from(Band, Album, Band.albums).order_by(Album.id))
case("select_join_from_outer", lambda: select(Band.name, Album.title).join_from(Band, Album, Band.albums, isouter=True).order_by(Band.id, Album.id))
case("select_outerjoin_from", lambda: select(Label.name, Album.title).outerjoin_from(Label, Album).order_by(Label.id, Album.id))
case("select_join_from_full", lambda: select(Label.name, Album.title).join_from(Label, Album, full=True).order_by(Label.id, Album.id))


def on_subquery(q):
    newest = select(Album.band_id, func.max(Album.year).label("year")).group_by(Album.band_id).subquery("newest")
    return q(Band.name, newest.c.year).join(newest, newest.c.band_id == Band.id).order_by(Band.id)


def lateral(q):
    last = select(Album.title.label("title")).where(Album.band_id == Band.id).order_by(Album.year.desc()).limit(1).lateral("last_album")
    return q(Band.name, last.c.title).join(last, last.c.title.is_not(None)).order_by(Band.id)


def to_aliased(q):
    a = aliased(Album)
    return q(Band.name, a.title).join(a, Band.albums).order_by(a.id)


def to_aliased_on(q):
    a = aliased(Album, name="record")
    return q(Band.name, a).join(a, and_(Band.id == a.band_id, a.year > 1975)).order_by(a.id)


def of_type_aliased(q):
    a = aliased(Album)
    return q(Band.name, a.title).join(Band.albums.of_type(a)).order_by(a.id)


def from_aliased(q):
    b = aliased(Band)
    return q(b.name, Album.title).join(b.albums).where(b.country == "GB").order_by(Album.id)


def self_three_levels(q):
    child, parent = aliased(Genre, name="child"), aliased(Genre, name="mother")
    return q(child.name, parent.name, Genre.name).select_from(child).join(parent, child.parent).join(Genre, parent.parent).order_by(child.id)


def similar_aliased(q):
    other = aliased(Band)
    return q(Band.name, other.name).join(other, Band.similar).order_by(Band.id, other.id)


def to_polymorphic(q):
    some = with_polymorphic(Person, [Musician, Manager])
    return q(Person.name, some).join(some, Person.pupils).order_by(some.id)
