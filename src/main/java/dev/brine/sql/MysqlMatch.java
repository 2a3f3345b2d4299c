package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import java.util.Map;

/** {@code MATCH … AGAINST} (rel_2_0_52, {@code dialects/mysql/base.py}). */
final class MysqlMatch {

  private MysqlMatch() {}

  static Fragment compile(ElementCompiler c, BinaryExpression binary) {
    boolean isBoolean = flag(binary.modifiers(), "mysql_boolean_mode", true);
    boolean isNatural = flag(binary.modifiers(), "mysql_natural_language", false);
    boolean isExpanded = flag(binary.modifiers(), "mysql_query_expansion", false);
    if (isBoolean && (isNatural || isExpanded)) {
      throw new CompileException(
          "Invalid MySQL match flags: boolean mode goes with neither natural language mode"
              + " nor query expansion");
    }
    String mode =
        (isBoolean ? " IN BOOLEAN MODE" : "")
            + (isNatural ? " IN NATURAL LANGUAGE MODE" : "")
            + (isExpanded ? " WITH QUERY EXPANSION" : "");
    return Fragment.of(
        "MATCH (", c.compile(binary.left()), ") AGAINST (", c.compile(binary.right()), mode + ")");
  }

  private static boolean flag(Map<String, Object> modifiers, String name, boolean otherwise) {
    return modifiers.getOrDefault(name, otherwise).equals(true);
  }
}
