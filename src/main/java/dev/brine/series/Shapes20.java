package dev.brine.series;

import dev.brine.expr.GenericFunction;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.PythonClasses;
import java.util.List;
import java.util.stream.Stream;

/** How 2.0, and what else has not the words of 2.1, says what is new there (rel_2_1_0b3). */
final class Shapes20 {

  /** Functions that 2.1 alone has classes for are functions like any. */
  static final List<SeriesShape> FUNCTIONS =
      Stream.of(GenericFunction.values())
          .filter(GenericFunction::isNewer)
          .map(
              function ->
                  SeriesShape.of(
                      FunctionClasses.python(function),
                      call ->
                          call.put("name", function.functionName())
                              .become(PythonClasses.function("Function"))))
          .toList();

  private static final PyGlobal OVER = PythonClasses.element("Over");

  /** The last one of them is what a frame leaves out. */
  private static final int ARGUMENTS_OF_OVER = 6;

  static final List<SeriesShape> ALL =
      Stream.concat(
              FUNCTIONS.stream(),
              Stream.of(new SeriesShape(OVER.path(), over -> refuseExclude(over, Refusals.V2_0))))
          .toList();

  private Shapes20() {}

  /**
   * A window function, unless its frame leaves out rows that lie in it.
   *
   * @throws dev.brine.error.UnsupportedConstructException if it does
   */
  static PyObject refuseExclude(PyObject over, Refusals refusals) {
    refusals.checkIf(over.typeArgs().size() > ARGUMENTS_OF_OVER, "Frame.exclude");
    return over;
  }
}
