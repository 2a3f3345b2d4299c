package dev.brine.sql;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import dev.brine.schema.Types;

/**
 * The casts behind parameters on PostgreSQL. Its common drivers send text without types and cast
 * only JSON, UUIDs and ranges ({@code psycopg2}); one that sends typed parameters casts nearly all
 * ({@code asyncpg}; rel_2_0_52, {@code dialects/postgresql/}).
 */
final class PostgresqlBindCasts {

  private PostgresqlBindCasts() {}

  static String cast(SqlType given, boolean isTyped, TypeCompiler types) {
    SqlType type = underlying(given);
    return isCast(type, isTyped) ? "::" + types.compile(target(type)) : "";
  }

  private static SqlType underlying(SqlType given) {
    SqlType type = given.variants().getOrDefault("postgresql", given);
    return switch (type.name()) {
      case TYPE_DECORATOR -> underlying(TypeCompiler.implementation(type, Types.NULL));
      case PICKLE_TYPE -> underlying(TypeCompiler.implementation(type, Types.LARGE_BINARY));
      case INTERVAL -> type.isNative() ? type : Types.DATE_TIME;
      default -> type;
    };
  }

  private static boolean isCast(SqlType type, boolean isTyped) {
    return switch (type.name().rendered()) {
      case JSON_, POSTGRESQL_JSONB -> true;
      case UUID_, UUID, MSSQL_UNIQUEIDENTIFIER -> type.isNative() || isTyped;
      case NULL_TYPE, BINARY_, BINARY, VARBINARY, TUPLE_TYPE, TABLE_VALUE_TYPE, OPAQUE -> false;
      // A path stands for text[], and JSONPATH is something else.
      case JSON_PATH_TYPE -> false;
      case ENUM -> isTyped && type.attribute("name") != null;
      default -> isRange(type) || (isTyped && isKnown(type));
    };
  }

  private static boolean isRange(SqlType type) {
    return type.isA(TypeName.POSTGRESQL_RANGE) || type.isA(TypeName.POSTGRESQL_MULTIRANGE);
  }

  /** Another database's type has no name here. */
  private static boolean isKnown(SqlType type) {
    TypeOrigin origin = type.name().rendered().origin();
    return origin == TypeOrigin.GENERIC || origin == TypeOrigin.POSTGRESQL;
  }

  /** A cast to a string of limited length would cut the value, so the length is left out. */
  private static SqlType target(SqlType type) {
    return switch (type.name().rendered()) {
      case STRING, UNICODE, VARCHAR, TEXT_, UNICODE_TEXT, TEXT, CLOB, NVARCHAR, NCHAR ->
          Types.STRING;
      case CHAR -> type.attribute("length") == null ? type : Types.STRING;
      case UUID_, UUID, MSSQL_UNIQUEIDENTIFIER -> type.isNative() ? Types.UUID : Types.STRING;
      case ENUM -> type.isNative() ? type : Types.STRING;
      case FLOAT_, FLOAT, DOUBLE_, DOUBLE, DOUBLE_PRECISION, REAL -> Types.FLOAT;
      case NUMERIC_, NUMERIC, DECIMAL -> Types.NUMERIC;
      case BOOLEAN_, BOOLEAN, MATCH_TYPE -> Types.BOOLEAN;
      case LARGE_BINARY, BLOB -> Types.LARGE_BINARY;
      case DATETIME -> Types.DATE_TIME.with("timezone", type.flag("timezone"));
      default -> type;
    };
  }
}
