package dev.brine.sql;

import dev.brine.expr.FromClause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that changes rows asks of the parts it is made of.
 *
 * @param qualifying what columns are written with
 * @param executesLiterally whether values are put into the text when the statement runs: {@code
 *     literal_execute}
 * @param insertedRow whose columns are written as {@code VALUES(column)}; null for none
 */
record ChangeScope(
    Qualifying qualifying, boolean executesLiterally, @Nullable FromClause insertedRow) {

  /** Outside of such statements. */
  static final ChangeScope NONE = new ChangeScope(Qualifying.ALL, false, null);

  ChangeScope {
    Objects.requireNonNull(qualifying, "qualifying");
  }

  ChangeScope qualifying(Qualifying changed) {
    return new ChangeScope(changed, executesLiterally, insertedRow);
  }

  ChangeScope executedLiterally() {
    return new ChangeScope(qualifying, true, insertedRow);
  }
}
