package dev.brine.expr;

import dev.brine.error.BrineException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the condition of a join by foreign keys: {@code Join._join_condition} of rel_2_0_52, {@code
 * sql/selectable.py}. Public for the sake of mappings. Stateless.
 */
public final class ForeignKeyJoins {

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
    return condition(left, right, links(left, right).stream().distinct().toList());
  }

  /**
   * The same between the tables of two classes: {@code join_condition} of {@code sql/util.py}.
   *
   * @param own the part of the left side that is tried first
   * @param foreignKeys the only columns to be taken for foreign keys; empty for all
   * @throws UsageException if there is none or more than one
   */
  public static ColumnElement condition(
      FromClause left, FromClause own, FromClause right, List<ColumnElement> foreignKeys) {
    Set<ElementKey> only = new HashSet<>();
    foreignKeys.forEach(column -> only.add(ElementKey.of(column)));
    List<Link> links = allowed(bothWays(own, right), only);
    if (links.isEmpty()) {
      links = allowed(bothWays(left, right), only);
    }
    List<Link> found = links;
    if (!only.isEmpty() && found.stream().anyMatch(link -> !isPartOfFirst(link, found))) {
      links = exactly(links, only);
    }
    return condition(left, right, links);
  }

  private static List<Link> allowed(List<Link> links, Set<ElementKey> only) {
    return links.stream()
        .distinct()
        .filter(link -> only.isEmpty() || only.contains(ElementKey.of(link.parent())))
        .toList();
  }

  /** Of several constraints, those made of just the columns that are meant. */
  private static List<Link> exactly(List<Link> links, Set<ElementKey> only) {
    return links.stream()
        .filter(
            link -> {
              Set<ElementKey> columns = new HashSet<>();
              links.stream()
                  .filter(other -> other.equals(link) || link.isOneWith(other))
                  .forEach(other -> columns.add(ElementKey.of(other.parent())));
              return columns.equals(only);
            })
        .toList();
  }

  /** Whether one column has a foreign key to the other: {@code Column.references}. */
  public static boolean refers(ColumnElement referring, ColumnElement referred) {
    Column column = ownColumn(referring);
    Column target = ownColumn(referred);
    return column != null
        && target != null
        && column.foreignKeys().stream().anyMatch(key -> refersTo(key, target));
  }

  private static @Nullable Column ownColumn(ColumnElement element) {
    return element instanceof ColumnRef column && column.table() instanceof TableRef
        ? Lineage.tableColumn(column)
        : null;
  }

  private static ColumnElement condition(FromClause left, FromClause right, List<Link> links) {
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
  static int steps(ColumnElement element, ForeignKey key) {
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
