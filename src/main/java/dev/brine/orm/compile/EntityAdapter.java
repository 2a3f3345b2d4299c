package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.sql.ColumnAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What adapts the columns of a class to where they are selected from: SQLAlchemy's {@code
 * ORMAdapter}.
 *
 * @param entity the alias it is made for; null for none
 */
record EntityAdapter(ColumnAdapter columns, @Nullable AliasedEntity entity) {

  EntityAdapter wrap(ColumnAdapter other) {
    return new EntityAdapter(columns.wrap(other), entity);
  }
}
