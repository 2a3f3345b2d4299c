package dev.brine.mapping;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Marks the columns of the far side: {@code JoinCondition._annotate_remote} of rel_2_0_58. */
final class RemoteSide {

  private final JoinRequest request;
  private final FromClause parentTable;
  private final FromClause targetTable;
  private final MarkedCondition primary;
  private final @Nullable MarkedCondition secondaryCondition;

  RemoteSide(
      JoinRequest request, MarkedCondition primary, @Nullable MarkedCondition secondaryCondition) {
    this.request = request;
    this.parentTable = request.parent().mappedTable();
    this.targetTable = request.target().mappedTable();
    this.primary = primary;
    this.secondaryCondition = secondaryCondition;
  }

  void mark() {
    if (!primary.remote.isEmpty()) {
      return;
    }
    FromClause secondary = request.secondary();
    if (secondary != null && secondaryCondition != null) {
      Predicate<ColumnElement> between = column -> Selectables.contains(secondary, column);
      primary.markRemote(between);
      secondaryCondition.markRemote(between);
    } else if (!request.remoteSide().isEmpty()) {
      Predicate<ColumnElement> given = ColumnMap.setOf(request.remoteSide())::contains;
      if (refersToParent()) {
        markSelfReference(given);
      } else {
        primary.markRemote(given);
      }
    } else if (refersToParent()) {
      markSelfReference(primary.foreign::contains);
    } else if (Selectables.overlap(parentTable, targetTable)) {
      markOverlap();
    } else {
      markDistinct();
    }
  }

  /** Whether the condition compares columns that both sides have. */
  private boolean refersToParent() {
    return primary.binaries().stream()
        .anyMatch(binary -> isShared(binary.left()) && isShared(binary.right()));
  }

  private boolean isShared(ColumnElement element) {
    return element instanceof ColumnRef column
        && Selectables.isDerived(parentTable, column.table())
        && Selectables.isDerived(targetTable, column.table());
  }

  /** Of a column compared with itself, only the left one can be remote. */
  private void markSelfReference(Predicate<ColumnElement> which) {
    for (BinaryExpression binary : primary.binaries()) {
      if (binary.left() instanceof ColumnRef left && binary.right() instanceof ColumnRef right) {
        boolean isEquated = ElementKey.of(left).equals(ElementKey.of(right));
        if (which.test(left)) {
          primary.remote.add(left);
        }
        if (which.test(right) && !isEquated) {
          primary.remote.add(right);
        }
      }
    }
  }

  private void markOverlap() {
    for (BinaryExpression binary : primary.binaries()) {
      if (binary.left() instanceof ColumnRef left && binary.right() instanceof ColumnRef right) {
        markIfAcross(left, right);
        markIfAcross(right, left);
      }
    }
  }

  private void markIfAcross(ColumnRef near, ColumnRef far) {
    if (Selectables.contains(targetTable, far) && Selectables.contains(parentTable, near)) {
      primary.remote.add(far);
    }
  }

  private void markDistinct() {
    FromClause parentOwn = request.parent().localTable();
    FromClause targetOwn = request.target().localTable();
    primary.markRemote(
        column ->
            Selectables.contains(targetTable, column)
                && (!Selectables.contains(parentOwn, column)
                    || Selectables.contains(targetOwn, column)));
  }
}
