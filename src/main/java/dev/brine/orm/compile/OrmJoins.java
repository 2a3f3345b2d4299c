package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.sql.ClauseAdapter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins entities: SQLAlchemy's {@code _ORMJoin} (rel_2_0_52, {@code orm/util.py}). */
final class OrmJoins {

  private OrmJoins() {}

  /**
   * The right side of a join.
   *
   * @param clause of Core
   * @param entity null for what is no entity
   */
  record Right(FromClause clause, @Nullable OrmEntity entity) {

    static Right of(OrmEntity entity) {
      return new Right(Entities.selectable(entity), entity);
    }
  }

  /**
   * Along which relationship a join goes.
   *
   * @param source what stands for its parent, if it stands in the left side
   * @param offered the columns of the source that a join may be by
   * @param extraCriteria what {@code and_()} added to it
   */
  record Along(
      Relationship relationship,
      FromClause source,
      List<ColumnRef> offered,
      List<ColumnElement> extraCriteria) {}

  /** Joins along a relationship. */
  static From along(
      From left,
      Right right,
      Along along,
      boolean isOuter,
      boolean isFull,
      List<ColumnElement> more) {
    boolean isPresent = isPresent(along.source(), left.clause());
    List<ColumnElement> extra =
        java.util.stream.Stream.concat(more.stream(), along.extraCriteria().stream()).toList();
    RelationshipJoin join =
        RelationshipJoin.of(
            along.relationship(),
            isPresent ? along.source() : left.clause(),
            right.clause(),
            right.entity(),
            true,
            extra,
            isPresent ? along.offered() : null);
    FromClause secondary = join.secondary();
    ColumnElement secondaryjoin = join.secondaryjoin();
    Join made;
    if (secondary == null || secondaryjoin == null) {
      made = Join.of(left.clause(), right.clause(), join.primaryjoin(), isOuter, isFull);
    } else if (isOuter) {
      Join inner = Join.of(secondary, right.clause(), secondaryjoin, false, false);
      made = Join.of(left.clause(), inner, join.primaryjoin(), true, isFull);
    } else {
      Join inner = Join.of(left.clause(), secondary, join.primaryjoin(), false, false);
      made = Join.of(inner, right.clause(), secondaryjoin, false, isFull);
    }
    return new From(made, left.entity(), join.targetAdapter());
  }

  /** Joins on a condition, or by the foreign keys if it is null. */
  static From on(
      From left,
      Right right,
      @Nullable ColumnElement onclause,
      boolean isOuter,
      boolean isFull,
      List<ColumnElement> more,
      Function<AliasedEntity, ClauseAdapter> adapters) {
    Join join = Join.of(left.clause(), right.clause(), onclause, isOuter, isFull);
    ColumnElement condition = join.onclause();
    for (ColumnElement each : more) {
      condition = condition.and(each);
    }
    OrmEntity entity = right.entity();
    if (entity != null) {
      Mapper mapper = Entities.mapper(entity);
      ColumnElement single = mapper.isSingle() ? mapper.singleTableCriterion() : null;
      if (single != null) {
        condition =
            condition.and(
                entity instanceof AliasedEntity aliased
                    ? adapters.apply(aliased).adapt(single)
                    : single);
      }
    }
    return new From(
        new Join(join.left(), join.right(), condition, isOuter, isFull), left.entity(), null);
  }

  /** Whether a FROM element stands among the joins of another. */
  static boolean isPresent(FromClause clause, FromClause search) {
    if (RelationshipJoin.isSame(clause, search)) {
      return true;
    }
    if (search instanceof Join join) {
      return isPresent(clause, join.left()) || isPresent(clause, join.right());
    }
    return search instanceof FromGrouping grouping && isPresent(clause, grouping.element());
  }

  /** Whether the two have a FROM element in common. */
  static boolean overlap(FromClause one, FromClause other) {
    if (isPresent(one, other)) {
      return true;
    }
    if (one instanceof Join join) {
      return overlap(join.left(), other) || overlap(join.right(), other);
    }
    return one instanceof FromGrouping grouping && overlap(grouping.element(), other);
  }

  static boolean isSame(FromClause one, FromClause other) {
    return ElementKey.of(one).equals(ElementKey.of(other));
  }
}
