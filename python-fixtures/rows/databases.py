"""The databases that Python and Java both reach, by the name of their dialect: where they are is said by whoever runs both."""

import sqlalchemy as sa

# Python's driver of each.
DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "mariadb": "mariadb+pymysql",
    "duckdb": "duckdb",
}


def connect(database, address):
    """An engine; ``address`` is what follows the driver in SQLAlchemy's URL: a file's path after ``/``, or ``user@host:port/name``."""
    engine = sa.create_engine("%s://%s" % (DRIVERS[database], address))
    if database == "sqlite":
        _begin_where_told(engine)
    return engine


def _begin_where_told(engine):
    """Python's module begins no transaction before a statement that begins WITH, so that it could not be undone."""

    @sa.event.listens_for(engine, "connect")
    def leave_it_to_us(connection, record):
        connection.isolation_level = None

    @sa.event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN")
