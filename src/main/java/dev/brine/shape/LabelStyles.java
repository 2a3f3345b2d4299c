package dev.brine.shape;

import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SelectLabelStyle}, an enum since 2.0 (rel_2_0_52, {@code sql/selectable.py}). */
public final class LabelStyles {

  public static final String KEY = "_label_style";

  public static final PyGlobal LABEL_STYLE = PythonClasses.selectable("SelectLabelStyle");

  /** What its names are begun with, where each is a constant, as in 1.4. */
  private static final PyGlobal CONSTANT = PythonClasses.selectable("LABEL_STYLE_");

  /** In the order of {@code SelectLabelStyle}'s values, 0 to 3. */
  private static final List<LabelStyle> STYLES =
      List.of(
          LabelStyle.NONE,
          LabelStyle.TABLENAME_PLUS_COL,
          LabelStyle.DISAMBIGUATE_ONLY,
          LabelStyle.LEGACY_ORM);

  /** The names of the symbols they were up to 1.4, in the same order. */
  private static final List<String> SYMBOLS =
      List.of(
          "LABEL_STYLE_NONE",
          "LABEL_STYLE_TABLENAME_PLUS_COL",
          "LABEL_STYLE_DISAMBIGUATE_ONLY",
          "LABEL_STYLE_LEGACY_ORM");

  private LabelStyles() {}

  /** As 2.0 writes the style that a symbol of this name stands for; null if there is none. */
  public static @Nullable Object ofSymbol(@Nullable String name) {
    int index = SYMBOLS.indexOf(name);
    return index < 0 ? null : write(STYLES.get(index));
  }

  /** As 1.4 writes a style of 2.0. */
  public static Object symbol(PyObject style) {
    return Symbols.write(SYMBOLS.get(STYLES.indexOf(read(style))));
  }

  /**
   * The style.
   *
   * @param style what is under {@link #KEY}; null if nothing is
   */
  public static LabelStyle read(@Nullable Object style) {
    if (style == null) {
      return LabelStyle.NONE;
    }
    if (style instanceof PyGlobal constant && constant.path().startsWith(CONSTANT.path())) {
      return ofConstant(constant.name().substring(CONSTANT.name().length()));
    }
    if (!(style instanceof PyObject call) || !call.className().equals(LABEL_STYLE.path())) {
      throw new NotUnderstood("state key '" + KEY + "'");
    }
    if (call.typeArgs().size() == 1
        && call.typeArgs().get(0) instanceof Long number
        && number >= 0
        && number < STYLES.size()) {
      return STYLES.get(number.intValue());
    }
    throw new NotUnderstood("a label style that there is not");
  }

  private static LabelStyle ofConstant(String name) {
    return STYLES.stream()
        .filter(style -> style.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotUnderstood("a label style that there is not"));
  }

  /** The name of the constant for a style, which was one before it was a member of an enum. */
  public static PyGlobal constant(LabelStyle style) {
    return PythonClasses.selectable(CONSTANT.name() + style.name());
  }

  public static Object write(LabelStyle style) {
    return PyObject.reduce(LABEL_STYLE, (long) STYLES.indexOf(style));
  }
}
