package dev.brine.sql;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out the joins that {@code select.join()} asked for: to what each is joined and on what.
 * SQLAlchemy's {@code SelectState._setup_joins} (rel_2_0_52, {@code sql/selectable.py}).
 */
final class SetupJoins {

  private final Select select;
  private final List<FromClause> froms;

  SetupJoins(Select select) {
    this.select = select;
    this.froms = new ArrayList<>(select.from());
  }

  /**
   * The FROM elements named by {@code select_from()}, with the joins among them. Those made before
   * {@code with_only_columns()} come first; they were made to what was selected then.
   */
  List<FromClause> resolve() {
    for (OrmOptions.MemoizedEntities before : select.options().orm().memoized()) {
      before.setupJoins().forEach(join -> add(join, before.columns()));
    }
    select.setupJoins().forEach(join -> add(join, select.columns()));
    return froms;
  }

  private void add(SetupJoin join, List<ClauseElement> columns) {
    FromClause left = join.left();
    int index;
    if (left == null) {
      if (froms.isEmpty()) {
        left = leftAmongSelected(join, columns);
        index = -1;
      } else {
        index =
            LeftSides.theOnly(LeftSides.joinable(froms, join.from(), join.onclause()), join.from());
        left = froms.get(index);
      }
    } else {
      index = LeftSides.place(froms, left);
      left = index < 0 ? left : froms.get(index);
    }
    Join made = made(left, join);
    if (index < 0) {
      froms.add(made);
    } else {
      froms.set(index, made);
    }
  }

  private static Join made(FromClause left, SetupJoin join) {
    return Join.of(left, join.from(), join.onclause(), join.isOuter(), join.isFull());
  }

  /** With no FROM element named, those of the columns and conditions are looked at. */
  private FromClause leftAmongSelected(SetupJoin join, List<ClauseElement> columns) {
    List<FromClause> candidates = new ArrayList<>();
    Set<ElementKey> seen = new HashSet<>();
    List<ClauseElement> sources = new ArrayList<>(columns);
    sources.addAll(select.where());
    for (FromClause from : FromObjects.of(sources)) {
      if (seen.add(ElementKey.of(from))) {
        candidates.add(from);
      }
    }
    return candidates.get(
        LeftSides.theOnly(
            LeftSides.joinable(candidates, join.from(), join.onclause()), join.from()));
  }
}
