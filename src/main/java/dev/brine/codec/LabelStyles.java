package dev.brine.codec;

import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import java.util.List;

/** {@code SelectLabelStyle}, an enum since 2.0 (rel_2_0_52, {@code sql/selectable.py}). */
final class LabelStyles {

  static final String KEY = "_label_style";

  private static final PyGlobal LABEL_STYLE = PythonClasses.selectable("SelectLabelStyle");

  /** In the order of {@code SelectLabelStyle}'s values, 0 to 3. */
  private static final List<LabelStyle> STYLES =
      List.of(
          LabelStyle.NONE,
          LabelStyle.TABLENAME_PLUS_COL,
          LabelStyle.DISAMBIGUATE_ONLY,
          LabelStyle.LEGACY_ORM);

  private LabelStyles() {}

  static LabelStyle read(NodeReader in) {
    Object style = in.find(KEY);
    if (style == null) {
      return LabelStyle.NONE;
    }
    if (!(style instanceof PyObject call) || !call.className().equals(LABEL_STYLE.path())) {
      throw in.refuse("state key '" + KEY + "'");
    }
    if (call.typeArgs().size() == 1
        && call.typeArgs().get(0) instanceof Long number
        && number >= 0
        && number < STYLES.size()) {
      return STYLES.get(number.intValue());
    }
    throw in.refuse("a label style that there is not");
  }

  static Object write(LabelStyle style) {
    return PyObject.reduce(LABEL_STYLE, (long) STYLES.indexOf(style));
  }
}
