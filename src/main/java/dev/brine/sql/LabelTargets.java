package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import org.jspecify.annotations.Nullable;

/** What a name in ORDER BY or GROUP BY may mean: SQLAlchemy's {@code _label_resolve_dict}. */
interface LabelTargets {

  /** The selected element of this name; null for none. */
  @Nullable ColumnElement selected(String name);

  /** The column of a FROM element of this name; null for none. */
  @Nullable ColumnElement fromElement(String name);
}
