package dev.brine.expr;

import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Columns without those that are equal to others: {@code reduce_columns} (rel_2_0_52, {@code
 * sql/util.py}).
 */
final class ReducedColumns {

  private final List<ColumnElement> columns;
  private final boolean isOfOneName;
  private final Set<Integer> omitted = new TreeSet<>();

  /**
   * Of these columns.
   *
   * @param isOfOneName whether only columns of the same name stand for each other
   */
  ReducedColumns(List<ColumnElement> columns, boolean isOfOneName) {
    this.columns = columns;
    this.isOfOneName = isOfOneName;
  }

  /** Those that are left where these conditions hold. */
  List<ColumnElement> given(List<? extends ClauseElement> conditions) {
    for (int i = 0; i < columns.size(); i++) {
      if (!isText(i) && isForeignKeyOfAnother(i)) {
        omitted.add(i);
      }
    }
    conditions.forEach(this::visit);
    List<ColumnElement> left = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!omitted.contains(i)) {
        left.add(columns.get(i));
      }
    }
    return left;
  }

  private boolean isForeignKeyOfAnother(int index) {
    Column own = Lineage.tableColumn(columns.get(index));
    return own != null && own.foreignKeys().stream().anyMatch(key -> refersToAnother(index, key));
  }

  private boolean refersToAnother(int index, ForeignKey key) {
    for (int other = 0; other < columns.size(); other++) {
      ColumnElement candidate = columns.get(other);
      if (other != index && !isText(other) && isTarget(candidate, key) && isAlike(other, index)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTarget(ColumnElement candidate, ForeignKey key) {
    return ForeignKeyJoins.steps(candidate, key) < Integer.MAX_VALUE;
  }

  private void visit(ClauseElement element) {
    if (element instanceof BinaryExpression binary
        && binary.operator() == StandardOperator.EQ
        && isAmongThoseLeft(binary.left())
        && isAmongThoseLeft(binary.right())) {
      omitLast(binary);
    }
    element.children().forEach(this::visit);
  }

  private boolean isAmongThoseLeft(ColumnElement side) {
    return lastLeft(index -> Lineage.includes(columns.get(index), side)) >= 0;
  }

  /** The last that comes from the right side stands for the left one. */
  private void omitLast(BinaryExpression binary) {
    int last =
        lastLeft(
            index ->
                Lineage.isShared(columns.get(index), binary.right())
                    && (!isOfOneName || name(columns.get(index)).equals(name(binary.left()))));
    if (last >= 0) {
      omitted.add(last);
    }
  }

  private int lastLeft(Predicate<Integer> isMeant) {
    for (int i = columns.size() - 1; i >= 0; i--) {
      if (!omitted.contains(i) && !isText(i) && isMeant.test(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAlike(int one, int other) {
    return !isOfOneName || name(columns.get(one)).equals(name(columns.get(other)));
  }

  private boolean isText(int index) {
    return columns.get(index) instanceof TextClause;
  }

  private static String name(ColumnElement element) {
    if (element instanceof ColumnRef column) {
      return column.name().text();
    }
    return element instanceof Label label ? label.name().text() : "";
  }
}
