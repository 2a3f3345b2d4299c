package dev.brine.jooq;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's text for values, in its default settings, as psycopg2 reads it. */
final class PostgresqlTexts {

  private PostgresqlTexts() {}

  /** The value that a text of a type stands for; the text itself of a type that Python has not. */
  static @Nullable Object read(String text, String type) {
    return switch (type) {
      case "bool" -> text.equals("t");
      case "int2", "int4", "int8", "oid", "serial", "bigserial", "smallserial" ->
          Long.valueOf(text);
      // By their text: a float4 read as a double would show digits it has not.
      case "float4", "float8" -> PostgresqlNumbers.toDouble(text);
      case "numeric" -> PostgresqlNumbers.toDecimal(text);
      case "date" -> LocalDate.parse(text);
      case "time" -> LocalTime.parse(text);
      case "timetz" -> TextTimes.readTime(text);
      case "timestamp", "timestamptz" -> moment(TextTimes.readDateTime(text));
      case "interval" -> DatabaseIntervals.ofPostgresql(text);
      case "uuid" -> UUID.fromString(text);
      case "bytea" -> bytes(text);
      case "json", "jsonb" -> PythonJson.loads(text);
      case "hstore" -> PostgresqlHstores.read(text);
      default -> PostgresqlRanges.isRange(type) ? PostgresqlRanges.read(text, type) : text;
    };
  }

  /** The zone is the session's; the driver, asked for a moment, gives it in UTC. */
  private static Object moment(Object read) {
    return read instanceof OffsetDateTime moment
        ? moment.withOffsetSameInstant(ZoneOffset.UTC)
        : read;
  }

  /** {@code \\x00ff}. */
  private static byte[] bytes(String text) {
    return HexFormat.of().parseHex(text.substring(2));
  }
}
