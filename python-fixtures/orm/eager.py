"""Eager loading together with LIMIT, DISTINCT, GROUP BY, unions and joins: what makes SQLAlchemy wrap the query."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload, subqueryload

from music import Album, Band, Festival, Genre, Label, Musician, Person, Photo, Play, Sponsor, Stage, Track, Visual, Volunteer

from .registry import Q, family

case, both = family("eager")

LOADS = dict(joined=joinedload, selectin=selectinload, subquery=subqueryload)
for name, load in LOADS.items():
    both(name + "_limit", lambda q, load=load: q(Band).options(load(Band.albums)).order_by(Band.id).limit(2))
    both(name + "_offset", lambda q, load=load: q(Band).options(load(Band.albums)).order_by(Band.id).limit(2).offset(1))
    both(name + "_where", lambda q, load=load: q(Band).options(load(Band.albums)).where(Band.founded > 1970).order_by(Band.name, Band.id).limit(3))
    both(name + "_order_by_other", lambda q, load=load: q(Band).join(Band.albums).options(load(Band.albums)).order_by(Album.title).limit(2))
    both(name + "_order_by_function", lambda q, load=load: q(Band).options(load(Band.albums)).order_by(func.lower(Band.name), Band.id).limit(2))
    both(name + "_distinct", lambda q, load=load: q(Band).join(Band.albums).distinct().options(load(Band.albums)).order_by(Band.id))
    both(name + "_many_to_one_limit", lambda q, load=load: q(Album).options(load(Album.band)).order_by(Album.id).limit(3))
    both(name + "_many_to_many_limit", lambda q, load=load: q(Album).options(load(Album.genres)).order_by(Album.id).limit(2))
    both(name + "_chain_limit", lambda q, load=load: q(Label).options(load(Label.albums).options(load(Album.tracks))).order_by(Label.id).limit(2))
    both(name + "_self_limit", lambda q, load=load: q(Genre).options(load(Genre.children)).order_by(Genre.id).limit(2))
    both(name + "_subclass_limit", lambda q, load=load: q(Musician).options(load(Musician.credits)).order_by(Musician.id).limit(2))
    both(name + "_with_column", lambda q, load=load: q(Band, Band.name, func.length(Band.name)).options(load(Band.albums)).order_by(Band.id).limit(2))
    both(name + "_two_entities", lambda q, load=load: q(Band, Label).where(Band.id == Label.id).options(load(Band.albums), load(Label.albums)).order_by(Band.id))
    both(name + "_two_collections", lambda q, load=load: q(Band).options(load(Band.albums), load(Band.members)).order_by(Band.id))
    both(name + "_two_collections_limit", lambda q, load=load: q(Band).options(load(Band.albums), load(Band.members)).order_by(Band.id).limit(1))
    both(name + "_no_rows", lambda q, load=load: q(Band).where(Band.id < 0).options(load(Band.albums)))
    both(name + "_shared_target", lambda q, load=load: q(Album).options(load(Album.label)).where(Album.label_id == 1).order_by(Album.id))
    both(name + "_of_joined", lambda q, load=load: q(Band).join(Band.albums).where(Album.year > 1975).options(load(Band.albums)).order_by(Band.id))
    case("query_%s_first" % name, lambda load=load: Q(Band).options(load(Band.albums)).order_by(Band.id), how=("first",))
    case("query_%s_get" % name, lambda load=load: Q(Band).options(load(Band.albums)), how=("get", 1))
both("default_limit", lambda q: q(Festival).order_by(Festival.id).limit(1))
both("default_offset", lambda q: q(Festival).order_by(Festival.id).offset(1).limit(5))
both("default", lambda q: q(Festival).order_by(Festival.id), protocols=(2, 5))
both("default_where", lambda q: q(Festival).where(Festival.name != "Leer").order_by(Festival.name))
both("default_distinct", lambda q: q(Festival).join(Festival.stages).distinct().order_by(Festival.id))
both("default_back", lambda q: q(Sponsor).order_by(Sponsor.id))
both("default_back_selectin", lambda q: q(Volunteer).order_by(Volunteer.id))
both("default_of_aliased", lambda q: default_of_aliased(q))
both("default_twice", lambda q: default_twice(q))
both("default_column_only", lambda q: q(Festival.name).order_by(Festival.id))
both("default_join_depth", lambda q: q(Genre).order_by(Genre.id), touch=("tree",))
both("default_join_depth_limit", lambda q: q(Genre).order_by(Genre.id).limit(2))
both("default_group_by", lambda q: q(Festival, func.count(Stage.id)).join(Festival.stages).group_by(Festival).order_by(Festival.id))
both("contains_eager_limit", lambda q: q(Band).join(Band.albums).options(contains_eager(Band.albums)).order_by(Album.id).limit(3))
both("star_joined_limit", lambda q: q(Visual).options(joinedload(Visual.album)).order_by(Visual.id).limit(3))
both("composite_key_joined_limit", lambda q: q(Track).options(joinedload(Track.plays)).order_by(Track.album_id, Track.position).limit(3))
both("composite_key_subquery_limit", lambda q: q(Track).options(subqueryload(Track.plays)).order_by(Track.album_id, Track.position).limit(3))
both("composite_key_selectin_limit", lambda q: q(Track).options(selectinload(Track.plays)).order_by(Track.album_id, Track.position).limit(3))
both("joined_yield_per", lambda q: q(Album).options(joinedload(Album.band)).execution_options(yield_per=2).order_by(Album.id))
both("selectin_yield_per", lambda q: q(Album).options(selectinload(Album.tracks)).execution_options(yield_per=2).order_by(Album.id))
both("joined_for_update", lambda q: q(Band).options(joinedload(Band.albums)).with_for_update().order_by(Band.id))
both("joined_for_update_of", lambda q: q(Band).options(joinedload(Band.albums)).with_for_update(of=Band).order_by(Band.id))
both("union_joined", lambda q: union_joined(q))
both("union_selectin", lambda q: union_joined(q, selectinload))
both("union_subquery", lambda q: union_joined(q, subqueryload))
both("correlated_order", lambda q: q(Band).options(joinedload(Band.albums)).order_by(Band.album_count.desc(), Band.id).limit(2))
both("correlated_order_scalar", lambda q: q(Band).options(joinedload(Band.albums)).order_by(select(func.count(Album.id)).where(Album.band_id == Band.id).scalar_subquery(), Band.id).limit(4))


def default_of_aliased(q):
    f = aliased(Festival)
    return q(f).order_by(f.id).limit(2)


def default_twice(q):
    f = aliased(Festival)
    return q(Festival, f).where(Festival.partner_id == f.id).order_by(Festival.id)


def union_joined(q, load=joinedload):
    one, other = select(Band).where(Band.id == 1), select(Band).where(Band.id == 3)
    b = aliased(Band, one.union(other).subquery())
    return q(b).options(load(b.albums)).order_by(b.id)
