package dev.brine.orm;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Grouping;
import dev.brine.expr.StandardOperator;
import dev.brine.mapping.ColumnPair;
import dev.brine.mapping.JoinCondition;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Relationships whose condition says no more than that a primary key is equal to something, so that
 * the key is enough to find what they lead to.
 */
final class KeyJoins {

  private KeyJoins() {}

  /**
   * Whether the related entity is that of a primary key, which the parent has: {@code
   * LazyLoader.use_get}.
   */
  static boolean isGet(Relationship relationship) {
    JoinCondition condition = relationship.condition();
    return !relationship.uselist()
        && relationship.secondary() == null
        && isKey(relationship.target(), condition, condition::isLocal);
  }

  /**
   * Whether related rows can be selected by the parents' keys without the parents' table: {@code
   * SelectInLoader.omit_join}, but for the option of that name.
   */
  static boolean isByParentKey(Relationship relationship) {
    JoinCondition condition = relationship.condition();
    if (relationship.secondary() != null) {
      return relationship.parent().release().selectsBySecondary()
          && !relationship.isSelfReferential()
          && isKeyOfSecondary(relationship.parent(), condition);
    }
    return isKey(relationship.parent(), condition, condition::isRemote);
  }

  /** Whether the secondary table has all of the parent's own key. */
  private static boolean isKeyOfSecondary(Mapper parent, JoinCondition condition) {
    FromClause own = parent.localTable();
    return parent.primaryKey().stream()
        .filter(key -> bare(key) instanceof ColumnRef column && own.equals(column.table()))
        .allMatch(
            key ->
                condition.synchronizePairs().stream().anyMatch(pair -> isSame(pair.local(), key)));
  }

  /** The parent's column that is equal to a column of the target's primary key. */
  static @Nullable ColumnElement equated(Relationship relationship, ColumnElement key) {
    for (ColumnElement equal : equivalents(relationship.target(), key)) {
      for (ColumnPair pair : relationship.localRemotePairs()) {
        if (isSame(pair.remote(), equal)) {
          return pair.local();
        }
      }
    }
    return null;
  }

  /** The related column that is equal to a column of the parent's primary key. */
  static @Nullable ColumnElement related(Relationship relationship, ColumnElement key) {
    for (ColumnElement equal : equivalents(relationship.parent(), key)) {
      for (ColumnPair pair : relationship.localRemotePairs()) {
        if (isSame(pair.local(), equal)) {
          return pair.remote();
        }
      }
    }
    return null;
  }

  /** Whether all it says is that the mapper's key is equal to values, one side being bound. */
  private static boolean isKey(
      Mapper mapper, JoinCondition condition, Predicate<ColumnElement> isBound) {
    List<ColumnElement> columns = new ArrayList<>();
    if (!collect(condition.primaryjoin(), isBound, columns)) {
      return false;
    }
    List<ColumnElement> key = mapper.primaryKey();
    if (columns.size() != key.size()) {
      return false;
    }
    return key.stream()
        .allMatch(
            each -> {
              Set<ElementKey> equal = new HashSet<>();
              equivalents(mapper, each).forEach(column -> equal.add(ElementKey.of(column)));
              return columns.stream().anyMatch(column -> equal.contains(ElementKey.of(column)));
            });
  }

  private static boolean collect(
      ColumnElement condition, Predicate<ColumnElement> isBound, List<ColumnElement> free) {
    if (condition instanceof Grouping grouping) {
      return collect(grouping.element(), isBound, free);
    }
    if (condition instanceof BooleanClauseList list && list.operator() == StandardOperator.AND) {
      return list.clauses().stream().allMatch(each -> collect(each, isBound, free));
    }
    if (!(condition instanceof BinaryExpression binary)
        || binary.operator() != StandardOperator.EQ
        || isBound.test(binary.left()) == isBound.test(binary.right())) {
      return false;
    }
    ColumnElement other = isBound.test(binary.left()) ? binary.right() : binary.left();
    free.add(other);
    return bare(other) instanceof ColumnRef;
  }

  private static ColumnElement bare(ColumnElement column) {
    return column instanceof AnnotatedColumn annotated ? annotated.element() : column;
  }

  /** Whether the joins of an inheritance say that two columns are equal. */
  static boolean isEqual(Mapper mapper, ColumnElement one, ColumnElement other) {
    return equivalents(mapper, one).stream().anyMatch(each -> isSame(each, other));
  }

  /** The column, and all that it is equal to by way of others, too. */
  private static List<ColumnElement> equivalents(Mapper mapper, ColumnElement column) {
    List<ColumnElement> all = new ArrayList<>();
    all.add(column);
    Map<ColumnElement, Set<ColumnElement>> known = mapper.equivalentColumns();
    for (int i = 0; i < all.size(); i++) {
      ColumnElement each = all.get(i);
      known.forEach(
          (one, equal) -> {
            if (isSame(one, each)) {
              addNew(all, equal);
            }
          });
    }
    return all;
  }

  private static void addNew(List<ColumnElement> all, Set<ColumnElement> added) {
    for (ColumnElement each : added) {
      if (all.stream().noneMatch(known -> isSame(known, each))) {
        all.add(each);
      }
    }
  }

  private static boolean isSame(ColumnElement one, ColumnElement other) {
    return ElementKey.of(bare(one)).equals(ElementKey.of(bare(other)));
  }
}
