package dev.brine.sql;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;

/** DuckDB, as its dialect for SQLAlchemy writes it (duckdb-engine 0.17.0). */
final class DuckdbRules extends PostgresqlRules {

  DuckdbRules() {
    super("duckdb", new DuckdbIdentifiers());
  }

  @Override
  boolean dividesIntegersToIntegers() {
    return false;
  }

  /** Unlike psycopg2, its driver casts no JSON. */
  @Override
  String bindCast(SqlType type, boolean isTyped) {
    boolean isLeftOut = !isTyped && type.affinity() == TypeName.JSON_;
    return isLeftOut ? "" : super.bindCast(type, isTyped);
  }
}
