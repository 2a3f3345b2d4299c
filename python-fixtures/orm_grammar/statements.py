"""Random queries of entities: what is selected, from where, how joined, grouped, united and cut."""

from .changes import Changes
from .classes import CLASSES, FAVOURITES, HIERARCHIES, INT, TEXT, TRUTH
from .criteria import Criteria
from .options import Options

# No columns of a table of their own.
_COMPUTED = ("is_old", "name_length", "album_count", "last_year")

_KINDS = ("select", "query", "select", "query", "select", "query", "select", "query", "grouped", "grouped", "union", "union", "from_statement", "change", "change")


class Entity:
    """A class, or an alias of one, by its name in the source; its attributes by their types."""

    def __init__(self, text, cls, columns=None):
        self.text = text
        self.cls = cls
        self.columns = cls.columns if columns is None else columns

    @property
    def stored(self):
        return [key for key in self.columns if key not in _COMPUTED and (self.cls.name, key) != ("Band", "title")]

    @property
    def keys(self):
        return ", ".join("%s.%s" % (self.text, key) for key in self.cls.keys)

    @property
    def key(self):
        return "%s.%s" % (self.text, self.cls.keys[0])


class Statement(Changes, Options, Criteria):
    """One random statement: ``lines`` of Python that name its parts, and the ``last`` that is it; ``how`` it is fetched and what it is asked for then."""

    def __init__(self, choices):
        self.choices = self._choices = choices
        self._aliases = 0
        self.lines = []
        self.how = ["all"]
        self.touch = []
        kind = choices.of(_KINDS)
        self.q = "select" if kind == "select" else "Q" if kind == "query" else choices.of(("select", "Q"))
        self.last = getattr(self, "_statement" if kind in ("select", "query") else "_" + kind)()

    @property
    def source(self):
        return "\n".join([*self.lines, self.last])

    # Entities.

    def plain(self, name):
        return Entity(name, CLASSES[name])

    def aliased(self, name, of=""):
        more = of or self._choices.of(("", "", ', name="%s"' % name.lower(), ", flat=True"))
        return Entity(self._named("aliased(%s%s)" % (name, more)), CLASSES[name])

    def entity(self, depth, taken=()):
        """A class that is not taken yet, or what stands for one."""
        name = self._choices.of(FAVOURITES)
        kind = self._choices.of(("plain", "plain", "plain", "plain", "alias", "alias", "subquery", "cte", "polymorphic"))
        if kind in ("subquery", "cte") and depth > 0:
            inner = self.plain(name)
            query = "%s(%s).where(%s)" % (self._choices.of(("select", "Q")), name, self._truth(depth - 1, [inner]))
            called = self._choices.of(("", '"some_%s"' % name.lower()))
            return self.aliased(name, ", %s" % self._named("%s.%s(%s)" % (query, kind, called)))
        if kind == "polymorphic" and depth > 0:
            name = self._choices.of(HIERARCHIES)
            chosen = sorted({self._choices.of(CLASSES[name].subclasses).name for _ in range(2)})
            which = '"*"' if self._choices.maybe(3) else "[%s]" % ", ".join(chosen)
            return Entity(self._named("with_polymorphic(%s, %s%s)" % (name, which, self._choices.of(("", ", flat=True")))), CLASSES[name])
        if kind == "plain" and name not in taken:
            return self.plain(name)
        return self.aliased(name)

    def _named(self, text):
        self._aliases += 1
        name = "x%d" % self._aliases
        self.lines.append("%s = %s" % (name, text))
        return name

    # Statements.

    def _statement(self):
        root = self.entity(2)
        scope, joins, joined = self._joins(root)
        selected, entities = self._selected(root, scope)
        text = "%s(%s)" % (self.q, selected)
        if joins and not selected.startswith(root.text) or self._choices.maybe(8):
            text += ".select_from(%s)" % root.text
        text += "".join(joins)
        text += "".join(".where(%s)" % self._truth(2, scope) for _ in range(self._choices.of((0, 1, 1, 2))))
        if entities:
            text += self._options_of(entities, joined)
            self._touched(entities[0])
        return text + self._distinct() + self._ordered(scope) + self._cut() + self._fetched()

    def _selected(self, root, scope):
        """What is selected, and the entities among it."""
        kind = self._choices.of(("root", "root", "root", "columns", "two", "entity_and_value", "bundle", "last"))
        if kind == "root":
            return root.text, [root]
        if kind == "two":
            entities = scope[:2]
            return ", ".join(each.text for each in entities), entities
        if kind == "last":
            return scope[-1].text, [scope[-1]]
        values = ", ".join(self._labelled(n, scope) for n in range(1 + self._choices.below(3)))
        if kind == "entity_and_value":
            return "%s, %s" % (root.text, values), [root]
        if kind == "bundle":
            return 'Bundle("b", %s)' % ", ".join(dict.fromkeys(self._column(self._choices.of((INT, TEXT)), [root]) for _ in range(3))), []
        return values, []

    def _labelled(self, number, scope):
        kind = self._choices.of((INT, TEXT, INT, TEXT, "query", "truth", TRUTH))
        if kind == "query":
            return '%s.label("c%d")' % (self._scalar_query(scope), number)
        if kind == "truth":
            return '(%s).label("c%d")' % (self._relation(1, scope), number)
        value = self._value(kind, self._choices.below(2), scope)
        return '%s.label("c%d")' % (value, number) if self._choices.maybe(3) or value.startswith(("literal", "case")) else value

    def _touched(self, entity):
        if self._choices.maybe(3):
            keys = [*entity.cls.relations, *entity.cls.late]
            if keys:
                self.touch = [self._choices.of(keys)]

    def _distinct(self):
        return ".distinct()" if self._choices.maybe(8) else ""

    def _ordered(self, scope):
        """By all keys, so that no two rows may change their places."""
        first = self._choices.of(("", "", "", self._column(self._choices.of((INT, TEXT)), scope) + self._choices.of(("", ".desc()")) + ", "))
        return ".order_by(%s%s)" % (first, ", ".join(each.keys for each in scope))

    def _cut(self):
        return self._choices.of(("", "", "", "", ".limit(3)", ".limit(2).offset(1)", ".offset(1)"))

    def _fetched(self):
        if self._choices.maybe(6):
            self.how = [self._choices.of(("first", "count", "one_or_none") if self.q == "Q" else ("scalars", "first"))]
        return self._choices.of(("",) * 9 + (".execution_options(populate_existing=True)", ".execution_options(yield_per=2)"))

    # Joins.

    def _joins(self, root):
        """The entities in scope, the text of the joins, and the paths that can be loaded from: (root, path, target)."""
        scope, joins, joined = [root], [], []
        for _ in range(self._choices.of((0, 0, 1, 1, 2, 3))):
            entity = self._choices.of(scope)
            if not entity.cls.relations or self._choices.maybe(8):
                other = self.entity(1, [each.text for each in scope])
                on = "%s == %s" % (self._column(INT, [other]), self._column(INT, [entity]))
                joins.append(".%s(%s, %s)" % (self._choices.of(("join", "outerjoin")), other.text, on))
            else:
                key = self._choices.of(list(entity.cls.relations))
                text, other = self._join(entity, key, [each.text for each in scope])
                joins.append(text)
                joined.append((entity, "%s.%s" % (entity.text, key), other))
            scope.append(other)
        return scope, joins, joined

    def _join(self, entity, key, taken):
        target = entity.cls.relations[key][0]
        path = "%s.%s" % (entity.text, key)
        how = self._choices.of(("join", "outerjoin", "join", "outerjoin"))
        more = self._choices.of(("",) * 8 + (", isouter=True", ", full=True")) if how == "join" else ""
        kind = self._choices.of(("path", "path", "path", "target", "and", "of_type", "of_alias", "alias", "alias", "subclass", "polymorphic"))
        cls = CLASSES[target]
        if kind == "subclass" and cls.subclasses:
            other = self.plain(self._choices.of(cls.subclasses).name)
            if other.text not in taken:
                return ".%s(%s.of_type(%s)%s)" % (how, path, other.text, more), other
        if kind == "polymorphic" and cls.subclasses:
            other = Entity(self._named("with_polymorphic(%s, [%s], flat=True)" % (target, self._choices.of(cls.subclasses).name)), cls)
            return ".%s(%s.of_type(%s)%s)" % (how, path, other.text, more), other
        if target in taken or kind in ("of_alias", "alias"):
            other = self.aliased(target)
            # SQLAlchemy loses the alias of of_type() when it dumps it.
            if kind != "of_alias":
                return ".%s(%s, %s%s)" % (how, other.text, path, more), other
            return ".%s(%s.of_type(%s)%s)" % (how, path, other.text, more), other
        other = self.plain(target)
        if kind == "target":
            return ".%s(%s, %s%s)" % (how, target, path, more), other
        if kind == "and":
            return ".%s(%s.and_(%s)%s)" % (how, path, self._truth(0, [other]), more), other
        return ".%s(%s%s)" % (how, path, more), other

    # Of many rows.

    def _grouped(self):
        root = self.entity(1)
        scope, joins, _ = self._joins(root)
        if self._choices.maybe(4):
            key, ordered = root.text, root.keys
        else:
            key = ordered = self._column(self._choices.of((INT, TEXT)), [root])
        value = self._choices.of(("func.count(%s)", "func.sum(%s)", "func.max(%s)", "func.count(distinct(%s))")) % self._column(INT, [scope[-1]])
        text = "%s(%s, %s)" % (self.q, key, value if self._choices.maybe(2) else value + '.label("n")')
        if not key.startswith(root.text):
            text += ".select_from(%s)" % root.text
        text += "".join(joins)
        if self._choices.maybe(2):
            text += ".where(%s)" % self._truth(1, scope)
        text += ".group_by(%s)" % key
        if self._choices.maybe(3):
            text += ".having(func.count(%s) %s %s)" % (self._column(INT, [scope[-1]]), self._choices.of((">", "<=")), self._choices.of(("1", "2", "0")))
        return text + ".order_by(%s)" % ordered + self._cut()

    def _union(self):
        entity = self.plain(self._choices.of(FAVOURITES)) if self._choices.maybe(2) else self.entity(0)
        columns = ""
        if self._choices.maybe(3):
            columns = ", ".join(dict.fromkeys(self._column(self._choices.of((INT, TEXT)), [entity]) for _ in range(2)))
        how = self._choices.of(("union", "union_all", "intersect", "except_"))
        arms = ["%s(%s).where(%s)" % (self.q, columns or entity.text, self._truth(1, [entity])) for _ in range(2 + self._choices.maybe(4))]
        if self.q == "Q":
            return self._united(entity, columns, how, arms)
        text = "%s(%s)" % (how, ", ".join(arms))
        kind = self._choices.of(("from_statement", "aliased", "plain", "subquery"))
        if kind == "plain":
            return text + self._cut() if columns else text
        if kind == "subquery" or columns:
            return "select(%s)" % self._named("%s.subquery()" % text)
        if kind == "aliased":
            other = self.aliased(entity.cls.name, ", %s" % self._named("%s.subquery()" % text))
            return "select(%s)%s%s%s" % (other.text, self._options_of([other], []), self._ordered([other]), self._cut())
        # Sorted by the first column, lest the rows come in any order.
        return "select(%s).from_statement(%s)%s" % (entity.text, text, self._options_of([entity], []))

    def _united(self, entity, columns, how, arms):
        text = "%s.%s(%s)" % (arms[0], how, ", ".join(arms[1:]))
        if columns:
            return text + self._choices.of((".order_by(%s)" % columns, "")) + self._cut()
        scope, joins, joined = self._joins(entity) if self._choices.maybe(3) else ([entity], [], [])
        text += "".join(joins)
        if self._choices.maybe(3):
            text += ".where(%s)" % self._truth(1, scope)
        text += self._options_of([entity], joined)
        self._touched(entity)
        return text + self._ordered(scope) + self._cut() + self._fetched()

    def _from_statement(self):
        entity = self.plain(self._choices.of(FAVOURITES))
        inner = self._choices.of(("select(%s)" % entity.text, "select(%s.__table__)" % entity.text))
        inner += ".where(%s).order_by(%s)" % (self._truth(1, [entity]), entity.keys)
        self._touched(entity)
        return "%s(%s).from_statement(%s)%s" % (self.q, entity.text, inner, self._options_of([entity], []))
