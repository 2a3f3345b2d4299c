package dev.brine.sql;

import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of what a statement changes.
 *
 * @param column what the metadata knows of it; null for a column of anything but a table of the
 *     metadata, such as an alias, which has no defaults in SQLAlchemy either
 */
record DmlColumn(ColumnRef ref, @Nullable Column column) {

  static List<DmlColumn> of(FromClause table) {
    return table.columns().stream().map(DmlColumn::of).toList();
  }

  static DmlColumn of(ColumnRef ref) {
    Column column =
        ref.table() instanceof TableRef table ? table.table().findColumn(ref.key()) : null;
    return new DmlColumn(ref, column);
  }

  String key() {
    return ref.key();
  }

  SqlType type() {
    return ref.type();
  }

  ColumnDefaults defaults() {
    return column == null ? ColumnDefaults.NONE : column.defaults();
  }

  boolean isPrimaryKey() {
    return column != null && column.primaryKey();
  }

  /** Whether the database numbers it. */
  boolean isNumbered() {
    return column != null && column.table().autoincrementColumn() == column;
  }
}
