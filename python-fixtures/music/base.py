"""What differs between the SQLAlchemys the classes are declared under; the rest of the package is the same for all."""

import sqlalchemy as sa

try:
    from sqlalchemy.orm import declarative_base
except ImportError:  # 1.3
    from sqlalchemy.ext.declarative import declarative_base

SERIES = tuple(int(part) for part in sa.__version__.split(".")[:2])
Base = declarative_base()
metadata = Base.metadata


def select_of(*columns):
    return sa.select(*columns) if SERIES >= (1, 4) else sa.select(list(columns))


def scalar(column, *criteria, **options):
    """A subquery of one value, for a column_property; ``inside``: the table that never belongs to the query around it."""
    statement = select_of(column)
    for criterion in criteria:
        statement = statement.where(criterion)
    for table in options.values():
        statement = statement.correlate_except(table)
    return statement.scalar_subquery() if SERIES >= (1, 4) else statement.as_scalar()


def subquery(statement, name):
    return statement.subquery(name) if SERIES >= (1, 4) else statement.alias(name)
