package dev.brine.sql;

import dev.brine.schema.SqlType;

/**
 * The names of types in SQL Server (rel_2_0_52, {@code dialects/mssql/base.py}). As long as no
 * connection has told otherwise, SQLAlchemy takes the server for an old one without DATE and TIME.
 */
final class MssqlTypeCompiler extends TypeCompiler {

  private static final String WITHOUT_LENGTH = "(max)";

  MssqlTypeCompiler() {
    super("mssql");
  }

  @Override
  String compileExactly(SqlType type) {
    return switch (type.name().rendered()) {
      case STRING, VARCHAR, ENUM -> unlimited("VARCHAR", type);
      case UNICODE, NVARCHAR -> unlimited("NVARCHAR", type);
      case TEXT_, TEXT -> string("TEXT", type);
      case UNICODE_TEXT, MSSQL_NTEXT -> string("NTEXT", type);
      case JSON_ -> "NVARCHAR(max)";
      case FLOAT_, FLOAT -> withPrecision("FLOAT", type);
      case DOUBLE_ -> "DOUBLE PRECISION";
      case BOOLEAN_, MATCH_TYPE -> "BIT";
      case DATE_TIME -> type.flag("timezone") ? "DATETIMEOFFSET" : "DATETIME";
      case DATE_, TIME_ -> "DATETIME";
      case MSSQL_DATETIME2, MSSQL_DATETIMEOFFSET, TIME ->
          withPrecision(type.name().pythonName(), type);
      case LARGE_BINARY, MSSQL_IMAGE -> "IMAGE";
      case VARBINARY ->
          unlimited("VARBINARY", type) + (type.flag("filestream") ? " FILESTREAM" : "");
      case MSSQL_BIT,
          MSSQL_MONEY,
          MSSQL_ROWVERSION,
          MSSQL_SMALLDATETIME,
          MSSQL_SMALLMONEY,
          MSSQL_SQL_VARIANT,
          MSSQL_TINYINT,
          MSSQL_UNIQUEIDENTIFIER,
          MSSQL_XML,
          MYSQL_BIT,
          MYSQL_TINYINT,
          POSTGRESQL_BIT,
          POSTGRESQL_MONEY ->
          type.name().pythonName();
      default -> super.compileExactly(type);
    };
  }

  private static String withPrecision(String name, SqlType type) {
    Object precision = type.attribute("precision");
    return precision == null ? name : name + "(" + precision + ")";
  }

  private static String unlimited(String name, SqlType type) {
    Long length = number(type, "length");
    boolean isLimited = length != null && length != 0;
    return collated(isLimited ? name + "(" + length + ")" : name + WITHOUT_LENGTH, type);
  }

  @Override
  String string(String name, SqlType type) {
    return collated(withLength(name, type), type);
  }

  private static String collated(String text, SqlType type) {
    Object collation = type.attribute("collation");
    return collation == null ? text : text + " COLLATE " + collation;
  }

  @Override
  String uuid(SqlType type) {
    return type.flag("native_uuid") ? "UNIQUEIDENTIFIER" : super.uuid(type);
  }
}
