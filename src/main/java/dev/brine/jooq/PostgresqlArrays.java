package dev.brine.jooq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's text for arrays, which are lists in Python: {@code {"a","b",NULL}}. */
final class PostgresqlArrays {

  private final String text;
  private final String type;
  private int position;

  private PostgresqlArrays(String text, String type) {
    this.text = text;
    this.type = type;
  }

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
    return item instanceof List<?> nested
        ? format(nested)
        : '"' + plain(item).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String plain(Object item) {
    if (item instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    if (item instanceof Duration span) {
      return DatabaseIntervals.format(span);
    }
    return item instanceof Map<?, ?> pairs ? PostgresqlHstores.write(pairs) : item.toString();
  }

  /**
   * The lists that a text stands for.
   *
   * @param type the type of the items
   */
  static List<@Nullable Object> read(String text, String type) {
    PostgresqlArrays reader = new PostgresqlArrays(text, type);
    // Where the bounds are not the usual ones they stand in front: [0:1]={1,2}.
    reader.position = Math.max(text.indexOf('{'), 0);
    return reader.list();
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> items = new ArrayList<>();
    expect('{');
    while (current() != '}') {
      items.add(item());
      if (current() == ',') {
        position++;
      }
    }
    position++;
    return items;
  }

  private @Nullable Object item() {
    return switch (current()) {
      case '{' -> list();
      case '"' -> PostgresqlTexts.read(quoted(), type);
      default -> bare();
    };
  }

  private @Nullable Object bare() {
    int start = position;
    while (current() != ',' && current() != '}') {
      position++;
    }
    String item = text.substring(start, position);
    return item.equals("NULL") ? null : PostgresqlTexts.read(item, type);
  }

  private String quoted() {
    StringBuilder item = new StringBuilder();
    position++;
    while (current() != '"') {
      if (current() == '\\') {
        position++;
      }
      item.append(current());
      position++;
    }
    position++;
    return item.toString();
  }

  private void expect(char wanted) {
    if (current() != wanted) {
      throw new IllegalArgumentException("not an array: '" + text + "'");
    }
    position++;
  }

  private char current() {
    if (position >= text.length()) {
      throw new IllegalArgumentException("not an array: '" + text + "'");
    }
    return text.charAt(position);
  }
}
