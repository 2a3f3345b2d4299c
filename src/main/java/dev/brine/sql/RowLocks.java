package dev.brine.sql;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FOR UPDATE and its options. */
final class RowLocks {

  private RowLocks() {}

  /**
   * @param strength the words of it
   * @param namesTables whether it can be said which tables are meant
   */
  static Fragment clause(ElementCompiler c, ForUpdate lock, String strength, boolean namesTables) {
    List<ClauseElement> tables = namesTables ? tables(lock.of()) : List.of();
    return Fragment.of(
        strength,
        tables.isEmpty() ? "" : " OF ",
        Fragment.join(", ", tables, c::nameOf),
        lock.isNoWait() ? " NOWAIT" : "",
        lock.isSkipLocked() ? " SKIP LOCKED" : "");
  }

  /** FOR UPDATE as Oracle takes it, with the elements as they are written in a condition. */
  static Fragment oracle(ElementCompiler c, ForUpdate lock) {
    List<Object> text = new ArrayList<>(List.of(" FOR UPDATE"));
    for (ClauseElement element : lock.of()) {
      text.add(text.size() == 1 ? " OF " : ", ");
      text.add(c.compile(element));
    }
    text.add(lock.isNoWait() ? " NOWAIT" : "");
    text.add(lock.isSkipLocked() ? " SKIP LOCKED" : "");
    return Fragment.of(text.toArray());
  }

  /** Each once: {@code surface_selectables_only}. */
  private static List<ClauseElement> tables(List<ClauseElement> elements) {
    Map<Object, ClauseElement> found = new LinkedHashMap<>();
    elements.forEach(element -> collect(element, found));
    return new ArrayList<>(found.values());
  }

  private static void collect(ClauseElement element, Map<Object, ClauseElement> found) {
    if (element instanceof Join join) {
      // SQLAlchemy takes them from the end of a list.
      collect(join.right(), found);
      collect(join.left(), found);
    } else if (element instanceof FromGrouping grouping) {
      collect(grouping.element(), found);
    } else if (element instanceof ColumnRef column && column.table() != null) {
      collect(column.table(), found);
    } else if (element instanceof FromClause from) {
      found.putIfAbsent(from.identity(), from);
    } else {
      found.putIfAbsent(element, element);
    }
  }
}
