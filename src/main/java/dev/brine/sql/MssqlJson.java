package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;

/** An item of a JSON value in SQL Server (rel_2_0_52, {@code dialects/mssql/base.py}). */
final class MssqlJson {

  private MssqlJson() {}

  static Fragment item(ElementCompiler c, BinaryExpression binary) {
    if (binary.type().affinity() == TypeName.JSON_) {
      return extract(c, "JSON_QUERY(", binary);
    }
    return Fragment.of(
        "CASE ",
        extract(c, "JSON_VALUE(", binary),
        " WHEN NULL THEN NULL ",
        otherwise(c, binary),
        " END");
  }

  private static Fragment extract(ElementCompiler c, String start, BinaryExpression binary) {
    return Fragment.of(start, c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  private static Fragment otherwise(ElementCompiler c, BinaryExpression binary) {
    return switch (binary.type().affinity()) {
      case INTEGER_ -> cast(c, binary, "INTEGER");
      case NUMERIC_ -> cast(c, binary, number(binary.type()));
      case BOOLEAN_ -> Fragment.of("WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE NULL");
      case STRING -> Fragment.of("ELSE ", extract(c, "JSON_VALUE(", binary));
      default -> Fragment.of("ELSE ", extract(c, "JSON_QUERY(", binary));
    };
  }

  private static Fragment cast(ElementCompiler c, BinaryExpression binary, String type) {
    return Fragment.of("ELSE CAST(", extract(c, "JSON_VALUE(", binary), " AS ", type, ")");
  }

  private static String number(SqlType type) {
    return type.isA(TypeName.FLOAT_)
        ? "FLOAT"
        : "NUMERIC(" + pythonText(type, "precision") + ", " + pythonText(type, "scale") + ")";
  }

  /** SQLAlchemy prints what the type holds, be it nothing. */
  private static String pythonText(SqlType type, String attribute) {
    Object value = type.attribute(attribute);
    return value == null ? "None" : value.toString();
  }
}
