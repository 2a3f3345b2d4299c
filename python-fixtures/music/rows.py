"""The rows: references that lead nowhere, collections that are empty, text of many scripts, and pairs that occur twice."""

import datetime
import decimal

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from .base import metadata
from .bands import Mood

_date, _time = datetime.date, datetime.datetime
_dec = decimal.Decimal

# Table by table, those that others refer to first; a row has the table's columns in their order.
ROWS = {
    "cities": [(1, "München"), (2, "Αθήνα"), (3, "Leeds")],
    "labels": [(1, "Harvest", "GB"), (2, "Ōmagatoki", "JP"), (3, "Nobody's", None)],
    "genres": [(1, "rock", None), (2, "punk", 1), (3, "prog", 1), (4, "post-punk", 2), (5, "chanson", None), (6, "art punk", 4)],
    "tags": [(1, "live"), (2, "ünsorted"), (3, "100%"), (4, "unused")],
    "people": [
        (1, "manager", "Steve O'Rourke", _date(1940, 10, 1), None),
        (2, "executive", "Mary Quant", _date(1930, 2, 11), 1),
        (3, "musician", "Roger Waters", _date(1943, 9, 6), None),
        (4, "musician", "David Gilmour", _date(1946, 3, 6), 3),
        (5, "musician", "Björk Guðmundsdóttir", _date(1965, 11, 21), None),
        (6, "musician", "灰野 敬二", _date(1952, 5, 3), 5),
        (7, "person", "A Fan", None, 3),
        (8, "musician", "Nobody's Drummer", None, None),
        (9, "manager", "Zoë 😀", None, 2),
        (10, "musician", "Ari Up", _date(1962, 1, 17), 5),
    ],
    "managers": [(1, "EMKA", _dec("10.00")), (2, "One Little", _dec("12.50")), (9, None, None)],
    "executives": [(2, "Chair")],
    "bands": [
        (1, "Pink Floyd", 1965, "GB", 51.5, -0.12, 1, "Formed in London.", b"\x89PNG\x00", "floyd.png"),
        (2, "The Slits", 1976, "GB", 51.5, -0.12, None, None, None, None),
        (3, "Sykurmolarnir", 1986, "IS", 64.15, -21.95, 2, "Ísland.", None, "sykur.png"),
        (4, "不失者", 1978, "JP", None, None, None, "Fushitsusha", b"", None),
        (5, "100% Proof", None, None, None, None, 1, None, None, None),
        (6, "The Slits", 2005, "GB", None, None, None, "The same name again.", None, None),
    ],
    "profiles": [(1, 1, "pinkfloyd.example", "Shine on"), (2, 3, "sugarcubes.example", None), (3, None, "orphan.example", "No band")],
    "band_similar": [(1, 4), (1, 2), (2, 1), (2, 3), (4, 4)],
    "band_links": [(1, 2, "tour"), (1, 3, "cover"), (3, 1, None)],
    "musicians": [
        (3, 1, "bass", "C-1"), (4, 1, "guitar", None), (5, 3, "voice", None), (6, 4, "hurdy-gurdy", None), (8, None, "drums", None), (10, 2, "voice", "C-2"),
    ],
    "albums": [
        (1, 1, 1, "Meddle", 1971, _dec("12.50"), _date(1971, 10, 30), Mood.calm, {"sides": 2}),
        (2, 1, 1, "Animals", 1977, _dec("9.99"), _date(1977, 1, 21), Mood.loud, None),
        (3, 2, None, "Cut", 1979, _dec("15.00"), _date(1979, 9, 7), Mood.loud, [1, "x"]),
        (4, 3, 3, "Life's Too Good", 1988, None, _date(1988, 4, 25), None, None),
        (5, 4, 2, "深淵", 1989, _dec("20.00"), None, Mood.loud, None),
        (6, None, 1, "Various % Artists", 1971, _dec("1.00"), None, None, None),
        (7, 1, None, "Untitled", None, None, None, None, None),
        (8, None, None, "Lost", 1980, None, None, Mood.calm, {}),
    ],
    "album_genres": [(1, 1), (1, 3), (2, 3), (3, 2), (3, 4), (5, 1), (6, 5)],
    "album_tags": [(1, 1), (1, 2), (1, 1), (2, 3), (5, 1), (5, 1)],
    "tracks": [
        (1, 1, "One of These Days", 357, 4.5, "One of these days"),
        (1, 2, "A Pillow of Winds", 310, 3.5, None),
        (1, 3, "Echoes", 1412, 5.0, "Overhead the albatross"),
        (2, 1, "Pigs on the Wing", 84, None, None),
        (2, 2, "Dogs", 1028, 4.0, None),
        (3, 1, "Instant Hit", 163, 4.0, "I want to be"),
        (3, 2, "Typical Girls", 238, 4.5, None),
        (4, 1, "Ammæli", None, 4.5, "Hún á heima"),
        (5, 1, "暗闇", 0, 2.0, None),
        (6, 1, "%s and %(name)s", 100, None, None),
    ],
    "plays": [
        (1, 1, 3, _time(2024, 1, 1, 20)),
        (2, 1, 3, _time(2024, 1, 2, 21, 30, 0, 5)),
        (3, 1, 1, None),
        (4, 3, 2, _time(2024, 1, 1, 20)),
        (5, None, None, _time(2024, 2, 29)),
    ],
    "reviews": [(1, 1, "Ann", 5, "Timeless."), (2, 1, None, 2, None), (3, 3, "Ötzi", 4, "Sharp."), (4, None, "Ann", 1, "Of what?")],
    "notes": [(1, 1, "sound", "Warm"), (2, 1, "cover", "An ear"), (3, 3, "sound", None), (4, 5, "größe", "12\"")],
    "credits": [(3, 1, "bass"), (3, 1, "voice"), (4, 1, "guitar"), (3, 2, "bass"), (6, 5, "everything"), (10, 3, "voice")],
    "venues": [
        (1, "club", "Ufo", 3, "DJ Ö", None, None),
        (2, "arena", "Olympiahalle", 1, None, 12500, None),
        (3, "stadium", "OAKA", 2, None, 69618, True),
        (4, "venue", "Garden", None, None, None, None),
        (5, "club", "Gagarin", 2, None, None, None),
        (6, "stadium", "Elland Road", 3, None, None, False),
    ],
    "recordings": [(1, "Demo"), (2, None)],
    "live_recordings": [(1, "At the Ufo", 1), (2, "In Athens", 3), (3, "Nowhere", None)],
    "studio_recordings": [(1, "At Abbey Road", "Abbey Road"), (7, "At home", None)],
    "visuals": [(1, "photo", 1, "ear.jpg"), (2, "video", 1, "pompeii.avi"), (3, "visual", None, "?"), (4, "scan", 3, "cut.tif"), (5, "photo", None, "x.jpg")],
    "photos": [(1, 600, 600), (4, 1200, None), (5, None, None)],
    "videos": [(2, 3600, 1)],
    "payments": [(1, "card", _dec("12.50"), 7), (2, "cash", _dec("3.00"), 7), (3, "payment", _dec("0.01"), None), (4, "card", _dec("99999999.99"), 3)],
    "card_payments": [(1, "4111"), (4, None)],
    "cash_payments": [(2, "ISK")],
    "festivals": [(1, "Sommer", 1, None, "secret"), (2, "Θερινό", 2, 1, None), (3, "Leer", 1, 2, None)],
    "stages": [(1, 1, "A"), (2, 1, "B"), (3, 2, "Σκηνή")],
    "sponsors": [(1, 1, "Brause"), (2, 2, "Ούζο"), (3, None, "Niemand"), (4, 1, "Brause")],
    "days": [(1, 1, _date(2024, 6, 2)), (2, 1, _date(2024, 6, 1)), (3, 2, None)],
    "archived": [(1, 1, "old"), (2, 1, "older")],
    "guests": [(1, "Gästin"), (2, "Ένας"), (3, "Nobody")],
    "festival_guests": [(1, 1), (1, 2), (2, 2)],
    "volunteers": [(1, 1, "Vera"), (2, 1, None), (3, 2, "Βασίλης"), (4, None, "Wer")],
}


def fill(engine):
    """Create the tables in an empty database and insert the rows."""
    metadata.create_all(engine)
    with engine.begin() as connection:
        for name, rows in ROWS.items():
            table = metadata.tables[name]
            keys = [column.key for column in table.c]
            connection.execute(table.insert(), [dict(zip(keys, row)) for row in rows])
    return engine


def connect():
    """An engine over one in-memory SQLite database that holds the rows."""
    return fill(sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}))
