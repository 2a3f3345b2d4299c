package dev.brine.conformance;

/**
 * Whether a statement came through Java and back into its test.
 *
 * @param reason why not, in a few words that are the same for all that fail alike; empty if passed
 * @param detail what exactly; empty if the reason says it all
 */
record Verdict(boolean passed, String reason, String detail) {

  static final Verdict PASSED = new Verdict(true, "", "");

  private static final int LONGEST_REASON = 110;

  static Verdict failed(String reason, String detail) {
    return new Verdict(false, reason, detail);
  }

  /** Of the way through Java and back. */
  static Verdict ofRoundTrip(TestStatement statement, Answer answer, Verdicts second) {
    if (answer.failure() != null) {
      return failed(general(answer.failure()), answer.failure());
    }
    if (!answer.opaque().isEmpty() && !statement.isDdl()) {
      return failed("carried opaque: " + String.join(", ", answer.opaque()), "");
    }
    return second.of(statement.id());
  }

  /** Of the SQL that Java made of it. */
  static Verdict ofSql(SqlOutcome outcome) {
    return switch (outcome.kind()) {
      case EQUAL, NOT_ASKED, NOT_COMPARABLE -> PASSED;
      case DIFFERS -> failed("the SQL differs", outcome.text());
      case PARAMETERS_DIFFER -> failed("the parameters differ", outcome.text());
      case REFUSED -> failed("refused: " + general(outcome.text()), outcome.text());
      case CRASHED -> failed("crashed: " + general(outcome.text()), outcome.text());
    };
  }

  /** Without what is different from statement to statement: names, numbers and places. */
  static String general(String message) {
    String text =
        message
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll("0x[0-9a-f]+", "0x")
            .replaceAll("\\$[.\\[][^ ]*", "\\$")
            .replaceAll("(['\"]).*?\\1", "'…'")
            .replaceAll("\\d+", "N");
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
  }
}
