package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SQL types of Java values: {@code _type_map} and {@code _resolve_for_literal} (rel_2_0_52,
 * {@code sql/sqltypes.py}) for the Java types that stand for Python's.
 */
final class ValueTypes {

  /** The bits from which on SQLAlchemy takes a number for a BigInteger. */
  private static final int BIG_INTEGER_BITS = 32;

  private static final SqlType TIME_WITH_TIMEZONE = Types.TIME.with("timezone", true);

  private static final Map<Class<?>, Function<Object, SqlType>> BY_CLASS =
      Map.ofEntries(
          Map.entry(Long.class, value -> integer(BigInteger.valueOf((Long) value))),
          Map.entry(BigInteger.class, value -> integer((BigInteger) value)),
          Map.entry(Double.class, value -> Types.FLOAT),
          Map.entry(Boolean.class, value -> Types.BOOLEAN),
          Map.entry(BigDecimal.class, value -> Types.NUMERIC),
          Map.entry(String.class, value -> string((String) value)),
          Map.entry(byte[].class, value -> Types.LARGE_BINARY),
          Map.entry(UUID.class, value -> Types.UUID),
          Map.entry(LocalDate.class, value -> Types.DATE),
          Map.entry(LocalTime.class, value -> Types.TIME),
          Map.entry(OffsetTime.class, value -> TIME_WITH_TIMEZONE),
          Map.entry(LocalDateTime.class, value -> Types.DATE_TIME),
          Map.entry(OffsetDateTime.class, value -> Types.dateTimeWithTimezone()),
          Map.entry(ZonedDateTime.class, value -> Types.dateTimeWithTimezone()),
          Map.entry(Duration.class, value -> Types.INTERVAL));

  private ValueTypes() {}

  /**
   * A value as expressions keep it, in the one Java type that stands for Python's: whole numbers as
   * {@code Long} or {@code BigInteger}, fractions as {@code Double}, an enum as its name,
   * collections as lists.
   */
  static @Nullable Object canonical(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Collection<?> values && !(value instanceof JsonPath)
        ? canonicalList(values)
        : value;
  }

  /** Not {@code List.copyOf}, as there may be nulls among the values. */
  static List<@Nullable Object> canonicalList(Collection<?> values) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (Object value : values) {
      list.add(canonical(value));
    }
    return list;
  }

  /** The type of a value; {@code NullType} of null and of what SQLAlchemy has no type for. */
  static SqlType of(@Nullable Object value) {
    if (value == null) {
      return Types.NULL;
    }
    Function<Object, SqlType> type = BY_CLASS.get(value.getClass());
    return type == null ? Types.NULL : type.apply(value);
  }

  /**
   * The type of a value that meets an expression of the given type: that type where the value's own
   * is alike, else the value's own. SQLAlchemy's {@code coerce_compared_value}.
   */
  static SqlType compared(SqlType type, @Nullable Object value) {
    if (takesEveryValue(type) || (type.isA(TypeName.BINARY_) && value instanceof String)) {
      return type;
    }
    if (type.name() == TypeName.TUPLE_TYPE && value instanceof List<?> members) {
      return comparedMembers(type, members);
    }
    SqlType own = of(value);
    return own.isNull() || own.affinity() == type.affinity() ? type : own;
  }

  private static SqlType comparedMembers(SqlType tuple, List<?> members) {
    List<SqlType> types = new ArrayList<>();
    if (tuple.attribute("types") instanceof List<?> own) {
      for (int i = 0; i < Math.min(own.size(), members.size()); i++) {
        types.add(compared((SqlType) own.get(i), members.get(i)));
      }
    }
    return tuple.with("types", types);
  }

  /** Whether the Python class is a {@code TypeDecorator}, for which True and False are values. */
  static boolean isDecorated(SqlType type) {
    return type.name() == TypeName.INTERVAL || takesEveryValue(type);
  }

  /** Whether the Python class is a user's own, which takes every value it meets for its own. */
  private static boolean takesEveryValue(SqlType type) {
    return switch (type.name()) {
      case TYPE_DECORATOR, PICKLE_TYPE, OPAQUE -> true;
      default -> false;
    };
  }

  private static SqlType integer(BigInteger value) {
    return value.abs().bitLength() >= BIG_INTEGER_BITS ? Types.BIG_INTEGER : Types.INTEGER;
  }

  private static SqlType string(String value) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(value) ? Types.STRING : Types.UNICODE;
  }
}
