package dev.brine.mapping;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.ScalarSelect;
import dev.brine.expr.StandardOperator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pairs of columns that a join compares: {@code JoinCondition._setup_pairs} of rel_2_0_58. */
final class JoinPairs {

  private final JoinRequest request;
  private final Set<ColumnPair> localRemote = new LinkedHashSet<>();
  private final List<ColumnPair> synchronize = new ArrayList<>();
  private final List<ColumnPair> secondarySynchronize = new ArrayList<>();

  JoinPairs(
      JoinRequest request, MarkedCondition primary, @Nullable MarkedCondition secondaryCondition) {
    this.request = request;
    collect(primary, synchronize);
    if (secondaryCondition != null) {
      collect(secondaryCondition, secondarySynchronize);
    }
  }

  List<ColumnPair> localRemote() {
    return List.copyOf(localRemote);
  }

  List<ColumnPair> synchronize() {
    return synchronize;
  }

  List<ColumnPair> secondarySynchronize() {
    return secondarySynchronize;
  }

  private void collect(MarkedCondition condition, List<ColumnPair> equated) {
    compared(condition, condition.expression(), equated);
  }

  /**
   * What an element stands for beside a comparison; of each comparison within it, every value on
   * the left with every value on the right is a pair.
   */
  private List<ColumnElement> compared(
      MarkedCondition condition, ClauseElement element, List<ColumnPair> equated) {
    if (element instanceof ScalarSelect select) {
      return List.of(select);
    }
    if (element instanceof BinaryExpression binary && binary.operator().isComparison()) {
      List<ColumnElement> rights = compared(condition, binary.right(), equated);
      for (ColumnElement left : compared(condition, binary.left(), equated)) {
        rights.forEach(right -> pair(condition, binary, left, right, equated));
      }
      return List.of();
    }
    if (element instanceof ColumnRef column) {
      return List.of(column);
    }
    List<ColumnElement> found = new ArrayList<>();
    element.children().forEach(child -> found.addAll(compared(condition, child, equated)));
    return found;
  }

  private void pair(
      MarkedCondition condition,
      BinaryExpression binary,
      ColumnElement left,
      ColumnElement right,
      List<ColumnPair> equated) {
    boolean isLeftRemote = condition.remote.contains(left);
    boolean isRightRemote = condition.remote.contains(right);
    if (isRightRemote && !isLeftRemote && isMapped(left)) {
      localRemote.add(new ColumnPair(left, right));
    } else if (isLeftRemote && !isRightRemote && isMapped(right)) {
      localRemote.add(new ColumnPair(right, left));
    }
    if (binary.operator() == StandardOperator.EQ && isMapped(left) && isMapped(right)) {
      if (condition.foreign.contains(right)) {
        equated.add(new ColumnPair(left, right));
      } else if (condition.foreign.contains(left)) {
        equated.add(new ColumnPair(right, left));
      }
    }
  }

  private boolean isMapped(ColumnElement column) {
    FromClause secondary = request.secondary();
    return (secondary != null && Selectables.contains(secondary, column))
        || Selectables.contains(request.parent().mappedTable(), column)
        || Selectables.contains(request.target().mappedTable(), column);
  }
}
