package dev.brine.jooq;

import dev.brine.sql.ResultColumn;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;

/**
 * A derived table under its alias, with fields that jOOQ knows. jOOQ's own aliasing of plain SQL
 * would know none, and would rename the columns, which some dialects cannot.
 */
// jOOQ's tables are serializable by inheritance; nobody serializes this one.
@SuppressWarnings("serial")
final class StatementTable extends TableImpl<Record> {

  StatementTable(String alias, Table<Record> derived, List<ResultColumn> columns) {
    super(DSL.quotedName(alias), null, derived);
    for (ResultColumn column : columns) {
      createField(DSL.quotedName(column.name()), StoredBinding.dataType(column.type()), this);
    }
  }
}
