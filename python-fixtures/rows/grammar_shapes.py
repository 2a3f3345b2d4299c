"""Less common shapes of random statements: recursion, VALUES, LATERAL, windows and their frames, JSON, tuples, patterns."""

# Paths into the documents of bazaar.py, by what is at their end in one of them at least.
_PATHS = {
    "int": (('"pages"', "as_integer"), ('("b", "n")', "as_integer")),
    "text": (('"origin"', "as_string"), ("0", "as_string"), ('("origin", 1)', "as_string"), ('"weird key\'s"', "as_string"), ('("b", "d")', "as_string"), ('"b"', "as_string")),
    "truth": (('"hot"', "as_boolean"), ('("b", "t")', "as_boolean")),
}

# The order of ties is not promised, so that no frame tells rows from their peers.
_FRAMES = ("", "", "range_=(None, 0)", "range_=(0, None)", "range_=(None, None)", "groups=(-1, 1)", "groups=(None, -1)", "groups=(0, 2)")
_NUMBER_FRAMES = ("range_=(-2, 2)", "range_=(None, 5)", "range_=(1, 100)")

_PATTERNS = ('"^[A-Z]"', '"[0-9]+"', '"a|e"', '"^.{3}$"', '"é"')


class Shapes:
    """Parts of statements; the rest of the grammar is the other's."""

    def _recursive(self):
        """Numbers from one on, and what each step makes of the last."""
        name = self._new("r")
        last = self._choices.of(("3", "5", "9"))
        step = self._choices.of(("%s.c.c1 + %s.c.c0", "%s.c.c1 * 2 - %s.c.c0", "%s.c.c1 - %s.c.c0")) % (name, name)
        start = 'select(literal(1).label("c0"), literal(%s).label("c1"))' % self._choices.of(("0", "7", "-3"))
        union = self._choices.of(("union_all", "union"))
        self.lines.append('%s = %s.cte("%s", recursive=True)' % (name, start, name))
        self.lines.append("%s = %s.%s(select(%s.c.c0 + 1, %s).where(%s.c.c0 < %s))" % (name, name, union, name, step, name, last))
        return name, [("%s.c.c0" % name, "int"), ("%s.c.c1" % name, "int")]

    def _listed(self):
        """VALUES, as a CTE: SQLite has no names for its columns elsewhere."""
        other = self._choices.of(("text", "number", "day"))
        rows = ["(%d, %s)" % (n + 1, self._choices.of(self.literals[other])) for n in range(1 + self._choices.below(3))]
        name = self._new("v")
        kind = {"text": "String(100)", "number": "Numeric(14, 2)", "day": "Date"}[other]
        self.lines.append('%s = values(column("c0", Integer), column("c1", %s), name="%s_").data([%s]).cte("%s")' % (name, kind, name, ", ".join(rows), name))
        return name, [("%s.c.c0" % name, "int"), ("%s.c.c1" % name, other)]

    def _lateral(self, scope):
        """Rows of another table that belong to one of those before; not every database has it."""
        inner, columns = self._source(1, False)
        wanted = ["int", *self._types()]
        made = ", ".join('%s.label("c%d")' % (self._expression(t, 1, columns), n) for n, t in enumerate(wanted))
        name = self._named("select(%s).select_from(%s).where(%s).lateral(\"%s\")" % (made, inner, self._link(columns, scope), self._new("l")))
        return name, [("%s.c.c%d" % (name, n), t) for n, t in enumerate(wanted)]

    def _window(self, wanted, scope):
        kind = self._choices.of(("int", "text", "day"))
        key = self._expression(kind, 1, scope)
        if self._choices.maybe(3):
            key = "%s.%s()" % (key, self._choices.of(("desc", "nulls_first", "nulls_last")))
        over = self._choices.of(("order_by=%s" % key, "partition_by=%s" % self._leaf(kind, scope), "partition_by=%s, order_by=%s" % (self._leaf("int", scope), key)))
        return "%s.over(%s)" % self._windowed(wanted, scope, over, kind)

    def _windowed(self, wanted, scope, over, kind):
        is_ordered = "order_by" in over
        if wanted == "int" and is_ordered and self._choices.maybe(3):
            return self._choices.of(("func.rank()", "func.dense_rank()")), over
        if wanted == "int":
            function = self._choices.of(("func.count()", "func.sum(%s)" % self._int(0, scope)))
        else:
            function = "func.%s(%s)" % (self._choices.of(("max", "min")), self._number(0, scope))
        filters = self._choices.maybe(6)
        if filters:
            function += ".filter(%s)" % self._truth(0, scope)
        frame = self._choices.of(_FRAMES + _NUMBER_FRAMES if kind == "int" else _FRAMES) if is_ordered else ""
        # SQLite 3.40 forgets the filter of max() and min() where the frame's begin moves.
        if filters and wanted != "int":
            frame = ""
        return function, over + (", " + frame if frame else "")

    def _json(self, wanted, scope):
        documents = [c for c, t in scope if t == "json"]
        if not documents:
            return self._leaf(wanted, scope)
        path, how = self._choices.of(_PATHS[wanted])
        return "%s[%s].%s()" % (self._choices.of(documents), path, how)

    def _pair(self, depth, scope):
        """Two values at once among several."""
        one, two = self._choices.of((("int", "text"), ("int", "int"), ("text", "day")))
        left = "tuple_(%s, %s)" % (self._expression(one, depth - 1, scope), self._expression(two, depth - 1, scope))
        pairs = ["(%s, %s)" % (self._choices.of(self.literals[one]), self._choices.of(self.literals[two])) for _ in range(self._choices.below(3))]
        return "%s.%s([%s])" % (left, self._choices.of(("in_", "not_in")), ", ".join(pairs))

    def _matches(self, depth, scope):
        # Of text for sure, since the REGEXP that Python lends SQLite refuses numbers, which a document may hold.
        return "cast(%s, String(100)).regexp_match(%s)" % (self._expression("text", depth - 1, scope), self._choices.of(_PATTERNS))
