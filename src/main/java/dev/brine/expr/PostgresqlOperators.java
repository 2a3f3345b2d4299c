package dev.brine.expr;

import java.util.OptionalInt;

/** The operators of {@code dialects/postgresql/operators.py} (rel_2_0_52). */
final class PostgresqlOperators {

  private static final int LIKE_ITEM = precedence(StandardOperator.JSON_GETITEM);
  private static final int LIKE_EQ = precedence(StandardOperator.EQ);

  static final CustomOperator ASTEXT = item("->>");
  static final CustomOperator JSONPATH_ASTEXT = item("#>>");
  static final CustomOperator GETITEM = item("->");
  static final CustomOperator DELETE_PATH = item("#-");

  static final CustomOperator HAS_KEY = comparison("?");
  static final CustomOperator HAS_ALL = comparison("?&");
  static final CustomOperator HAS_ANY = comparison("?|");
  static final CustomOperator PATH_EXISTS = comparison("@?");
  static final CustomOperator PATH_MATCH = comparison("@@");
  static final CustomOperator CONTAINS = comparison("@>");
  static final CustomOperator CONTAINED_BY = comparison("<@");
  static final CustomOperator OVERLAP = rangeComparison("&&");

  static final CustomOperator STRICTLY_LEFT_OF = rangeComparison("<<");
  static final CustomOperator STRICTLY_RIGHT_OF = rangeComparison(">>");
  static final CustomOperator NOT_EXTEND_RIGHT_OF = rangeComparison("&<");
  static final CustomOperator NOT_EXTEND_LEFT_OF = rangeComparison("&>");
  static final CustomOperator ADJACENT_TO = rangeComparison("-|-");

  private PostgresqlOperators() {}

  private static int precedence(StandardOperator operator) {
    OptionalInt precedence = operator.precedence();
    return precedence.orElseThrow();
  }

  private static CustomOperator item(String spelling) {
    return new CustomOperator(spelling, LIKE_ITEM, false, true, true, null);
  }

  private static CustomOperator comparison(String spelling) {
    return new CustomOperator(spelling, LIKE_EQ, true, true, true, null);
  }

  /** One of ranges, which SQLAlchemy puts no parentheses around where precedence needs none. */
  private static CustomOperator rangeComparison(String spelling) {
    return new CustomOperator(spelling, LIKE_EQ, true, false, false, null);
  }
}
