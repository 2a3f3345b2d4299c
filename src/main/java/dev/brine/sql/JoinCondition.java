package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Alias;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition that foreign keys give for a join: SQLAlchemy's {@code Join._join_condition}
 * (rel_2_0_52, {@code sql/selectable.py}).
 */
final class JoinCondition {

  /** A column that is referred to and the one that refers to it. */
  private record Pair(ColumnRef referred, ColumnRef referring) {}

  private JoinCondition() {}

  static boolean exists(FromClause left, FromClause right) {
    return !pairs(left, right).isEmpty();
  }

  /**
   * The condition.
   *
   * @throws CompileException if there is no foreign key between the two, or more than one
   */
  static ColumnElement between(FromClause left, FromClause right) {
    List<Pair> pairs = pairs(left, right);
    if (pairs.isEmpty()) {
      throw new CompileException(
          "Can't find any foreign key relationships between '"
              + Described.from(left)
              + "' and '"
              + Described.from(right)
              + "'.");
    }
    refuseAmbiguous(pairs, left, right);
    List<ColumnElement> equal = new ArrayList<>();
    for (Pair pair : pairs) {
      equal.add(
          new BinaryExpression(
              pair.referred,
              StandardOperator.EQ,
              pair.referring,
              Types.BOOLEAN,
              StandardOperator.NE,
              Map.of()));
    }
    return equal.size() == 1 ? equal.get(0) : new BooleanClauseList(StandardOperator.AND, equal);
  }

  /**
   * Several pairs are one foreign key of several columns only if each refers to a column of its
   * own.
   */
  private static void refuseAmbiguous(List<Pair> pairs, FromClause left, FromClause right) {
    Set<ElementKey> referred = new HashSet<>();
    for (Pair pair : pairs) {
      if (!referred.add(ElementKey.of(pair.referred))) {
        throw new CompileException(
            "Can't determine join between '"
                + Described.from(left)
                + "' and '"
                + Described.from(right)
                + "'; tables have more than one foreign key constraint relationship between them."
                + " Please specify the 'onclause' of this join explicitly.");
      }
    }
  }

  /** The right side of a join is looked at before all of it. */
  private static List<Pair> pairs(FromClause left, FromClause right) {
    List<Pair> pairs = left instanceof Join join ? pairsExactly(join.right(), right) : List.of();
    return pairs.isEmpty() ? pairsExactly(left, right) : pairs;
  }

  private static List<Pair> pairsExactly(FromClause left, FromClause right) {
    List<Pair> pairs = new ArrayList<>();
    addPairs(right, left, pairs);
    if (!ElementKey.of(left).equals(ElementKey.of(right))) {
      addPairs(left, right, pairs);
    }
    return pairs;
  }

  private static void addPairs(FromClause referring, FromClause referred, List<Pair> pairs) {
    for (ColumnRef column : referring.columns()) {
      Column root = root(column);
      if (root == null) {
        continue;
      }
      for (ForeignKey key : root.foreignKeys()) {
        ColumnRef target = find(referred, key);
        if (target != null) {
          pairs.add(new Pair(target, column));
        }
      }
    }
  }

  private static @Nullable ColumnRef find(FromClause from, ForeignKey key) {
    for (ColumnRef column : from.columns()) {
      Column root = root(column);
      if (root != null
          && root.table().key().equals(key.table())
          && (root.key().equals(key.column()) || root.name().text().equals(key.column()))) {
        return column;
      }
    }
    return null;
  }

  /** The column of a table that a column stands for; null if it is of none. */
  private static @Nullable Column root(ColumnRef column) {
    FromClause from = column.table();
    while (from instanceof Alias alias) {
      from = alias.element();
    }
    return from instanceof TableRef ref ? ref.table().findColumn(column.key()) : null;
  }
}
