package dev.brine.expr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a FROM element stands for a given one: SQLAlchemy's {@code corresponding_column}
 * (rel_2_0_52, {@code sql/base.py}). Public for those who put one FROM element in another's place.
 */
public final class Correspondence {

  private Correspondence() {}

  /**
   * The column among these that comes from the same column as another, the one most like it where
   * there are several; null for none.
   *
   * @param requiresEmbedded whether it must have gone through the other column itself, and not only
   *     come from the same one
   */
  public static @Nullable ColumnRef find(
      List<ColumnRef> columns, ColumnElement column, boolean requiresEmbedded) {
    for (ColumnRef each : columns) {
      if (ElementKey.of(each).equals(ElementKey.of(column))) {
        return each;
      }
    }
    Set<ElementKey> line = Lineage.of(column);
    ColumnRef best = null;
    Set<ElementKey> bestShared = Set.of();
    for (ColumnRef each : columns) {
      Set<ElementKey> own = Lineage.of(each);
      Set<ElementKey> shared = new HashSet<>(line);
      shared.retainAll(own);
      if (shared.isEmpty() || (requiresEmbedded && shared.size() < line.size())) {
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
