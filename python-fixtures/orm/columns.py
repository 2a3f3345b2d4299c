"""Attributes that are no columns: column_property, composite, synonym, hybrid, association proxy, query_expression; and bundles."""

from sqlalchemy import func, select
from sqlalchemy.orm import Bundle, aliased, joinedload

from music import Album, Band, BandTotal, Credit, Executive, Festival, Genre, Label, Manager, Mood, Musician, Person, Point, Tag, Track

from .registry import Q, family

case, both = family("columns")

both("property", lambda q: q(Band.name_length).order_by(Band.id), protocols=(2, 5))
both("property_and_entity", lambda q: q(Band, Band.name_length).order_by(Band.id))
both("property_where", lambda q: q(Band).where(Band.name_length > 9).order_by(Band.id))
both("property_order", lambda q: q(Band.name).order_by(Band.name_length, Band.id))
both("property_subquery", lambda q: q(Band.name, Band.album_count).order_by(Band.id), protocols=(2, 5))
both("property_subquery_where", lambda q: q(Band).where(Band.album_count >= 1).order_by(Band.id))
both("property_subquery_order", lambda q: q(Band).order_by(Band.album_count.desc(), Band.id))
both("property_subquery_joined", lambda q: q(Band.name, Album.title).join(Band.albums).where(Band.album_count > 1).order_by(Album.id))
both("property_subquery_label", lambda q: q(Band.album_count.label("n"), Band.id).order_by(Band.id))
both("property_deferred", lambda q: q(Band.last_year, Band.id).order_by(Band.id))
both("property_deferred_where", lambda q: q(Band).where(Band.last_year > 1978).order_by(Band.id))
both("property_of_loaded", lambda q: q(Album).options(joinedload(Album.band)).where(Album.id < 4).order_by(Album.id))
both("composite", lambda q: q(Band.origin).order_by(Band.id), protocols=(2, 5))
both("composite_and_entity", lambda q: q(Band, Band.origin).order_by(Band.id))
both("composite_equals", lambda q: q(Band).where(Band.origin == Point(51.5, -0.12)).order_by(Band.id))
both("composite_not_equals", lambda q: q(Band).where(Band.origin != Point(51.5, -0.12)).order_by(Band.id))
both("composite_parts", lambda q: q(Band.latitude, Band.longitude).where(Band.latitude > 60))
both("synonym", lambda q: q(Band.title).order_by(Band.id))
both("synonym_where", lambda q: q(Band).where(Band.title.like("T%")).order_by(Band.title, Band.id))
both("hybrid", lambda q: q(Band.label_text).order_by(Band.id))
both("hybrid_where", lambda q: q(Album).where(Album.is_old).order_by(Album.id))
both("hybrid_expression", lambda q: q(Album.decade, Album.title).order_by(Album.id))
both("hybrid_expression_group", lambda q: q(Album.decade, func.count(Album.id)).group_by(Album.decade).order_by(Album.decade))
both("hybrid_method", lambda q: q(Album).where(Album.cheaper_than(13)).order_by(Album.id))
both("hybrid_inherited", lambda q: q(Executive.name, Executive.percent))
both("enum", lambda q: q(Album.mood).where(Album.mood == Mood.loud).order_by(Album.id))
both("json", lambda q: q(Album.extra).order_by(Album.id))
both("json_path", lambda q: q(Album.title).where(Album.extra["sides"].as_integer() == 2))
both("deferred_column", lambda q: q(Band.bio).order_by(Band.id))
both("deferred_column_and_entity", lambda q: q(Band, Band.logo).order_by(Band.id))
both("deferred_where", lambda q: q(Band).where(Band.bio.is_not(None)).order_by(Band.id))
both("raising_column", lambda q: q(Festival.plan).order_by(Festival.id))
both("query_expression_unset", lambda q: q(Album).order_by(Album.id))
both("key_of_column", lambda q: q(Tag.text, Label.country).where(Tag.id == Label.id).order_by(Tag.id))
both("foreign_key", lambda q: q(Album.band_id, func.sum(Album.price)).group_by(Album.band_id).order_by(Album.band_id))
both("whole_tuple", lambda q: q(Album.id, Album.title, Album.year, Album.price, Album.released, Album.mood).order_by(Album.id))

both("bundle", lambda q: q(Bundle("b", Band.id, Band.name)).order_by(Band.id), protocols=(2, 5))
both("bundle_two", lambda q: q(Bundle("band", Band.id, Band.name), Bundle("album", Album.id, Album.title)).join(Band.albums).order_by(Album.id))
both("bundle_and_column", lambda q: q(Band.founded, Bundle("b", Band.id, Band.name)).order_by(Band.id))
both("bundle_and_entity", lambda q: q(Bundle("b", Band.id), Album).join(Band.albums).order_by(Album.id))
both("bundle_nested", lambda q: q(Bundle("outer", Band.id, Bundle("inner", Band.name, Band.country))).order_by(Band.id))
both("bundle_single", lambda q: q(Bundle("b", Band.id, Band.name, single_entity=True)).order_by(Band.id))
both("bundle_label", lambda q: q(Bundle("b", Band.id.label("key"), func.length(Band.name).label("size"))).order_by(Band.id))
both("bundle_where", lambda q: bundle_where(q))
both("bundle_aliased", lambda q: bundle_aliased(q))
both("bundle_property", lambda q: q(Bundle("b", Band.name_length, Band.label_text)).order_by(Band.id))
both("bundle_inherited", lambda q: q(Bundle("m", Musician.name, Musician.instrument)).order_by(Musician.id))
both("bundle_entity_inside", lambda q: q(Bundle("b", Band, Band.name)).order_by(Band.id))


def bundle_where(q):
    b = Bundle("b", Band.id, Band.name)
    return q(b).where(b.c.name != "The Slits").order_by(b.c.id)


def bundle_aliased(q):
    b = aliased(Band)
    return q(Bundle("b", b.id, b.name)).order_by(b.id)
