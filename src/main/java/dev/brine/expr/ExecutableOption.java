package dev.brine.expr;

import java.util.List;

/**
 * What {@code options()} of a statement takes: SQLAlchemy's {@code ExecutableOption} (rel_2_0_58,
 * {@code sql/base.py}). Immutable.
 */
public sealed interface ExecutableOption permits Load, LoaderCriteria, WildcardLoad {

  /** The expressions in it. */
  List<ClauseElement> children();
}
