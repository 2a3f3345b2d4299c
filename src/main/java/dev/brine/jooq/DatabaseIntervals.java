package dev.brine.jooq;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database's text for a span of time: PostgreSQL's in its default {@code IntervalStyle}, {@code 2
 * days -03:00:00.000005}, or DuckDB's.
 */
final class DatabaseIntervals {

  /** As psycopg2 counts them, since a span of time has no calendar. */
  private static final int DAYS_PER_YEAR = 365;

  /** As both drivers count them. */
  private static final int DAYS_PER_MONTH = 30;

  /** As DuckDB's driver counts them: it knows of months only. */
  private static final int DAYS_PER_TWELVE_MONTHS = 12 * DAYS_PER_MONTH;

  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?:(?<years>[-+]?\\d+) years? ?)?(?:(?<months>[-+]?\\d+) mon(?:th)?s? ?)?"
              + "(?:(?<days>[-+]?\\d+) days? ?)?"
              + "(?:(?<sign>[-+]?)(?<hours>\\d+):(?<minutes>\\d+):(?<seconds>\\d+)"
              + "(?:\\.(?<fraction>\\d{1,6}))?)?");

  private DatabaseIntervals() {}

  static String format(Duration span) {
    return String.format(
        Locale.ROOT, "%d seconds %d microseconds", span.getSeconds(), span.getNano() / 1000);
  }

  static Duration ofPostgresql(String text) {
    return parse(text, DAYS_PER_YEAR);
  }

  static Duration ofDuckdb(String text) {
    return parse(text, DAYS_PER_TWELVE_MONTHS);
  }

  private static Duration parse(String text, int daysPerYear) {
    Matcher matcher = INTERVAL.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a span of time: '" + text + "'");
    }
    long days =
        number(matcher, "years") * daysPerYear
            + number(matcher, "months") * DAYS_PER_MONTH
            + number(matcher, "days");
    Duration time =
        Duration.ofHours(number(matcher, "hours"))
            .plusMinutes(number(matcher, "minutes"))
            .plusSeconds(number(matcher, "seconds"))
            .plus(microseconds(matcher), ChronoUnit.MICROS);
    return Duration.ofDays(days).plus("-".equals(matcher.group("sign")) ? time.negated() : time);
  }

  private static long number(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long microseconds(Matcher matcher) {
    String fraction = matcher.group("fraction");
    return fraction == null ? 0 : Long.parseLong((fraction + "00000").substring(0, 6));
  }
}
