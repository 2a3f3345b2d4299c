package dev.brine.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Java made of a statement.
 *
 * @param dump what it wrote; null if it could not read the statement or write it again
 * @param failure why there is none
 * @param opaque the classes of SQLAlchemy's own that it carried without understanding them
 * @param sql how its SQL compares with Python's
 */
@SuppressWarnings("ArrayRecordComponent") // answers are handed on, never compared
record Answer(
    byte @Nullable [] dump, @Nullable String failure, List<String> opaque, SqlOutcome sql) {

  Answer {
    opaque = List.copyOf(opaque);
  }
}
