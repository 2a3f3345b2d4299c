package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the direction of a relationship without a table between: {@code
 * JoinCondition._determine_direction} of rel_2_0_58.
 */
final class JoinDirection {

  private final JoinRequest request;
  private final MarkedCondition primary;
  private final Set<ColumnElement> local;

  JoinDirection(JoinRequest request, MarkedCondition primary, Set<ColumnElement> local) {
    this.request = request;
    this.primary = primary;
    this.local = local;
  }

  Direction find() {
    boolean isInTarget = anyForeignIn(request.target());
    boolean isInParent = anyForeignIn(request.parent());
    if (isInTarget && isInParent) {
      return ofBoth();
    }
    if (!isInTarget && !isInParent) {
      throw new UsageException(
          "relationship %s: the foreign key columns of its condition are columns of neither side"
              .formatted(request.name()),
          "name the foreign_keys");
    }
    return isInTarget ? Direction.ONE_TO_MANY : Direction.MANY_TO_ONE;
  }

  private boolean anyForeignIn(Mapper mapper) {
    return primary.foreign.stream()
        .anyMatch(column -> Selectables.contains(mapper.mappedTable(), column));
  }

  /** A foreign column of the far side speaks for many, one of the near side for one. */
  private Direction ofBoth() {
    Set<ElementKey> toMany = new HashSet<>();
    Set<ElementKey> toOne = new HashSet<>();
    for (ColumnElement column : primary.foreign) {
      (primary.remote.contains(column) ? toMany : toOne).add(ElementKey.of(column));
    }
    if (!toMany.isEmpty() && !toOne.isEmpty()) {
      Set<ElementKey> itself = keys(List.copyOf(primary.remote));
      itself.retainAll(keys(List.copyOf(local)));
      toMany.removeAll(itself);
      toOne.removeAll(itself);
    }
    if (toMany.isEmpty() == toOne.isEmpty()) {
      throw new UsageException(
          "relationship %s: its direction cannot be told, since both sides have foreign key columns"
              .formatted(request.name()),
          "name by foreign_keys only the columns that refer to the other side");
    }
    return toOne.isEmpty() ? Direction.ONE_TO_MANY : Direction.MANY_TO_ONE;
  }

  private static Set<ElementKey> keys(List<ColumnElement> columns) {
    Set<ElementKey> keys = new HashSet<>();
    columns.forEach(column -> keys.add(ElementKey.of(column)));
    return keys;
  }
}
