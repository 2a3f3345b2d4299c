"""Subqueries, CTEs, unions of entities, statements that entities are read from."""

from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL as TABLENAME_PLUS_COL, Integer, String, column, exists, func, literal, select, text, union, union_all, values
from sqlalchemy.orm import aliased, joinedload, selectinload

from music import Album, Arena, Band, Club, Executive, Festival, Genre, Label, Manager, Musician, Person, Track, Venue, Visual

from .registry import Q, family

case, both = family("nested")

case("query_subquery_filtered", lambda: of_subquery(Q, Q(Band).filter(Band.founded < 1980).subquery()), protocols=(2, 5))
case("select_subquery", lambda: of_subquery(select, select(Band).where(Band.founded < 1980).subquery()))
case("query_subquery_labels", lambda: Q(Q(Band, Album).filter(Band.id == Album.band_id).subquery(with_labels=True)))
case("query_subquery_reduced", lambda: Q(Q(Musician).subquery(reduce_columns=True)))
case("query_subquery_named", lambda: Q(Q(Band.id, Band.name).filter(Band.id < 3).subquery("few")))
case("query_subquery_of_properties", lambda: Q(Q(Band.name_length, Band.album_count).subquery()))
case("query_subquery_of_inheritance", lambda: Q(Q(Manager).subquery()))
case("query_subquery_of_single", lambda: Q(Q(Arena).subquery()))
case("query_subquery_of_star", lambda: Q(Q(Visual).subquery()))
case("query_subquery_of_eager", lambda: Q(Q(Festival).subquery()))
case("query_subquery_joined", lambda: joined(Q, Q(Album.band_id, func.count(Album.id).label("n")).group_by(Album.band_id).subquery()))
case("select_subquery_joined", lambda: joined(select, select(Album.band_id, func.count(Album.id).label("n")).group_by(Album.band_id).subquery()))
case("query_scalar_subquery", lambda: Q(Band.name, Q(func.count(Album.id)).filter(Album.band_id == Band.id).correlate(Band).scalar_subquery().label("n")).order_by(Band.id))
case("query_label", lambda: Q(Band.name, Q(func.count(Album.id)).filter(Album.band_id == Band.id).correlate(Band).label("n")).order_by(Band.id))
case("query_in_query", lambda: Q(Band).filter(Band.id.in_(Q(Album.band_id).filter(Album.year > 1975))).order_by(Band.id))
case("query_in_subquery", lambda: Q(Band).filter(Band.id.in_(Q(Album.band_id).filter(Album.year > 1975).scalar_subquery())).order_by(Band.id))
case("query_exists", lambda: Q(Band).filter(Q(Album).filter(Album.band_id == Band.id).exists()).order_by(Band.id))
case("query_not_exists", lambda: Q(Band).filter(~Q(Album).filter(Album.band_id == Band.id).exists()).order_by(Band.id))
case("query_of_exists", lambda: Q(Q(Band).filter(Band.id == 1).exists()))
case("select_exists", lambda: select(Band).where(exists().where(Album.band_id == Band.id)).order_by(Band.id))
case("select_of_exists", lambda: select(exists(select(Band.id).where(Band.id == 1))))
case("query_correlate", lambda: Q(Band.name, Q(Album.title).filter(Album.band_id == Band.id).order_by(Album.id).limit(1).correlate(Band).scalar_subquery().label("first")).order_by(Band.id))
case("query_cte", lambda: cte(Q, Q(Album.band_id, func.count(Album.id).label("n")).group_by(Album.band_id).cte("counts")), protocols=(2, 5))
case("select_cte", lambda: cte(select, select(Album.band_id, func.count(Album.id).label("n")).group_by(Album.band_id).cte("counts")))
case("query_cte_of_entity", lambda: Q(aliased(Band, Q(Band).filter(Band.founded < 1980).cte())))
case("query_cte_recursive", lambda: recursive(Q))
case("select_cte_recursive", lambda: recursive(select))
case("query_cte_twice", lambda: cte_twice(Q))
case("query_union", lambda: Q(Band).filter(Band.id == 1).union(Q(Band).filter(Band.id == 3)).order_by(Band.id), protocols=(2, 5))
case("query_union_all", lambda: Q(Band).filter(Band.id < 3).union_all(Q(Band).filter(Band.id < 2)).order_by(Band.id))
case("query_union_three", lambda: Q(Label).filter(Label.id == 1).union(Q(Label).filter(Label.id == 2), Q(Label).filter(Label.id == 3)).order_by(Label.name))
case("query_union_columns", lambda: Q(Band.name).union(Q(Label.name)).order_by(Band.name))
case("query_union_column_filter", lambda: Q(Band.id, Band.name).union(Q(Label.id, Label.name)).filter(Band.id < 3).order_by(Band.name))
case("query_union_filter_after", lambda: Q(Band).filter(Band.id < 4).union(Q(Band).filter(Band.id > 4)).filter(Band.country == "GB").order_by(Band.id))
case("query_union_join_after", lambda: Q(Band).filter(Band.id == 1).union(Q(Band).filter(Band.id == 2)).join(Band.albums).order_by(Band.id))
case("query_union_limit", lambda: Q(Band).filter(Band.id < 3).union(Q(Band).filter(Band.id > 4)).order_by(Band.id).limit(3))
case("query_union_eager", lambda: Q(Band).filter(Band.id == 1).union(Q(Band).filter(Band.id == 3)).options(joinedload(Band.albums)).order_by(Band.id))
case("query_union_selectin", lambda: Q(Band).filter(Band.id == 1).union(Q(Band).filter(Band.id == 3)).options(selectinload(Band.albums)).order_by(Band.id))
case("query_union_of_inheritance", lambda: Q(Person).filter(Person.id < 3).union(Q(Person).filter(Person.id == 7)).order_by(Person.id))
case("query_union_of_subclass", lambda: Q(Musician).filter(Musician.id < 4).union(Q(Musician).filter(Musician.id > 8)).order_by(Musician.id))
case("query_union_of_single", lambda: Q(Arena).filter(Arena.id < 3).union(Q(Arena).filter(Arena.id > 3)).order_by(Arena.id))
case("query_union_of_properties", lambda: Q(Band).filter(Band.name_length > 9).union(Q(Band).filter(Band.album_count == 0)).order_by(Band.name_length, Band.id))
case("query_union_nested", lambda: Q(Label).filter(Label.id == 1).union(Q(Label).filter(Label.id == 2)).union_all(Q(Label).filter(Label.id == 1)).order_by(Label.id))
case("query_union_aliased", lambda: union_aliased())
case("query_union_literal", lambda: Q(Label, literal("x").label("which")).union_all(Q(Label, literal("y"))).order_by(Label.id, text("2")))
case("query_except", lambda: Q(Band).except_(Q(Band).filter(Band.country == "GB")).order_by(Band.id))
case("query_intersect", lambda: Q(Band.country).intersect(Q(Label.country)).order_by(Band.country))
case("query_from_self", lambda: Q(Band).filter(Band.id < 4).from_self().filter(Band.name.like("%s%")).order_by(Band.id), series=("1.4",))
case("query_from_self_join", lambda: Q(Band).limit(3).from_self().join(Band.albums).order_by(Band.id), series=("1.4",))
case("query_from_self_entities", lambda: Q(Band).filter(Band.id < 4).from_self(Band.name, func.count(Band.id)).group_by(Band.name).order_by(Band.name), series=("1.4",))
case("query_select_entity_from", lambda: Q(Band).select_entity_from(select(Band.__table__).where(Band.__table__.c.id < 3).subquery()).order_by(Band.id), series=("1.4",))
case("select_union", lambda: union(select(Band).where(Band.id == 1), select(Band).where(Band.id == 3)).order_by("id"))
case("select_union_all_columns", lambda: union_all(select(Band.name), select(Label.name)))
case("select_union_limit", lambda: union(select(Band.id), select(Label.id)).order_by("id").limit(2))
case("select_from_statement_union", lambda: select(Band).from_statement(union_all(select(Band).where(Band.id == 1), select(Band).where(Band.id == 3))), protocols=(2, 5))
case("select_from_statement_text", lambda: select(Label).from_statement(text("SELECT id, name, country_code FROM labels ORDER BY name")))
case("select_from_statement_text_columns", lambda: select(Label).from_statement(text("SELECT name, id, country_code FROM labels WHERE id > :low ORDER BY id").bindparams(low=1).columns(Label.name, Label.id, Label.country)))
case("select_from_statement_select", lambda: select(Band).from_statement(select(Band.__table__.c.id, Band.__table__.c.name).where(Band.__table__.c.id < 3)))
case("select_from_statement_eager", lambda: select(Band).from_statement(select(Band).where(Band.id < 3)).options(selectinload(Band.albums)))
case("select_from_statement_joined", lambda: select(Band).from_statement(select(Band).where(Band.id < 3)).options(joinedload(Band.albums)))
case("select_from_statement_columns", lambda: select(Band.id, Band.name).from_statement(text("SELECT id, name FROM bands ORDER BY id")))
case("query_from_statement_text", lambda: Q(Label).from_statement(text("SELECT * FROM labels WHERE id < :top ORDER BY id")).params(top=3), protocols=(2, 5))
case("query_from_statement_select", lambda: Q(Band).from_statement(select(Band.__table__).where(Band.__table__.c.id < 3).order_by(Band.__table__.c.id)))
case("query_from_statement_inheritance", lambda: Q(Person).from_statement(select(Person.__table__).order_by(Person.__table__.c.id)))
case("query_from_statement_two", lambda: Q(Band, Label).from_statement(select(Band.__table__, Label.__table__).where(Band.__table__.c.id == Label.__table__.c.id).set_label_style(TABLENAME_PLUS_COL)))
case("select_values_join", lambda: values_join())
case("select_aliased_of_union", lambda: aliased_of_union())
case("select_ranked", lambda: ranked())
case("select_of_subquery_column", lambda: select(select(Band.id, Band.name).subquery().c.name))
case("select_scalar_of_entity_column", lambda: select(Album.title, select(Band.name).where(Band.id == Album.band_id).scalar_subquery()).order_by(Album.id))
case("select_lateral", lambda: lateral(), dialects=("postgresql", "oracle"))
case("select_correlate", lambda: select(Band.name).where(select(func.count(Album.id)).where(Album.band_id == Band.id).correlate(Band).scalar_subquery() > 1).order_by(Band.id))


