"""Mappers, classes, aliased classes, attributes, properties, bundles and options dumped on their own."""

from sqlalchemy import inspect
from sqlalchemy.orm import (
    Bundle, Load, aliased, contains_eager, defaultload, defer, immediateload, joinedload, lazyload, load_only, noload, raiseload, selectin_polymorphic, selectinload,
    subqueryload, undefer, undefer_group, with_expression, with_loader_criteria, with_polymorphic,
)

from music import Album, Arena, Band, BandOfLabel, BandTotal, Executive, Genre, Label, Manager, Musician, Person, Photo, Recording, Stadium, Tag, Track, Visual

from .registry import family

case, _ = family("alone", protocols=(2, 5))

CLASSES = (Band, Musician, Executive, Arena, Recording, Visual, Photo, BandOfLabel, BandTotal)
for cls in CLASSES:
    name = cls.__name__.lower()
    case("class_" + name, lambda cls=cls: cls)
    case("mapper_" + name, lambda cls=cls: inspect(cls))
    case("aliased_" + name, lambda cls=cls: aliased(cls))
    case("table_" + name, lambda cls=cls: inspect(cls).local_table)
case("aliased_named", lambda: aliased(Band, name="b"))
case("aliased_flat", lambda: aliased(Musician, flat=True))
case("with_polymorphic", lambda: with_polymorphic(Person, [Musician, Executive]))
case("with_polymorphic_star", lambda: with_polymorphic(Person, "*"))

ATTRIBUTES = dict(
    column=Band.name, key=Label.country, table_key=Tag.text, deferred=Band.bio, property=Band.name_length, property_subquery=Band.album_count, composite=Band.origin, synonym=Band.title,
    hybrid=Band.label_text, hybrid_expression=Album.decade, inherited=Musician.name, inherited_key=Executive.id, own=Executive.title, single=Arena.seats,
    one_to_many=Band.albums, many_to_one=Album.band, many_to_many=Album.genres, self=Genre.children, self_back=Genre.parent, of_subclass=Band.members, dynamic=Album.reviews,
    viewonly=Album.best_tracks,
)
for name, attribute in ATTRIBUTES.items():
    case("attribute_" + name, lambda attribute=attribute: attribute)
for name in ("column", "property", "composite", "synonym", "one_to_many", "many_to_one", "many_to_many", "inherited"):
    case("mapped_property_" + name, lambda name=name: ATTRIBUTES[name].property if name != "synonym" else inspect(Band).attrs.title)
case("attribute_of_aliased", lambda: aliased(Band).name)
case("attribute_of_aliased_relationship", lambda: aliased(Band).albums)
case("attribute_of_type", lambda: Band.manager.of_type(Executive))
case("attribute_and", lambda: Band.albums.and_(Album.year > 1975))
case("bundle", lambda: Bundle("b", Band.id, Band.name))
case("list_of_attributes", lambda: [Band.id, Band.name, Band.album_count])
case("list_of_classes", lambda: [Band, inspect(Album), Band.albums])
case("dict_of_parts", lambda: {"entity": Band, "where": Band.founded > 1970, "order": [Band.name.desc()]})

CRITERIA = dict(
    compare=lambda: Band.founded > 1970, any=lambda: Band.albums.any(Album.year > 1975), has=lambda: Band.manager.has(name="Mary Quant"), hybrid=lambda: Band.label_text == "x (GB)",
    property=lambda: Band.album_count > 1, synonym=lambda: Band.title != "x", is_none=lambda: Band.manager == None,  # noqa: E711
)
for name, build in CRITERIA.items():
    case("criterion_" + name, build, over=Band)

OPTIONS = dict(
    joinedload=lambda: joinedload(Band.albums), selectinload=lambda: selectinload(Band.albums), subqueryload=lambda: subqueryload(Band.albums), lazyload=lambda: lazyload(Band.albums),
    immediateload=lambda: immediateload(Band.albums), noload=lambda: noload(Band.albums), raiseload=lambda: raiseload(Band.albums), contains_eager=lambda: contains_eager(Band.manager),
    defaultload=lambda: defaultload(Band.albums).joinedload(Album.label), defer=lambda: defer(Band.name), undefer=lambda: undefer(Band.bio), undefer_group=lambda: undefer_group("media"),
    load_only=lambda: load_only(Band.name, Band.founded), chain=lambda: selectinload(Band.albums).joinedload(Album.label), load=lambda: Load(Band).joinedload(Band.profile),
    of_type=lambda: joinedload(Band.manager.of_type(Executive)), wildcard=lambda: raiseload("*"), wildcard_defer=lambda: defer("*"), load_wildcard=lambda: Load(Band).lazyload("*"),
    siblings=lambda: selectinload(Band.albums).options(joinedload(Album.label), load_only(Album.title)), criteria=lambda: with_loader_criteria(Album, Album.year > 1975),
    innerjoin=lambda: joinedload(Band.albums, innerjoin=True), raise_sql=lambda: raiseload(Band.albums, sql_only=True), defer_raise=lambda: defer(Band.name, raiseload=True),
)
for name, build in OPTIONS.items():
    case("option_" + name, build, over=Band)
case("option_with_expression", lambda: with_expression(Album.score, Album.year + 1), over=Album)
case("option_selectin_polymorphic", lambda: selectin_polymorphic(Person, [Musician, Manager]), over=Person)
case("list_of_options", lambda: [joinedload(Band.albums), defer(Band.name)], over=Band)
