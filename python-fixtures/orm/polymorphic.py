"""Hierarchies: joined, single-table, concrete; loaded as they say or as with_polymorphic says."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased, selectin_polymorphic, with_polymorphic

from music import Arena, CardPayment, CashPayment, Club, Executive, LiveRecording, Manager, Musician, Payment, Person, Photo, Recording, Scan, Stadium, StudioRecording, Venue, Video, Visual

from .registry import Q, family

case, both = family("polymorphic")

both("joined_base", lambda q: q(Person).order_by(Person.id), protocols=(2, 5))
both("joined_base_column", lambda q: q(Person.name, Person.kind).order_by(Person.id))
both("joined_sub", lambda q: q(Musician).order_by(Musician.id), protocols=(2, 5))
both("joined_sub_where", lambda q: q(Musician).where(Musician.name.like("%a%"), Musician.instrument == "voice").order_by(Musician.id))
both("joined_sub_columns", lambda q: q(Musician.id, Musician.name, Musician.instrument).order_by(Musician.id))
both("joined_sub_own_column", lambda q: q(Musician.instrument).order_by(Musician.id))
both("joined_sub_inherited_column", lambda q: q(Musician.name).order_by(Musician.id))
both("joined_sub_key_of_both", lambda q: q(Manager.id, Manager.manager_id).order_by(Manager.id))
both("joined_deep", lambda q: q(Executive))
both("joined_deep_column", lambda q: q(Executive.name, Executive.agency, Executive.title))
both("joined_middle", lambda q: q(Manager).order_by(Manager.name))
both("joined_identity", lambda q: q(Person).where(Person.kind.in_(["manager", "executive"])).order_by(Person.id))
both("joined_two", lambda q: q(Musician, Manager).where(Musician.id == Manager.id + 2).order_by(Musician.id))
both("joined_base_and_sub", lambda q: q(Person, Musician).where(Person.id == Musician.mentor_id).order_by(Musician.id))
both("joined_count", lambda q: q(func.count(Musician.id)))
both("joined_sub_table", lambda q: q(Musician.__table__).order_by(Musician.__table__.c.id))
both("single_base", lambda q: q(Venue).order_by(Venue.id), protocols=(2, 5))
both("single_sub", lambda q: q(Club).order_by(Club.id), protocols=(2, 5))
both("single_middle", lambda q: q(Arena).order_by(Arena.id))
both("single_deep", lambda q: q(Stadium).order_by(Stadium.id))
both("single_sub_column", lambda q: q(Arena.name, Arena.seats).order_by(Arena.id))
both("single_sub_inherited_column", lambda q: q(Club.name).order_by(Club.id))
both("single_two", lambda q: q(Club, Arena).where(Club.city_id == Arena.city_id).order_by(Club.id, Arena.id))
both("single_sub_or", lambda q: q(Club).where(or_(Club.name == "Ufo", Club.dj.is_(None))).order_by(Club.id))
both("single_exists", lambda q: q(Venue.name).where(select(Stadium.id).where(Stadium.id == Venue.id).exists()).order_by(Venue.id))
both("single_subquery", lambda q: q(select(Arena).subquery()))
both("concrete_base", lambda q: q(Recording).order_by(Recording.id, Recording.name))
both("concrete_base_column", lambda q: q(Recording.name, Recording.id).order_by(Recording.name, Recording.id))
both("concrete_base_where", lambda q: q(Recording).where(Recording.id == 1).order_by(Recording.name))
both("concrete_sub", lambda q: q(LiveRecording).order_by(LiveRecording.id), protocols=(2, 5))
both("concrete_sub_join", lambda q: q(LiveRecording, Venue).join(LiveRecording.venue).order_by(LiveRecording.id))
both("concrete_other_sub", lambda q: q(StudioRecording.studio, StudioRecording.id).order_by(StudioRecording.id))
both("default_star", lambda q: q(Visual).order_by(Visual.id), protocols=(2, 5))
both("default_star_sub", lambda q: q(Photo).order_by(Photo.id))
both("default_star_same_table", lambda q: q(Scan))
both("default_star_other_sub", lambda q: q(Video))
both("default_star_column", lambda q: q(Visual.path, Visual.id).order_by(Visual.id))
both("default_star_sub_column", lambda q: q(Visual.path, Photo.width).where(Photo.width > 0).order_by(Photo.id))
both("default_star_limit", lambda q: q(Visual).order_by(Visual.id).limit(2).offset(1))
both("default_selectin", lambda q: q(Payment).order_by(Payment.id))
both("default_selectin_sub", lambda q: q(CardPayment).order_by(CardPayment.id))
both("default_inline_sub", lambda q: q(CashPayment))
both("selectin_polymorphic", lambda q: q(Person).options(selectin_polymorphic(Person, [Musician, Manager])).order_by(Person.id), protocols=(2, 5))
both("selectin_polymorphic_deep", lambda q: q(Person).options(selectin_polymorphic(Person, [Executive])).order_by(Person.id))
both("selectin_polymorphic_all", lambda q: q(Person).options(selectin_polymorphic(Person, [Musician, Manager, Executive])).order_by(Person.id))
both("selectin_polymorphic_single", lambda q: q(Venue).options(selectin_polymorphic(Venue, [Club, Stadium])).order_by(Venue.id))
both("selectin_polymorphic_of_sub", lambda q: q(Manager).options(selectin_polymorphic(Manager, [Executive])).order_by(Manager.id))


def star(q):
    every = with_polymorphic(Person, "*")
    return q(every).order_by(every.id)


def some(q):
    m = with_polymorphic(Person, [Musician, Manager])
    return q(m).where(or_(m.Musician.instrument == "voice", m.Manager.agency == "EMKA")).order_by(m.id)


def some_columns(q):
    m = with_polymorphic(Person, [Musician])
    return q(m.name, m.Musician.instrument).order_by(m.id)


def one(q):
    m = with_polymorphic(Person, [Executive])
    return q(m).order_by(m.id)


def aliased_flag(q):
    m = with_polymorphic(Person, [Musician], aliased=True)
    return q(m).order_by(m.id)


def flat(q):
    m = with_polymorphic(Person, [Musician, Manager], flat=True)
    return q(m).where(m.name != "x").order_by(m.id)


def innerjoin(q):
    m = with_polymorphic(Person, [Musician], innerjoin=True)
    return q(m).order_by(m.id)


def two(q):
    one, other = with_polymorphic(Person, [Musician], flat=True), with_polymorphic(Person, [Manager], flat=True)
    return q(one, other).where(one.id == other.mentor_id).order_by(one.id)


def beside_class(q):
    m = with_polymorphic(Person, [Manager], flat=True)
    return q(Musician.name, m.name).where(Musician.mentor_id == m.id).order_by(Musician.id)


def single(q):
    v = with_polymorphic(Venue, [Club, Arena])
    return q(v).where(or_(v.Arena.seats > 1, v.Club.dj.is_not(None))).order_by(v.id)


def single_star(q):
    v = with_polymorphic(Venue, "*")
    return q(v).order_by(v.id)


def concrete(q):
    r = with_polymorphic(Recording, "*")
    return q(r).order_by(r.id, r.name)


def of_selectable(q):
    union = Person.__table__.outerjoin(Musician.__table__, Person.__table__.c.id == Musician.__table__.c.id)
    m = with_polymorphic(Person, [Musician], union)
    return q(m).order_by(m.id)


def overrides_star(q):
    v = with_polymorphic(Visual, [Photo])
    return q(v).order_by(v.id)


def entity_of_it(q):
    m = with_polymorphic(Person, [Musician])
    return q(m.Musician.instrument, func.count(m.id)).group_by(m.Musician.instrument).order_by(m.Musician.instrument)


for short, build in dict(
    star=star, some=some, some_columns=some_columns, one=one, aliased_flag=aliased_flag, flat=flat, innerjoin=innerjoin, two=two, beside_class=beside_class,
    single=single, single_star=single_star, concrete=concrete, of_selectable=of_selectable, overrides_star=overrides_star, entity_of_it=entity_of_it,
).items():
    both("with_" + short, build)
case("query_with_polymorphic_method", lambda: Q(Person).with_polymorphic([Musician]).order_by(Person.id), series=("1.4",))
