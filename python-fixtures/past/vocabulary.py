"""Teaches an older SQLAlchemy the words of 2.0 in which the constructs are written, where it can say the same thing in its own.

Asks what is there and never for a version. Nothing of it gets into a dump: a dump names the classes of things, not the methods that made them.
"""

import inspect

import sqlalchemy
from sqlalchemy.sql import expression, operators

from past.absent import Absent, NotSaid, absent

SAYINGS = {}
_STYLE_OF_TABLE_NAMES = "LABEL_STYLE_TABLENAME_PLUS_COL"


def _class(*names):
    return next((getattr(expression, name) for name in names if hasattr(expression, name)), None)


_Select = expression.Select
_SelectBase = _class("SelectBase", "_SelectBaseMixin")
_Compound = expression.CompoundSelect
_TextSelect = _class("TextualSelect", "TextAsFrom")
_Operators = expression.ColumnElement
_takes_a_list = not hasattr(_Select, "scalar_subquery")


def _said(function):
    """A function of SQLAlchemy's package that is called otherwise."""
    SAYINGS[function.__name__.rstrip("_")] = function
    return function


def _teach(classes, name, method):
    for cls in classes:
        if cls is not None and not hasattr(cls, name):
            setattr(cls, name, method)


def _each(method):
    """A method of one argument as one of many."""

    def of_many(self, *arguments):
        for argument in arguments:
            self = method(self, argument)
        return self

    return of_many


def _not_said(what):
    def refuse(*arguments, **named):
        raise NotSaid(what)

    return refuse


def _is_select(thing):
    return isinstance(thing, (_SelectBase, _Compound))


def _generated(method):
    """A method that changes a copy."""

    def of_a_copy(self, *arguments, **named):
        copy = self._generate()
        method(copy, *arguments, **named)
        return copy

    return of_a_copy


# --- SELECT
if _takes_a_list:

    @_said
    def select(*columns):
        return expression.select(list(columns))

    @_said
    def exists(*arguments):
        if not arguments or _is_select(arguments[0]):
            return expression.exists(*arguments)
        return expression.exists(list(arguments))

    @_said
    def case(*whens, **options):
        if len(whens) == 1 and isinstance(whens[0], dict):
            return expression.case(whens[0], **options)
        return expression.case(list(whens), **options)

    for _name in ("join", "outerjoin", "join_from", "outerjoin_from"):
        for _cls in (_Select, _Compound):
            setattr(_cls, _name, _not_said("Select.%s" % _name))
    for _cls in (_Select, _class("Update"), _class("Delete"), _class("Exists", "_Exists")):
        _cls.where = _each(_cls.where)
        _cls.filter = _cls.where
    _Select.having = _each(_Select.having)
    _Select.select_from = _each(_Select.select_from)
    _alone = _Select.with_only_columns
    _Select.with_only_columns = lambda self, *columns: _alone(self, list(columns))
    _Select.add_columns = _each(_Select.column)
    _Select.filter_by = _not_said("Select.filter_by")
    _teach((_Select, _Compound, _TextSelect), "subquery", lambda self, name=None: self.alias(name))
    _teach((_Select, _Compound), "scalar_subquery", lambda self: self.as_scalar())
    _teach((_Select,), "exists", lambda self: expression.exists(self))

    def _styled(self, style):
        if style != _STYLE_OF_TABLE_NAMES:
            raise NotSaid("Select.set_label_style(%r)" % (style,))
        return self.apply_labels()

    _teach((_Select, _Compound), "set_label_style", _styled)
    SAYINGS[_STYLE_OF_TABLE_NAMES] = _STYLE_OF_TABLE_NAMES


def _lock(select, read=False, nowait=False):
    select.for_update = {(False, False): True, (True, False): "read", (False, True): "nowait", (True, True): "read_nowait"}[read, nowait]


_teach((_Select,), "with_for_update", _generated(_lock))


# --- INSERT, UPDATE and DELETE
def _inline(change):
    change.inline = True


def _in_order(change, *pairs):
    change._preserve_parameter_order = True
    change.parameters = list(pairs)


_teach((_class("Insert"), _class("Update")), "inline", _generated(_inline))
if "preserve_parameter_order" in str(inspect.getsource(_class("Update").__init__)):

    def ordered_values(self, *pairs):
        self = self._generate()
        self._preserve_parameter_order = True
        return self.values(list(pairs))

    _teach((_class("Update"),), "ordered_values", ordered_values)

# --- operators
_RENAMED = {
    "is_not": "isnot",
    "not_in": "notin_",
    "not_like": "notlike",
    "not_ilike": "notilike",
    "nulls_first": "nullsfirst",
    "nulls_last": "nullslast",
    "is_not_distinct_from": "isnot_distinct_from",
}
for _new, _old in _RENAMED.items():
    if not hasattr(_Operators, _new) and hasattr(_Operators, _old):
        setattr(_Operators, _new, getattr(_Operators, _old))
    if not hasattr(expression, _new) and hasattr(expression, _old):
        SAYINGS[_new] = getattr(expression, _old)

def _negated(name):
    def negated(self, *arguments, **options):
        return ~getattr(self, name)(*arguments, **options)

    return negated


# Before there was a word for it, users wrote the negation.
for _name, _plain in (("not_in", "in_"), ("not_like", "like"), ("not_ilike", "ilike")):
    if not hasattr(_Operators, _name):
        setattr(_Operators, _name, _negated(_plain))

# --- types and schema
try:
    import enum

    class _Members(enum.Enum):
        one = 1

    if sqlalchemy.Enum(_Members, name="members").enums != ["one"]:
        raise TypeError("of a class")
except Exception:  # in each series another

    @_said
    def Enum(*members, **options):
        if members and not hasattr(members[0], "upper"):
            return absent("Enum of a class")
        return sqlalchemy.Enum(*members, **options)


@_said
def Column(*arguments, **options):
    missing = [each for each in list(arguments) + list(options.values()) if isinstance(each, Absent)]
    return missing[0] if missing else sqlalchemy.Column(*arguments, **options)


@_said
def Table(*arguments, **options):
    return sqlalchemy.Table(*[each for each in arguments if not isinstance(each, Absent)], **options)
