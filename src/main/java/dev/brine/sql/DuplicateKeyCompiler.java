package dev.brine.sql;

import dev.brine.expr.Assignment;
import dev.brine.expr.Insert;
import dev.brine.expr.LabelName;
import dev.brine.expr.OnConflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ON DUPLICATE KEY UPDATE (rel_2_0_58, {@code dialects/mysql/base.py}). */
final class DuplicateKeyCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final Insert insert;

  DuplicateKeyCompiler(DmlCompiler c, Insert insert) {
    this.compiler = c.compiler();
    this.compilation = c.compilation();
    this.insert = insert;
  }

  /** What is no column of the table is left out, as SQLAlchemy does with a warning. */
  Fragment compile(OnConflict.DuplicateKeyUpdate update) {
    List<Fragment> written = new ArrayList<>();
    Scope scope =
        Scope.TOP
            .with(Scope.Place.BARE_TABLES, true)
            .change(new ChangeScope(Qualifying.ALL, update.inserted(), null));
    Map<String, Assignment> byKey = new LinkedHashMap<>();
    update.set().forEach(each -> byKey.put(String.valueOf(each.key()), each));
    for (DmlColumn column : inOrder(update, byKey)) {
      Assignment assignment = byKey.get(column.key());
      if (assignment != null) {
        String name =
            compilation
                .rules()
                .identifiers()
                .quote(
                    compilation
                        .names()
                        .printed(NameMap.Kind.COLUMN, LabelName.of(column.ref().name())));
        Fragment value =
            compiler.within(scope, () -> DmlValues.compile(compiler, assignment, column.type()));
        written.add(Fragment.of(name, " = ", value));
      }
    }
    return Fragment.of("ON DUPLICATE KEY UPDATE ", Fragment.join(", ", written, each -> each));
  }

  private List<DmlColumn> inOrder(
      OnConflict.DuplicateKeyUpdate update, Map<String, Assignment> byKey) {
    List<DmlColumn> columns = DmlColumn.of(insert.table());
    if (!update.isOrdered()) {
      return columns;
    }
    List<DmlColumn> ordered = new ArrayList<>();
    for (String key : byKey.keySet()) {
      columns.stream().filter(each -> each.key().equals(key)).forEach(ordered::add);
    }
    return ordered;
  }
}
