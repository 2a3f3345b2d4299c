package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MysqlMatch;
import java.util.List;
import java.util.Map;

/** {@code MATCH … AGAINST} (rel_2_0_52, {@code dialects/mysql/base.py}). */
final class MysqlMatches {

  private MysqlMatches() {}

  /** Of one column, which is in boolean mode unless told otherwise. */
  static Fragment of(ElementCompiler c, BinaryExpression binary) {
    Map<String, Object> modifiers = binary.modifiers();
    String mode =
        mode(
            flag(modifiers, "mysql_boolean_mode", true),
            flag(modifiers, "mysql_natural_language", false),
            flag(modifiers, "mysql_query_expansion", false));
    return compile(c, List.of(binary.left()), binary.right(), mode);
  }

  static Fragment of(ElementCompiler c, MysqlMatch match) {
    String mode = mode(match.isBooleanMode(), match.isNaturalLanguage(), match.hasQueryExpansion());
    return compile(c, match.columns(), match.against(), mode);
  }

  private static Fragment compile(
      ElementCompiler c, List<ColumnElement> columns, ClauseElement against, String mode) {
    return Fragment.of(
        "MATCH (",
        Fragment.join(", ", columns, c::compile),
        ") AGAINST (",
        c.compile(against),
        mode + ")");
  }

  private static String mode(boolean isBoolean, boolean isNatural, boolean isExpanded) {
    if (isBoolean && (isNatural || isExpanded)) {
      throw new CompileException(
          "Invalid MySQL match flags: boolean mode goes with neither natural language mode"
              + " nor query expansion",
          "ask for one of the modes");
    }
    return (isBoolean ? " IN BOOLEAN MODE" : "")
        + (isNatural ? " IN NATURAL LANGUAGE MODE" : "")
        + (isExpanded ? " WITH QUERY EXPANSION" : "");
  }

  private static boolean flag(Map<String, Object> modifiers, String name, boolean otherwise) {
    return modifiers.getOrDefault(name, otherwise).equals(true);
  }
}
