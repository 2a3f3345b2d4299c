package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;

/** An item of a JSON value in MySQL (rel_2_0_52, {@code dialects/mysql/base.py}). */
final class MysqlJson {

  private MysqlJson() {}

  static Fragment item(ElementCompiler c, BinaryExpression binary) {
    SqlType type = binary.type();
    if (type.affinity() == TypeName.JSON_) {
      return extract(c, binary);
    }
    // JSON's null is no NULL in MySQL, which must be said in so many words.
    return Fragment.of(
        "CASE ", extract(c, binary), " WHEN 'null' THEN NULL ", otherwise(c, binary, type), " END");
  }

  private static Fragment otherwise(ElementCompiler c, BinaryExpression binary, SqlType type) {
    return switch (type.affinity()) {
      case INTEGER_ -> Fragment.of("ELSE CAST(", extract(c, binary), " AS SIGNED INTEGER)");
      case NUMERIC_ -> number(c, binary, type);
      case BOOLEAN_ -> Fragment.of("WHEN true THEN true ELSE false");
      case STRING -> Fragment.of("ELSE JSON_UNQUOTE(", extract(c, binary), ")");
      default -> Fragment.of("ELSE ", extract(c, binary));
    };
  }

  private static Fragment number(ElementCompiler c, BinaryExpression binary, SqlType type) {
    boolean isExact = type.attribute("precision") != null && type.attribute("scale") != null;
    return isExact
        ? Fragment.of(
            "ELSE CAST(", extract(c, binary), " AS ", TypeCompiler.numeric("DECIMAL", type), ")")
        : Fragment.of("ELSE ", extract(c, binary), "+0.0000000000000000000000");
  }

  private static Fragment extract(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(
        "JSON_EXTRACT(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }
}
