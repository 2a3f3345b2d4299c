package dev.brine.shape;

import dev.brine.expr.CompoundKeyword;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code _CompoundSelectKeyword}, an enum since 2.0 (rel_2_0_52, {@code sql/selectable.py}). */
public final class CompoundKeywords {

  public static final String KEY = "keyword";

  public static final PyGlobal CLASS = PythonClasses.selectable("_CompoundSelectKeyword");

  /** Where every series has them as attributes of the class that is made with them. */
  private static final String ATTRIBUTE = "CompoundSelect.";

  private CompoundKeywords() {}

  /**
   * The word.
   *
   * @param node what is under {@link #KEY}; null if nothing is
   */
  public static CompoundKeyword read(@Nullable Object node) {
    String word = node == null ? null : word(node);
    Optional<CompoundKeyword> found =
        Arrays.stream(CompoundKeyword.values())
            .filter(keyword -> keyword.spelling().equals(word))
            .findFirst();
    return found.orElseThrow(
        () -> new NotUnderstood(word == null ? "state key '" + KEY + "'" : "the keyword " + word));
  }

  private static @Nullable String word(Object node) {
    PyGlobal constant = PyGlobal.named(node);
    if (constant != null
        && constant.module().equals(CLASS.module())
        && constant.name().startsWith(ATTRIBUTE)) {
      return constant.name().substring(ATTRIBUTE.length()).replace('_', ' ');
    }
    return node instanceof PyObject call
            && call.className().equals(CLASS.path())
            && call.typeArgs().size() == 1
        ? call.typeArgs().get(0).toString()
        : null;
  }

  public static PyObject write(CompoundKeyword keyword) {
    return PyObject.reduce(CLASS, keyword.spelling());
  }

  /** The name of the constant for what was written. */
  public static PyGlobal portable(PyObject written) {
    String word = written.args().get(0).toString();
    return PythonClasses.selectable(ATTRIBUTE + word.replace(' ', '_'));
  }
}
