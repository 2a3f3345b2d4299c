package dev.brine.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    if (element instanceof Opaque unknown) {
      collectWithin(unknown, found);
    } else {
      parts(element, found).forEach(part -> collect(part, found));
    }
  }

  /**
   * The same for what is not understood: nobody has looked yet how deep it is, and whether it
   * contains itself. So each part is looked at once, and none by a call within another.
   */
  private static void collectWithin(Opaque unknown, List<FromClause> found) {
    Set<ClauseElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<ClauseElement> pending = new ArrayDeque<>();
    pending.push(unknown);
    while (!pending.isEmpty()) {
      ClauseElement element = pending.pop();
      if (seen.add(element)) {
        List<? extends ClauseElement> parts = parts(element, found);
        for (int i = parts.size() - 1; i >= 0; i--) {
          pending.push(parts.get(i));
        }
      }
    }
  }

  /** Adds an element if it is listed behind FROM, and returns what else brings along some. */
  private static List<? extends ClauseElement> parts(
      ClauseElement element, List<FromClause> found) {
    if (element instanceof ColumnRef column) {
      if (column.table() != null) {
        found.add(column.table());
      }
      return List.of();
    }
    if (element instanceof Join join) {
      found.add(join);
      return List.of(join.left(), join.right());
    }
    if (element instanceof FromGrouping grouping) {
      return List.of(grouping.element());
    }
    if (element instanceof Opaque unknown) {
      // Of what is not known, only a function brings along what its arguments are of.
      return unknown.arguments();
    }
    if (element instanceof FromClause from && !isValue(element)) {
      found.add(from);
      return List.of();
    }
    return isApart(element) ? List.of() : element.children();
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
