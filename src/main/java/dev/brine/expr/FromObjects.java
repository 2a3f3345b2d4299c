package dev.brine.expr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The FROM elements that an element needs: SQLAlchemy's {@code _from_objects}. Public for the
 * compiler's sake. Stateless.
 */
public final class FromObjects {

  private FromObjects() {}

  /** The FROM elements of all, in order, with repetitions. */
  public static List<FromClause> of(Iterable<? extends ClauseElement> elements) {
    List<FromClause> found = new ArrayList<>();
    elements.forEach(element -> collect(element, found));
    return found;
  }

  public static List<FromClause> of(ClauseElement element) {
    return of(List.of(element));
  }

  private static void collect(ClauseElement element, List<FromClause> found) {
    if (element instanceof ColumnRef column) {
      if (column.table() != null) {
        found.add(column.table());
      }
    } else if (element instanceof Join join) {
      found.add(join);
      collect(join.left(), found);
      collect(join.right(), found);
    } else if (element instanceof FromGrouping grouping) {
      collect(grouping.element(), found);
    } else if (element instanceof Opaque opaque) {
      // Of what is not known, only a function brings along what its arguments are of.
      opaque.arguments().forEach(argument -> collect(argument, found));
    } else if (element instanceof FromClause from && !isValue(element)) {
      found.add(from);
    } else if (!isApart(element)) {
      element.children().forEach(child -> collect(child, found));
    }
  }

  /** Whether it may stand behind FROM, but as a value brings along no more than what is in it. */
  private static boolean isValue(ClauseElement element) {
    return element instanceof TextClause || element instanceof FunctionCall;
  }

  /** Whether what is in it is selected from by itself. */
  private static boolean isApart(ClauseElement element) {
    return element instanceof Statement
        || element instanceof ScalarSelect
        || element instanceof ScalarValues
        || element instanceof ScalarFunctionColumn
        || element instanceof LabelReference
        || element instanceof Slice;
  }

  /** Those that stand inside a join of the list and so are not listed beside it. */
  public static Set<ElementKey> hidden(List<? extends FromClause> froms) {
    Set<ElementKey> hidden = new HashSet<>();
    for (FromClause from : froms) {
      FromClause bare = from;
      while (bare instanceof FromGrouping grouping) {
        bare = grouping.element();
      }
      if (bare instanceof Join join) {
        of(List.of(join.left(), join.right())).forEach(inner -> hidden.add(ElementKey.of(inner)));
      }
    }
    return hidden;
  }

  /** What is listed behind FROM: each once, and none that stands inside another. */
  public static List<FromClause> listed(List<? extends FromClause> froms) {
    Set<ElementKey> seen = new HashSet<>();
    List<FromClause> distinct = new ArrayList<>();
    for (FromClause from : froms) {
      if (seen.add(ElementKey.of(from))) {
        distinct.add(from);
      }
    }
    Set<ElementKey> hidden = hidden(distinct);
    return distinct.stream().filter(from -> !hidden.contains(ElementKey.of(from))).toList();
  }
}
