package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Fetch;
import dev.brine.expr.Functions;
import dev.brine.expr.LabelReference;
import dev.brine.expr.Select;
import dev.brine.expr.SelectTail;
import dev.brine.expr.Sql;
import dev.brine.expr.Subquery;
import dev.brine.expr.TableRef;
import dev.brine.expr.TextualLabelReference;
import dev.brine.expr.UnaryExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the rows on a SQL Server without OFFSET, found by their numbers: {@code
 * translate_select_structure} of rel_2_0_52, {@code dialects/mssql/base.py}.
 */
final class MssqlRowNumbers {

  private static final String NUMBER = "mssql_rn";

  private MssqlRowNumbers() {}

  /** The SELECT that takes from a subquery with the rows numbered. */
  static Select rewrite(Select select) {
    check(select);
    Subquery numbered = numbered(select);
    List<ColumnRef> columns =
        numbered.columns().stream().filter(column -> !column.key().equals(NUMBER)).toList();
    ColumnElement limit = limit(select.tail());
    ColumnElement offset = select.offset();
    ColumnRef number = Sql.column(NUMBER);
    Select part = Select.of(columns.toArray(ColumnRef[]::new));
    if (offset == null) {
      return limit == null
          ? part
          : part.where(isColumn(limit) ? limit.ge(number) : number.le(limit));
    }
    Select rest = part.where(isColumn(offset) ? offset.lt(number) : number.gt(offset));
    return limit == null ? rest : rest.where(number.le(limit.plus(offset)));
  }

  /**
   * A table's column, which Python asks before the number, as its class is the more special one.
   */
  private static boolean isColumn(ColumnElement element) {
    return element instanceof ColumnRef column && column.table() instanceof TableRef;
  }

  private static Subquery numbered(Select select) {
    ColumnElement number =
        Functions.func("ROW_NUMBER").over().orderBy(order(select.orderBy())).label(NUMBER);
    SelectTail tail = select.tail().withOrderBy(List.of()).withFetch(null).withOffset(null);
    return select.withTail(tail).addColumns(number).subquery();
  }

  private static @Nullable ColumnElement limit(SelectTail tail) {
    return tail.fetch() == null ? tail.limit() : tail.fetch().count();
  }

  /** Behind OVER no label stands for what it names. */
  private static Object[] order(List<ColumnElement> elements) {
    return elements.stream().map(MssqlRowNumbers::withoutReference).toArray();
  }

  private static ColumnElement withoutReference(ColumnElement element) {
    if (isByName(element)) {
      throw new CompileException(
          "MSSQL can't number rows in the order of a label's name",
          "order by the label itself rather than by its name");
    }
    return element instanceof LabelReference reference ? reference.element() : element;
  }

  /** Whether it is the name of a label, or that in some order. */
  private static boolean isByName(ColumnElement element) {
    return element instanceof TextualLabelReference
        || (element instanceof UnaryExpression unary && isByName(unary.element()));
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
