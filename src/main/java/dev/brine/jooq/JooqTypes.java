package dev.brine.jooq;

import static java.util.Map.entry;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** SQLAlchemy's types and values for jOOQ's, by the Java class that jOOQ gives a type. */
final class JooqTypes {

  private static final Map<Class<?>, SqlType> BY_CLASS =
      Map.ofEntries(
          entry(Byte.class, Types.SMALL_INTEGER),
          entry(Short.class, Types.SMALL_INTEGER),
          entry(Integer.class, Types.INTEGER),
          entry(Long.class, Types.BIG_INTEGER),
          entry(BigInteger.class, Types.NUMERIC),
          entry(BigDecimal.class, Types.NUMERIC),
          entry(Float.class, Types.FLOAT),
          entry(Double.class, Types.DOUBLE),
          entry(String.class, Types.STRING),
          entry(Boolean.class, Types.BOOLEAN),
          entry(LocalDate.class, Types.DATE),
          entry(Date.class, Types.DATE),
          entry(LocalDateTime.class, Types.DATE_TIME),
          entry(Timestamp.class, Types.DATE_TIME),
          entry(OffsetDateTime.class, Types.dateTimeWithTimezone()),
          entry(Instant.class, Types.dateTimeWithTimezone()),
          entry(LocalTime.class, Types.TIME),
          entry(Time.class, Types.TIME),
          entry(byte[].class, Types.LARGE_BINARY),
          entry(UUID.class, Types.UUID),
          entry(JSON.class, Types.JSON),
          entry(JSONB.class, Types.JSON));

  private JooqTypes() {}

  /** The type; {@code NullType} where SQLAlchemy has none like it. */
  static SqlType of(DataType<?> type) {
    SqlType generic = BY_CLASS.getOrDefault(type.getType(), Types.NULL);
    if (generic.equals(Types.STRING) && type.lengthDefined()) {
      return Types.string(type.length());
    }
    boolean isDecimal = generic.equals(Types.NUMERIC) && type.precisionDefined();
    return isDecimal ? Types.numeric(type.precision(), type.scale()) : generic;
  }

  /** Whether values of the type can be told in SQLAlchemy. */
  static boolean knows(DataType<?> type) {
    return BY_CLASS.containsKey(type.getType());
  }

  /** A value of jOOQ's as the one that stands for Python's. */
  static @Nullable Object value(@Nullable Object value) {
    if (value instanceof JSON json) {
      return PythonJson.loads(json.data());
    }
    if (value instanceof JSONB json) {
      return PythonJson.loads(json.data());
    }
    return value instanceof Instant instant
        ? instant.atOffset(ZoneOffset.UTC)
        : JdbcValues.normalized(value);
  }
}
