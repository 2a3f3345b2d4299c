package dev.brine.cli;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** What a dump held, as something with SQL. */
final class LoadedElement {

  private LoadedElement() {}

  /**
   * A table or column by itself becomes a reference to it, a list its items with commas between.
   *
   * @throws UnsupportedConstructException if there is no SQL for it
   */
  static ClauseElement of(Object loaded) {
    if (loaded instanceof ClauseElement element) {
      return element;
    }
    if (loaded instanceof Table table) {
      return new TableRef(table);
    }
    if (loaded instanceof Column column) {
      return new TableRef(column.table()).column(column);
    }
    if (loaded instanceof List<?> list) {
      return list(list);
    }
    throw noSql(loaded);
  }

  private static ClauseElement list(List<?> list) {
    List<ColumnElement> items = new ArrayList<>();
    for (Object item : list) {
      if (item == null || !(of(item) instanceof ColumnElement column)) {
        throw noSql(list);
      }
      items.add(column);
    }
    return ClauseList.comma(items);
  }

  private static UnsupportedConstructException noSql(Object loaded) {
    return new UnsupportedConstructException(
        "the dump holds a %s, which has no SQL of its own".formatted(name(loaded)),
        "brine inspect shows what is in it");
  }

  /**
   * A statement that can be run.
   *
   * @throws UnsupportedConstructException if it is something else
   */
  static Statement statement(Object loaded) {
    if (loaded instanceof Statement statement) {
      return statement;
    }
    throw new UnsupportedConstructException(
        "the dump holds a %s, not a statement, and cannot be run".formatted(name(loaded)),
        "brine sql prints it");
  }

  private static String name(Object loaded) {
    if (loaded instanceof List<?>) {
      return "list";
    }
    return loaded.getClass().getSimpleName();
  }
}
