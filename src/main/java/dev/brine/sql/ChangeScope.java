package dev.brine.sql;

import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that changes rows asks of the parts it is made of.
 *
 * @param qualifying what columns are written with
 * @param insertedRow whose columns are written as {@code VALUES(column)}; null for none
 * @param named a table that goes by another name here; null for none
 */
record ChangeScope(
    Qualifying qualifying, @Nullable FromClause insertedRow, @Nullable NamedTable named) {

  /** A table and the name it goes by: SQL Server's {@code inserted} and {@code deleted}. */
  record NamedTable(ElementKey table, String name) {}

  /** Outside of such statements. */
  static final ChangeScope NONE = new ChangeScope(Qualifying.ALL, null, null);

  ChangeScope {
    Objects.requireNonNull(qualifying, "qualifying");
  }

  ChangeScope qualifying(Qualifying changed) {
    return new ChangeScope(changed, insertedRow, named);
  }

  ChangeScope named(FromClause table, String name) {
    return new ChangeScope(qualifying, insertedRow, new NamedTable(ElementKey.of(table), name));
  }

  /** The name by which a table goes instead of its own; null for that. */
  @Nullable String nameFor(FromClause table) {
    return named != null && named.table.equals(ElementKey.of(table)) ? named.name : null;
  }
}
