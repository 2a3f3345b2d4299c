package dev.brine.conformance;

/** All that is known of a statement in the end. */
record Outcome(TestStatement statement, SqlOutcome sqlOutcome, Verdict roundTrip, Verdict sql) {

  static Outcome of(TestStatement statement, Answer answer, Verdicts second) {
    return new Outcome(
        statement,
        answer.sql(),
        Verdict.ofRoundTrip(statement, answer, second),
        Verdict.ofSql(answer.sql()));
  }

  /** Whether Java is measured by its way there and back: only where Python's own passes. */
  boolean countsForRoundTrip() {
    return statement.passesInPython() && !statement.isDdl();
  }

  boolean countsForDdl() {
    return statement.passesInPython() && statement.isDdl();
  }

  /** Whether Java's SQL is measured: only of what Python itself has unchanged after loading it. */
  boolean countsForSql() {
    return sqlOutcome.isAsked() && statement.passesInPython();
  }
}
