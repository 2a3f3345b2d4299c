package dev.brine.jooq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes operators such as {@code ?|} the way PostgreSQL's JDBC driver wants them: {@code ??|}. */
final class QuestionMarks {

  /** What the driver itself passes over, before the question marks that it does not. */
  private static final Pattern QUOTED_OR_MARK =
      Pattern.compile(
          "'(?:[^']|'')*'"
              + "|\"(?:[^\"]|\"\")*\""
              + "|--[^\\n]*"
              + "|/\\*.*?\\*/"
              + "|\\$(\\w*)\\$.*?\\$\\1\\$"
              + "|(\\?)",
          Pattern.DOTALL);

  private QuestionMarks() {}

  static String doubled(String text) {
    if (text.indexOf('?') < 0) {
      return text;
    }
    return QUOTED_OR_MARK
        .matcher(text)
        .replaceAll(
            match -> match.group(2) == null ? Matcher.quoteReplacement(match.group()) : "??");
  }
}
