package dev.brine.series;

import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code null()}, {@code true()} and {@code false()} among the columns of a SELECT. Up to 1.3 an
 * object that was selected twice was fetched once ({@code Select._columns_plus_names} of
 * rel_1_3_24, {@code sql/selectable.py}), and each call, but for 0.9's, gave another object; from
 * 1.4 on there is one object of each, and it is fetched each time.
 */
final class RepeatedConstants {

  private static final String COLUMNS = "_raw_columns";

  private static final Set<String> CONSTANTS =
      Set.of(
          PythonClasses.element("Null").path(),
          PythonClasses.element("True_").path(),
          PythonClasses.element("False_").path());

  private RepeatedConstants() {}

  /** Whether a SELECT has the same object twice. */
  static boolean areIn(Reshaping select) {
    List<Object> constants = items(select).stream().filter(RepeatedConstants::isConstant).toList();
    return constants.size() > identities(constants).size();
  }

  /** Leaves the first of each object, all that 1.3 fetches. */
  static void leaveOnce(Reshaping select) {
    put(select, repeated -> List.of());
  }

  /** Makes each an object of its own, which 1.3 fetches, too. */
  static void setApart(Reshaping select) {
    if (areIn(select)) {
      put(select, repeated -> List.of(new Reshaping(repeated).done()));
    }
  }

  private static void put(Reshaping select, Function<PyObject, List<Object>> repeated) {
    Set<Object> met = identities(List.of());
    select.put(
        COLUMNS,
        new PyList(
            items(select).stream()
                .flatMap(
                    each ->
                        met.add(each) || !isConstant(each)
                            ? Stream.of(each)
                            : repeated.apply((PyObject) each).stream())
                .toList()));
  }

  private static boolean isConstant(Object column) {
    return column instanceof PyObject object
        && CONSTANTS.contains(PythonClasses.canonical(object.className()));
  }

  private static List<Object> items(Reshaping select) {
    Object columns = select.get(COLUMNS);
    return columns == null ? List.of() : PythonItems.ofNode(columns);
  }

  private static Set<Object> identities(List<Object> of) {
    Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(of);
    return all;
  }
}
