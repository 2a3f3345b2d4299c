package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Correlation;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ElementNames;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.LabelName;
import dev.brine.expr.Select;
import dev.brine.expr.SelectNames;
import dev.brine.expr.SelectedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a SELECT before it is printed: its FROM list and the names of its columns.
 * SQLAlchemy's {@code SelectState} (rel_2_0_52, {@code sql/selectable.py}).
 */
final class SelectState implements LabelTargets {

  private final Select select;
  private final ElementNames names;
  private final List<ColumnElement> selected;
  private final List<SelectedColumn> columns;
  private final List<FromClause> froms;
  private final Map<String, LabelName> ambiguous = new HashMap<>();
  private @Nullable Map<String, ColumnElement> bySelectedName;
  private @Nullable Map<String, ColumnElement> byFromName;

  SelectState(Select select, ElementNames names) {
    this.select = select;
    this.names = names;
    KnownColumns.require(select.columns());
    this.selected = select.selectedColumns();
    this.froms = froms(select);
    this.columns = new SelectNames(names, select.labelStyle()).printed(selected);
    noteAmbiguousTables();
  }

  private static List<FromClause> froms(Select select) {
    List<FromClause> all = new ArrayList<>(new SetupJoins(select).resolve());
    all.addAll(FromObjects.of(select.columns()));
    all.addAll(FromObjects.of(select.where()));
    return FromObjects.listed(all);
  }

  private void noteAmbiguousTables() {
    for (FromClause from : FromObjects.of(froms)) {
      if (from.schema() != null && from.qualifier() != null) {
        ambiguous.computeIfAbsent(from.qualifier().text(), names::forAmbiguous);
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

  /**
   * The FROM elements that are written: those that the statements around have are left to them, as
   * far as the SELECT lets it. SQLAlchemy's {@code _get_display_froms}.
   *
   * @param explicit those that are left if the SELECT names them
   * @param implicit those that are left unless it says otherwise
   * @throws CompileException if none would be written
   */
  List<FromClause> displayed(Set<ElementKey> explicit, Set<ElementKey> implicit) {
    Correlation correlation = select.correlation();
    List<FromClause> shown = froms;
    if (!correlation.to().isEmpty()) {
      Set<ElementKey> named = keys(correlation.to());
      shown = without(shown, key -> explicit.contains(key) && named.contains(key));
    }
    List<FromClause> except = correlation.except();
    if (except != null) {
      Set<ElementKey> kept = keys(except);
      shown = without(shown, key -> explicit.contains(key) && !kept.contains(key));
    }
    if (correlation.isAutomatic() && !implicit.isEmpty() && shown.size() > 1) {
      shown = without(shown, implicit::contains);
      if (shown.isEmpty()) {
        throw new CompileException(
            "a SELECT of "
                + Described.froms(froms)
                + " returned no FROM clauses due to auto-correlation",
            "specify correlate(<tables>) to control correlation manually");
      }
    }
    return shown;
  }

  private static List<FromClause> without(List<FromClause> froms, Predicate<ElementKey> isLeft) {
    return froms.stream().filter(from -> !isLeft.test(ElementKey.of(from))).toList();
  }

  private static Set<ElementKey> keys(List<FromClause> froms) {
    return froms.stream().map(ElementKey::of).collect(Collectors.toSet());
  }

  /** What a table without a schema is called if one in a schema has its name; null otherwise. */
  @Nullable LabelName ambiguousName(String tableName) {
    return ambiguous.get(tableName);
  }

  @Override
  public @Nullable ColumnElement selected(String name) {
    if (bySelectedName == null) {
      bySelectedName = new HashMap<>();
      for (ColumnElement element : selected) {
        bySelectedName.put(lookupName(element), element);
      }
    }
    return bySelectedName.get(name);
  }

  @Override
  public @Nullable ColumnElement fromElement(String name) {
    if (byFromName == null) {
      byFromName = new HashMap<>();
      for (FromClause from : froms) {
        for (ColumnRef column : from.columns()) {
          byFromName.put(column.key(), column);
        }
      }
    }
    return byFromName.get(name);
  }
}
