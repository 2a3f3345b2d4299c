package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A statement of Python's and what came of it there.
 *
 * @param dump of it
 * @param after the dump of a SELECT that shows what it changed; null if it changes nothing
 * @param outcome the columns and rows, or how many rows were changed; or the error
 */
// The arrays are only read.
@SuppressWarnings("ArrayRecordComponent")
record Told(byte[] dump, byte @Nullable [] after, JsonNode outcome) {

  /** By the worker's answer. */
  static Told of(JsonNode answer) {
    JsonNode after = answer.get("after");
    return new Told(
        World.bytes(answer.get("dump")),
        after.isNull() ? null : World.bytes(after),
        answer.get("told"));
  }

  boolean isRefused() {
    return outcome.has("error");
  }
}
