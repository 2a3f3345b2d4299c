package dev.brine.sql;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;

/** The names of types in SQLite (rel_2_0_52, {@code dialects/sqlite/base.py}). */
final class SqliteTypeCompiler extends TypeCompiler {

  SqliteTypeCompiler() {
    super("sqlite");
  }

  @Override
  String compileExactly(SqlType type) {
    return type.name() == TypeName.JSON_ ? "JSON" : super.compileExactly(type);
  }
}
