package dev.brine.sql;

/** Dates and times as Oracle reads them (rel_2_0_52, {@code dialects/oracle/types.py}). */
final class OracleDates {

  private OracleDates() {}

  /**
   * The call that makes a date of a text.
   *
   * @param text in quotes
   * @param hasFraction whether there are microseconds, which Oracle's DATE cannot hold
   */
  static String literal(String text, String format, boolean hasFraction) {
    boolean holdsTime = format.endsWith("SS");
    return hasFraction
        ? "TO_TIMESTAMP(" + text + ", '" + format + (holdsTime ? ".FF" : "") + "')"
        : "TO_DATE(" + text + ", '" + format + "')";
  }
}
