package dev.brine.sql;

import dev.brine.schema.SqlType;

/**
 * What a database calls a type that a user wrote in Python: {@code get_col_spec()} of a {@code
 * UserDefinedType}. An implementation must be thread-safe.
 */
@FunctionalInterface
public interface TypeNamer {

  /** The name, with what belongs to it: {@code "GEOMETRY(POINT, 4326)"}. */
  String name(SqlType type, Dialect dialect);
}
