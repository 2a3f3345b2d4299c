"""What defines a schema: loaded, named and written back as it is."""

from shop import addresses, codes, defaulted, identified, numbered, odd, users
from sqlalchemy import CheckConstraint, Computed, DDL, Identity, Index, Sequence, UniqueConstraint, func, text
from sqlalchemy.schema import (
    AddConstraint, CreateIndex, CreateSchema, CreateSequence, CreateTable, DropConstraint, DropIndex, DropSchema, DropSequence, DropTable,
)

from .registry import family

case = family("ddl", protocols=(2, 5))

case("create_table", lambda: CreateTable(users))
case("create_table_if_not_exists", lambda: CreateTable(defaulted, if_not_exists=True))
case("create_table_odd_names", lambda: CreateTable(odd))
case("create_table_identity", lambda: CreateTable(identified))
case("drop_table", lambda: DropTable(users))
case("drop_table_if_exists", lambda: DropTable(users, if_exists=True))
case("create_index", lambda: CreateIndex(Index("ix_name", users.c.name)))
case("create_index_unique", lambda: CreateIndex(Index("ix_names", users.c.name, users.c.age, unique=True)))
case("create_index_expression", lambda: CreateIndex(Index("ix_lower", func.lower(users.c.name))))
case("create_index_where", lambda: CreateIndex(Index("ix_some", users.c.name, postgresql_where=users.c.age > 5)))
case("drop_index", lambda: DropIndex(Index("ix_name", users.c.name)))
case("create_schema", lambda: CreateSchema("archive"))
case("create_schema_if_not_exists", lambda: CreateSchema("archive", if_not_exists=True))
case("drop_schema", lambda: DropSchema("archive", cascade=True))
case("create_sequence", lambda: CreateSequence(Sequence("numbers", start=5, increment=2)))
case("drop_sequence", lambda: DropSequence(Sequence("numbers")))
case("add_constraint", lambda: AddConstraint(UniqueConstraint(users.c.name, name="uq_name")))
case("add_check", lambda: AddConstraint(_check()))
case("drop_constraint", lambda: DropConstraint(UniqueConstraint(users.c.name, name="uq_name")))
case("text", lambda: DDL("ALTER TABLE users ADD COLUMN x INTEGER"))
case("text_with_context", lambda: DDL("DROP TRIGGER %(name)s", context={"name": "tr"}))
case("sequence", lambda: Sequence("numbers", start=5))
case("sequence_next", lambda: Sequence("numbers").next_value())
case("computed", lambda: Computed("a + b", persisted=True))
case("identity", lambda: Identity(start=5, always=True))
case("index", lambda: Index("ix_name", users.c.name))
case("check", lambda: CheckConstraint(text("age > 5"), name="ck"))
case("unique", lambda: UniqueConstraint(users.c.name, name="uq_name"))


def _check():
    constraint = CheckConstraint(users.c.age > 5, name="ck_age")
    users.append_constraint(constraint)
    return constraint
