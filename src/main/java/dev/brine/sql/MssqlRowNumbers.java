package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Fetch;
import dev.brine.expr.Select;

/**
 * A part of the rows on a SQL Server without OFFSET: {@code translate_select_structure} of
 * rel_2_0_52, {@code dialects/mssql/base.py}.
 */
final class MssqlRowNumbers {

  private MssqlRowNumbers() {}

  static Select rewrite(Select select) {
    check(select);
    throw new CompileException("the dialect mssql can't render an OFFSET here");
  }

  private static void check(Select select) {
    if (select.orderBy().isEmpty()) {
      throw new CompileException(
          "MSSQL requires an order_by when using an OFFSET or a non-simple LIMIT clause",
          "say in which order the rows are counted");
    }
    Fetch fetch = select.tail().fetch();
    if (fetch != null && (fetch.isPercent() || fetch.hasTies())) {
      throw new CompileException(
          "MSSQL needs TOP to use PERCENT and/or WITH TIES. Only simple fetch without offset can"
              + " be used.",
          "leave out the offset, and fetch a plain number of rows");
    }
  }
}
