"""Loader options, each alone on each kind of relationship; chained, wildcard, of_type and and_ forms; column options."""

from sqlalchemy import literal, select
from sqlalchemy.orm import (
    Load, aliased, contains_eager, defaultload, defer, immediateload, joinedload, lazyload, load_only, noload, raiseload, selectinload, subqueryload, undefer,
    undefer_group, with_expression, with_polymorphic,
)

from music import Album, Arena, Band, BandTotal, Credit, Executive, Festival, Genre, Label, LiveRecording, Manager, Musician, Payment, Person, Photo, Play, Profile, Recording, Review, Sponsor, Stadium, Stage, Tag, Track, Venue, Video, Visual

from .registry import Q, family

case, both = family("loaders")

EAGER = dict(joined=joinedload, selectin=selectinload, subquery=subqueryload, immediate=immediateload)
LATE = dict(lazy=lazyload, noload=noload, raising=raiseload)
KINDS = dict(
    one_to_many=(Band, "albums"), many_to_one=(Album, "band"), many_to_many=(Album, "genres"), one_to_one=(Band, "profile"), set_of=(Album, "tags"), dict_of=(Album, "notes"),
    children=(Genre, "children"), parent=(Genre, "parent"), similar=(Band, "similar"), composite_key=(Track, "plays"), composite_key_back=(Play, "track"),
    to_subclass=(Band, "members"), to_subclass_one=(Band, "manager"), from_subclass=(Musician, "credits"), explicit=(Album, "best_tracks"), through=(Album, "listened"),
    pupils=(Person, "pupils"), unrelated=(Band, "compatriots"), to_single=(LiveRecording, "venue"), of_subquery=(BandTotal, "band"), to_hierarchy=(Payment, "payer"),
)


def in_order(statement, cls):
    # The columns of a class of a union are not the union's, once they have been dumped.
    return statement if cls.__mapper__.concrete else statement.order_by(*cls.__mapper__.primary_key)


def option(kind, load):
    cls, key = KINDS[kind]
    return lambda q: in_order(q(cls).options(load(getattr(cls, key))), cls)


def as_query(short, build):
    case("query_" + short, lambda: build(Q))


def as_select(short, build):
    case("select_" + short, lambda: build(select))


for kind in KINDS:
    for name, load in EAGER.items():
        add = both if kind in ("one_to_many", "many_to_one", "many_to_many", "children") else as_query if name in ("joined", "subquery") else as_select
        add("%s_%s" % (name, kind), option(kind, load))
for name, load in LATE.items():
    both(name, option("one_to_many", load))
    both(name + "_many_to_one", option("many_to_one", load))

