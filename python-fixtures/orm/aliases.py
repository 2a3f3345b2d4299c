"""Aliased classes: by name, flat, of subqueries, CTEs, tables; beside the class itself."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from music import Album, Arena, Band, Executive, Genre, Label, Manager, Musician, Person, Track, Venue

from .registry import Q, family

case, both = family("aliases")


def pair(q):
    one, two = aliased(Band), aliased(Band)
    return q(one, two).where(one.name == two.name, one.id < two.id)


def named(q):
    b = aliased(Band, name="b")
    return q(b).where(b.country == "GB").order_by(b.id)


def beside(q):
    b = aliased(Band, name="b")
    return q(Band.name, b.name).where(Band.country == b.country, Band.id < b.id).order_by(Band.id, b.id)


def column(q):
    b = aliased(Band)
    return q(b.name, b.id.label("i")).order_by(b.id)


def properties(q):
    b = aliased(Band)
    return q(b.name_length, b.album_count, b.label_text).order_by(b.id)


def hybrid(q):
    a = aliased(Album)
    return q(a.id, a.decade).where(a.is_old, a.cheaper_than(13)).order_by(a.id)


def composite(q):
    b = aliased(Band)
    return q(b.origin).order_by(b.id)


def synonym(q):
    b = aliased(Band)
    return q(b.title).where(b.title != "x").order_by(b.id)


def joined_inheritance(q):
    m = aliased(Musician)
    return q(m).where(m.name != "x", m.instrument == "voice").order_by(m.id)


def joined_inheritance_flat(q):
    m = aliased(Musician, flat=True)
    return q(m).where(m.name != "x", m.instrument == "voice").order_by(m.id)


def joined_inheritance_deep(q):
    e = aliased(Executive)
    return q(e, e.title, e.agency, e.name)


def joined_base(q):
    p = aliased(Person)
    return q(p).order_by(p.id)


def single_table(q):
    a = aliased(Arena)
    return q(a).where(a.seats > 1).order_by(a.id)


def single_table_base(q):
    v = aliased(Venue)
    return q(v.name, v.kind).order_by(v.id)


def of_subquery(q):
    sub = select(Band).where(Band.founded < 1980).subquery()
    b = aliased(Band, sub)
    return q(b).where(b.country == "GB").order_by(b.id)


def of_named_subquery(q):
    sub = select(Band.id, Band.name, Band.founded).order_by(Band.id).limit(3).subquery("first_three")
    b = aliased(Band, sub)
    return q(b.id, b.name).order_by(b.founded)


def of_cte(q):
    old = select(Band).where(Band.founded < 1980).cte("old")
    b = aliased(Band, old)
    return q(b).order_by(b.id)


def of_union(q):
    both_ends = select(Album).where(Album.year < 1975).union(select(Album).where(Album.year > 1985)).subquery()
    a = aliased(Album, both_ends)
    return q(a).order_by(a.id)


def of_table_alias(q):
    b = aliased(Band, Band.__table__.alias("beat"))
    return q(b).order_by(b.id)


def adapt_on_names(q):
    totals = select(Album.band_id, func.max(Album.year).label("year"), func.max(Album.id).label("id")).group_by(Album.band_id).subquery()
    a = aliased(Album, totals, adapt_on_names=True)
    return q(a.year, a.id).order_by(a.id)


def joined_to_class(q):
    sub = select(Album).where(Album.mood.is_not(None)).subquery()
    a = aliased(Album, sub)
    return q(Band, a).join(a, Band.albums).order_by(a.id)


def two_names_of_one_subquery(q):
    sub = select(Band, Label).where(Band.id == Label.id).subquery()
    b, label = aliased(Band, sub, name="b"), aliased(Label, sub, name="l")
    return q(b.name, label.name).order_by(b.id)


def correlated(q):
    a = aliased(Album)
    return q(Album).where(Album.year == select(func.max(a.year)).where(a.band_id == Album.band_id).scalar_subquery()).order_by(Album.id)


def self_reference(q):
    child = aliased(Genre)
    return q(Genre.name, child.name).join(Genre.children.of_type(child)).order_by(Genre.id, child.id)


def recursive(q):
    tree = select(Genre.id, Genre.name, Genre.parent_id).where(Genre.parent_id.is_(None)).cte("tree", recursive=True)
    tree = tree.union_all(select(Genre.id, Genre.name, Genre.parent_id).join(tree, Genre.parent_id == tree.c.id))
    g = aliased(Genre, tree)
    return q(g.id, g.name).order_by(g.id)


def table_sample(q):
    b = aliased(Band, Band.__table__.tablesample(func.bernoulli(10), name="some"))
    return q(b)


for short, build in dict(
    pair=pair, named=named, beside=beside, column=column, properties=properties, hybrid=hybrid, composite=composite, synonym=synonym,
    joined_inheritance=joined_inheritance, joined_inheritance_flat=joined_inheritance_flat, joined_inheritance_deep=joined_inheritance_deep,
    joined_base=joined_base, single_table=single_table, single_table_base=single_table_base, of_subquery=of_subquery,
    of_named_subquery=of_named_subquery, of_cte=of_cte, of_union=of_union, of_table_alias=of_table_alias, adapt_on_names=adapt_on_names,
    joined_to_class=joined_to_class, two_names_of_one_subquery=two_names_of_one_subquery, correlated=correlated, self_reference=self_reference,
    recursive=recursive,
).items():
    both(short, build)
both("table_sample", table_sample, dialects=("postgresql", "mssql"))
case("query_entity_from_alias_columns", lambda: Q(aliased(Track)).limit(2))
