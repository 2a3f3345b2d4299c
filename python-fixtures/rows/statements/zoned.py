"""Times and moments with a time zone, where the column keeps one and where it does not."""

import datetime
import zoneinfo

from sqlalchemy import DateTime, Time, bindparam, literal, select

from bazaar import things

from .registry import family

TWO_HOURS = datetime.timezone(datetime.timedelta(hours=2))
NAMED = datetime.timezone(datetime.timedelta(hours=-5), "EST")
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
_id = things.c.id

case = family("zoned")

case("time_utc", lambda: select(_id).where(things.c.tm > datetime.time(1, 2, 3, tzinfo=datetime.timezone.utc)).order_by(_id))
case("time_offset", lambda: select(_id).where(things.c.tm > datetime.time(1, 2, 3, 4, tzinfo=TWO_HOURS)).order_by(_id))
case("time_named_offset", lambda: select(_id).where(things.c.tm > datetime.time(1, 2, 3, tzinfo=NAMED)).order_by(_id))
case("time_zone", lambda: select(_id).where(things.c.tm > datetime.time(1, 2, 3, tzinfo=BERLIN)).order_by(_id))
case("time_in", lambda: select(_id).where(things.c.tm.in_([datetime.time(23, 59, 59, 1, tzinfo=TWO_HOURS), datetime.time(0, 0)])).order_by(_id))
case("time_named_bind", lambda: select(_id).where(things.c.tm == bindparam("t", datetime.time(23, 59, 59, 1, tzinfo=datetime.timezone.utc))).order_by(_id))
case("moment_named_offset", lambda: select(_id).where(things.c.dt > datetime.datetime(2024, 2, 29, tzinfo=NAMED)).order_by(_id))
case("moment_zone", lambda: select(_id).where(things.c.dt > datetime.datetime(2024, 2, 29, tzinfo=BERLIN)).order_by(_id))
case("moment_fold", lambda: select(_id).where(things.c.dt > datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=BERLIN)).order_by(_id))
case("moment_selected", lambda: select(literal(datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=BERLIN), DateTime(timezone=True)).label("x")), on=("sqlite", "postgresql", "mariadb"))  # DuckDB's driver needs pytz for it
case("time_selected", lambda: select(literal(datetime.time(1, 2, 3, tzinfo=TWO_HOURS), Time(timezone=True)).label("x")), on=("sqlite", "postgresql"))
