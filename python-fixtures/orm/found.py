"""What random statements found (orm_grammar): a line for each kind of fault."""

from sqlalchemy import delete, func, insert, select, union
from sqlalchemy.orm import Bundle, aliased, defer, joinedload, load_only, selectin_polymorphic, selectinload, subqueryload, with_expression, with_loader_criteria, with_polymorphic

from music import Album, Arena, Band, CardPayment, CashPayment, City, Club, Day, Festival, Genre, Guest, Label, Manager, Musician, Payment, Person, Scan, Stadium, Venue, Video, Visual

from .registry import Q, family

case, both = family("found")

# Plain elements with what is left of annotated ones.
both("has_then_any", lambda q: q(Festival.id).where(Festival.partner.has(Festival.guests.any())).order_by(Festival.id))
both("has_then_any_and", lambda q: q(Person.id).where(Person.mentor.has(Person.pupils.and_(Person.born.is_(None)).any())).order_by(Person.id))
# What 2.1 notes of the subject of an EXISTS, where that is a join under another name.
both("has_of_hierarchy", lambda q: q(Video.id).where(Video.poster.has(id=1)).order_by(Video.id))
both("has_of_hierarchy_of_type", lambda q: q(Person.id).where(Person.mentor.of_type(Manager).has(Manager.agency == "EMKA")).order_by(Person.id))
# What rows of another statement are read for.
both("from_statement_defer", lambda q: q(Guest).from_statement(select(Guest.__table__).order_by(Guest.id)).options(defer(Guest.name)))
both("from_statement_defer_key", lambda q: q(Guest).from_statement(select(Guest.__table__).order_by(Guest.id)).options(defer(Guest.name), defer(Guest.id, raiseload=True)))
both("from_statement_expression", lambda q: q(Album).from_statement(select(Album).order_by(Album.id)).options(with_expression(Album.rank, Album.id + 1)))
both("from_statement_subclasses", lambda q: q(Venue).from_statement(select(Venue.__table__).order_by(Venue.id)))
both("from_statement_lacks_discriminator", lambda q: q(CashPayment).from_statement(select(CashPayment.__table__)))
both("from_statement_criteria", lambda q: q(Label).from_statement(select(Label).order_by(Label.id)).options(with_loader_criteria(Label, Label.name.contains("a"))))
both("from_statement_criteria_union", lambda q: q(Label).from_statement(union(select(Label).where(Label.id == 1), select(Label))).options(with_loader_criteria(Label, Label.name.contains("a"))))
both("column_of_subclass_beside", lambda q: q(Venue, Arena.seats).where(Arena.id == Venue.id).order_by(Venue.id))
# Rows in chunks.
both("chunks_of_nothing", lambda q: q(Band).where(Band.id < 0).execution_options(yield_per=2))
both("chunks_of_subquery_load", lambda q: q(Band).options(subqueryload(Band.albums)).order_by(Band.id).execution_options(yield_per=2))
# One criterion in many places.
both("criteria_in_list_limited", lambda q: q(Genre).options(with_loader_criteria(Genre, Genre.id.in_([1, 2, 3]))).order_by(Genre.id).limit(2))
case("query_criteria_of_union", lambda: Q(Label).where(Label.id == 1).union(Q(Label).where(Label.id == 3)).options(with_loader_criteria(Label, Label.name.contains("a"))).order_by(Label.id))
case("query_union_of_alias", lambda: union_of_alias(Q))
# DISTINCT, which in 1.4 selects what a Query is ordered by.
both("distinct_by_other", lambda q: q(Band.country).join(Band.albums).distinct().order_by(Album.year, Band.id))
both("distinct_entity_by_other", lambda q: q(Band).join(Band.albums).distinct().order_by(Album.year, Band.id))
both("deferred_key_of_loaded", lambda q: q(Album).options(joinedload(Album.band).defer(Band.id)).order_by(Album.id))
both("deferred_key_of_subquery", lambda q: q(Album).options(subqueryload(Album.band).defer(Band.id)).order_by(Album.id))
case("delete_returning_twice", lambda: delete(Day).where(Day.id == 1).returning(Day.date, Day.id, Day.date))
case("delete_returning_entity_and_column", lambda: delete(Day).where(Day.id == 1).returning(Day, Day.date))
# A subquery of classes with several tables, and what is selected of it.
case("select_columns_of_hierarchy", lambda: select(select(Visual).order_by(Visual.id).subquery()))
case("select_columns_of_subclass", lambda: select(select(Musician).where(Musician.id < 5).subquery()))
case("select_columns_of_united_subclass", lambda: select(union(select(Musician).where(Musician.id < 5), select(Musician).where(Musician.id > 7)).subquery()))
case("select_alias_of_subclass", lambda: alias_of_subclass())
case("query_united_load_only", lambda: Q(Scan).where(Scan.id < 9).union(Q(Scan).where(Scan.kind == "scan")).options(load_only(Scan.kind)).order_by(Scan.id))
case("query_of_scalar_subquery", lambda: of_scalar_subquery())
# The rows around a joined load have columns of its subclasses, too.
both("joined_beside_subclass", lambda q: q(Manager).options(joinedload(Manager.pupils, innerjoin=True).options(selectinload(Person.pupils).immediateload(Person.pupils).load_only(Person.born))).order_by(Manager.id))
both("joined_mentor_deferred", lambda q: q(Musician).options(joinedload(Musician.mentor).joinedload(Person.pupils).defer(Person.id)).order_by(Musician.id))
both("subclass_load_beside_other", lambda q: beside_other(q))
both("subclass_load_again", lambda q: q(Person).options(selectin_polymorphic(Person, [Manager])).order_by(Person.id).execution_options(populate_existing=True))
# Whose criteria 2.1 adds.
both("criteria_of_condition", lambda q: criteria_of_condition(q))
both("identities_of_exists", lambda q: q(City).where(City.venues.of_type(Arena).any(Arena.seats > 10)).order_by(City.id))
both("criteria_any_in_on_of_alias", lambda q: criteria_any_in_on_of_alias(q))
# What a subquery of an alias of several tables offers.
case("select_columns_of_united_alias", lambda: columns_of_united_alias())
case("select_columns_of_alias_of_subclass", lambda: columns_of_alias_of_subclass())
case("query_union_of_alias_of_subclass", lambda: union_of_alias_of_subclass())
both("join_from_subquery_of_subclass", lambda q: join_from_subquery_of_subclass(q), series=("1.4",))
# What a count() is of, and a UNION of no class, in the words of 1.4.
case("query_count_distinct_by_other", lambda: Q(Bundle("b", Band.name, Band.country)).join(Band.albums).distinct().order_by(Album.year, Band.id), how=("count",))
case("select_union_of_any", lambda: select(union(select(Album.title).where(Album.genres.any(Genre.id > 1)), select(Album.title).where(Album.id < 3)).subquery()))
# A load by subquery starts from an alias of a subquery.
both("subquery_load_of_subquery", lambda q: loads_of_alias(q, Q(Festival).where(Festival.id < 3).subquery()))
both("subquery_load_of_cte", lambda q: loads_of_alias(q, select(Festival).where(Festival.id > 1).cte()))
both("subquery_load_of_distinct_alias", lambda q: distinct_alias(q))
case("query_distinct_by_labelled", lambda: Q(Band.country.label("c0"), Band.id.label("c1")).distinct().order_by(Band.name, Band.id))
case("select_rows_of_core_with_any", lambda: select(Album).from_statement(select(Album.__table__).where(Album.genres.any(Genre.id > 1)).order_by(Album.id)))
# The first row alone, of which nobody asks whether it comes again.
case("select_first_of_joined", lambda: select(Band).options(joinedload(Band.albums)).order_by(Band.id), how=("first",))
case("insert_returning_hierarchy", lambda: insert(Venue).values(name="New", kind="venue").returning(Venue), series=("2.0", "2.1"))


