package dev.brine.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A statement that one of SQLAlchemy's tests gave to {@code assert_compile}.
 *
 * @param id the test and the number of the call in it
 * @param metadata the number of its MetaData in the batch; null if that cannot be pickled
 * @param ceiling why what Python loads from Python's own dump does not pass; null if it does
 * @param compiled null for what is no SQL statement, such as DDL and types
 * @param isDdl whether it is CREATE, ALTER or DROP: carried whole is all that is asked of it
 */
@SuppressWarnings("ArrayRecordComponent") // statements are handed on, never compared
record TestStatement(
    String id,
    byte[] dump,
    @Nullable Integer metadata,
    @Nullable String ceiling,
    @Nullable Compilation compiled,
    boolean isDdl) {

  /** The file it is in: {@code test/sql/test_select.py}. */
  String module() {
    return id.substring(0, id.indexOf("::"));
  }

  /** Whether Python's own way there and back is no obstacle. */
  boolean passesInPython() {
    return ceiling == null;
  }

  /** What the test expects to come of it; empty for what is no SQL statement. */
  String expected() {
    return compiled == null ? "" : compiled.sql();
  }
}
