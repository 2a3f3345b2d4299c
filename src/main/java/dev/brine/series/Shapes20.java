package dev.brine.series;

import dev.brine.expr.GenericFunction;
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

  static final List<SeriesShape> ALL = FUNCTIONS;

  private Shapes20() {}
}
