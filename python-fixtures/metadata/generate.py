# -*- coding: utf-8 -*-
"""Pickles one MetaData plainly, under whichever SQLAlchemy is importable (0.6 to 2.1, Python 2.7 to 3.13).

    PYTHONPATH=<folder with that SQLAlchemy> python generate.py OUT.pickle PROTOCOL

What every series can say is said here; the reader must find the same tables in all of the outputs.
"""
import pickle
import sys

from sqlalchemy import (
    BigInteger, Boolean, Column, Date, DateTime, Enum, Float, ForeignKey, ForeignKeyConstraint,
    Integer, Interval, LargeBinary, MetaData, Numeric, SmallInteger, String, Table, Text, Time,
    Unicode, UnicodeText)
from sqlalchemy.types import CHAR, DATETIME, DECIMAL, TIMESTAMP, VARCHAR

metadata = MetaData()

Table('customers', metadata,
      Column('id', Integer, primary_key=True),
      Column('name', String(50), nullable=False, index=True, default='x', server_default='y'),
      Column('Mixed', Unicode(20), quote=True),
      Column('plain', Unicode(20), quote=False),
      Column('db_name', String(30), key='attr_key', unique=True))

Table('orders', metadata,
      Column('region', CHAR(2), primary_key=True),
      Column('number', BigInteger, primary_key=True),
      Column('customer_id', Integer, ForeignKey('customers.id'), nullable=False),
      Column('placed', DateTime(timezone=True)),
      Column('total', Numeric(10, 2)),
      schema='shop')

Table('lines', metadata,
      Column('id', Integer, primary_key=True, autoincrement=False),
      Column('region', CHAR(2)),
      Column('number', BigInteger),
      Column('parent_id', Integer, ForeignKey('lines.id')),
      ForeignKeyConstraint(['region', 'number'], ['shop.orders.region', 'shop.orders.number']),
      quote=True)

by_object = metadata.tables['customers']
Table('visits', metadata, Column('customer_id', Integer, ForeignKey(by_object.c.id)))

Table('typed', metadata,
      Column('si', SmallInteger), Column('t', Text), Column('ut', UnicodeText),
      Column('f', Float), Column('b', Boolean), Column('d', Date), Column('dt', DateTime),
      Column('tm', Time), Column('iv', Interval), Column('lb', LargeBinary),
      Column('e', Enum('a', 'b', name='ab')), Column('vc', VARCHAR(7)), Column('dec', DECIMAL(5, 1)),
      Column('ts', TIMESTAMP), Column('dtu', DATETIME))

with open(sys.argv[1], 'wb') as out:
    out.write(pickle.dumps(metadata, int(sys.argv[2])))
