package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a subquery are filed under: SQLAlchemy's {@code _column_naming_convention}
 * and what its {@code _make_proxy} methods make of it (rel_2_0_52, {@code sql/selectable.py},
 * {@code sql/elements.py}). Not thread-safe; one for each select list.
 */
final class SelectKeys {

  private static final String NO_LABEL = "_no_label";

  private final ElementNames names;
  private final LabelStyle style;
  private final AnonymousNumbers numbers = new AnonymousNumbers();
  private final Set<String> taken = new HashSet<>();
  private int index;

  SelectKeys(ElementNames names, LabelStyle style) {
    this.names = names;
    this.style = style;
  }

  /**
   * The key of the next element.
   *
   * @param required the label it must have; null if none
   */
  String next(ColumnElement element, @Nullable LabelName required) {
    LabelName key = conventional(element);
    if (element instanceof Label label) {
      key = LabelName.of(label.name());
    } else if (!ElementNames.isOfTable(element)) {
      key = ofClause(element, required, key);
    }
    int place = index++;
    // Only its place tells one made-up key from another.
    return key.isTemplate() ? AnonymousName.of(place, "anon").text() : key.text();
  }

  /** Only a table's column, under whatever names, takes the key that was found for it. */
  private static LabelName ofClause(
      ColumnElement element, @Nullable LabelName required, LabelName conventional) {
    if (required != null) {
      return required;
    }
    if (!(element instanceof ColumnRef column)) {
      return conventional;
    }
    return column.name() instanceof AnonymousName anonymous
        ? LabelName.of(anonymous)
        : LabelName.plain(column.key());
  }

  private LabelName conventional(ColumnElement element) {
    if (style == LabelStyle.NONE) {
      String key = names.proxyKey(element);
      return LabelName.plain(key == null ? NO_LABEL : key);
    }
    boolean isQualified = style == LabelStyle.TABLENAME_PLUS_COL;
    LabelName key = isQualified ? names.qualifiedKey(element) : names.plainKey(element);
    if (key == null) {
      LabelName none = LabelName.plain(NO_LABEL);
      return taken.add(NO_LABEL) ? none : numbered(element, none);
    }
    return taken.add(key.text()) ? key : numbered(element, key);
  }

  private LabelName numbered(ColumnElement element, LabelName seed) {
    return LabelName.plain(numbers.fill(names.anonymous(element, seed).text()));
  }
}
