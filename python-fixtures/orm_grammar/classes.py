"""The classes of music/ as the grammar knows them: the attributes that are values with their types, and the relationships with their classes."""

INT, NUMBER, TEXT, DAY, MOMENT, TRUTH = "int", "number", "text", "day", "moment", "truth"

_TYPES = {"i": INT, "n": NUMBER, "t": TEXT, "d": DAY, "m": MOMENT, "b": TRUTH}


class Class:
    """``columns``: {attribute: type}, those of the base first. ``relations``: {attribute: (class, whether there are many)}."""

    def __init__(self, name, keys, columns, relations="", late="", base=None):
        self.name = name
        self.keys = base.keys if base and not keys else keys.split()
        self.columns = dict(base.columns if base else {})
        self.columns.update((name, _TYPES[kind]) for name, kind in (each.split(":") for each in columns.split()))
        self.relations = dict(base.relations if base else {})
        for each in relations.split():
            key, target = each.split(":")
            self.relations[key] = (target.rstrip("*"), target.endswith("*"))
        # Attributes that are loaded when they are asked for.
        self.late = (base.late if base else []) + late.split()
        self.base = base
        self.subclasses = []
        while base:
            base.subclasses.append(self)
            base = base.base
        CLASSES[name] = self

    @property
    def many(self):
        return [key for key, (_, is_many) in self.relations.items() if is_many]

    @property
    def one(self):
        return [key for key, (_, is_many) in self.relations.items() if not is_many]


CLASSES = {}

Class("Band", "id", "id:i name:t founded:i country:t manager_id:i bio:t title:t name_length:i album_count:i last_year:i",
      "albums:Album* manager:Manager profile:Profile members:Musician* links:BandLink* similar:Band* similar_of:Band* seventies:Album* compatriots:Band*", "bio logo last_year")
Class("Album", "id", "id:i title:t band_id:i label_id:i year:i price:n released:d is_old:b",
      "band:Band tracks:Track* label:Label genres:Genre* tags:Tag* notes:Note* credits:Credit* best_tracks:Track* listened:Play*")
Class("Label", "id", "id:i name:t country:t", "albums:Album*")
Class("Track", "album_id position", "album_id:i position:i title:t seconds:i lyrics:t", "album:Album plays:Play*", "lyrics")
Class("Genre", "id", "id:i name:t parent_id:i", "parent:Genre children:Genre* albums:Album* tree:Genre*")
Class("Tag", "id", "id:i text:t")
Class("Play", "id", "id:i album_id:i position:i played_at:m", "track:Track")
Class("Note", "id", "id:i album_id:i topic:t text:t")
Class("Review", "id", "id:i album_id:i author:t stars:i text:t")
Class("Credit", "musician_id album_id role", "musician_id:i album_id:i role:t", "musician:Musician album:Album")
Class("BandLink", "from_id to_id", "from_id:i to_id:i kind:t", "source:Band target:Band")
Class("Profile", "id", "id:i band_id:i website:t motto:t", "band:Band")
Class("Person", "id", "id:i name:t kind:t born:d mentor_id:i", "mentor:Person pupils:Person*")
Class("Musician", "", "instrument:t band_id:i contract:t", "band:Band credits:Credit*", "contract", CLASSES["Person"])
Class("Manager", "", "agency:t share:n manager_id:i", "bands:Band*", "", CLASSES["Person"])
Class("Executive", "", "title:t executive_id:i", "", "", CLASSES["Manager"])
Class("Venue", "id", "id:i name:t kind:t city_id:i", "city:City")
Class("Club", "", "dj:t", base=CLASSES["Venue"])
Class("Arena", "", "seats:i", base=CLASSES["Venue"])
Class("Stadium", "", "has_roof:b", base=CLASSES["Arena"])
Class("LiveRecording", "id", "id:i name:t venue_id:i", "venue:Venue")
Class("StudioRecording", "id", "id:i name:t studio:t")
Class("Visual", "id", "id:i kind:t album_id:i path:t", "album:Album")
Class("Photo", "", "width:i height:i", base=CLASSES["Visual"])
Class("Scan", "", "", base=CLASSES["Photo"])
Class("Video", "", "seconds:i poster_id:i", "poster:Photo", base=CLASSES["Visual"])
Class("Payment", "id", "id:i kind:t amount:n payer_id:i", "payer:Person")
Class("CardPayment", "", "number:t", base=CLASSES["Payment"])
Class("CashPayment", "", "currency:t", base=CLASSES["Payment"])
Class("City", "id", "id:i name:t", "venues:Venue* festivals:Festival*")
Class("Festival", "id", "id:i name:t city_id:i partner_id:i", "city:City stages:Stage* partner:Festival sponsors:Sponsor* days:Day* guests:Guest*", "plan")
Class("Stage", "id", "id:i festival_id:i name:t", "festival:Festival")
Class("Sponsor", "id", "id:i festival_id:i name:t", "festival:Festival")
Class("Day", "id", "id:i festival_id:i date:d")
Class("Guest", "id", "id:i name:t")
Class("BandTotal", "band_id", "band_id:i albums:i first_year:i", "band:Band")
Class("ShortBand", "id", "id:i name:t")

# The more there is to a class, the more often it is chosen.
FAVOURITES = [name for name, each in CLASSES.items() for _ in range(1 + len(each.relations) // 2 + len(each.subclasses))]
HIERARCHIES = ("Person", "Manager", "Venue", "Visual", "Payment")

LITERALS = {
    INT: ["1", "3", "1977", "0", "-1", "100"],
    NUMBER: ['Decimal("10.00")', 'Decimal("0")', "12"],
    TEXT: ['"a"', '"The Slits"', '"GB"', '""', '"50%"', '"é"'],
    DAY: ["date(1971, 10, 30)", "date(1946, 3, 6)"],
    MOMENT: ["datetime(2024, 1, 1, 20)"],
    TRUTH: ["True", "False"],
}
