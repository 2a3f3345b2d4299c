package dev.brine.jooq;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's arrays, which are lists in Python. */
final class PostgresqlArrays {

  private PostgresqlArrays() {}

  /** An array literal: {@code {"a","b",NULL}}. */
  static String format(List<?> items) {
    StringJoiner joined = new StringJoiner(",", "{", "}");
    for (Object item : items) {
      joined.add(formatItem(item));
    }
    return joined.toString();
  }

  private static String formatItem(@Nullable Object item) {
    if (item == null) {
      return "NULL";
    }
    if (item instanceof List<?> nested) {
      return format(nested);
    }
    return '"' + item.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static @Nullable Object read(Array array) throws SQLException {
    return toList(array.getArray());
  }

  private static @Nullable Object toList(@Nullable Object value) {
    if (value instanceof Object[] items) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object item : items) {
        list.add(toList(item));
      }
      return list;
    }
    return JdbcValues.normalized(value);
  }
}
