package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;

/** The names of types in Trino (trino 0.340.0, {@code compiler.py}). */
final class TrinoTypeCompiler extends TypeCompiler {

  private static final int REAL_BITS = 32;
  private static final int DOUBLE_BITS = 64;

  TrinoTypeCompiler() {
    super("trino");
  }

  @Override
  String compileExactly(SqlType type) {
    return switch (type.name().rendered()) {
      case FLOAT_, FLOAT -> floatingPoint(type);
      case NUMERIC_, NUMERIC -> numeric("DECIMAL", type);
      case NCHAR -> string("CHAR", type);
      case NVARCHAR, TEXT_, UNICODE_TEXT, TEXT, CLOB, ORACLE_NCLOB -> varchar(type);
      case BINARY, LARGE_BINARY, BLOB -> withLength("VARBINARY", type);
      case DATE_TIME, DATETIME, TIMESTAMP -> "TIMESTAMP" + zone(type);
      case TIME_, TIME -> "TIME" + zone(type);
      case JSON_ -> "JSON";
      case ARRAY -> "ARRAY(" + compile(itemType(type)) + ")";
      default -> super.compileExactly(type);
    };
  }

  private static SqlType itemType(SqlType type) {
    return type.attribute("item_type") instanceof SqlType itemType ? itemType : Types.NULL;
  }

  private static String floatingPoint(SqlType type) {
    Long precision = number(type, "precision");
    long bits = precision == null || precision == 0 ? REAL_BITS : precision;
    if (bits < 0 || bits > DOUBLE_BITS) {
      throw new CompileException(
          "type.precision must be in range [0, 64], got " + bits, "give a smaller precision");
    }
    return bits <= REAL_BITS ? "REAL" : "DOUBLE";
  }

  private static String zone(SqlType type) {
    return type.flag("timezone") ? " WITH TIME ZONE" : "";
  }
}
