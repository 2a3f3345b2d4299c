"""What is loaded when it is asked for: the statements sent then, and what entities hold after."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from music import Album, Arena, Band, BandTotal, Credit, Executive, Festival, Genre, Label, LiveRecording, Manager, Musician, Note, Payment, Person, Play, Profile, Review, Tag, Track, Venue, Video

from .loaders import in_order
from .registry import Q, family

case, both = family("lazy")

TOUCHES = dict(
    one_to_many=(Band, "albums"), many_to_one=(Album, "band"), many_to_one_of_loaded=(Album, "band", "band.albums"), many_to_many=(Album, "genres"), set_of=(Album, "tags"), dict_of=(Album, "notes"),
    dynamic=(Album, "reviews"), one_to_one=(Band, "profile"), one_to_one_back=(Profile, "band"), composite_key=(Track, "plays"), composite_key_back=(Play, "track"), children=(Genre, "children"),
    parent=(Genre, "parent"), similar=(Band, "similar"), similar_back=(Band, "similar_of"), viewonly=(Album, "best_tracks"), through=(Album, "listened"), unrelated=(Band, "compatriots"),
    subclass=(Band, "members"), subclass_one=(Band, "manager"), hierarchy=(Person, "mentor", "pupils"), hierarchy_columns=(Person, "born"), deferred=(Band, "bio"), deferred_group=(Band, "logo"),
    deferred_property=(Band, "last_year"), deferred_raising=(Festival, "plan"), raising=(Festival, "archive"), raising_on_sql=(Festival, "archive_by_id"), nothing=(Festival, "nothing"),
    dynamic_default=(Festival, "helpers"), chain=(Label, "albums.tracks.plays"), hybrid=(Band, "label_text"), hybrid_of_year=(Album, "decade"), synonym=(Band, "title"), composite=(Band, "origin"),
    association_proxy=(Album, "musicians"), association=(Musician, "credits.album"), single=(LiveRecording, "venue"), single_back=(Venue, "recordings"), of_subquery=(BandTotal, "band"),
    video=(Video, "poster"), payer=(Payment, "payer"), subclass_deferred=(Musician, "contract"),
)
for name, (cls, *paths) in TOUCHES.items():
    both(name, lambda q, cls=cls: in_order(q(cls), cls), touch=tuple(paths))
case("query_subclass_columns", lambda: Q(Person).filter(Person.id.in_([1, 2, 3])).order_by(Person.id), touch=("agency", "title", "instrument", "share"))
case("query_twice", lambda: Q(Band).filter(Band.id == 1), touch=("albums", "albums", "albums.band"))
case("query_after_joined", lambda: Q(Album).options(joinedload(Album.band)).order_by(Album.id), touch=("band", "band.albums"))
case("query_after_selectin", lambda: Q(Band).options(selectinload(Band.albums)).order_by(Band.id), touch=("albums.band", "albums.tracks"))
case("query_write_only", lambda: Q(Festival).filter(Festival.id == 1), touch=("applicants",), series=("2.0", "2.1"))
