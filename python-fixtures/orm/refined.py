"""Queries that are refined once they are loaded."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, defer, joinedload, selectinload

from music import Album, Arena, Band, Festival, Genre, Label, Musician, Person, Track

from .registry import Q, family

case, both = family("refined")

METHODS = dict(
    filter=(("filter", lambda: Band.country == "GB"),),
    where_twice=(("where", lambda: Band.country == "GB"), ("where", lambda: Band.founded > 1970)),
    order_by=(("order_by", lambda: Band.name.desc(), lambda: Band.id),),
    limit=(("order_by", lambda: Band.id), ("limit", 2)),
    limit_offset=(("order_by", lambda: Band.id), ("limit", 2), ("offset", 1)),
    join=(("join", lambda: Band.albums), ("where", lambda: Album.year > 1975)),
    outerjoin=(("outerjoin", lambda: Band.manager), ("order_by", lambda: Band.id)),
    options=(("options", lambda: joinedload(Band.albums)), ("order_by", lambda: Band.id)),
    options_selectin=(("options", lambda: selectinload(Band.albums)), ("options", lambda: defer(Band.name))),
    distinct=(("join", lambda: Band.albums), ("distinct",)),
    group_by=(("group_by", lambda: Band.country),),
    add_columns=(("add_columns", lambda: Band.name_length),),
)
for name, steps in METHODS.items():
    both(name, lambda q: q(Band).where(Band.id < 6), refine=steps)
case("query_with_entities", lambda: Q(Band).filter(Band.id < 3), refine=(("with_entities", lambda: Band.name, lambda: Band.founded),))
case("query_with_entities_function", lambda: Q(Band).filter(Band.country == "GB"), refine=(("with_entities", lambda: func.count(Band.id)),))
case("query_with_entities_of_join", lambda: Q(Band).join(Band.albums), refine=(("with_entities", lambda: Album), ("order_by", lambda: Album.id)))
case("query_order_by_none", lambda: Q(Band).order_by(Band.name), refine=(("order_by", None),))
case("query_filter_by", lambda: Q(Band).order_by(Band.id), refine=(("filter", lambda: Band.name == "The Slits"),), how=("first",))
case("query_count", lambda: Q(Band), refine=(("filter", lambda: Band.country == "GB"),), how=("count",))
case("query_get", lambda: Q(Band), refine=(("options", lambda: selectinload(Band.members)),), how=("get", 1))
case("query_slice", lambda: Q(Track).order_by(Track.album_id, Track.position), refine=(("slice", 1, 4),))
case("query_union_filter", lambda: Q(Band).filter(Band.id == 1).union(Q(Band).filter(Band.id == 2)), refine=(("filter", lambda: Band.name != "x"), ("order_by", lambda: Band.id)))
case("query_limit_filter", lambda: Q(Band).limit(3), refine=(("filter", lambda: Band.id > 1),))
case("query_subclass_filter", lambda: Q(Musician), refine=(("filter", lambda: Person.name.like("%a%")), ("order_by", lambda: Musician.id)))
case("query_single_filter", lambda: Q(Arena), refine=(("filter", lambda: Arena.seats > 20000),))
case("query_eager_limit", lambda: Q(Festival).order_by(Festival.id), refine=(("limit", 1),))
case("query_join_self", lambda: Q(Genre).filter(Genre.parent_id.is_(None)), refine=(("join", lambda: Genre.children.of_type(aliased(Genre))),))
case("select_with_only_columns", lambda: select(Band).where(Band.id < 3), refine=(("with_only_columns", lambda: Band.name),))
