package dev.brine.sql;

import dev.brine.expr.ColumnRef;
import dev.brine.expr.ColumnTraits;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.SqlType;
import java.util.List;

/**
 * A column of what a statement changes, and what its table knows of it. A column of anything but a
 * table, such as an alias, has no defaults in SQLAlchemy either.
 *
 * @param isNumbered whether the database numbers it
 */
record DmlColumn(ColumnRef ref, ColumnDefaults defaults, boolean isPrimaryKey, boolean isNumbered) {

  static List<DmlColumn> of(FromClause table) {
    return table.columns().stream().map(DmlColumn::of).toList();
  }

  static DmlColumn of(ColumnRef ref) {
    FromClause owner = ref.table();
    if (owner instanceof TableRef table) {
      Column column = table.table().findColumn(ref.key());
      if (column != null) {
        return new DmlColumn(
            ref,
            column.defaults(),
            column.primaryKey(),
            table.table().autoincrementColumn() == column);
      }
    }
    ColumnTraits traits = owner instanceof TableClause table ? table.traits(ref.key()) : null;
    return traits == null
        ? new DmlColumn(ref, ColumnDefaults.NONE, false, false)
        : new DmlColumn(ref, traits.defaults(), traits.primaryKey(), false);
  }

  String key() {
    return ref.key();
  }

  SqlType type() {
    return ref.type();
  }
}
