package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Column;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter is called that nobody named: up to 0.9 a value compared with a column by the
 * name of the column in the database, since then by its key (rel_1_0_0, {@code sql/elements.py});
 * up to 1.0 an argument of a function {@code param}, since then as the function (rel_1_1_0, {@code
 * sql/functions.py}). The name of a column is known where there are metadata. Parameters up to 1.1
 * are known by what they do not say yet.
 */
final class EarlyNamesReshaping {

  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal FUNCTION = PythonClasses.function("Function");

  private static final String ARGUMENTS = "clause_expr";
  private static final String ELEMENT = "element";
  private static final String CLAUSES = "clauses";
  private static final String NAME = "_orig_key";
  private static final String RIGHT = "right";
  private static final String PARAM = "param";

  /** Functions that do not name their arguments. */
  private static final String ARRAY_AGG = "array_agg";

  static final List<ReshapingRule> RULES =
      Stream.concat(
              Stream.of(
                  ReshapingRule.when(
                      BINARY,
                      EarlyNamesReshaping::isOfAnotherName,
                      object -> object.put(RIGHT, named(object.take(RIGHT), key(object)))),
                  ReshapingRule.when(
                      FUNCTION,
                      object -> object.get("name") != null && hasNameless(object),
                      object ->
                          name(object, Texts.of(Objects.requireNonNull(object.get("name")))))),
              FunctionClasses.all().stream()
                  .filter(cls -> !cls.name().equals(ARRAY_AGG))
                  .map(EarlyNamesReshaping::ofGeneric))
          .toList();

  private EarlyNamesReshaping() {}

  private static ReshapingRule ofGeneric(PyGlobal cls) {
    String name = Objects.requireNonNull(FunctionClasses.byPath(cls.path())).functionName();
    return ReshapingRule.when(cls, EarlyNamesReshaping::hasNameless, object -> name(object, name));
  }

  /** Since 1.2 a parameter says whether it is one of many values. */
  private static boolean isEarly(@Nullable Object node) {
    return node instanceof PyObject bind
        && Binds.isUnique(bind)
        && bind.attribute("expanding") == null
        && bind.attribute("_expanding") == null;
  }

  private static String nameOf(Object bind) {
    Object name = ((PyObject) bind).attribute(NAME);
    // In 0.9 the name of a column, which tells how it is quoted.
    Object text =
        name instanceof PyObject quoted && !quoted.typeArgs().isEmpty()
            ? quoted.typeArgs().get(0)
            : name;
    return text == null ? "" : Texts.of(text);
  }

  private static String key(Reshaping comparison) {
    return ((Column) Objects.requireNonNull(comparison.get("left"))).key();
  }

  private static boolean isOfAnotherName(Reshaping object) {
    Object right = object.get(RIGHT);
    return right != null && object.get("left") instanceof Column column && isOf(column, right);
  }

  /**
   * Whether a parameter is called by the name that a column has in the database, which is not its
   * key. Of a table that nobody described only the keys are known: there a parameter is taken for
   * one that nobody named if its type is none that its value alone would give it.
   */
  private static boolean isOf(Column column, Object bind) {
    boolean isDescribed = !column.table().isPlaceholder();
    // Of all this, few columns have two names.
    if (isDescribed && column.key().equals(column.name().text())) {
      return false;
    }
    if (!isEarly(bind) || column.key().equals(nameOf(bind))) {
      return false;
    }
    return isDescribed
        ? column.name().text().equals(nameOf(bind))
        : !nameOf(bind).isEmpty() && !nameOf(bind).equals(PARAM) && isOfItsColumn((PyObject) bind);
  }

  private static boolean isOfItsColumn(PyObject bind) {
    return bind.attribute(NAME) instanceof PyObject
        || (bind.attribute("type") instanceof PyObject type
            && type.attribute("length") instanceof Long);
  }

  /** What a parameter that is compared with this is called. */
  static @Nullable Object nameOf(@Nullable Object left, PyObject bind) {
    return left instanceof Column column && isOf(column, bind)
        ? column.key()
        : bind.attribute(NAME);
  }

  private static PyObject named(Object bind, String name) {
    return new Reshaping((PyObject) bind).put(NAME, name).done();
  }

  /** The list of arguments; null of what has none. */
  private static @Nullable PyObject arguments(Reshaping function) {
    return function.get(ARGUMENTS) instanceof PyObject parentheses
            && parentheses.attribute(ELEMENT) instanceof PyObject list
        ? list
        : null;
  }

  private static boolean isNameless(Object argument) {
    return isEarly(argument) && nameOf(argument).equals(PARAM);
  }

  private static boolean hasNameless(Reshaping function) {
    PyObject list = arguments(function);
    List<Object> items = list == null ? null : PythonItems.of(list.attribute(CLAUSES));
    return items != null && items.stream().anyMatch(EarlyNamesReshaping::isNameless);
  }

  private static void name(Reshaping function, String name) {
    PyObject list = Objects.requireNonNull(arguments(function));
    List<Object> items =
        Objects.requireNonNull(PythonItems.of(list.attribute(CLAUSES))).stream()
            .map(item -> isNameless(item) ? named(item, name) : item)
            .toList();
    PyObject given = (PyObject) function.take(ARGUMENTS);
    PyObject renamed = new Reshaping(list).put(CLAUSES, new PyList(items)).done();
    function.put(ARGUMENTS, new Reshaping(given).put(ELEMENT, renamed).done());
  }
}
