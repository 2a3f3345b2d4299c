package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types and values as {@code python-fixtures/trees/printer.py} prints them. */
final class ValuePrinter {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  private ValuePrinter() {}

  static String type(SqlType type) {
    if (type.name() == TypeName.ENUM) {
      return "Enum(name=" + type.attribute("name") + ")";
    }
    if (type.name() == TypeName.TYPE_DECORATOR && type.attribute("impl") instanceof SqlType impl) {
      return "TypeDecorator(" + type(impl) + ")";
    }
    Map<String, Object> attributes = new TreeMap<>(type.attributes());
    if (attributes.get("types") instanceof List<?> items) {
      return items.stream()
          .map(ValuePrinter::attribute)
          .collect(Collectors.joining(", ", type.name().pythonName() + "(", ")"));
    }
    String name = type.name().pythonName();
    return attributes.isEmpty()
        ? name
        : attributes.entrySet().stream()
            .map(given -> given.getKey() + "=" + attribute(given.getValue()))
            .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String attribute(Object value) {
    return value instanceof SqlType type ? type(type) : value(value);
  }

  static String value(@Nullable Object value) {
    if (value == null) {
      return "None";
    }
    if (value == JsonNull.NULL) {
      return "JSON.NULL";
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof byte[] bytes) {
      return "bytes(" + HexFormat.of().formatHex(bytes) + ")";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ValuePrinter::value).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof BigDecimal number) {
      return "decimal(" + number.toPlainString() + ")";
    }
    if (value instanceof UUID uuid) {
      return "uuid(" + uuid + ")";
    }
    if (value instanceof Duration duration) {
      return "interval(" + duration.toSeconds() + ")";
    }
    return temporal(value);
  }

  private static String temporal(Object value) {
    if (value instanceof LocalDate date) {
      return "date(" + date + ")";
    }
    if (value instanceof LocalTime time) {
      return "time(" + time.format(DateTimeFormatter.ofPattern("HH:mm:ss")) + ")";
    }
    if (value instanceof LocalDateTime dateTime) {
      int micros = dateTime.get(ChronoField.MICRO_OF_SECOND);
      return "datetime("
          + dateTime.format(SECONDS)
          + (micros == 0 ? "" : String.format(".%06d", micros))
          + ")";
    }
    if (value instanceof OffsetDateTime dateTime) {
      return "datetime(" + dateTime.format(SECONDS) + "+00:00)";
    }
    return value.toString();
  }

  /** A JSON string in ASCII. */
  static String quoted(String text) {
    return text.chars().mapToObj(ValuePrinter::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default -> c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c);
    };
  }
}
