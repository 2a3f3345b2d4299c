package dev.brine;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.NextValue;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.pickle.DeepStack;
import dev.brine.pickle.PyNone;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.shape.PersistentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a dump held, as something with SQL. Stateless. */
public final class LoadedElement {

  private LoadedElement() {}

  /**
   * A table or column by itself becomes a reference to it, a list its items with commas between.
   *
   * @throws UnsupportedConstructException if there is no SQL for it
   */
  public static ClauseElement of(Object loaded) {
    return of(loaded, 1);
  }

  private static ClauseElement of(Object loaded, int level) {
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
      return DeepStack.at(level, () -> list(list, level));
    }
    throw noSql(loaded);
  }

  private static ClauseElement list(List<?> list, int level) {
    List<ColumnElement> items = new ArrayList<>();
    for (Object item : list) {
      if (item == null || !(of(item, level + 1) instanceof ColumnElement column)) {
        throw noSql(list);
      }
      items.add(column);
    }
    return ClauseList.comma(items);
  }

  private static UnsupportedConstructException noSql(Object loaded) {
    return new UnsupportedConstructException(
        "the dump holds %s, which has no SQL of its own".formatted(Wording.a(name(loaded))),
        "brine inspect shows what is in it");
  }

  /**
   * A statement that can be run: what was loaded, or the SELECT of a function.
   *
   * @throws UnsupportedConstructException if it is something else
   */
  public static Statement statement(Object loaded) {
    if (loaded instanceof Statement statement) {
      return statement;
    }
    if (loaded instanceof FunctionCall function) {
      // As Connection.execute() does with a function.
      return Select.of(function);
    }
    if (loaded instanceof NextValue next) {
      return Select.of(next);
    }
    throw new UnsupportedConstructException(
        "the dump holds %s, not a statement, and cannot be run".formatted(Wording.a(name(loaded))),
        "brine sql prints it");
  }

  private static String name(Object loaded) {
    if (loaded instanceof PersistentId id) {
      return "reference '" + id.text() + "'";
    }
    if (loaded instanceof Map<?, ?>) {
      return "dict";
    }
    if (loaded instanceof PyNone) {
      return "None";
    }
    if (loaded instanceof List<?>) {
      return "list";
    }
    return loaded.getClass().getSimpleName();
  }
}
