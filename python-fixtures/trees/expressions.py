"""The names that the expressions of ``cases.txt`` may use, and what an expression gives."""

import datetime as dt
import uuid
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy import (
    LABEL_STYLE_NONE, LABEL_STYLE_TABLENAME_PLUS_COL, and_, asc, bindparam, column, delete, desc, except_, except_all,
    exists, false, func, insert, intersect, intersect_all, literal, literal_column, not_, null, or_, select, table, text,
    true, union, union_all, update, values,
)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.types import (
    JSON, BigInteger, Boolean, Date, DateTime, Float, Integer, Interval, Numeric, String, Text, Time,
)

from schema import addresses, metadata, parcels, trades, users

u, a, t, p = users.c, addresses.c, trades.c, parcels.c
v = users.alias("v")
anonymous = users.alias()
UUID = uuid.UUID("12345678-1234-5678-1234-567812345678")


def build(expression):
    return eval(expression)
