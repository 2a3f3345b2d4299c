package dev.brine.engine;

import dev.brine.expr.JsonNull;
import dev.brine.expr.MultiRange;
import dev.brine.expr.Range;
import dev.brine.jooq.PythonJson;
import dev.brine.jooq.PythonTimes;
import dev.brine.mapping.Entity;
import dev.brine.pickle.PythonDecimal;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonValues;
import dev.brine.sql.PythonFloat;
import dev.brine.sql.RangeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows as JSON text, as the command line and the fixtures write them: numbers, decimals
 * too, as JSON numbers, those that are not finite as strings; dates and times as Python's {@code
 * isoformat()}; bytes as {@code "base64:…"}; tuples and sets as arrays; a span of time as seconds;
 * a UUID as text; a range as PostgreSQL writes it; an enum as its name; JSON as JSON. Spaced as
 * Python's {@code json.dumps(…, ensure_ascii=False)}. Stateless.
 */
public final class JsonValues {

  private static final Pattern IS_NUMBER = Pattern.compile("-?[0-9][0-9.]*([eE][+-]?[0-9]+)?");
  private static final int NANOS_PER_MICRO = 1000;
  private static final double MICROS_PER_SECOND = 1e6;

  private JsonValues() {}

  /**
   * The values of a row as a JSON array; an entity is {@code {"entity": …, "attributes": {…}}}, and
   * {@code {"entity": …, "identity": […]}} where the row has it again.
   */
  public static String row(Record row) {
    RowJson json = new RowJson();
    StringJoiner joined = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < row.size(); i++) {
      joined.add(json.write(row.get(i)));
    }
    return joined.toString();
  }

  /** A row that is no record: an entity, a tuple of them and of values, or a value. */
  public static String item(@Nullable Object row) {
    return new RowJson().write(row);
  }

  /** A row that is no record but the entity that is all it has, in the same form. */
  public static String entity(Entity entity) {
    return new RowJson().write(entity);
  }

  /**
   * One value.
   *
   * @throws IllegalArgumentException if it is of a class that no row holds
   */
  public static String write(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof String text) {
      return string(text);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof byte[] bytes) {
      return string("base64:" + Base64.getEncoder().encodeToString(bytes));
    }
    if (value instanceof Temporal time) {
      return string(PythonTimes.isoFormat(time));
    }
    if (value instanceof Duration span) {
      return PythonFloat.repr(totalSeconds(span));
    }
    if (value instanceof PythonDecimal decimal) {
      // Minus zero and huge exponents are JSON numbers; NaN and the infinities are none.
      return IS_NUMBER.matcher(decimal.text()).matches() ? decimal.text() : string(decimal.text());
    }
    if (value instanceof UUID || value instanceof Enum<?>) {
      return string(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
    if (value instanceof Range range) {
      return string(RangeText.of(range));
    }
    if (value instanceof MultiRange ranges) {
      return write(ranges.ranges());
    }
    if (value instanceof Collection<?> items) {
      StringJoiner joined = new StringJoiner(", ", "[", "]");
      items.forEach(item -> joined.add(write(item)));
      return joined.toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner joined = new StringJoiner(", ", "{", "}");
      map.forEach((key, item) -> joined.add(key(key) + ": " + write(item)));
      return joined.toString();
    }
    if (value == JsonNull.NULL) {
      return string(value.toString());
    }
    if (value instanceof Entity entity) {
      return entity(entity);
    }
    Object plain = plain(value);
    if (plain != value) {
      return write(plain);
    }
    throw new IllegalArgumentException(
        "a row holds an object of " + value.getClass().getName() + ", which has no JSON form");
  }

  /** The key of a dict; a text, be it one of Python 2's, as it is. */
  static String key(@Nullable Object key) {
    return string(String.valueOf(PythonValues.plain(key)));
  }

  /**
   * A Python value that only parameters hold as one that rows hold too; itself if there is none.
   */
  private static Object plain(Object value) {
    return value instanceof PythonEnumMember member
        ? "%s(%s)".formatted(member.type().path(), member.value())
        : Objects.requireNonNull(PythonValues.plain(value));
  }

  private static String number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double real = number.doubleValue();
      String repr = PythonFloat.repr(real);
      return Double.isFinite(real) ? repr : string(repr);
    }
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof BigInteger
        || number instanceof BigDecimal) {
      return number.toString();
    }
    throw new IllegalArgumentException(
        "a row holds a number of " + number.getClass().getName() + ", which has no JSON form");
  }

  /** Python's {@code total_seconds()}: a float, by whole microseconds. */
  private static double totalSeconds(Duration span) {
    BigInteger micros =
        BigInteger.valueOf(span.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000))
            .add(BigInteger.valueOf(span.getNano() / NANOS_PER_MICRO));
    return micros.doubleValue() / MICROS_PER_SECOND;
  }

  /** Readable, unless it holds half of a surrogate pair, which UTF-8 cannot. */
  private static String string(String text) {
    boolean isWhole = text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    return PythonJson.quote(text, !isWhole);
  }
}
