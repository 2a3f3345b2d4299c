package dev.brine.expr;

/** Something a database can be asked to do: SQLAlchemy's {@code Executable}. */
public sealed interface Statement extends ClauseElement permits Opaque, Select {}
