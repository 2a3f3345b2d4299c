package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.LabelStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names for what a SELECT selects so that no two are alike: SQLAlchemy's {@code
 * _generate_columns_plus_names} (rel_2_0_52, {@code sql/selectable.py}).
 */
final class SelectNames {

  private final ElementNames names;
  private final LabelStyle style;
  private final boolean isQualified;
  private final Map<String, ElementKey> taken = new HashMap<>();
  private int repetitions;

  SelectNames(ElementNames names, LabelStyle style) {
    this.names = names;
    this.style = style;
    this.isQualified = style == LabelStyle.TABLENAME_PLUS_COL;
  }

  List<SelectedColumn> name(List<ColumnElement> elements) {
    List<SelectedColumn> named = new ArrayList<>();
    for (ColumnElement element : elements) {
      named.add(name(element));
    }
    return named;
  }

  private SelectedColumn name(ColumnElement element) {
    if (element instanceof ColumnRef column && column.table() == null) {
      return new SelectedColumn(element, null, null);
    }
    if (style == LabelStyle.NONE) {
      LabelName name = names.predictable(element);
      return new SelectedColumn(element, null, name == null ? names.anonymous(element) : name);
    }
    LabelName name = isQualified ? names.qualified(element) : names.predictable(element);
    return name == null ? unnamed(element) : named(element, name);
  }

  private SelectedColumn unnamed(ColumnElement element) {
    LabelName anonymous = names.anonymous(element);
    boolean isRepeated = taken.put(anonymous.text(), ElementKey.of(element)) != null;
    return new SelectedColumn(element, null, isRepeated ? repeated(element) : anonymous);
  }

  private SelectedColumn named(ColumnElement element, LabelName name) {
    ElementKey holder = taken.get(name.text());
    if (holder == null) {
      taken.put(name.text(), ElementKey.of(element));
      return new SelectedColumn(element, isQualified ? name : null, name);
    }
    LabelName label = another(element, holder);
    return new SelectedColumn(element, label, label);
  }

  /** A label for an element whose name is another's, or its own of an earlier place. */
  private LabelName another(ColumnElement element, ElementKey holder) {
    ElementKey key = ElementKey.of(element);
    if (!key.equals(holder)) {
      LabelName label = isQualified ? names.anonymousQualified(element) : names.anonymous(element);
      if (taken.putIfAbsent(label.text(), key) == null) {
        return label;
      }
    }
    return repeated(element);
  }

  private LabelName repeated(ColumnElement element) {
    repetitions++;
    return isQualified
        ? names.repeatedQualified(element, repetitions)
        : names.repeated(element, repetitions);
  }
}
