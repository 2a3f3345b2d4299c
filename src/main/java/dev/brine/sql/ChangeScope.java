package dev.brine.sql;

import dev.brine.expr.FromClause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that changes rows asks of the parts it is made of.
 *
 * @param qualifying what columns are written with
 * @param insertedRow whose columns are written as {@code VALUES(column)}; null for none
 */
record ChangeScope(Qualifying qualifying, @Nullable FromClause insertedRow) {

  /** Outside of such statements. */
  static final ChangeScope NONE = new ChangeScope(Qualifying.ALL, null);

  ChangeScope {
    Objects.requireNonNull(qualifying, "qualifying");
  }

  ChangeScope qualifying(Qualifying changed) {
    return new ChangeScope(changed, insertedRow);
  }
}
