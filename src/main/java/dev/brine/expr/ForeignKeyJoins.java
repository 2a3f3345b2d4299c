package dev.brine.expr;

import dev.brine.error.BrineException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the condition of a join by foreign keys: {@code Join._join_condition} of rel_2_0_52, {@code
 * sql/selectable.py}.
 */
final class ForeignKeyJoins {

  /**
   * A foreign key between the two sides.
   *
   * @param referred the column it refers to, on one side
   * @param parent the column that has it, on the other
   * @param constraint what it has in common with others of its table; null if nothing
   */
  private record Link(ColumnRef referred, ColumnRef parent, @Nullable String constraint) {

    boolean isOneWith(Link other) {
      return constraint != null
          && constraint.equals(other.constraint)
          && Objects.equals(parent.table(), other.parent.table());
    }
  }

  private ForeignKeyJoins() {}

  static boolean exist(FromClause left, FromClause right) {
    return !links(left, right).isEmpty();
  }

  /**
   * The columns of the only foreign key between the two as equations, the column referred to first.
   *
   * @throws UsageException if there is none or more than one
   * @throws UnresolvedReferenceException if there is none because a table is a placeholder
   */
  static ColumnElement condition(FromClause left, FromClause right) {
    List<Link> links = links(left, right).stream().distinct().toList();
    List<Link> first = links.stream().filter(link -> isPartOfFirst(link, links)).toList();
    if (links.isEmpty()) {
      throw noLink(left, right);
    }
    if (links.size() > first.size()) {
      throw new UsageException(
          "there is more than one foreign key between " + name(left) + " and " + name(right),
          "give the condition of the join");
    }
    List<ColumnElement> equations = new ArrayList<>();
    first.forEach(link -> equations.add(link.referred().eq(link.parent())));
    return equations.size() == 1 ? equations.get(0) : Sql.and(equations);
  }

  private static BrineException noLink(FromClause left, FromClause right) {
    return isUnknown(left) || isUnknown(right)
        ? new UnresolvedReferenceException(
            "%s and %s are joined by their foreign key, which no metadata tells"
                .formatted(name(left), name(right)),
            "give the metadata that describes both tables")
        : new UsageException(
            "there is no foreign key between " + name(left) + " and " + name(right),
            "give the condition of the join");
  }

  /** Whether nothing is known of a table's foreign keys. */
  private static boolean isUnknown(ClauseElement from) {
    return from instanceof TableRef table
        ? table.table().isPlaceholder()
        : from.children().stream().anyMatch(ForeignKeyJoins::isUnknown);
  }

  private static boolean isPartOfFirst(Link link, List<Link> links) {
    Link first = links.get(0);
    return link.equals(first) || link.isOneWith(first);
  }

  /** Of a join on the left, its right side is tried first. */
  private static List<Link> links(FromClause left, FromClause right) {
    if (left instanceof Join join) {
      List<Link> nearest = bothWays(join.right(), right);
      if (!nearest.isEmpty()) {
        return nearest;
      }
    }
    return bothWays(left, right);
  }

  private static List<Link> bothWays(FromClause left, FromClause right) {
    List<Link> links = new ArrayList<>(oneWay(right, left));
    if (left.identity() != right.identity()) {
      links.addAll(oneWay(left, right));
    }
    return links;
  }

  private static List<Link> oneWay(FromClause from, FromClause to) {
    List<Link> links = new ArrayList<>();
    List<ColumnRef> candidates = to.columns();
    for (ColumnRef parent : from.columns()) {
      Column column = Lineage.tableColumn(parent);
      if (column == null) {
        continue;
      }
      for (ForeignKey key : column.foreignKeys()) {
        ColumnRef referred = referred(key, candidates);
        if (referred != null) {
          links.add(new Link(referred, parent, key.constraint()));
        }
      }
    }
    return links;
  }

  /**
   * The column that comes nearest to what a foreign key refers to: {@code corresponding_column}.
   */
  private static @Nullable ColumnRef referred(ForeignKey key, List<ColumnRef> candidates) {
    ColumnRef nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (ColumnRef candidate : candidates) {
      int steps = steps(candidate, key);
      if (steps < fewest) {
        nearest = candidate;
        fewest = steps;
      }
    }
    return nearest;
  }

  /** How far down the column is that a foreign key refers to; the highest number for nowhere. */
  private static int steps(ColumnElement element, ForeignKey key) {
    return Lineage.steps(element, column -> refersTo(key, column));
  }

  private static boolean refersTo(ForeignKey key, Column column) {
    return column.table().key().equals(key.table())
        && (column.key().equals(key.column()) || column.name().text().equals(key.column()));
  }

  private static String name(FromClause from) {
    if (from instanceof TableRef table) {
      return "'" + table.table().key() + "'";
    }
    if (from instanceof AliasedReturnsRows named) {
      return named.source() instanceof FromClause source
          ? "an alias of " + name(source)
          : "a subquery";
    }
    return from instanceof FromGrouping grouping ? name(grouping.element()) : "a join";
  }
}
