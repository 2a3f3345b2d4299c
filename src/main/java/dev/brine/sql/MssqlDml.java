package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromClause;
import dev.brine.expr.SelectedColumn;
import dev.brine.schema.Sequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** SQL Server (rel_2_0_58, {@code dialects/mssql/base.py}). */
final class MssqlDml extends DmlRules {

  MssqlDml() {
    super(
        "mssql",
        Set.of(
            DmlFeature.INSERT_RETURNING,
            DmlFeature.UPDATE_RETURNING,
            DmlFeature.DELETE_RETURNING,
            DmlFeature.RETURNING_PRECEDES_VALUES,
            DmlFeature.PREFERS_RETURNING,
            DmlFeature.LAST_ROW_ID,
            DmlFeature.DEFAULT_VALUES,
            DmlFeature.MANY_ROWS,
            DmlFeature.SEQUENCES,
            DmlFeature.SEQUENCES_ARE_OPTIONAL));
  }

  @Override
  String nextValue(IdentifierPreparer identifiers, Sequence sequence) {
    return "NEXT VALUE FOR " + sequenceName(identifiers, sequence);
  }

  /** The table that is changed is listed once more, for it may be an alias. */
  @Override
  Fragment updateFrom(DmlCompiler c, FromClause table, List<FromClause> others) {
    return Fragment.of("FROM ", c.froms(Stream.concat(Stream.of(table), others.stream()).toList()));
  }

  /** Where there are others, an alias is declared behind the second FROM. */
  @Override
  Fragment deletedTable(DmlCompiler c, FromClause table, List<FromClause> others) {
    return table instanceof Alias && !others.isEmpty() ? c.name(table) : c.from(table);
  }

  @Override
  Fragment deleteUsing(DmlCompiler c, FromClause table, List<FromClause> others) {
    return updateFrom(c, table, others);
  }

  /** The rows as they are after the statement, or as they were before a DELETE. */
  @Override
  Fragment returning(
      DmlCompiler c, DmlStatement<?> statement, List<SelectedColumn> columns, Scope scope) {
    String rows = statement instanceof Delete ? "deleted" : "inserted";
    Scope inside = scope.change(scope.change().named(statement.table(), rows));
    return Fragment.of(
        "OUTPUT ",
        Fragment.join(
            ", ", columns, column -> c.compiler().columns().selected(column, inside, false)));
  }
}
