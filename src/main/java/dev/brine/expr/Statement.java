package dev.brine.expr;

import java.util.List;

/** Something a database can be asked to do: SQLAlchemy's {@code Executable}. */
public sealed interface Statement extends ClauseElement
    permits DmlStatement, FromStatement, Opaque, Query, SelectBase, TextClause, Values {

  /**
   * The values of each row it gives, in order, tables written out as their columns; none if it
   * gives no rows. SQLAlchemy's {@code _all_selected_columns}.
   */
  default List<ColumnElement> selectedColumns() {
    return List.of();
  }

  /** How values without a label are named where something selects from this. */
  default LabelStyle labelStyle() {
    return LabelStyle.DISAMBIGUATE_ONLY;
  }

  /** {@code cte(name)}: this under a name in a WITH clause. */
  default Cte cte(String name) {
    return Cte.of(this).named(name);
  }

  /** {@code cte()}: the same under a made-up name. */
  default Cte cte() {
    return Cte.of(this);
  }

  /** {@code cte(name, recursive=True)}. */
  default Cte recursiveCte(String name) {
    return cte(name).recursive();
  }
}
