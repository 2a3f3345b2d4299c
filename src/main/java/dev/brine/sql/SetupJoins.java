package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  /** The FROM elements named by {@code select_from()}, with the joins among them. */
  List<FromClause> resolve() {
    select.setupJoins().forEach(this::add);
    return froms;
  }

  private void add(SetupJoin join) {
    FromClause left = join.left();
    int index;
    if (left == null) {
      if (froms.isEmpty()) {
        left = leftAmongSelected(join);
        index = -1;
      } else {
        index = theOnly(joinable(froms, join), join);
        left = froms.get(index);
      }
    } else {
      index = place(left);
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
  private FromClause leftAmongSelected(SetupJoin join) {
    List<FromClause> candidates = new ArrayList<>();
    Set<ElementKey> seen = new HashSet<>();
    List<ClauseElement> sources = new ArrayList<>(select.columns());
    sources.addAll(select.where());
    for (FromClause from : FromObjects.of(sources)) {
      if (seen.add(ElementKey.of(from))) {
        candidates.add(from);
      }
    }
    return candidates.get(theOnly(joinable(candidates, join), join));
  }

  private static int theOnly(List<Integer> indexes, SetupJoin join) {
    if (indexes.size() == 1) {
      return indexes.get(0);
    }
    String remedy =
        " Please use the .select_from() method to establish an explicit left side, as well as"
            + " providing an explicit ON clause if not present already to help resolve the"
            + " ambiguity.";
    throw new CompileException(
        indexes.isEmpty()
            ? "Don't know how to join to " + Described.from(join.from()) + "." + remedy
            : "Can't determine which FROM clause to join from, there are multiple FROMS which can"
                + " join to this entity."
                + remedy);
  }

  /** Where a FROM element that was named as the left side stands already; -1 for nowhere. */
  private int place(FromClause left) {
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
              + " a more specific ON clause.");
    }
    return indexes.isEmpty() ? -1 : indexes.get(0);
  }

  private static boolean holdsAny(FromClause from, List<FromClause> parts) {
    Set<ElementKey> own = new HashSet<>();
    FromObjects.of(from).forEach(part -> own.add(ElementKey.of(part)));
    return parts.stream().anyMatch(part -> own.contains(ElementKey.of(part)));
  }

  /** The FROM elements that the target can be joined to: {@code find_left_clause_to_join_from}. */
  private static List<Integer> joinable(List<FromClause> candidates, SetupJoin join) {
    ColumnElement onclause = join.onclause();
    boolean looksAtColumns = candidates.size() > 1 && onclause != null;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (isJoinable(candidates.get(i), join.from(), onclause, looksAtColumns)) {
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
