package dev.brine.sql;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;

/**
 * What values are sent as to a database that is like PostgreSQL but has no named enums, names an
 * item of JSON by a path and keeps an interval as SQLAlchemy does where there is none, as a moment
 * after 1970.
 */
final class PlainTypes {

  private PlainTypes() {}

  static SqlType of(SqlType type) {
    if (type.isA(TypeName.ENUM)) {
      return Types.STRING;
    }
    if (type.isA(TypeName.JSON_INDEX_TYPE) || type.isA(TypeName.JSON_PATH_TYPE)) {
      return Types.STRING;
    }
    if (type.isA(TypeName.TIME_)) {
      // Where a TIME of no precision has no fraction, a cast would cut it.
      return Types.NULL;
    }
    return type.isA(TypeName.INTERVAL) ? Types.DATE_TIME : type;
  }
}