def alias_of_subclass():
    m = aliased(Musician, select(Musician).where(Musician.id < 9).subquery())
    return select(m).order_by(m.id)


def criteria_any_in_on_of_alias(q):
    a = aliased(Arena)
    return q(a.id, City.name).join(a.city).options(with_loader_criteria(City, City.venues.any())).order_by(a.id)


def columns_of_united_alias():
    m = aliased(Manager)
    return select(union(select(m).where(m.id < 3), select(m).where(m.agency.is_(None))).subquery())


def columns_of_alias_of_subclass():
    a = aliased(Stadium)
    return select(select(a).where(a.seats > 10).subquery())


def union_of_alias_of_subclass():
    m = aliased(Musician)
    return Q(m).where(m.id < 5).union(Q(m).where(m.id > 7)).order_by(m.id)


def join_from_subquery_of_subclass(q):
    m = aliased(Musician, select(Musician).where(Musician.id < 9).subquery())
    p = aliased(Person)
    return q(m.instrument, p.name).join(p, m.pupils).order_by(m.id, p.id)


def loads_of_alias(q, rows):
    f = aliased(Festival, rows)
    return q(f).order_by(f.id)


def distinct_alias(q):
    f = aliased(Festival)
    return q(f).join(f.stages).distinct().order_by(f.id).limit(2)


def of_scalar_subquery():
    b = aliased(Band, select(Band).where(~Band.similar_of.any()).subquery())
    return Q(select(func.max(City.id)).where(City.id <= b.name_length).scalar_subquery().label("n")).order_by(b.id)


def beside_other(q):
    p = with_polymorphic(Payment, [CardPayment, CashPayment], flat=True)
    return q(p, Person).join(p.payer).options(load_only(Person.id, Person.kind)).order_by(p.id)


def criteria_of_condition(q):
    a = aliased(Arena, name="arena")
    return q(a.id, a.name).where(select(func.max(Genre.parent_id)).where(Genre.parent_id <= a.seats).scalar_subquery() > 0).order_by(a.id)


def union_of_alias(q):
    v = aliased(Club)
    return q(v).where(v.id < 3).union(q(v).where(v.name == "Gagarin")).order_by(v.id)