def of_subquery(q, sub):
    return q(sub.c.name, sub.c.id).order_by(sub.c.id)


def joined(q, counts):
    return q(Band, counts.c.n).outerjoin(counts, Band.id == counts.c.band_id).order_by(Band.id)


def cte(q, counts):
    return q(Band.name, counts.c.n).join(counts, Band.id == counts.c.band_id).order_by(Band.id)


def recursive(q):
    top = q(Genre.id, Genre.name, literal(0).label("depth")).where(Genre.parent_id.is_(None)).cte("tree", recursive=True)
    child = aliased(Genre, name="child")
    tree = top.union_all(q(child.id, child.name, (top.c.depth + 1)).where(child.parent_id == top.c.id))
    return q(Genre, tree.c.depth).join(tree, tree.c.id == Genre.id).order_by(Genre.id)


def cte_twice(q):
    old = q(Band).where(Band.founded < 1980).cte("old")
    one, other = aliased(Band, old), aliased(Band, old)
    return q(one.name, other.name).where(one.id < other.id).order_by(one.id, other.id)


def union_aliased():
    b = aliased(Band)
    return Q(b).filter(b.id == 1).union(Q(b).filter(b.id == 2)).order_by(b.id)


def values_join():
    wanted = values(column("id", Integer), column("why", String), name="wanted").data([(1, "loud"), (3, "far")])
    return select(Band, wanted.c.why).join(wanted, wanted.c.id == Band.id).order_by(Band.id)


def aliased_of_union():
    people = union_all(select(Person.id, Person.name), select(Band.id, Band.name)).subquery("all_names")
    return select(people).order_by(people.c.name)


def ranked():
    number = func.row_number().over(partition_by=Album.band_id, order_by=Album.year.desc()).label("number")
    newest = select(Album, number).subquery()
    a = aliased(Album, newest)
    return select(a).where(newest.c.number == 1).order_by(a.id)


def lateral():
    last = select(Album).where(Album.band_id == Band.id).order_by(Album.year.desc()).limit(1).lateral()
    a = aliased(Album, last)
    return select(Band, a).join(a, Band.id == a.band_id)
