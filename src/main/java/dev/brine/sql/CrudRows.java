package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Assignment;
import dev.brine.expr.ColumnElement;
import dev.brine.schema.ColumnDefault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an INSERT of many after the first one, which says what columns there are: {@code
 * _extend_values_for_multiparams} (rel_2_0_58, {@code sql/crud.py}).
 */
final class CrudRows {

  private final StatementCompiler compiler;
  private final CrudBinds binds;
  private final CrudDefaults defaults;

  CrudRows(StatementCompiler compiler, CrudBinds binds, CrudDefaults defaults) {
    this.compiler = compiler;
    this.binds = binds;
    this.defaults = defaults;
  }

  /** Each row as it is written, the first one included. */
  List<Fragment> rows(List<List<Assignment>> rows, List<CrudValue> first) {
    List<Fragment> all = new ArrayList<>();
    all.add(Fragment.join(", ", first, CrudValue::value));
    for (int i = 1; i < rows.size(); i++) {
      Map<String, @Nullable Object> byKey = new LinkedHashMap<>();
      for (Assignment each : rows.get(i)) {
        byKey.put(String.valueOf(each.key()), each.value());
      }
      int index = i;
      all.add(Fragment.join(", ", first, value -> value(value, byKey, index)));
    }
    return all;
  }

  private Fragment value(CrudValue first, Map<String, @Nullable Object> row, int index) {
    DmlColumn column = first.column();
    if (column == null) {
      return first.value();
    }
    String name = column.key() + "_m" + index;
    if (!row.containsKey(column.key())) {
      return missing(column, name);
    }
    Object value = row.get(column.key());
    return value instanceof ColumnElement element
        ? compiler.compile(element.selfGroup())
        : binds.plain(name, value, column);
  }

  private Fragment missing(DmlColumn column, String name) {
    ColumnDefault given = column.defaults().onInsert();
    Fragment value = given == null ? null : defaults.value(column, given, name);
    if (value != null) {
      return value;
    }
    throw new CompileException(
        "INSERT value for column "
            + column.ref().name().text()
            + " is explicitly rendered as a bound parameter in the VALUES clause; a Python-side"
            + " value or SQL expression is required",
        "give each row a value for every column of the first one");
  }
}
