package dev.brine.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names for what a SELECT selects so that no two are alike: SQLAlchemy's {@code
 * _generate_columns_plus_names} (rel_2_0_52, {@code sql/selectable.py}). Public for the compiler's
 * sake. Not thread-safe; one for each select list.
 */
public final class SelectNames {

  private final ElementNames names;
  private final LabelStyle style;
  private final boolean isQualified;
  private final SelectKeys keys;
  private final Map<String, ElementKey> taken = new HashMap<>();
  private int repetitions;

  public SelectNames(ElementNames names, LabelStyle style) {
    this.names = names;
    this.style = style;
    this.isQualified = style == LabelStyle.TABLENAME_PLUS_COL;
    this.keys = new SelectKeys(names, style);
  }

  /** As they are printed: an element that is selected twice gets two names. */
  public List<SelectedColumn> printed(List<ColumnElement> elements) {
    return name(elements, true);
  }

  /** As they are known to what selects from the statement: such an element keeps its name. */
  List<SelectedColumn> exported(List<ColumnElement> elements) {
    return name(elements, false);
  }

  private List<SelectedColumn> name(List<ColumnElement> elements, boolean isPrinted) {
    List<SelectedColumn> named = new ArrayList<>();
    for (ColumnElement element : elements) {
      named.add(name(element, isPrinted));
    }
    return named;
  }

  private SelectedColumn name(ColumnElement element, boolean isPrinted) {
    if (element instanceof TextClause
        || (element instanceof ColumnRef column && column.table() == null)) {
      return column(element, null, null, false);
    }
    if (style == LabelStyle.NONE) {
      LabelName name = names.predictable(element);
      return column(element, null, name == null ? names.anonymous(element) : name, false);
    }
    LabelName name = isQualified ? names.qualified(element) : names.predictable(element);
    return name == null ? unnamed(element) : named(element, name, isPrinted);
  }

  private SelectedColumn column(
      ColumnElement element,
      @Nullable LabelName required,
      @Nullable LabelName fallback,
      boolean isRepeated) {
    return new SelectedColumn(
        element, required, fallback, keys.next(element, required), isRepeated);
  }

  private SelectedColumn unnamed(ColumnElement element) {
    LabelName anonymous = names.anonymous(element);
    boolean isRepeated = taken.put(anonymous.text(), ElementKey.of(element)) != null;
    return column(element, null, isRepeated ? repeated(element) : anonymous, isRepeated);
  }

  private SelectedColumn named(ColumnElement element, LabelName name, boolean isPrinted) {
    ElementKey key = ElementKey.of(element);
    ElementKey holder = taken.putIfAbsent(name.text(), key);
    LabelName own = isQualified ? name : null;
    if (holder == null || (holder.equals(key) && !isPrinted)) {
      return column(element, own, name, false);
    }
    if (!holder.equals(key)) {
      LabelName label = isQualified ? names.anonymousQualified(element) : names.anonymous(element);
      if (!isPrinted || taken.putIfAbsent(label.text(), key) == null) {
        taken.put(label.text(), key);
        return column(element, label, label, false);
      }
    }
    LabelName label = repeated(element);
    return column(element, label, label, true);
  }

  private LabelName repeated(ColumnElement element) {
    repetitions++;
    return isQualified
        ? names.repeatedQualified(element, repetitions)
        : names.repeated(element, repetitions);
  }
}
