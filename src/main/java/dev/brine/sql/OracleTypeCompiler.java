package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of types in Oracle (rel_2_0_52, {@code dialects/oracle/base.py}). */
final class OracleTypeCompiler extends TypeCompiler {

  /** How many decimal digits a binary one is worth, by which SQLAlchemy estimates. */
  private static final double DECIMALS_PER_BIT = 0.30103;

  OracleTypeCompiler() {
    super("oracle");
  }

  @Override
  String compileExactly(SqlType type) {
    return switch (type.name().rendered()) {
      case STRING, UNICODE -> varchar("VARCHAR2", type);
      case VARCHAR, ENUM -> varchar("VARCHAR", type);
      case TEXT_, UNICODE_TEXT -> "CLOB";
      case BIG_INTEGER -> "NUMBER(19)";
      case NVARCHAR -> withLength("NVARCHAR2", type);
      case ORACLE_VARCHAR2 -> varchar("VARCHAR2", type);
      case ORACLE_NUMBER -> numeric("NUMBER", type);
      case FLOAT_, FLOAT -> floatingPoint(type);
      case ORACLE_BINARY_DOUBLE -> numeric("BINARY_DOUBLE", type);
      case ORACLE_BINARY_FLOAT -> numeric("BINARY_FLOAT", type);
      case DOUBLE_, DOUBLE_PRECISION -> numeric("DOUBLE PRECISION", type);
      case BOOLEAN_, MATCH_TYPE -> "SMALLINT";
      case DATE_TIME -> "DATE";
      case TIMESTAMP -> timestamp(type);
      case MSSQL_TIMESTAMP -> throw unsupported(type);
      case INTERVAL -> type.isNative() ? interval(type) : super.compileExactly(type);
      case ORACLE_INTERVAL -> interval(type);
      case ORACLE_RAW -> withLength("RAW", type);
      case ORACLE_LONG, ORACLE_ROWID -> type.name().pythonName();
      case ORACLE_VECTOR -> vector(type);
      default -> super.compileExactly(type);
    };
  }

  /** Lengths count characters, not bytes. */
  private static String varchar(String name, SqlType type) {
    Long length = number(type, "length");
    return length == null || length == 0 ? name : name + "(" + length + " CHAR)";
  }

  private static String timestamp(SqlType type) {
    if (type.flag("local_timezone")) {
      return "TIMESTAMP WITH LOCAL TIME ZONE";
    }
    return type.flag("timezone") ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
  }

  private static String vector(SqlType type) {
    return Stream.of("dim", "storage_format", "storage_type")
        .map(part -> type.attribute(part) == null ? "*" : String.valueOf(type.attribute(part)))
        .collect(Collectors.joining(",", "VECTOR(", ")"));
  }

  private static String floatingPoint(SqlType type) {
    Object binary = type.attribute("binary_precision");
    if (binary != null) {
      return "FLOAT(" + binary + ")";
    }
    Long precision = number(type, "precision");
    if (precision != null && precision != 0) {
      throw new CompileException(
          "Oracle Database FLOAT types use 'binary precision', which does not convert cleanly from"
              + " decimal 'precision'.",
          "give the type a variant for oracle: FLOAT(binary_precision="
              + (long) (precision / DECIMALS_PER_BIT)
              + ")");
    }
    return "FLOAT";
  }

  private static String interval(SqlType type) {
    return "INTERVAL DAY"
        + inParentheses(type.attribute("day_precision"))
        + " TO SECOND"
        + inParentheses(type.attribute("second_precision"));
  }

  private static String inParentheses(@Nullable Object precision) {
    return precision == null ? "" : "(" + precision + ")";
  }
}
