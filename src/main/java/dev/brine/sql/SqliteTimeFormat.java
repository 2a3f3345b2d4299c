package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a type keeps moments as text in SQLite: its {@code storage_format}, a Python format with the
 * names {@code year} to {@code microsecond} (rel_2_0_52, {@code dialects/sqlite/base.py}).
 *
 * @param template such as {@code "%(year)04d-%(month)02d-%(day)02d"}
 */
public record SqliteTimeFormat(String template) {

  private static final String DATE = "%(year)04d-%(month)02d-%(day)02d";
  private static final String TIME = "%(hour)02d:%(minute)02d:%(second)02d.%(microsecond)06d";

  /** A field with zeros in front or without, or a percent sign that stands for itself. */
  private static final Pattern FIELD = Pattern.compile("%\\((\\w+)\\)(0?[0-9]{0,2})[di]|%%");

  private static final Map<String, ChronoField> FIELDS =
      Map.of(
          "year", ChronoField.YEAR,
          "month", ChronoField.MONTH_OF_YEAR,
          "day", ChronoField.DAY_OF_MONTH,
          "hour", ChronoField.HOUR_OF_DAY,
          "minute", ChronoField.MINUTE_OF_HOUR,
          "second", ChronoField.SECOND_OF_MINUTE,
          "microsecond", ChronoField.MICRO_OF_SECOND);

  /** The format of a type for dates, times or both. */
  public static SqliteTimeFormat of(SqlType type) {
    if (type.attribute("storage_format") instanceof String own) {
      return new SqliteTimeFormat(own);
    }
    return new SqliteTimeFormat(
        switch (type.affinity()) {
          case DATE_ -> DATE;
          case TIME_ -> TIME;
          default -> DATE + " " + TIME;
        });
  }

  /** Whether it is the format that every type of its kind has unless told otherwise. */
  public static boolean isUsual(SqlType type) {
    return type.attribute("storage_format") == null && type.attribute("regexp") == null;
  }

  /** Whether a text so made is never taken for a number. */
  boolean hasMoreThanDigits() {
    return format(LocalDateTime.of(0, 1, 1, 0, 0)).chars().anyMatch(c -> c < '0' || c > '9');
  }

  /**
   * The text of a date, a time or both; a field that it lacks is 0, as at midnight.
   *
   * @throws CompileException if the format has what only Python understands
   */
  public String format(TemporalAccessor moment) {
    Matcher field = FIELD.matcher(template);
    StringBuilder text = new StringBuilder();
    int done = 0;
    while (field.find()) {
      text.append(plain(template.substring(done, field.start()))).append(text(field, moment));
      done = field.end();
    }
    return text.append(plain(template.substring(done))).toString();
  }

  private String plain(String text) {
    if (text.indexOf('%') >= 0) {
      throw notUnderstood(text);
    }
    return text;
  }

  private CompileException notUnderstood(String part) {
    return new CompileException(
        "the storage format '%s' has '%s', which is none of the fields %s as a number"
            .formatted(template, part, FIELDS.keySet()));
  }

  private String text(Matcher match, TemporalAccessor moment) {
    if (match.group().equals("%%")) {
      return "%";
    }
    ChronoField field = FIELDS.get(match.group(1));
    if (field == null) {
      throw notUnderstood(match.group());
    }
    int value = moment.isSupported(field) ? moment.get(field) : 0;
    return String.format(Locale.ROOT, "%" + match.group(2) + "d", value);
  }
}
