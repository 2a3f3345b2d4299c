package dev.brine.sql;

/** How a dialect puts strings together. */
enum ConcatenationStyle {
  /** {@code a || b}. */
  PIPES("", " || ", "", true),
  /** {@code a + b}. */
  PLUS("", " + ", "", false),
  /** {@code concat(a, b)}. */
  FUNCTION("concat(", ", ", ")", false);

  private final String start;
  private final String separator;
  private final String end;
  private final boolean makesOperands;

  ConcatenationStyle(String start, String separator, String end, boolean makesOperands) {
    this.start = start;
    this.separator = separator;
    this.end = end;
    this.makesOperands = makesOperands;
  }

  String start() {
    return start;
  }

  String separator() {
    return separator;
  }

  String end() {
    return end;
  }

  /** Whether SQLAlchemy takes what is put together for operands, which some put in parentheses. */
  boolean makesOperands() {
    return makesOperands;
  }
}
