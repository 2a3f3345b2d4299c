package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that leads to entities: SQLAlchemy's {@code relationship()}, its join condition
 * worked out.
 */
public record Relationship(
    String key, Mapper parent, Mapper target, JoinCondition condition, RelationshipOptions options)
    implements MapperProperty {

  public Relationship {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(options, "options");
  }

  public Direction direction() {
    return condition.direction();
  }

  /** Whether it holds many entities rather than one. */
  public boolean uselist() {
    Boolean given = options.uselist();
    return given == null ? direction() != Direction.MANY_TO_ONE : given;
  }

  public ColumnElement primaryjoin() {
    return condition.primaryjoin();
  }

  public @Nullable ColumnElement secondaryjoin() {
    return condition.secondaryjoin();
  }

  /** The table between the two; null for none. */
  public @Nullable FromClause secondary() {
    return condition.secondary();
  }

  public List<ColumnPair> localRemotePairs() {
    return condition.localRemotePairs();
  }

  public List<ColumnElement> orderBy() {
    return options.orderBy();
  }

  public Lazy lazy() {
    return options.lazy();
  }

  public @Nullable String backPopulates() {
    return options.backPopulates();
  }

  public boolean viewonly() {
    return options.viewonly();
  }

  /** Whether both ends are of one inheritance tree: SQLAlchemy's {@code _is_self_referential}. */
  public boolean isSelfReferential() {
    return target.baseMapper() == parent.baseMapper();
  }

  /** The relationships of the target that this one is kept in step with. */
  public List<Relationship> reverse() {
    String back = backPopulates();
    return back != null && target.findProperty(back) instanceof Relationship relationship
        ? List.of(relationship)
        : List.of();
  }

  @Override
  public String toString() {
    return parent.simpleName() + "." + key;
  }
}
