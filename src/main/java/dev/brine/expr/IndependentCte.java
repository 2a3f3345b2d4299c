package dev.brine.expr;

import java.util.Objects;

/**
 * A CTE that a statement has whether it refers to it or not: {@code add_cte(cte, nest_here=…)}.
 *
 * @param isNestedHere whether it is written with this statement rather than at the top
 */
public record IndependentCte(Cte cte, boolean isNestedHere) {

  public IndependentCte {
    Objects.requireNonNull(cte, "cte");
  }
}
