package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Insert;
import dev.brine.expr.Select;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.NearestName;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that {@code from_select()} fills, and its SELECT with the defaults of the others:
 * {@code _scan_insert_from_select_cols} (rel_2_0_58, {@code sql/crud.py}).
 */
final class CrudSelect {

  private final List<Fragment> targets = new ArrayList<>();
  private final ClauseElement select;

  CrudSelect(
      Insert insert,
      ClauseElement select,
      List<String> names,
      List<DmlColumn> columns,
      CrudTargets written,
      CrudDefaults defaults) {
    List<String> keys = columns.stream().map(DmlColumn::key).toList();
    for (String name : names) {
      DmlColumn column =
          columns.stream().filter(each -> each.key().equals(name)).findFirst().orElse(null);
      targets.add(written.bare(column == null ? missing(insert, name, keys) : column));
    }
    List<ColumnElement> added = new ArrayList<>();
    List<String> addedNames = new ArrayList<>();
    for (DmlColumn column : insert.includesDefaults() ? columns : List.<DmlColumn>of()) {
      ColumnDefault given = column.defaults().onInsert();
      ColumnElement value =
          given == null || names.contains(column.key()) ? null : defaults.selected(column, given);
      if (value != null) {
        added.add(value);
        addedNames.add("'" + column.ref().name().text() + "'");
        targets.add(written.bare(column));
      }
    }
    this.select = added.isEmpty() ? select : extended(select, added, addedNames);
  }

  /** A table that nobody has described has no columns until they are asked for. */
  private static DmlColumn missing(Insert insert, String name, List<String> keys) {
    try {
      ColumnRef column = insert.table().c(name);
      return DmlColumn.of(column);
    } catch (UnresolvedReferenceException e) {
      throw new CompileException(
          "the table of the INSERT has no column '" + name + "'", NearestName.hint(name, keys), e);
    }
  }

  private static ClauseElement extended(
      ClauseElement select, List<ColumnElement> added, List<String> names) {
    if (select instanceof Select plain) {
      return plain.addColumns(added.toArray(ClauseElement[]::new));
    }
    throw new CompileException(
        "Can't extend statement for INSERT..FROM SELECT to include additional default-holding"
            + " column(s) "
            + String.join(", ", names)
            + ".  Convert the selectable to a subquery() first, or pass include_defaults=False to"
            + " Insert.from_select() to skip these columns.",
        "select all columns, or say include_defaults=False");
  }

  /** The columns as they are written. */
  List<Fragment> targets() {
    return targets;
  }

  /** The SELECT that fills them all. */
  ClauseElement select() {
    return select;
  }
}
