package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Cte;
import dev.brine.expr.ElementKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CTEs met so far and where each is written: {@code ctes}, {@code ctes_by_level_name} and
 * {@code level_name_by_cte} of SQLAlchemy's compiler (rel_2_0_52, {@code sql/compiler.py}). Not
 * thread-safe.
 */
final class CteTable {

  /** The level of those that are written at the top of the statement. */
  static final int TOP_LEVEL = 1;

  /** A name at one depth of statements within statements. */
  private record LevelName(int level, String name) {}

  /**
   * Where a CTE is written.
   *
   * @param isNestedHere whether the statement it was added to says so
   */
  private record Place(LevelName levelName, boolean isNestedHere) {}

  private record Written(Cte cte, Fragment text) {}

  private final DialectRules rules;
  private final Map<ElementKey, Written> written = new LinkedHashMap<>();
  private final Map<LevelName, Cte> byLevelName = new HashMap<>();
  private final Map<ElementKey, Place> places = new HashMap<>();

  CteTable(DialectRules rules) {
    this.rules = rules;
  }

  /** A CTE and the one that it was before it became recursive are one. */
  private static ElementKey reference(Cte cte) {
    Cte restated = cte.restated();
    return ElementKey.of(restated == null ? cte : restated);
  }

  /**
   * The CTE that has the place of this one already, which may be itself; null if the place is free.
   *
   * @param depth of the statement that refers to it
   * @param isNestedHere whether it is asked to be written with that statement
   * @throws CompileException if it was asked to be written elsewhere too
   */
  @Nullable Cte holder(Cte cte, String name, int depth, boolean isNestedHere) {
    Place place = places.get(reference(cte));
    if (place == null) {
      return byLevelName.get(levelName(cte, name, depth, isNestedHere));
    }
    Cte holder = byLevelName.get(place.levelName());
    if (isNestedHere && holder != null) {
      if (place.isNestedHere()) {
        throw new CompileException(
            "CTE is stated as 'nest_here' in more than one location", "say nest_here once");
      }
      LevelName moved = new LevelName(depth, name);
      byLevelName.remove(place.levelName());
      byLevelName.put(moved, holder);
      places.put(reference(cte), new Place(moved, true));
    }
    return holder;
  }

  private static LevelName levelName(Cte cte, String name, int depth, boolean isNestedHere) {
    return new LevelName(cte.isNesting() || isNestedHere ? depth : TOP_LEVEL, name);
  }

  /** Gives a CTE its place. */
  void place(Cte cte, String name, int depth, boolean isNestedHere) {
    Place known = places.get(reference(cte));
    LevelName levelName =
        known == null ? levelName(cte, name, depth, isNestedHere) : known.levelName();
    byLevelName.put(levelName, cte);
    places.put(reference(cte), new Place(levelName, isNestedHere));
  }

  /** Gives up what was written for a CTE, for the one that it became is written. */
  void discard(Cte cte) {
    written.remove(ElementKey.of(cte));
  }

  boolean isWritten(Cte cte) {
    return written.containsKey(ElementKey.of(cte));
  }

  void write(Cte cte, Fragment text) {
    written.put(ElementKey.of(cte), new Written(cte, text));
  }

  /**
   * The WITH clause before a statement; empty if it has none.
   *
   * @param depth of the statement; 0 for the outermost, which gets all that are left
   * @param isAlsoOfNext whether those of the statements within it are written here too
   */
  Fragment clause(int depth, boolean isAlsoOfNext) {
    boolean isTop = depth <= TOP_LEVEL;
    List<Written> chosen =
        written.values().stream()
            .filter(each -> isTop || isNestedAt(each.cte(), depth, isAlsoOfNext))
            .toList();
    if (chosen.isEmpty()) {
      return Fragment.EMPTY;
    }
    boolean isRecursive = chosen.stream().anyMatch(each -> each.cte().isRecursive());
    if (!isTop) {
      chosen.forEach(each -> forget(each.cte()));
    }
    return Fragment.of(
        rules.cteKeyword(isRecursive) + " ", Fragment.join(", \n", chosen, Written::text), "\n ");
  }

  private boolean isNestedAt(Cte cte, int depth, boolean isAlsoOfNext) {
    Place place = places.get(reference(cte));
    if (place == null || !(cte.isNesting() || place.isNestedHere())) {
      return false;
    }
    int level = place.levelName().level();
    return level == depth || (isAlsoOfNext && level == depth + 1);
  }

  private void forget(Cte cte) {
    written.remove(ElementKey.of(cte));
    Place place = places.remove(reference(cte));
    if (place != null) {
      byLevelName.remove(place.levelName());
    }
  }
}