both("joined_innerjoin", lambda q: q(Album).options(joinedload(Album.band, innerjoin=True)).order_by(Album.id))
both("joined_innerjoin_unnested", lambda q: q(Play).options(joinedload(Play.track).joinedload(Track.album, innerjoin="unnested")).order_by(Play.id))
both("joined_innerjoin_nested", lambda q: q(Play).options(joinedload(Play.track).joinedload(Track.album, innerjoin=True)).order_by(Play.id))
both("raise_sql_only", lambda q: q(Album).options(raiseload(Album.band, sql_only=True)).order_by(Album.id), touch=("band",))
both("raise_touched", lambda q: q(Band).options(raiseload(Band.albums)).order_by(Band.id).limit(1), touch=("albums",))
both("two_options", lambda q: q(Album).options(joinedload(Album.band), selectinload(Album.tracks)).order_by(Album.id))
both("three_kinds", lambda q: q(Album).options(joinedload(Album.label), subqueryload(Album.genres), selectinload(Album.tags), immediateload(Album.notes)).order_by(Album.id))
both("options_twice", lambda q: q(Album).options(joinedload(Album.band)).options(selectinload(Album.band)).order_by(Album.id))
both("chain_joined", lambda q: q(Band).options(joinedload(Band.albums).joinedload(Album.tracks)).order_by(Band.id))
both("chain_selectin", lambda q: q(Band).options(selectinload(Band.albums).selectinload(Album.tracks)).order_by(Band.id))
both("chain_subquery", lambda q: q(Band).options(subqueryload(Band.albums).subqueryload(Album.tracks)).order_by(Band.id))
both("chain_immediate", lambda q: q(Band).options(immediateload(Band.albums).immediateload(Album.tracks)).order_by(Band.id).limit(2))
both("chain_joined_selectin", lambda q: q(Band).options(joinedload(Band.albums).selectinload(Album.tracks)).order_by(Band.id))
both("chain_selectin_joined", lambda q: q(Band).options(selectinload(Band.albums).joinedload(Album.label)).order_by(Band.id))
both("chain_joined_subquery", lambda q: q(Band).options(joinedload(Band.albums).subqueryload(Album.tracks)).order_by(Band.id))
both("chain_subquery_joined", lambda q: q(Band).options(subqueryload(Band.albums).joinedload(Album.label)).order_by(Band.id))
both("chain_three", lambda q: q(Label).options(selectinload(Label.albums).selectinload(Album.tracks).selectinload(Track.plays)).order_by(Label.id))
both("chain_lazy_joined", lambda q: q(Band).options(lazyload(Band.albums).joinedload(Album.tracks)).order_by(Band.id), touch=("albums",))
both("chain_defaultload", lambda q: q(Band).options(defaultload(Band.albums).joinedload(Album.label)).order_by(Band.id), touch=("albums",))
both("chain_back", lambda q: q(Band).options(selectinload(Band.albums).joinedload(Album.band)).order_by(Band.id))
both("chain_back_selectin", lambda q: q(Album).options(selectinload(Album.band).selectinload(Band.albums)).order_by(Album.id))
both("chain_siblings", lambda q: q(Band).options(selectinload(Band.albums).options(joinedload(Album.label), selectinload(Album.genres))).order_by(Band.id))
both("chain_siblings_load_only", lambda q: q(Band).options(selectinload(Band.albums).options(load_only(Album.title), joinedload(Album.label).load_only(Label.name))).order_by(Band.id))
both("children_three_levels", lambda q: q(Genre).where(Genre.parent_id.is_(None)).options(joinedload(Genre.children).joinedload(Genre.children).joinedload(Genre.children)).order_by(Genre.id))
both("children_selectin_levels", lambda q: q(Genre).where(Genre.parent_id.is_(None)).options(selectinload(Genre.children).selectinload(Genre.children)).order_by(Genre.id))
both("children_recursion", lambda q: q(Genre).where(Genre.parent_id.is_(None)).options(selectinload(Genre.children, recursion_depth=-1)).order_by(Genre.id), series=("2.0", "2.1"))
both("children_recursion_two", lambda q: q(Genre).where(Genre.parent_id.is_(None)).options(immediateload(Genre.children, recursion_depth=2)).order_by(Genre.id), series=("2.0", "2.1"))
both("Load", lambda q: q(Band).options(Load(Band).joinedload(Band.albums)).order_by(Band.id))
both("Load_chain", lambda q: q(Band).options(Load(Band).selectinload(Band.albums).joinedload(Album.label)).order_by(Band.id))
both("Load_of_two", lambda q: q(Band, Album).where(Band.id == Album.band_id).options(Load(Band).selectinload(Band.members), Load(Album).joinedload(Album.label)).order_by(Album.id))
both("Load_load_only", lambda q: q(Band).options(Load(Band).load_only(Band.name)).order_by(Band.id))
both("Load_second_entity", lambda q: q(Label.name, Album).join(Album.label).options(Load(Album).selectinload(Album.tracks)).order_by(Album.id))
both("wildcard_lazy", lambda q: q(Festival).options(lazyload("*")).order_by(Festival.id), protocols=(2, 5))
both("wildcard_raise", lambda q: q(Festival).options(raiseload("*")).order_by(Festival.id))
both("wildcard_noload", lambda q: q(Festival).options(noload("*")).order_by(Festival.id))
both("wildcard_joined", lambda q: q(Payment).options(joinedload("*")).order_by(Payment.id))
both("wildcard_selectin", lambda q: q(Payment).options(selectinload("*")).order_by(Payment.id))
both("wildcard_subquery", lambda q: q(Payment).options(subqueryload("*")).order_by(Payment.id))
both("wildcard_raise_but_one", lambda q: q(Album).options(joinedload(Album.band), raiseload("*")).order_by(Album.id), touch=("label",))
both("wildcard_of_Load", lambda q: q(Festival).options(Load(Festival).lazyload("*")).order_by(Festival.id))
both("wildcard_of_Load_raise", lambda q: q(Festival, Sponsor).where(Sponsor.festival_id == Festival.id).options(Load(Festival).raiseload("*")).order_by(Sponsor.id))
both("wildcard_after_chain", lambda q: q(Band).options(selectinload(Band.albums).raiseload("*")).order_by(Band.id))
both("wildcard_defer", lambda q: q(Album).options(defer("*")).order_by(Album.id))
both("wildcard_defer_but", lambda q: q(Album).options(defer("*"), undefer(Album.title)).order_by(Album.id))
both("wildcard_undefer", lambda q: q(Band).options(undefer("*")).order_by(Band.id))
both("of_type", lambda q: q(Band).options(joinedload(Band.manager.of_type(Executive))).order_by(Band.id), protocols=(2, 5))
both("of_type_selectin", lambda q: q(Band).options(selectinload(Band.manager.of_type(Executive))).order_by(Band.id))
both("of_type_subquery", lambda q: q(Person).options(subqueryload(Person.pupils.of_type(Musician))).order_by(Person.id))
both("of_type_chain", lambda q: q(Person).options(selectinload(Person.pupils.of_type(Musician)).joinedload(Musician.band)).order_by(Person.id))
both("of_type_polymorphic", lambda q: q(Person).options(joinedload(Person.pupils.of_type(with_polymorphic(Person, [Musician, Manager], flat=True)))).order_by(Person.id))
both("of_type_polymorphic_selectin", lambda q: q(Person).options(selectinload(Person.pupils.of_type(with_polymorphic(Person, "*")))).order_by(Person.id))
both("of_type_single", lambda q: q(LiveRecording).options(joinedload(LiveRecording.venue.of_type(Arena))).order_by(LiveRecording.id))
both("and_joined", lambda q: q(Band).options(joinedload(Band.albums.and_(Album.year > 1975))).order_by(Band.id))
both("and_selectin", lambda q: q(Band).options(selectinload(Band.albums.and_(Album.year > 1975))).order_by(Band.id))
both("and_subquery", lambda q: q(Band).options(subqueryload(Band.albums.and_(Album.year > 1975))).order_by(Band.id))
both("and_lazy", lambda q: q(Band).options(lazyload(Band.albums.and_(Album.year > 1975))).order_by(Band.id), touch=("albums",))
both("subclass_attribute", lambda q: q(Person).options(selectinload(Musician.band)).order_by(Person.id))
both("subclass_attribute_joined", lambda q: q(Person).options(joinedload(Musician.band)).order_by(Person.id))
both("polymorphic_attribute", lambda q: polymorphic_attribute(q))
both("polymorphic_attribute_selectin", lambda q: polymorphic_attribute(q, selectinload))
both("star_default_attribute", lambda q: q(Visual).options(joinedload(Video.poster)).order_by(Visual.id))
both("star_default_many_to_one", lambda q: q(Visual).options(joinedload(Visual.album)).order_by(Visual.id))
both("contains_eager", lambda q: q(Band).join(Band.albums).options(contains_eager(Band.albums)).order_by(Band.id, Album.id), protocols=(2, 5))
both("contains_eager_where", lambda q: q(Band).join(Band.albums).where(Album.year > 1975).options(contains_eager(Band.albums)).order_by(Band.id, Album.id))
both("contains_eager_outer", lambda q: q(Band).outerjoin(Band.albums).options(contains_eager(Band.albums)).order_by(Band.id, Album.id))
both("contains_eager_many_to_one", lambda q: q(Album).join(Album.band).options(contains_eager(Album.band)).order_by(Album.id))
both("contains_eager_many_to_many", lambda q: q(Album).join(Album.genres).options(contains_eager(Album.genres)).order_by(Album.id, Genre.id))
both("contains_eager_chain", lambda q: q(Band).join(Band.albums).join(Album.tracks).options(contains_eager(Band.albums).contains_eager(Album.tracks)).order_by(Band.id, Album.id, Track.position))
both("contains_eager_then_joined", lambda q: q(Band).join(Band.albums).options(contains_eager(Band.albums).joinedload(Album.label)).order_by(Band.id, Album.id))
both("contains_eager_then_selectin", lambda q: q(Band).join(Band.albums).options(contains_eager(Band.albums).selectinload(Album.tracks)).order_by(Band.id, Album.id))
both("contains_eager_load_only", lambda q: q(Band).join(Band.albums).options(contains_eager(Band.albums).load_only(Album.title)).order_by(Band.id, Album.id))
both("contains_eager_subclass", lambda q: q(Band).join(Band.members).options(contains_eager(Band.members)).order_by(Band.id, Musician.id))
both("contains_eager_aliased", lambda q: contains_eager_aliased(q))
both("contains_eager_alias_argument", lambda q: contains_eager_alias_argument(q), series=("1.4",))
both("contains_eager_self", lambda q: contains_eager_self(q))
both("contains_eager_subquery", lambda q: contains_eager_subquery(q))
both("contains_eager_lacks_columns", lambda q: q(Band).options(contains_eager(Band.profile)).where(Band.id == 1))
both("aliased_joined", lambda q: aliased_option(q, joinedload))
both("aliased_selectin", lambda q: aliased_option(q, selectinload))
both("defer", lambda q: q(Album).options(defer(Album.price), defer(Album.extra)).order_by(Album.id), protocols=(2, 5))
both("defer_touched", lambda q: q(Album).options(defer(Album.price)).order_by(Album.id).limit(2), touch=("price",))
both("defer_raise", lambda q: q(Album).options(defer(Album.price, raiseload=True)).order_by(Album.id).limit(1), touch=("price",))
both("defer_key", lambda q: q(Album).options(defer(Album.id)).order_by(Album.id))
both("defer_property", lambda q: q(Band).options(defer(Band.album_count), defer(Band.name_length)).order_by(Band.id))
both("defer_composite_part", lambda q: q(Band).options(defer(Band.latitude)).order_by(Band.id))
both("undefer", lambda q: q(Band).options(undefer(Band.bio)).order_by(Band.id), protocols=(2, 5))
both("undefer_property", lambda q: q(Band).options(undefer(Band.last_year)).order_by(Band.id))
both("undefer_one_of_group", lambda q: q(Band).options(undefer(Band.logo)).order_by(Band.id))
both("undefer_group", lambda q: q(Band).options(undefer_group("media")).order_by(Band.id), protocols=(2, 5))
both("undefer_raising", lambda q: q(Festival).options(undefer(Festival.plan)).order_by(Festival.id))
both("undefer_of_loaded", lambda q: q(Album).options(selectinload(Album.tracks).undefer(Track.lyrics)).order_by(Album.id))
both("undefer_group_of_loaded", lambda q: q(Album).options(joinedload(Album.band).undefer_group("media")).order_by(Album.id))
both("undefer_subclass", lambda q: q(Musician).options(undefer(Musician.contract)).order_by(Musician.id))
both("load_only", lambda q: q(Album).options(load_only(Album.title, Album.year)).order_by(Album.id), protocols=(2, 5))
both("load_only_raise", lambda q: q(Album).options(load_only(Album.title, raiseload=True)).order_by(Album.id).limit(1), touch=("price",), series=("2.0", "2.1"))
both("load_only_deferred", lambda q: q(Band).options(load_only(Band.bio)).order_by(Band.id))
both("load_only_loaded", lambda q: q(Band).options(joinedload(Band.albums).load_only(Album.title)).order_by(Band.id))
both("load_only_loaded_selectin", lambda q: q(Band).options(selectinload(Band.albums).load_only(Album.title)).order_by(Band.id))
both("load_only_subquery", lambda q: q(Band).options(subqueryload(Band.albums).load_only(Album.title)).order_by(Band.id))
both("load_only_subclass", lambda q: q(Musician).options(load_only(Musician.name, Musician.instrument)).order_by(Musician.id))
both("load_only_base", lambda q: q(Person).options(load_only(Person.name)).order_by(Person.id))
both("load_only_two_entities", lambda q: q(Band, Label).where(Band.id == Label.id).options(load_only(Band.name), load_only(Label.name)).order_by(Band.id))
both("defer_then_touch_group", lambda q: q(Band).where(Band.id == 1), touch=("logo", "poster", "bio", "last_year"))
both("defaultload_defer", lambda q: q(Festival).options(defaultload(Festival.stages).defer(Stage.name)).order_by(Festival.id))
both("defaultload_undefer_group", lambda q: q(Album).options(defaultload(Album.band).undefer_group("media")).where(Album.id == 1), touch=("band",))
both("with_expression", lambda q: q(Album).options(with_expression(Album.score, Album.year + 1)).order_by(Album.id), protocols=(2, 5))
both("with_expression_literal", lambda q: q(Album).options(with_expression(Album.score, literal("x"))).order_by(Album.id))
both("with_expression_over_default", lambda q: q(Album).options(with_expression(Album.rank, Album.id * 10)).order_by(Album.id))
both("joined_dynamic", lambda q: q(Album).options(joinedload(Album.reviews)).order_by(Album.id))
both("joined_over_default", lambda q: q(Festival).options(joinedload(Festival.days), joinedload(Festival.sponsors), lazyload(Festival.stages)).order_by(Festival.id))
both("selectin_over_joined", lambda q: q(Festival).options(selectinload(Festival.city), selectinload(Festival.stages)).order_by(Festival.id))
both("lazy_partner", lambda q: q(Festival).options(lazyload(Festival.partner)).order_by(Festival.id))
both("not_related", lambda q: q(Label).options(joinedload(Band.albums)).order_by(Label.id))
both("on_column_query", lambda q: q(Album.title).options(joinedload(Album.band)).order_by(Album.id))

