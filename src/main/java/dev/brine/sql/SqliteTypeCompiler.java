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
    String text = type.name().rendered() == TypeName.JSON_ ? "JSON" : super.compileExactly(type);
    return keepsDigitsOnly(type) ? text + "_CHAR" : text;
  }

  /** Without this SQLite would take the text of such a moment for a number. */
  private static boolean keepsDigitsOnly(SqlType type) {
    return switch (type.name()) {
      case SQLITE_DATE, SQLITE_DATETIME, SQLITE_TIME ->
          !SqliteTimeFormat.of(type).hasMoreThanDigits();
      default -> false;
    };
  }
}
