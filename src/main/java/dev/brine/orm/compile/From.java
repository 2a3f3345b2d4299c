package dev.brine.orm.compile;

import dev.brine.expr.FromClause;
import dev.brine.expr.OrmEntity;
import dev.brine.sql.ClauseAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A FROM element of a statement being compiled, and what the ORM knows of it.
 *
 * @param clause of Core alone
 * @param entity the entity it is, or that is leftmost in it: the {@code parententity} annotation;
 *     null for none
 * @param targetAdapter what adapts the columns of a relationship's target to where the join has
 *     them; null for none
 */
record From(FromClause clause, @Nullable OrmEntity entity, @Nullable ClauseAdapter targetAdapter) {

  static From of(OrmEntity entity) {
    return new From(Entities.selectable(entity), entity, null);
  }

  static From of(FromClause clause) {
    return new From(clause, null, null);
  }

  From withClause(FromClause other) {
    return new From(other, entity, targetAdapter);
  }
}
