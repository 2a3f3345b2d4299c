"""What no dump can hold, in two places."""

import sqlalchemy as sa
from sqlalchemy import types
from sqlalchemy.orm import column_property

try:
    from sqlalchemy.orm import declarative_base
except ImportError:  # 1.3
    from sqlalchemy.ext.declarative import declarative_base

Base = declarative_base()


def local_type():
    class Nowhere(types.UserDefinedType):
        def get_col_spec(self):
            return "NOWHERE"

    return Nowhere()


class Thing(Base):
    __tablename__ = "things"

    key = sa.Column(sa.Integer, primary_key=True)
    place = sa.Column(local_type())
    copy = column_property(sa.cast(key, local_type()))
