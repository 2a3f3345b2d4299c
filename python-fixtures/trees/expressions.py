"""The names that the expressions of ``cases.txt`` may use, and what an expression gives."""

import datetime as dt
import uuid
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy import (
    and_, asc, bindparam, column, delete, desc, false, func, insert, literal, literal_column, not_, null, or_,
    select, table, text, true, update, values,
)
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.types import (
    BigInteger, Boolean, Date, DateTime, Float, Integer, Interval, Numeric, String, Text, Time,
)

from schema import addresses, metadata, parcels, trades, users

u, a, t, p = users.c, addresses.c, trades.c, parcels.c
v = users.alias("v")
anonymous = users.alias()
UUID = uuid.UUID("12345678-1234-5678-1234-567812345678")


def build(expression):
    return eval(expression)
