package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ForeignKeyJoins;
import dev.brine.expr.FromClause;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the join of a relationship as {@code JoinCondition.__init__} does (rel_2_0_58, {@code
 * orm/relationships.py}): the conditions, which columns in them are foreign, remote and local, and
 * from these the pairs and the direction.
 */
final class JoinAnalysis {

  private final JoinRequest request;
  private final FromClause parentTable;
  private final FromClause targetTable;
  private final MarkedCondition primary;
  private final @Nullable MarkedCondition secondaryCondition;
  private final Set<ColumnElement> local = MarkedCondition.identitySet();
  private final JoinPairs pairs;
  private final Direction direction;

  /**
   * @throws UsageException if the condition, a side or the direction cannot be told
   */
  JoinAnalysis(JoinRequest request) {
    this.request = request;
    parentTable = request.parent().mappedTable();
    targetTable = request.target().mappedTable();
    secondaryCondition = request.secondary() == null ? null : secondaryjoin(request.secondary());
    primary = primaryjoin();
    markForeign();
    new RemoteSide(request, primary, secondaryCondition).mark();
    markLocal();
    pairs = new JoinPairs(request, primary, secondaryCondition);
    checkForeign(primary, pairs.synchronize(), "primary");
    if (secondaryCondition != null) {
      checkForeign(secondaryCondition, pairs.secondarySynchronize(), "secondary");
    }
    direction =
        secondaryCondition != null
            ? Direction.MANY_TO_MANY
            : new JoinDirection(request, primary, local).find();
    if (pairs.localRemote().isEmpty()) {
      throw failure(
          "the join condition has no pair of a local and a remote column",
          "say by remote_side which columns are the target's");
    }
  }

  MarkedCondition primary() {
    return primary;
  }

  @Nullable MarkedCondition secondaryCondition() {
    return secondaryCondition;
  }

  @Nullable FromClause secondary() {
    return request.secondary();
  }

  Direction direction() {
    return direction;
  }

  Set<ColumnElement> local() {
    return local;
  }

  List<ColumnPair> localRemotePairs() {
    return pairs.localRemote();
  }

  List<ColumnPair> synchronizePairs() {
    return pairs.synchronize();
  }

  List<ColumnPair> secondarySynchronizePairs() {
    return pairs.secondarySynchronize();
  }

  private MarkedCondition secondaryjoin(FromClause secondary) {
    return request.secondaryjoin() != null
        ? request.secondaryjoin().copy()
        : derived(request.target(), secondary);
  }

  private MarkedCondition primaryjoin() {
    if (request.primaryjoin() != null) {
      return request.primaryjoin().copy();
    }
    FromClause secondary = request.secondary();
    return derived(request.parent(), secondary == null ? targetTable : secondary);
  }

  /** The class' own table is tried first, then what it inherits. */
  private MarkedCondition derived(Mapper from, FromClause to) {
    try {
      ColumnElement condition =
          ForeignKeyJoins.condition(
              from.mappedTable(), from.localTable(), to, request.foreignKeys());
      return MarkedCondition.of(condition, List.of(), List.of());
    } catch (UsageException e) {
      throw failure(
          e.getMessage(),
          request.secondary() == null
              ? "give foreign_keys or a primaryjoin"
              : "give foreign_keys, or a primaryjoin and a secondaryjoin");
    }
  }

  private void markForeign() {
    if (!primary.foreign.isEmpty()) {
      return;
    }
    mark(primary);
    if (secondaryCondition != null) {
      mark(secondaryCondition);
    }
  }

  private void mark(MarkedCondition condition) {
    if (!request.foreignKeys().isEmpty()) {
      condition.markForeign(ColumnMap.setOf(request.foreignKeys())::contains);
      return;
    }
    for (BinaryExpression binary : condition.binaries()) {
      ColumnElement left = binary.left();
      ColumnElement right = binary.right();
      if (!condition.foreign.contains(left) && !condition.foreign.contains(right)) {
        ColumnElement referring = referring(left, right);
        if (referring != null) {
          // Of a column compared with itself, the left one.
          condition.foreign.add(
              ElementKey.of(referring).equals(ElementKey.of(left)) ? left : right);
        }
      }
    }
  }

  private @Nullable ColumnElement referring(ColumnElement left, ColumnElement right) {
    if (ForeignKeyJoins.refers(left, right)) {
      return left;
    }
    if (ForeignKeyJoins.refers(right, left)) {
      return right;
    }
    FromClause secondary = request.secondary();
    if (secondary == null) {
      return null;
    }
    boolean isLeft = Selectables.contains(secondary, left);
    boolean isRight = Selectables.contains(secondary, right);
    return isLeft == isRight ? null : isLeft ? left : right;
  }

  private void markLocal() {
    primary.columns().stream()
        .filter(column -> !primary.remote.contains(column))
        .filter(column -> Selectables.contains(parentTable, column))
        .forEach(local::add);
  }

  private void checkForeign(MarkedCondition condition, List<ColumnPair> equated, String which) {
    boolean isFine = request.viewonly() ? !condition.foreign.isEmpty() : !equated.isEmpty();
    if (isFine) {
      return;
    }
    if (condition.foreign.isEmpty()) {
      throw failure(
          "the %s join condition has no foreign key column".formatted(which),
          "give foreign_keys: the columns that refer to the others");
    }
    throw failure(
        "the %s join condition does not equate a foreign key column with another".formatted(which),
        "make the relationship viewonly, or name the foreign_keys");
  }

  private UsageException failure(@Nullable String message, String hint) {
    return new UsageException("relationship %s: %s".formatted(request.name(), message), hint);
  }
}
