package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Sql;
import dev.brine.mapping.ColumnPair;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Entity;
import dev.brine.mapping.JoinCondition;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.sql.ClauseAdapter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a relationship with one side's values in the places of its columns: {@code
 * _optimized_compare} and {@code create_lazy_clause} (rel_2_0_58, {@code orm/relationships.py}).
 */
final class InstanceClause extends Rewriter {

  private final Predicate<ColumnElement> isBound;
  private final @Nullable Entity entity;
  private final Mapper mapper;
  private final Map<ElementKey, BindParameter> binds = new HashMap<>();

  private InstanceClause(Predicate<ColumnElement> isBound, @Nullable Entity entity, Mapper mapper) {
    this.isBound = isBound;
    this.entity = entity;
    this.mapper = mapper;
  }

  /** What holds for the rows that lead to this entity; null for those that lead to none. */
  static ColumnElement leadingTo(Relationship relationship, @Nullable Entity entity) {
    JoinCondition condition = relationship.condition();
    Mapper target = relationship.target();
    ColumnElement secondary = condition.secondaryjoin();
    if (secondary == null) {
      return new InstanceClause(condition::isRemote, entity, target)
          .column(condition.primaryjoin());
    }
    Set<ElementKey> ends = new HashSet<>();
    for (ColumnPair pair : condition.localRemotePairs()) {
      ends.add(ElementKey.of(pair.local()));
    }
    InstanceClause far =
        new InstanceClause(column -> ends.contains(ElementKey.of(column)), entity, target);
    return between(relationship, Sql.and(condition.primaryjoin(), far.column(secondary)));
  }

  /** What holds for the rows that this entity leads to. */
  static ColumnElement ledToBy(Relationship relationship, Entity entity) {
    JoinCondition condition = relationship.condition();
    ColumnElement primary =
        new InstanceClause(condition::isLocal, entity, relationship.parent())
            .column(condition.primaryjoin());
    ColumnElement secondary = condition.secondaryjoin();
    return secondary == null ? primary : between(relationship, Sql.and(primary, secondary));
  }

  /** The table between gets a name of its own, so that the statement may have it once more. */
  private static ColumnElement between(Relationship relationship, ColumnElement condition) {
    return relationship.secondary() == null
        ? condition
        : ClauseAdapter.to(Anonymous.of(relationship.secondary(), false)).adapt(condition);
  }

  @Override
  protected @Nullable ClauseElement replacement(ClauseElement element) {
    if (entity == null) {
      return element instanceof BinaryExpression comparison ? isNull(comparison) : null;
    }
    return element instanceof ColumnElement column && isColumn(column) && isBound.test(column)
        ? binds.computeIfAbsent(ElementKey.of(column), key -> bind(column, entity))
        : null;
  }

  /** Equal to a column that would have no value: to NULL. */
  private @Nullable ColumnElement isNull(BinaryExpression comparison) {
    if (isBound.test(comparison.left())) {
      return column(comparison.right()).isNull();
    }
    return isBound.test(comparison.right()) ? column(comparison.left()).isNull() : null;
  }

  private BindParameter bind(ColumnElement column, Entity from) {
    return BindParameter.unique("param", value(mapper, from, column), column.type());
  }

  /** What an entity has for a column. */
  static @Nullable Object value(Mapper mapper, Entity entity, ColumnElement column) {
    ColumnProperty property = mapper.propertyOf(column);
    if (property == null) {
      throw new UsageException(
          "'%s' has no attribute for a column of the condition".formatted(mapper.className()),
          "compare the columns themselves");
    }
    return entity.get(property.key());
  }

  private static boolean isColumn(ColumnElement column) {
    return column instanceof ColumnRef
        || (column instanceof AnnotatedColumn annotated
            && annotated.element() instanceof ColumnRef);
  }
}
