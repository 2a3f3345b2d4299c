package dev.brine.sql;

import dev.brine.pickle.PythonDateTime;
import dev.brine.pickle.PythonTime;
import dev.brine.schema.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** What the classes of one dialect write their values as, whichever dialect it is written for. */
final class DialectLiterals {

  private static final BigDecimal MICROS_PER_SECOND = BigDecimal.valueOf(1_000_000);
  private static final int NANOS_PER_MICRO = 1000;

  private DialectLiterals() {}

  /** The value as text; null if the type has no way of its own, or none for this value. */
  static @Nullable String of(Object value, SqlType type) {
    return switch (type.name()) {
      case SQLITE_DATE, SQLITE_DATETIME, SQLITE_TIME -> formatted(value, type);
      case POSTGRESQL_INTERVAL ->
          value instanceof Duration span ? "make_interval(secs=>" + seconds(span) + ")" : null;
      case ORACLE_INTERVAL ->
          value instanceof Duration span
              ? "NUMTODSINTERVAL(" + seconds(span) + ", 'SECOND')"
              : null;
      case ORACLE_DATE -> oracleDate(value);
      default -> null;
    };
  }

  private static @Nullable String oracleDate(Object value) {
    String text = LiteralValues.dateTime(value, false);
    return text == null
        ? null
        : OracleDates.literal(text, "YYYY-MM-DD HH24:MI:SS", LiteralValues.hasFraction(value));
  }

  private static @Nullable String formatted(Object value, SqlType type) {
    Object moment = value;
    if (value instanceof PythonDateTime dateTime) {
      moment = dateTime.local();
    } else if (value instanceof PythonTime time) {
      moment = time.local();
    }
    return moment instanceof TemporalAccessor time
        ? "'" + SqliteTimeFormat.of(type).format(time) + "'"
        : null;
  }

  /** Python's {@code total_seconds()}. */
  static String seconds(Duration span) {
    BigDecimal micros =
        BigDecimal.valueOf(span.getSeconds())
            .multiply(MICROS_PER_SECOND)
            .add(BigDecimal.valueOf(span.getNano() / NANOS_PER_MICRO));
    return PythonFloat.repr(micros.doubleValue() / MICROS_PER_SECOND.doubleValue());
  }
}
