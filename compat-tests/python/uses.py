"""What a Python program does with a thing it was sent: combine it, name it, put it into a statement of its own."""

import sqlalchemy as sa
from sqlalchemy.sql import elements, selectable

_OF_AN_EXPRESSION = {
    "negated": lambda e: ~e,
    "compared": lambda e: e == None,  # noqa: E711
    "labelled": lambda e: e.label("x"),
    "combined": lambda e: sa.and_(e, sa.or_(e, sa.true())),
    "selected": lambda e: sa.select(e),
    "ordered by": lambda e: sa.select(sa.literal(1).label("one")).where(e).order_by(e),
}
_OF_A_SELECT = {
    "narrowed": lambda s: s.where(sa.literal(1) == 1).limit(2),
    "derived": lambda s: sa.select(s.subquery("q")),
    "as a scalar": lambda s: sa.select(s.scalar_subquery()),
    "with more columns": lambda s: s.add_columns(sa.literal(1).label("one")),
}
_OF_A_FROM = {
    "selected": lambda f: sa.select(f),
    "aliased": lambda f: sa.select(sa.func.count()).select_from(f),
}

# The first match wins.
_USES = (
    (selectable.SelectBase, _OF_A_SELECT),
    (elements.ColumnElement, _OF_AN_EXPRESSION),
    (selectable.FromClause, _OF_A_FROM),
)


def uses(thing):
    """The statements that can be made of a thing, by name, as functions that make them."""
    found = next((made for cls, made in _USES if isinstance(thing, cls)), {})
    return {name: lambda make=make: make(thing) for name, make in found.items()}
