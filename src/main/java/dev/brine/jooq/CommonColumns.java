package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Joins on the columns that both sides call the same: NATURAL JOIN and USING, written out. */
final class CommonColumns {

  private CommonColumns() {}

  /** All columns that both have. */
  static ColumnElement equal(FromClause left, FromClause right) {
    Set<String> names = names(left);
    names.retainAll(names(right));
    return equal(left, right, List.copyOf(names));
  }

  /**
   * The columns of these names are equal.
   *
   * @throws JooqImportException if it is not known where they are
   */
  static ColumnElement equal(FromClause left, FromClause right, List<String> names) {
    if (names.isEmpty()) {
      throw new JooqImportException(
          "it is not known which columns a natural join compares", "give metadata, or write ON");
    }
    return Sql.and(names.stream().map(name -> only(left, name).eq(only(right, name))).toList());
  }

  private static Set<String> names(FromClause from) {
    return leaves(from).stream()
        .flatMap(leaf -> leaf.columns().stream())
        .map(column -> column.name().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ColumnRef only(FromClause from, String name) {
    List<ColumnRef> found =
        leaves(from).stream()
            .flatMap(leaf -> leaf.columns().stream())
            .filter(column -> column.name().text().equals(name))
            .toList();
    if (found.size() != 1) {
      throw new JooqImportException(
          "USING (%s) is of %d columns on one side of the join".formatted(name, found.size()),
          "give metadata, or write ON");
    }
    return found.get(0);
  }

  /** The FROM elements that a join is of, or the element itself. */
  static List<FromClause> leaves(FromClause from) {
    if (!(from instanceof Join join)) {
      return List.of(from);
    }
    List<FromClause> leaves = new ArrayList<>(leaves(join.left()));
    leaves.addAll(leaves(join.right()));
    return leaves;
  }
}
