package dev.brine.jooq;

import dev.brine.expr.MultiRange;
import dev.brine.expr.Range;
import dev.brine.sql.RangeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's ranges and multiranges, which travel as text. */
final class PostgresqlRanges {

  /** A text is taken as it is. */
  static final StorageType STORAGE = StorageType.of(PostgresqlRanges::write, value -> value);

  private static final String MULTI = "multi";

  /** A bound is quoted where it holds a comma, a blank or a bracket. */
  private static final Pattern RANGE =
      Pattern.compile(
          "([\\[(])(\"(?:[^\"\\\\]|\"\"|\\\\.)*\"|[^,\"]*),(\"(?:[^\"\\\\]|\"\"|\\\\.)*\"|[^\\])\"]*)([\\])])");

  private PostgresqlRanges() {}

  private static Object write(Object value) {
    if (value instanceof Range range) {
      return RangeText.of(range);
    }
    if (value instanceof MultiRange ranges) {
      return RangeText.of(ranges);
    }
    return value instanceof List<?> ranges
        ? ranges.stream()
            .map(range -> write(range).toString())
            .collect(Collectors.joining(",", "{", "}"))
        : value;
  }

  /** Whether a type of PostgreSQL's is a range or a multirange. */
  static boolean isRange(String type) {
    return type.endsWith("range");
  }

  /** A range, or the list of those of a multirange. */
  static Object read(String text, String type) {
    String element = elementType(type);
    if (!type.contains(MULTI)) {
      return range(text, element);
    }
    List<Range> ranges = new ArrayList<>();
    Matcher match = RANGE.matcher(text);
    while (match.find()) {
      ranges.add(range(match, element));
    }
    return ranges;
  }

  /** The type of a range's bounds. */
  private static String elementType(String type) {
    return switch (type.replace(MULTI, "").replace("range", "")) {
      case "int4" -> "int4";
      case "int8" -> "int8";
      case "num" -> "numeric";
      case "date" -> "date";
      case "ts" -> "timestamp";
      case "tstz" -> "timestamptz";
      default -> "text";
    };
  }

  private static Range range(String text, String element) {
    if (text.equals("empty")) {
      return Range.empty();
    }
    Matcher match = RANGE.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("not a range: '" + text + "'");
    }
    return range(match, element);
  }

  private static Range range(Matcher match, String element) {
    return Range.of(
        bound(match.group(2), element),
        bound(match.group(3), element),
        match.group(1) + match.group(4));
  }

  private static @Nullable Object bound(String text, String element) {
    if (text.isEmpty()) {
      return null;
    }
    String plain =
        text.startsWith("\"")
            ? text.substring(1, text.length() - 1).replace("\"\"", "\"").replaceAll("\\\\(.)", "$1")
            : text;
    return PostgresqlTexts.read(plain, element);
  }
}
