package dev.brine.orm.compile;

import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Select;
import dev.brine.sql.ClauseAdapter;

/** A FROM element under a made-up name: SQLAlchemy's {@code _anonymous_fromclause}. */
public final class Anonymous {

  private Anonymous() {}

  /**
   * The element under a made-up name.
   *
   * @param isFlat whether of a join each side gets one, rather than all of it
   */
  public static FromClause of(FromClause element, boolean isFlat) {
    if (element instanceof FromGrouping grouping) {
      return new FromGrouping(of(grouping.element(), isFlat));
    }
    if (element instanceof Join join) {
      return isFlat ? flat(join) : whole(join);
    }
    return element.alias();
  }

  private static Join flat(Join join) {
    FromClause left = of(join.left(), true);
    FromClause right = of(join.right(), true);
    ClauseAdapter adapter = ClauseAdapter.to(left).then(ClauseAdapter.to(right));
    return Join.of(left, right, adapter.adapt(join.onclause()), join.isOuter(), join.isFull());
  }

  private static FromClause whole(Join join) {
    return Select.of(join).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL).correlate().subquery();
  }
}
