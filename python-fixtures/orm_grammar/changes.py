"""Random INSERT, UPDATE and DELETE of mapped classes."""

from .classes import INT, TEXT

# Classes by what is set; no foreign key points to the rows of those that are deleted.
_UPDATED = {
    "Label": ("name", "country"), "Band": ("founded", "country"), "Album": ("title", "year"), "Note": ("topic", "text"), "Review": ("author", "stars"),
    "Track": ("title", "seconds"), "Arena": ("name", "seats"), "Venue": ("name",), "Musician": ("instrument",), "Manager": ("agency",), "Play": ("position",),
}
_DELETED = ("Note", "Review", "Play", "Club", "Profile", "Day")
_INSERTED = {"Label": ("name", "country"), "Note": ("topic", "text"), "Review": ("author", "stars", "text"), "Genre": ("name",), "Tag": ("text",), "Venue": ("name",)}
_NOT_NULL = {"Note": "album_id=1, topic='t'", "Review": "stars=1", "Tag": "text='t'", "Label": "name='n'", "Genre": "name='g'", "Venue": "name='v'"}


class Changes:
    """Statements that change rows; the rest of the grammar is the other's."""

    def _change(self):
        return getattr(self, "_" + self._choices.of(("update", "delete", "insert", "query_update", "query_delete", "from_change")))()

    def _update(self):
        entity = self.plain(self._choices.of(list(_UPDATED)))
        return "update(%s)%s.values(%s)%s%s" % (entity.text, self._where(entity), self._values(entity), self._synchronized(), self._returning(entity))

    def _delete(self):
        entity = self.plain(self._choices.of(_DELETED))
        return "delete(%s)%s%s%s" % (entity.text, self._where(entity), self._synchronized(), self._returning(entity))

    def _insert(self):
        entity = self.plain(self._choices.of(list(_INSERTED)))
        given = dict(each.split("=") for each in _NOT_NULL[entity.text].split(", "))
        for key in _INSERTED[entity.text]:
            if self._choices.maybe(2):
                given[key] = self._literal(entity.cls.columns[key])
        if self._choices.maybe(4):
            inner = self.entity(0)
            keys = [key for key in given if entity.cls.columns[key] == TEXT]
            rest = [key for key in given if key not in keys]
            values = [self._column(TEXT, [inner]) for _ in keys] + ["literal(%s)" % given[key] for key in rest]
            chosen = "select(%s).where(%s)" % (", ".join(values), self._truth(0, [inner]))
            return "insert(%s).from_select(%r, %s)%s" % (entity.text, keys + rest, chosen, self._returning(entity))
        return "insert(%s).values(%s)%s" % (entity.text, ", ".join("%s=%s" % item for item in given.items()), self._returning(entity))

    def _query_update(self):
        entity = self.plain(self._choices.of(list(_UPDATED)))
        key = self._choices.of(_UPDATED[entity.text])
        value = {INT: 7, TEXT: "x"}[entity.cls.columns[key]]
        self.how = ["update", {key: value}, *self._choices.of(([], ["fetch"], [False], ["evaluate"]))]
        return "Q(%s)%s" % (entity.text, self._where(entity))

    def _query_delete(self):
        entity = self.plain(self._choices.of(_DELETED))
        self.how = ["delete", *self._choices.of(([], ["fetch"], [False], ["evaluate"]))]
        return "Q(%s)%s" % (entity.text, self._where(entity))

    def _from_change(self):
        """The entities of the rows that are changed."""
        entity = self.plain(self._choices.of(("Label", "Note", "Review", "Band", "Album")))
        changed = "update(%s)%s.values(%s)" % (entity.text, self._where(entity), self._values(entity))
        return "select(%s).from_statement(%s.returning(%s))" % (entity.text, changed, entity.text)

    def _where(self, entity):
        return "".join(".where(%s)" % self._truth(2, [entity]) for _ in range(self._choices.of((1, 1, 0, 2))))

    def _values(self, entity):
        keys = [key for key in _UPDATED[entity.text] if self._choices.maybe(2)] or [_UPDATED[entity.text][0]]
        values = {key: self._value(entity.cls.columns[key], 1, [entity]) if self._choices.maybe(3) else self._literal(entity.cls.columns[key]) for key in keys}
        if self._choices.maybe(3):
            return "{%s}" % ", ".join("%s.%s: %s" % (entity.text, key, value) for key, value in values.items())
        return ", ".join("%s=%s" % item for item in values.items())

    def _synchronized(self):
        how = self._choices.of(("", "", '"fetch"', "False", '"evaluate"'))
        return ".execution_options(synchronize_session=%s)" % how if how else ""

    def _returning(self, entity):
        kind = self._choices.of(("", "", "", "entity", "columns"))
        if kind == "entity":
            return ".returning(%s)" % entity.text
        return ".returning(%s)" % self._some(entity) if kind else ""


