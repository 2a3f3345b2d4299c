package dev.brine.bulk;

import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/**
 * What tells a row apart from the others of its table. Values are {@code Long}, {@code BigDecimal},
 * {@code Double}, {@code Boolean}, {@code String}, {@code byte[]}, {@code UUID}, {@code LocalDate},
 * {@code LocalTime}, {@code LocalDateTime} or {@code OffsetDateTime}. Never compared in Java, since
 * only the database knows its order. Immutable.
 *
 * @param columns their names, in the order that rows are gone through
 * @param values one for each, none of them null
 */
public record RowKey(List<String> columns, List<Object> values) {

  public RowKey {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    if (columns.size() != values.size()) {
      throw new IllegalArgumentException(columns + " have not the values " + values);
    }
  }

  /** As people read it: {@code "id=5"}. */
  @Override
  public String toString() {
    StringJoiner joined = new StringJoiner(", ");
    for (int i = 0; i < values.size(); i++) {
      joined.add(columns.get(i) + "=" + text(values.get(i)));
    }
    return joined.toString();
  }

  static String text(Object value) {
    return value instanceof byte[] bytes
        ? "base64:" + Base64.getEncoder().encodeToString(bytes)
        : value.toString();
  }
}
