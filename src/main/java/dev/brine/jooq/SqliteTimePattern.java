package dev.brine.jooq;

import dev.brine.schema.TypeName;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments by a regular expression of the user's, whose groups are the fields by their names
 * or, unnamed, in the order of {@code datetime}'s arguments (rel_2_0_52, {@code
 * engine/processors.py}).
 */
final class SqliteTimePattern {

  private static final Pattern PYTHON_NAME = Pattern.compile("\\(\\?P<(\\w+)>");
  private static final List<String> DATE = List.of("year", "month", "day");
  private static final List<String> TIME = List.of("hour", "minute", "second", "microsecond");
  private static final int NANOS_PER_MICRO = 1000;

  private final Pattern pattern;
  private final TypeName kind;
  private final List<String> names = new ArrayList<>();

  /**
   * Takes Python's spelling.
   *
   * @throws IllegalArgumentException if it is no regular expression
   */
  SqliteTimePattern(String python, TypeName kind) {
    Matcher named = PYTHON_NAME.matcher(python);
    while (named.find()) {
      names.add(named.group(1));
    }
    this.pattern = Pattern.compile(PYTHON_NAME.matcher(python).replaceAll("(?<$1>"));
    this.kind = kind;
  }

  Object read(String text) {
    Matcher match = pattern.matcher(text);
    if (!match.lookingAt()) {
      throw new IllegalArgumentException("'" + text + "' does not match " + pattern);
    }
    Map<String, Integer> fields = fields(match);
    return switch (kind) {
      case DATE_ -> date(fields);
      case TIME_ -> time(fields);
      default -> LocalDateTime.of(date(fields), time(fields));
    };
  }

  private Map<String, Integer> fields(Matcher match) {
    Map<String, Integer> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(name, number(match.group(name))));
    List<String> inOrder = inOrder();
    for (int i = 0; names.isEmpty() && i < match.groupCount(); i++) {
      if (i < inOrder.size()) {
        fields.put(inOrder.get(i), number(match.group(i + 1)));
      }
    }
    return fields;
  }

  private List<String> inOrder() {
    List<String> order = new ArrayList<>(kind == TypeName.TIME_ ? List.of() : DATE);
    order.addAll(kind == TypeName.DATE_ ? List.of() : TIME);
    return order;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static LocalDate date(Map<String, Integer> fields) {
    return LocalDate.of(
        fields.getOrDefault("year", 0),
        fields.getOrDefault("month", 0),
        fields.getOrDefault("day", 0));
  }

  private static LocalTime time(Map<String, Integer> fields) {
    return LocalTime.of(
        fields.getOrDefault("hour", 0),
        fields.getOrDefault("minute", 0),
        fields.getOrDefault("second", 0),
        fields.getOrDefault("microsecond", 0) * NANOS_PER_MICRO);
  }
}
