package dev.brine.sql;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Label;
import dev.brine.expr.Opaque;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a SELECT before it is printed: its FROM list and the names of its columns.
 * SQLAlchemy's {@code SelectState} (rel_2_0_52, {@code sql/selectable.py}).
 */
final class SelectState {

  private final ElementNames names;
  private final List<ColumnElement> selected;
  private final List<SelectedColumn> columns;
  private final List<FromClause> froms;
  private final Map<String, LabelName> ambiguous = new HashMap<>();
  private final Map<String, ColumnElement> bySelectedName = new LinkedHashMap<>();
  private final Map<String, ColumnElement> byAnyName;

  SelectState(Select select, ElementNames names) {
    this.names = names;
    this.selected = flattened(select.columns());
    this.froms = froms(select);
    this.columns = new SelectNames(names, select.labelStyle()).name(selected);
    noteAmbiguousTables();
    selected.forEach(element -> bySelectedName.put(lookupName(element), element));
    this.byAnyName = new LinkedHashMap<>(bySelectedName);
    for (FromClause from : froms) {
      from.columns().forEach(column -> byAnyName.putIfAbsent(column.key(), column));
    }
  }

  private static List<ColumnElement> flattened(List<ClauseElement> columns) {
    List<ColumnElement> flat = new ArrayList<>();
    for (ClauseElement column : columns) {
      if (column instanceof FromClause from && !(column instanceof Opaque)) {
        flat.addAll(from.columns());
      } else {
        flat.add((ColumnElement) column);
      }
    }
    return flat;
  }

  private static List<FromClause> froms(Select select) {
    List<FromClause> all = new ArrayList<>(new SetupJoins(select).resolve());
    all.addAll(FromObjects.of(select.columns()));
    all.addAll(FromObjects.of(select.where()));
    return FromObjects.listed(all);
  }

  private void noteAmbiguousTables() {
    for (FromClause from : FromObjects.of(froms)) {
      if (from instanceof TableRef ref && ref.table().schema() != null) {
        Table table = ref.table();
        String name = table.name().text();
        ambiguous.computeIfAbsent(name, names::forAmbiguous);
      }
    }
  }

  /** The name under which {@code order_by("…")} finds a selected element; empty for none. */
  private String lookupName(ColumnElement element) {
    LabelName qualified = names.qualified(element);
    if (qualified != null) {
      return qualified.text();
    }
    return element instanceof ColumnRef column ? column.key() : "";
  }

  List<SelectedColumn> columns() {
    return columns;
  }

  List<FromClause> froms() {
    return froms;
  }

  /** What a table without a schema is called if one in a schema has its name; null otherwise. */
  @Nullable LabelName ambiguousName(String tableName) {
    return ambiguous.get(tableName);
  }

  /** The selected element or column of a FROM element that a text means; null for none. */
  @Nullable ColumnElement find(String name) {
    return byAnyName.get(name);
  }

  /** Whether a label is selected, so that its name may stand for it. */
  boolean selects(Label label) {
    ColumnElement found = bySelectedName.get(label.name().text());
    return found != null && Lineage.isShared(label, found);
  }
}
