package dev.brine.conformance;

/**
 * How Java's SQL compares with what the test expects.
 *
 * @param text Java's SQL, or why there is none; empty if it equals
 */
record SqlOutcome(Kind kind, String text) {

  enum Kind {
    /** Text and parameters equal to the letter. */
    EQUAL,
    DIFFERS,
    /** The same text with other values. */
    PARAMETERS_DIFFER,
    /** Java said by name why not. */
    REFUSED,
    /** Java failed without a name. */
    CRASHED,
    /** The test set the dialect or the compiler to something that Java cannot be set to. */
    NOT_COMPARABLE,
    /** DDL or a type: nothing that Java promises to compile. */
    NOT_ASKED
  }

  static final SqlOutcome EQUAL = new SqlOutcome(Kind.EQUAL, "");
  static final SqlOutcome NOT_ASKED = new SqlOutcome(Kind.NOT_ASKED, "");

  boolean isAsked() {
    return kind != Kind.NOT_ASKED && kind != Kind.NOT_COMPARABLE;
  }
}
