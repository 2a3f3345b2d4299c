"""Random INSERT, UPDATE and DELETE, beside the SELECT of grammar.py: what is changed, and the rows they return."""

# Tables by what is set: no foreign key points to their rows, but for those that are only updated.
CHANGED = {
    "words": ("w",),
    "nobody": ("name", "n", "b", "dt"),
    "reserved": ("group", "select", "user"),
    "things": ("si", "s", "u", "b", "d"),
    "parcels": ("note",),
}
UPDATED = {**CHANGED, "people": ("name", "born", "salary", "active"), "products": ("name", "price"), "lines": ("quantity",)}

# The first key of new rows: some are taken.
_KEYS = ("200", "300", "400", "3")
_KEYS_TO_MEET = ("200", "1", "3")


class Changes:
    """Statements that change rows; the rest of the grammar is the other's."""

    def _change(self):
        kind = self._choices.of(("update", "delete", "insert", "many", "from_select", "upsert"))
        return getattr(self, "_" + kind)()

    def _insert(self):
        table = self._choices.of(list(CHANGED))
        return "insert(%s).values(%s)%s" % (table, self._row(table, self._keys(1)[0], self._some(CHANGED[table])), self._returning(table))

    def _many(self):
        table = self._choices.of(list(CHANGED))
        return "insert(%s).values(%s)%s" % (table, self._rows(table, self._some(CHANGED[table])), self._returning(table))

    def _from_select(self):
        table = self._choices.of(list(CHANGED))
        keys = self._some(CHANGED[table])
        name, scope = self._source(1 + self._choices.maybe(4), False)
        number = next(c for c, t in scope if t == "int")
        values = ["(%s + 300)" % number] + [self._expression(self.columns[table][key], 1, scope) for key in keys]
        # A key for each row, so that most are not refused.
        chosen = "select(%s).where(%s.is_not(None))" % (", ".join(values), number)
        return "insert(%s).from_select(%r, %s)%s" % (table, ["id", *keys], chosen, self._returning(table))

    def _upsert(self):
        table = self._choices.of(list(CHANGED))
        keys = CHANGED[table]
        self.lines.append("new = upsert(%s).values(%s)" % (table, self._rows(table, keys, _KEYS_TO_MEET)))
        if self._choices.maybe(3):
            target = self._choices.of(("", 'index_elements=["id"]', "index_elements=[%s.c.id]" % table))
            return "new.on_conflict_do_nothing(%s)%s" % (target, self._returning(table))
        mine, theirs = self.scope_of(table), [("new.excluded[%r]" % key, t) for key, t in self.columns[table].items()]
        sets = ", ".join("%r: %s" % (key, self._expression(self.columns[table][key], 1, theirs)) for key in self._some(keys))
        where = ", where=%s" % self._truth(1, mine) if self._choices.maybe(3) else ""
        return 'new.on_conflict_do_update(index_elements=["id"], set_={%s}%s)%s' % (sets, where, self._returning(table))

    def _update(self):
        table = self._choices.of(list(UPDATED))
        scope = self.scope_of(table)
        criteria, others = self._criteria(table, scope)
        sets = ["%r: %s" % (key, self._expression(self.columns[table][key], 2, scope + others)) for key in self._some(UPDATED[table])]
        return "update(%s).values({%s})%s%s" % (table, ", ".join(sets), criteria, self._returning(table))

    def _delete(self):
        table = self._choices.of(list(CHANGED))
        criteria, _ = self._criteria(table, self.scope_of(table))
        return "delete(%s)%s%s" % (table, criteria, self._returning(table))

    def _criteria(self, table, scope):
        """The WHERE, and columns of the row of another table that belongs to one here, if there is one."""
        kind = self._choices.of(("some", "all", "some", "some", "query", "other"))
        if kind == "all":
            return "", []
        if kind == "query":
            name, columns = self._source(2, False)
            numbers = [c for c, t in columns if t == "int"]
            return ".where(%s.in_(select(%s)))" % (self._choices.of([c for c, t in scope if t == "int"]), self._choices.of(numbers)), []
        if kind == "other" and "id" in self.columns[table]:
            # By the key, so that there is one such row at most.
            other = self._named("%s.alias(%s)" % ("people", '"%s"' % self._new("o")))
            criteria = "%s.c.id == %s.c.id" % (table, other)
            return ".where(%s, %s)" % (criteria, self._truth(1, scope)), self.scope_of("people", other)
        return ".where(%s)" % self._truth(2, scope), []

    def _returning(self, table):
        if self._choices.below(2) == 0:
            return ""
        scope = self.scope_of(table)
        self.is_returning = True
        values = [self._expression(t, 1, scope) for t in self._types()]
        self.is_returning = False
        return ".returning(%s)" % ", ".join('%s.label("c%d")' % (value, n) for n, value in enumerate(values))

    def _rows(self, table, keys, first=_KEYS):
        return "[%s]" % ", ".join(self._row(table, key, keys) for key in self._keys(1 + self._choices.below(3), first))

    def _row(self, table, number, keys):
        values = ["'id': %s" % number] + ["%r: %s" % (key, self._value(self.columns[table][key])) for key in keys]
        return "{%s}" % ", ".join(values)

    def _value(self, wanted):
        kind = self._choices.of(("literal", "expression", "none"))
        if kind == "expression":
            return self._expression(wanted, 1, [])
        return "None" if kind == "none" else self._choices.of(self.literals[wanted])

    def _keys(self, count, first=_KEYS):
        first = int(self._choices.of(first))
        return [str(first + n) for n in range(count)]

    def _some(self, keys):
        """One at least, in their order."""
        first = self._choices.of(keys)
        return [key for key in keys if key == first or self._choices.maybe(2)]
