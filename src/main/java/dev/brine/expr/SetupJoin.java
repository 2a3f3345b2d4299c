package dev.brine.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A join that {@code select.join()} asked for and that is worked out when the statement is
 * compiled: an entry of SQLAlchemy's {@code _setup_joins}.
 *
 * @param target what to join
 * @param onclause the condition; null to find it by foreign keys
 * @param left what to join it to; null to find it among the FROM elements
 */
public record SetupJoin(
    FromClause target,
    @Nullable ColumnElement onclause,
    @Nullable FromClause left,
    boolean isOuter,
    boolean isFull) {

  public SetupJoin {
    Objects.requireNonNull(target, "target");
  }
}
