"""Criteria and values of entities: of their columns and along their relationships."""

from .classes import CLASSES, DAY, INT, LITERALS, MOMENT, NUMBER, TEXT, TRUTH


class Criteria:
    """What is said of entities; the rest of the grammar is the other's."""

    def _truth(self, depth, scope):
        kinds = ("compare", "relation", "null", "like", "in", "columns", "between", "and", "or", "not", "relation", "relation", "in_query", "exists", "scalar", "parent", "is")
        kind = self._choices.of(kinds if depth > 0 else kinds[:7])
        return getattr(self, "_" + {"and": "both", "or": "both", "in": "listed", "not": "negated", "null": "is_null", "is": "is_true"}.get(kind, kind))(depth, scope)

    def _compare(self, depth, scope):
        kind = self._choices.of((INT, TEXT, INT, TEXT, NUMBER, DAY, MOMENT))
        return "%s %s %s" % (self._value(kind, depth, scope), self._choices.of(("==", "!=", "<", ">=", ">")), self._literal(kind))

    def _columns(self, depth, scope):
        kind = self._choices.of((INT, TEXT))
        return "%s %s %s" % (self._column(kind, scope), self._choices.of(("!=", "==", "<", ">=")), self._column(kind, scope))

    def _is_null(self, depth, scope):
        return "%s.%s(None)" % (self._column(self._choices.of((INT, TEXT, DAY)), scope), self._choices.of(("is_", "is_not")))

    def _like(self, depth, scope):
        how = self._choices.of(("like", "ilike", "contains", "startswith", "not_like"))
        return "%s.%s(%s)" % (self._column(TEXT, scope), how, self._choices.of(('"%a%"', '"A"', '"_%"', '"%"')))

    def _listed(self, depth, scope):
        kind = self._choices.of((INT, TEXT))
        values = ", ".join(self._literal(kind) for _ in range(self._choices.below(4)))
        return "%s.%s([%s])" % (self._column(kind, scope), self._choices.of(("in_", "not_in")), values)

    def _between(self, depth, scope):
        return "%s.between(%s, %s)" % (self._column(INT, scope), self._literal(INT), self._literal(INT))

    def _both(self, depth, scope):
        return "%s(%s)" % (self._choices.of(("or_", "and_")), ", ".join(self._truth(depth - 1, scope) for _ in range(2)))

    def _negated(self, depth, scope):
        return "not_(%s)" % self._truth(depth - 1, scope)

    def _is_true(self, depth, scope):
        found = self._columns_of(TRUTH, scope)
        return self._choices.of(found) if found else self._compare(depth, scope)

    def _relation(self, depth, scope):
        entity = self._choices.of(scope)
        relations = entity.cls.relations
        if not relations:
            return self._compare(depth, scope)
        key = self._choices.of(list(relations))
        target, is_many = relations[key]
        path = "%s.%s" % (entity.text, key)
        kind = self._choices.of(("empty", "criterion", "not_empty", "keyword", "none", "not_none", "of_type", "aliased", "entity", "and"))
        how = "any" if is_many else "has"
        inner = self.plain(target)
        if kind in ("none", "not_none") and not (kind == "not_none" and is_many):
            return "%s %s None" % (path, "==" if kind == "none" else "!=")
        if kind == "criterion":
            return "%s.%s(%s)" % (path, how, self._truth(depth - 1, [inner]))
        if kind == "keyword":
            column = self._choices.of([c for c, t in inner.cls.columns.items() if t in (INT, TEXT)])
            return "%s.%s(%s=%s)" % (path, how, column, self._literal(inner.cls.columns[column]))
        if kind == "of_type" and inner.cls.subclasses:
            inner = self.plain(self._choices.of(inner.cls.subclasses).name)
            return "%s.of_type(%s).%s(%s)" % (path, inner.text, how, self._truth(0, [inner]))
        if kind == "aliased":
            inner = self.aliased(target)
            return "%s.of_type(%s).%s(%s)" % (path, inner.text, how, self._truth(0, [inner]))
        if kind == "entity":
            return self._of_entity(path, target, is_many)
        if kind == "and":
            return "%s.and_(%s).%s()" % (path, self._truth(0, [inner]), how)
        return "%s%s.%s()" % ("~" if kind == "not_empty" else "", path, how)

    def _of_entity(self, path, target, is_many):
        """Of one entity that is in no database; only many-to-many can be asked for without its foreign key."""
        thing = self._persistent(target)
        if is_many:
            return "%s.contains(%s)" % (path, thing)
        return "%s %s %s" % (path, self._choices.of(("==", "!=")), thing)

    def _persistent(self, name):
        cls = CLASSES[name]
        values = ["%s=%s" % (key, self._literal(cls.columns[key])) for key in cls.columns if cls.columns[key] == INT and (key in cls.keys or key.endswith("_id"))]
        return "persistent(%s, %s)" % (name, ", ".join(values))

    def _parent(self, depth, scope):
        """with_parent(): of the classes themselves, as no alias is at the other end."""
        here = [entity for entity in scope if entity.text == entity.cls.name]
        back = [(name, key) for entity in here for name, each in CLASSES.items() for key, (target, _) in each.relations.items() if target == entity.text]
        if not back:
            return self._relation(depth, scope)
        name, key = self._choices.of(back)
        return "with_parent(%s, %s.%s)" % (self._persistent(name), name, key)

    def _in_query(self, depth, scope):
        inner = self.entity(depth - 1)
        chosen = self._column(INT, [inner])
        query = "%s(%s).where(%s)" % (self._choices.of(("select", self.q)), chosen, self._truth(depth - 1, [inner]))
        return "%s.%s(%s)" % (self._column(INT, scope), self._choices.of(("in_", "not_in")), query)

    def _exists(self, depth, scope):
        inner = self.entity(0)
        link = "%s == %s" % (self._column(INT, [inner]), self._column(INT, scope))
        text = self._choices.of(("exists().where(%s)", "select(%s).where(%%s).exists()" % inner.text, "Q(%s).where(%%s).exists()" % inner.text, "exists(%s).where(%%s)" % inner.key)) % link
        return "~" + text if self._choices.maybe(3) else text

    def _scalar(self, depth, scope):
        return "%s %s %s" % (self._scalar_query(scope), self._choices.of((">", "==", "<")), self._literal(INT))

    def _scalar_query(self, scope):
        inner = self.entity(0)
        value = self._choices.of(("func.count(%s)", "func.max(%s)")) % self._column(INT, [inner])
        text = "%s(%s).where(%s == %s)" % (self._choices.of(("select", self.q)), value, self._column(INT, [inner]), self._column(INT, scope))
        if self._choices.maybe(3):
            text += ".correlate(%s)" % scope[0].text
        return text + ".scalar_subquery()"

    # Values.

    def _value(self, kind, depth, scope):
        column = self._column(kind, scope)
        if depth <= 0:
            return column
        if kind == INT:
            how = self._choices.of(("%s", "(%s + 1)", "func.coalesce(%s, 0)", "func.abs(%s)", "(%s % 3)", "case((%s > 2, 1), else_=0)", "cast(%s, String)"))
            return how.replace("%s", column)
        if kind == TEXT:
            return self._choices.of(("%s", "func.lower(%s)", '(%s + "x")', 'func.coalesce(%s, "")')).replace("%s", column)
        return column

    def _column(self, kind, scope):
        found = self._columns_of(kind, scope)
        return self._choices.of(found) if found else "literal(%s)" % self._literal(kind)

    def _columns_of(self, kind, scope):
        return ["%s.%s" % (entity.text, key) for entity in scope for key, each in entity.columns.items() if each == kind]

    def _literal(self, kind):
        return self._choices.of(LITERALS[kind])
