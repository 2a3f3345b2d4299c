package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * To which of several FROM elements another is joined: {@code find_left_clause_to_join_from} and
 * {@code find_left_clause_that_matches_given} (rel_2_0_52, {@code sql/util.py}).
 */
public final class LeftSides {

  private LeftSides() {}

  /**
   * The index if there is one alone.
   *
   * @throws CompileException if there is none or more than one
   */
  public static int theOnly(List<Integer> indexes, FromClause target) {
    if (indexes.size() == 1) {
      return indexes.get(0);
    }
    String remedy =
        " Please use the .select_from() method to establish an explicit left side, as well as"
            + " providing an explicit ON clause if not present already to help resolve the"
            + " ambiguity.";
    throw new CompileException(
        indexes.isEmpty()
            ? "Don't know how to join to " + Described.from(target) + "." + remedy
            : "Can't determine which FROM clause to join from, there are multiple FROMS which can"
                + " join to this entity."
                + remedy,
        "say what it is joined from, and by which condition");
  }

  /** Where a FROM element that was named as the left side stands already; -1 for nowhere. */
  public static int place(List<FromClause> froms, FromClause left) {
    if (froms.isEmpty()) {
      return -1;
    }
    List<FromClause> parts = FromObjects.of(left);
    List<Integer> indexes =
        IntStream.range(0, froms.size())
            .filter(i -> parts.stream().anyMatch(part -> Derivation.isDerived(froms.get(i), part)))
            .boxed()
            .toList();
    if (indexes.size() > 1) {
      List<Integer> exact = indexes.stream().filter(i -> holdsAny(froms.get(i), parts)).toList();
      indexes = exact.isEmpty() ? indexes : exact;
    }
    if (indexes.size() > 1) {
      throw new CompileException(
          "Can't identify which entity in which to assign the left side of this join. Please use"
              + " a more specific ON clause.",
          "say what it is joined from, and by which condition");
    }
    return indexes.isEmpty() ? -1 : indexes.get(0);
  }

  private static boolean holdsAny(FromClause from, List<FromClause> parts) {
    Set<ElementKey> own = new HashSet<>();
    FromObjects.of(from).forEach(part -> own.add(ElementKey.of(part)));
    return parts.stream().anyMatch(part -> own.contains(ElementKey.of(part)));
  }

  /** The FROM elements that the target can be joined to: {@code find_left_clause_to_join_from}. */
  public static List<Integer> joinable(
      List<FromClause> candidates, FromClause target, @Nullable ColumnElement onclause) {
    boolean looksAtColumns = candidates.size() > 1 && onclause != null;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (isJoinable(candidates.get(i), target, onclause, looksAtColumns)) {
        found.add(i);
      }
    }
    if (found.size() > 1) {
      Set<ElementKey> hidden = FromObjects.hidden(candidates);
      found.removeIf(i -> hidden.contains(ElementKey.of(candidates.get(i))));
    }
    return found.isEmpty() && onclause != null
        ? IntStream.range(0, candidates.size()).boxed().toList()
        : found;
  }

  private static boolean isJoinable(
      FromClause candidate,
      FromClause target,
      @Nullable ColumnElement onclause,
      boolean looksAtColumns) {
    for (FromClause part : FromObjects.of(target)) {
      if (ElementKey.of(part).equals(ElementKey.of(candidate))) {
        continue;
      }
      boolean fits;
      if (onclause == null) {
        fits = Join.canJoin(candidate, part);
      } else {
        fits = !looksAtColumns || offers(candidate, part, columns(onclause));
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static boolean offers(FromClause one, FromClause other, Set<ElementKey> columns) {
    Set<ElementKey> offered = new HashSet<>();
    one.columns().forEach(column -> offered.add(ElementKey.of(column)));
    other.columns().forEach(column -> offered.add(ElementKey.of(column)));
    return offered.containsAll(columns);
  }

  private static Set<ElementKey> columns(ClauseElement element) {
    Set<ElementKey> columns = new HashSet<>();
    if (element instanceof ColumnRef column) {
      columns.add(ElementKey.of(column));
    } else {
      element.children().forEach(child -> columns.addAll(columns(child)));
    }
    return columns;
  }
}
