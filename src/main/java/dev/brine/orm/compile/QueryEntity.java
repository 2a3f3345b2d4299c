package dev.brine.orm.compile;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.OrmEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of what a statement of the ORM selects: SQLAlchemy's {@code _QueryEntity}. */
abstract sealed class QueryEntity {

  /** The entity it is, or comes from; null for none. */
  abstract @Nullable OrmEntity entity();

  /** A class or an alias of one. */
  static final class OfEntity extends QueryEntity {

    private final OrmEntity entity;
    @Nullable PlanBuilder plan;

    OfEntity(OrmEntity entity) {
      this.entity = entity;
    }

    @Override
    OrmEntity entity() {
      return entity;
    }
  }

  /** A value. */
  static final class OfColumn extends QueryEntity {

    final ColumnElement column;
    final @Nullable String name;
    private final @Nullable OrmEntity entity;
    ColumnElement fetched;

    OfColumn(ColumnElement column, @Nullable OrmEntity entity, @Nullable String name) {
      this.column = column;
      this.entity = entity;
      this.name = name;
      this.fetched = column;
    }

    @Override
    @Nullable OrmEntity entity() {
      return entity;
    }
  }

  /** A tuple of entries. */
  static final class OfBundle extends QueryEntity {

    final String name;
    final boolean isSingle;
    final List<QueryEntity> parts = new ArrayList<>();

    OfBundle(String name, boolean isSingle) {
      this.name = name;
      this.isSingle = isSingle;
    }

    @Override
    @Nullable OrmEntity entity() {
      return parts.stream()
          .map(QueryEntity::entity)
          .filter(each -> each != null)
          .findFirst()
          .orElse(null);
    }
  }
}
