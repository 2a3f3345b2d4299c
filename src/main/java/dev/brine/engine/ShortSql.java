package dev.brine.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A statement and its parameters for a message, each cut at a limit. */
final class ShortSql {

  private static final int LONGEST_SQL = 300;
  private static final int LONGEST_VALUE = 60;
  private static final int MOST_VALUES = 10;

  private ShortSql() {}

  /** {@code [SQL: …] [parameters: (1, 'x')]}, in one line. */
  static String of(String sql, List<?> values) {
    String oneLine = cut(sql.replaceAll("\\s+", " "), LONGEST_SQL);
    if (values.isEmpty()) {
      return "[SQL: " + oneLine + "]";
    }
    String shown =
        values.stream().limit(MOST_VALUES).map(ShortSql::value).collect(Collectors.joining(", "));
    String more =
        values.size() > MOST_VALUES ? ", and " + (values.size() - MOST_VALUES) + " more" : "";
    return "[SQL: " + oneLine + "] [parameters: (" + shown + more + ")]";
  }

  private static String value(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    String text = cut(String.valueOf(value), LONGEST_VALUE);
    return value instanceof String ? "'" + text + "'" : text;
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit) + "…";
  }
}