case("query_string", lambda: Q(Band).options(joinedload("albums")).order_by(Band.id), series=("1.4",))
case("query_string_path", lambda: Q(Band).options(selectinload("albums").joinedload("label")).order_by(Band.id), series=("1.4",))
case("query_string_load_only", lambda: Q(Band).options(load_only("name", "founded")).order_by(Band.id), series=("1.4",))
case("query_many_keys", lambda: Q(Band).options(joinedload("albums"), defer("name")).order_by(Band.id), series=("1.4",))
case("query_with_loader_text", lambda: Q(Band).options(undefer("bio"), lazyload("albums")).order_by(Band.id), series=("1.4",))


def polymorphic_attribute(q, load=joinedload):
    every = with_polymorphic(Person, [Musician, Manager])
    return q(every).options(load(every.Musician.band)).order_by(every.id)


def contains_eager_aliased(q):
    a = aliased(Album)
    return q(Band).join(a, Band.albums).options(contains_eager(Band.albums.of_type(a))).order_by(Band.id, a.id)


def contains_eager_alias_argument(q):
    a = aliased(Album)
    return q(Band).join(a, Band.albums).options(contains_eager(Band.albums, alias=a)).order_by(Band.id, a.id)


def contains_eager_self(q):
    parent = aliased(Genre)
    return q(Genre).join(Genre.parent.of_type(parent)).options(contains_eager(Genre.parent.of_type(parent))).order_by(Genre.id)


def contains_eager_subquery(q):
    some = select(Album).where(Album.year > 1975).subquery()
    a = aliased(Album, some)
    return q(Band).outerjoin(some, some.c.band_id == Band.id).options(contains_eager(Band.albums.of_type(a))).order_by(Band.id)


def aliased_option(q, load):
    b = aliased(Band)
    return q(b).options(load(b.albums)).order_by(b.id)
