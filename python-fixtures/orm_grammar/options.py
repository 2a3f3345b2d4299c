"""Loader options: of relationships, chained, and of columns."""

from .classes import CLASSES, INT

_LOADS = ("joinedload", "selectinload", "subqueryload", "lazyload", "immediateload", "selectinload", "joinedload", "raiseload", "noload", "defaultload")
_WILDCARDS = ('lazyload("*")', 'selectinload("*")', 'raiseload("*")', 'defer("*")', 'undefer("*")')


class Options:
    """What is said of how entities are loaded; the rest of the grammar is the other's."""

    def _options_of(self, entities, joined):
        """The text of options for selected entities; ``joined``: paths that were joined along, with the entity at their end.

        Seldom on an alias: SQLAlchemy dumps those as the class', and refuses them then.
        """
        selected = [each for each in entities if each.text == each.cls.name] or (entities if self._choices.maybe(8) else [])
        if not selected:
            return ""
        options = [self._option(self._choices.of(selected), joined) for _ in range(self._choices.of((0, 1, 1, 2, 3)))]
        return "".join(self._given([each for each in options if each]))

    def _given(self, options):
        if options and self._choices.maybe(4):
            return [".options(%s)" % each for each in options]
        return [".options(%s)" % ", ".join(options)] if options else []

    def _option(self, entity, joined):
        kinds = ("load", "load", "load", "load", "eager", "only", "defer", "undefer", "wildcard", "criteria", "of_load", "expression", "polymorphic")
        kind = self._choices.of(kinds)
        return getattr(self, "_option_" + kind)(entity, joined) or self._option_load(entity, joined)

    def _option_load(self, entity, joined):
        if not entity.cls.relations:
            return self._option_defer(entity, joined)
        key = self._choices.of(list(entity.cls.relations))
        target, more = self._along(entity, key)
        load = self._choices.of(_LOADS)
        arguments = ", innerjoin=True" if load == "joinedload" and self._choices.maybe(6) else ", sql_only=True" if load == "raiseload" and self._choices.maybe(2) else ""
        text = "%s(%s.%s%s%s)" % (load, entity.text, key, more, arguments)
        return text if load in ("raiseload", "noload") else text + self._then(target, 2)

    def _along(self, entity, key):
        """The class that is loaded, and what is said of it behind the relationship."""
        cls = CLASSES[entity.cls.relations[key][0]]
        kind = self._choices.of(("", "", "", "", "", "type", "and"))
        if kind == "type" and cls.subclasses:
            cls = self._choices.of(cls.subclasses)
            return cls, ".of_type(%s)" % cls.name
        if kind == "and":
            return cls, ".and_(%s)" % self._truth(0, [self.plain(cls.name)])
        return cls, ""

    def _then(self, cls, depth):
        """What is said of what was loaded."""
        kind = self._choices.of(("", "", "load", "only", "defer", "options", "undefer"))
        if kind == "load" and depth and cls.relations:
            key = self._choices.of(list(cls.relations))
            target, more = self._along(self.plain(cls.name), key)
            return ".%s(%s.%s%s)" % (self._choices.of(_LOADS[:7]), cls.name, key, more) + self._then(target, depth - 1)
        if kind == "only":
            return ".load_only(%s)" % self._some(self.plain(cls.name))
        if kind == "defer":
            return ".defer(%s)" % self._column(INT, [self.plain(cls.name)])
        if kind == "undefer" and cls.late:
            return ".undefer(%s.%s)" % (cls.name, self._choices.of(cls.late))
        if kind == "options" and depth and cls.relations:
            return ".options(%s)" % self._option_load(self.plain(cls.name), [])
        return ""

    def _some(self, entity):
        keys = [key for key in entity.stored]
        return ", ".join("%s.%s" % (entity.text, self._choices.of(keys)) for _ in range(1 + self._choices.below(3)))

    def _option_eager(self, entity, joined):
        """contains_eager() along what was joined."""
        paths = [(path, target) for root, path, target in joined if root is entity]
        if not paths:
            return None
        path, target = self._choices.of(paths)
        if target.text == target.cls.name:
            return "contains_eager(%s)%s" % (path, self._then(target.cls, 1))
        return "contains_eager(%s.of_type(%s))" % (path, target.text)

    def _option_only(self, entity, joined):
        return "load_only(%s)" % self._some(entity)

    def _option_defer(self, entity, joined):
        more = ", raiseload=True" if self._choices.maybe(4) else ""
        return "defer(%s.%s%s)" % (entity.text, self._choices.of(entity.stored), more)

    def _option_undefer(self, entity, joined):
        if entity.cls.name == "Band" and self._choices.maybe(3):
            return 'undefer_group("media")'
        return "undefer(%s.%s)" % (entity.text, self._choices.of(entity.cls.late)) if entity.cls.late else None

    def _option_wildcard(self, entity, joined):
        text = self._choices.of(_WILDCARDS)
        return "Load(%s).%s" % (entity.text, text) if self._choices.maybe(2) else text

    def _option_criteria(self, entity, joined):
        names = [entity.cls.name] + [target for target, _ in entity.cls.relations.values()]
        inner = self.plain(self._choices.of(names))
        more = ", include_aliases=True" if self._choices.maybe(4) else ""
        return "with_loader_criteria(%s, %s%s)" % (inner.text, self._truth(0, [inner]), more)

    def _option_of_load(self, entity, joined):
        if not entity.cls.relations:
            return None
        key = self._choices.of(list(entity.cls.relations))
        return "Load(%s).%s(%s.%s)" % (entity.text, self._choices.of(_LOADS[:7]), entity.text, key) + self._then(CLASSES[entity.cls.relations[key][0]], 1)

    def _option_expression(self, entity, joined):
        if entity.cls.name != "Album":
            return None
        return "with_expression(%s.%s, %s)" % (entity.text, self._choices.of(("score", "rank")), self._value(INT, 1, [entity]))

    def _option_polymorphic(self, entity, joined):
        if not entity.cls.subclasses or entity.text != entity.cls.name:
            return None
        chosen = sorted({self._choices.of(entity.cls.subclasses).name for _ in range(2)})
        return "selectin_polymorphic(%s, [%s])" % (entity.text, ", ".join(chosen))
