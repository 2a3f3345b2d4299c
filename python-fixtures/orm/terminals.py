"""The ways of fetching: first, one, one_or_none, scalar, count, get, exists, and what they raise."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from music import Album, Arena, Band, BandOfLabel, Club, Credit, Executive, Festival, Label, LiveRecording, Manager, Musician, Person, Track, Venue, Visual

from .registry import Q, family

case, _ = family("terminals")

case("first", lambda: Q(Band).order_by(Band.id), how=("first",))
case("first_none", lambda: Q(Band).filter(Band.id < 0), how=("first",))
case("first_column", lambda: Q(Band.name).order_by(Band.id), how=("first",))
case("first_limited", lambda: Q(Band).order_by(Band.id).limit(3), how=("first",))
case("first_offset", lambda: Q(Band).order_by(Band.id).offset(2), how=("first",))
case("one", lambda: Q(Band).filter(Band.id == 3), how=("one",))
case("one_none", lambda: Q(Band).filter(Band.id < 0), how=("one",))
case("one_many", lambda: Q(Band), how=("one",))
case("one_eager", lambda: Q(Band).options(joinedload(Band.albums)).filter(Band.id == 1), how=("one",))
case("one_or_none", lambda: Q(Band).filter(Band.id == 3), how=("one_or_none",))
case("one_or_none_none", lambda: Q(Band).filter(Band.id < 0), how=("one_or_none",))
case("one_or_none_many", lambda: Q(Band), how=("one_or_none",))
case("scalar", lambda: Q(Band.name).filter(Band.id == 3), how=("scalar",))
case("scalar_none", lambda: Q(Band.name).filter(Band.id < 0), how=("scalar",))
case("scalar_many", lambda: Q(Band.name), how=("scalar",))
case("scalar_entity", lambda: Q(Band, Band.name).filter(Band.id == 3), how=("scalar",))
case("scalar_function", lambda: Q(func.max(Band.founded)), how=("scalar",))
COUNTS = dict(
    entity=lambda: Q(Band), where=lambda: Q(Band).filter(Band.country == "GB"), limit=lambda: Q(Band).limit(2), distinct=lambda: Q(Band.name).distinct(), join=lambda: Q(Band).join(Band.albums),
    eager=lambda: Q(Band).options(joinedload(Band.albums)), default_eager=lambda: Q(Festival), group=lambda: Q(Band.name, func.count(Band.id)).group_by(Band.name), union=lambda: Q(Band).union(Q(Band)),
    inheritance=lambda: Q(Musician), single=lambda: Q(Arena), deep=lambda: Q(Executive), star=lambda: Q(Visual), two=lambda: Q(Band, Label).filter(Band.id == Label.id), properties=lambda: Q(Band.album_count),
    mapped_to_join=lambda: Q(BandOfLabel), none=lambda: Q(Band).filter(Band.id < 0), order=lambda: Q(Band).order_by(Band.name),
)
for name, build in COUNTS.items():
    case("count_" + name, build, how=("count",))
GETS = dict(
    simple=(lambda: Q(Band), 1), none=(lambda: Q(Band), 99), null=(lambda: Q(Band), None), composite=(lambda: Q(Track), (1, 3)), three_columns=(lambda: Q(Credit), (3, 1, "voice")),
    named=(lambda: Q(Track), {"position": 1, "album_id": 2}), inheritance=(lambda: Q(Person), 2), subclass=(lambda: Q(Executive), 2), wrong_subclass=(lambda: Q(Musician), 2),
    single=(lambda: Q(Venue), 3), single_wrong=(lambda: Q(Club), 3), concrete=(lambda: Q(LiveRecording), 1), eager=(lambda: Q(Band).options(joinedload(Band.albums)), 1),
    default_eager=(lambda: Q(Festival), 1), options=(lambda: Q(Band).options(selectinload(Band.albums)), 3), filtered=(lambda: Q(Band).filter(Band.id == 1), 1), too_few=(lambda: Q(Track), 1),
    mapped_to_join=(lambda: Q(BandOfLabel), 1), star=(lambda: Q(Visual), 4), text=(lambda: Q(Band), "1"),
)
for name, (build, key) in GETS.items():
    case("get_" + name, build, how=("get", key))
for name in ("first", "one", "one_or_none", "scalar", "scalar_one", "scalar_one_or_none", "scalars", "mappings", "tuples", "partitions"):
    series = {"series": ("2.0", "2.1")} if name == "tuples" else {}
    case("select_" + name, lambda: select(Band).order_by(Band.id), how=(name,), **series)
    case("select_column_" + name, lambda: select(Band.name, Band.id).where(Band.id == 3), how=(name,), **series)
