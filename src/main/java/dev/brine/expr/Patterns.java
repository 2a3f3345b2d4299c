package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collations, full text search and regular expressions: {@code sql/default_comparator.py} of
 * rel_2_0_52.
 */
final class Patterns {

  private static final SqlType MATCH = SqlType.of(TypeName.MATCH_TYPE);

  private Patterns() {}

  /** Of a string, the type says the collation too. */
  static ColumnElement collate(ColumnElement element, String name) {
    SqlType type = element.type();
    return new BinaryExpression(
        element.selfGroup(StandardOperator.COLLATE),
        StandardOperator.COLLATE,
        new Collation(name),
        type.isA(TypeName.STRING) ? type.with("collation", name) : type,
        null,
        Map.of());
  }

  static ColumnElement match(
      ColumnElement element, @Nullable Object pattern, Map<String, Object> options) {
    return Operations.binary(
        element,
        StandardOperator.MATCH,
        Coercions.operand(pattern, element),
        MATCH,
        StandardOperator.NOT_MATCH,
        options);
  }

  /** SQLAlchemy gives it no type. */
  static ColumnElement regexpMatch(
      ColumnElement element, @Nullable Object pattern, @Nullable String flags) {
    StandardOperator operator = StandardOperator.REGEXP_MATCH;
    return new BinaryExpression(
        element.selfGroup(operator),
        operator,
        Coercions.operand(pattern, element).selfGroup(operator),
        Types.NULL,
        StandardOperator.NOT_REGEXP_MATCH,
        flags(flags));
  }

  static ColumnElement regexpReplace(
      ColumnElement element,
      @Nullable Object pattern,
      @Nullable Object replacement,
      @Nullable String flags) {
    StandardOperator operator = StandardOperator.REGEXP_REPLACE;
    ColumnElement arguments =
        new ExpressionClauseList(
            StandardOperator.COMMA,
            List.of(Coercions.operand(pattern, element), Coercions.operand(replacement, element)),
            false,
            Types.NULL);
    return new BinaryExpression(
        element.selfGroup(operator), operator, arguments, Types.NULL, null, flags(flags));
  }

  private static Map<String, Object> flags(@Nullable String flags) {
    return flags == null ? Map.of() : Map.of("flags", flags);
  }
}
