package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a FROM element stands for a given one: SQLAlchemy's {@code corresponding_column}
 * (rel_2_0_52, {@code sql/base.py}). Public for those who put one FROM element in another's place.
 * Immutable and thread-safe.
 */
public final class Correspondence {

  private final List<ColumnRef> columns;

  /** What each of the columns stands for; found out when it is first asked for. */
  private volatile @Nullable List<Set<ElementKey>> lines;

  private Correspondence(List<ColumnRef> columns) {
    this.columns = List.copyOf(columns);
  }

  /** That of the columns of a FROM element. */
  public static Correspondence to(FromClause from) {
    return new Correspondence(from.columns());
  }

  /** That of some of the columns of a FROM element alone. */
  public static Correspondence to(List<ColumnRef> columns) {
    return new Correspondence(columns);
  }

  /** The columns among which one is looked for. */
  public List<ColumnRef> columns() {
    return columns;
  }

  private List<Set<ElementKey>> lines() {
    List<Set<ElementKey>> found = lines;
    if (found == null) {
      found = columns.stream().map(Lineage::of).toList();
      lines = found;
    }
    return found;
  }

  /**
   * The column that comes from the same column as another, the one most like it where there are
   * several; null for none.
   *
   * @param requiresEmbedded whether it must have gone through the other column itself, and not only
   *     come from the same one
   */
  public @Nullable ColumnRef find(ColumnElement column, boolean requiresEmbedded) {
    ElementKey sought = ElementKey.of(column);
    for (ColumnRef each : columns) {
      if (ElementKey.of(each).equals(sought)) {
        return each;
      }
    }
    Set<ElementKey> line = Lineage.of(column);
    ColumnRef best = null;
    Set<ElementKey> bestShared = Set.of();
    for (int i = 0; i < columns.size(); i++) {
      ColumnRef each = columns.get(i);
      Set<ElementKey> own = lines().get(i);
      if (Collections.disjoint(own, line)) {
        continue;
      }
      Set<ElementKey> shared = new HashSet<>(line);
      shared.retainAll(own);
      if (requiresEmbedded && shared.size() < line.size()) {
        continue;
      }
      boolean isBetter =
          best == null
              || shared.size() > bestShared.size()
              || (shared.equals(bestShared) && distance(each, line) < distance(best, line));
      if (isBetter) {
        best = each;
        bestShared = shared;
      }
    }
    return best;
  }

  /** How many columns lie between a column and where it comes from. */
  private static int distance(ColumnElement column, Set<ElementKey> line) {
    int distance = 0;
    List<ColumnElement> generation = List.of(column);
    while (!generation.isEmpty()) {
      List<ColumnElement> next = new ArrayList<>();
      int weight = 0;
      for (ColumnElement each : generation) {
        weight++;
        Set<ElementKey> own = new HashSet<>(Lineage.of(each));
        own.retainAll(line);
        distance += own.isEmpty() ? 0 : weight;
        next.addAll(Lineage.proxies(each));
      }
      generation = next;
    }
    return distance;
  }
}
