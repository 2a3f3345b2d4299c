package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the tables of a relationship are joined: SQLAlchemy's {@code JoinCondition} (rel_2_0_58,
 * {@code orm/relationships.py}). Immutable and thread-safe.
 *
 * <p>Which side a column is on belongs to where it stands in the condition, not to the column: in
 * {@code node.id = node.parent_id} as in {@code a.x = a.x}. {@link #isRemote}, {@link #isForeign}
 * and {@link #isLocal} therefore ask about the very object in {@link #primaryjoin} or {@link
 * #secondaryjoin}.
 */
public final class JoinCondition {

  private final MarkedCondition primary;
  private final @Nullable MarkedCondition secondaryCondition;
  private final @Nullable FromClause secondary;
  private final Direction direction;
  private final Set<ColumnElement> local;
  private final List<ColumnPair> localRemotePairs;
  private final List<ColumnPair> synchronizePairs;
  private final List<ColumnPair> secondarySynchronizePairs;

  JoinCondition(JoinAnalysis analysis) {
    primary = analysis.primary();
    secondaryCondition = analysis.secondaryCondition();
    secondary = analysis.secondary();
    direction = analysis.direction();
    local = analysis.local();
    localRemotePairs = List.copyOf(analysis.localRemotePairs());
    synchronizePairs = List.copyOf(analysis.synchronizePairs());
    secondarySynchronizePairs = List.copyOf(analysis.secondarySynchronizePairs());
  }

  MarkedCondition marked() {
    return primary;
  }

  @Nullable MarkedCondition markedSecondary() {
    return secondaryCondition;
  }

  Set<ColumnElement> localOccurrences() {
    return local;
  }

  /** What joins the parent to the target, or to the table between. */
  public ColumnElement primaryjoin() {
    return primary.expression();
  }

  /** What joins the table between to the target; null without one. */
  public @Nullable ColumnElement secondaryjoin() {
    return secondaryCondition == null ? null : secondaryCondition.expression();
  }

  /** The table between; null for none. */
  public @Nullable FromClause secondary() {
    return secondary;
  }

  public Direction direction() {
    return direction;
  }

  /** The parent's columns and what they are equal to, of the target or the table between. */
  public List<ColumnPair> localRemotePairs() {
    return localRemotePairs;
  }

  /** The columns referred to and those that refer to them, in {@link #primaryjoin}. */
  public List<ColumnPair> synchronizePairs() {
    return synchronizePairs;
  }

  /** The same in {@link #secondaryjoin}. */
  public List<ColumnPair> secondarySynchronizePairs() {
    return secondarySynchronizePairs;
  }

  /** Whether this occurrence of a column is on the far side: the {@code remote} annotation. */
  public boolean isRemote(ColumnElement occurrence) {
    return primary.remote.contains(occurrence)
        || (secondaryCondition != null && secondaryCondition.remote.contains(occurrence));
  }

  /** Whether this occurrence of a column refers to another: the {@code foreign} annotation. */
  public boolean isForeign(ColumnElement occurrence) {
    return primary.foreign.contains(occurrence)
        || (secondaryCondition != null && secondaryCondition.foreign.contains(occurrence));
  }

  /** Whether this occurrence of a column is the parent's: the {@code local} annotation. */
  public boolean isLocal(ColumnElement occurrence) {
    return local.contains(occurrence);
  }

  /** The columns on the far side, in the order of the conditions, each once. */
  public List<ColumnElement> remoteColumns() {
    return distinct(this::isRemote);
  }

  /** The columns that refer to others, in the order of the conditions, each once. */
  public List<ColumnElement> foreignColumns() {
    return distinct(this::isForeign);
  }

  /** The parent's columns, in the order of the conditions, each once. */
  public List<ColumnElement> localColumns() {
    return distinct(this::isLocal);
  }

  private List<ColumnElement> distinct(Predicate<ColumnElement> which) {
    List<ColumnElement> occurrences = new ArrayList<>(primary.columns());
    if (secondaryCondition != null) {
      occurrences.addAll(secondaryCondition.columns());
    }
    return List.copyOf(ColumnMap.setOf(occurrences.stream().filter(which).toList()).values());
  }
}
