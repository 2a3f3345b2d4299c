package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.schema.TypeName;
import dev.brine.shape.TypeClasses;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a series other than 2.0 writes the objects of a class.
 *
 * @param className the path of the class, or of the function that makes them, in 2.0
 * @param change gives the object in that series' shape; what it holds is still in the shape of 2.0,
 *     as each object is changed when it is reached
 */
record SeriesShape(String className, Function<PyObject, Object> change) {

  SeriesShape {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(change, "change");
  }

  /** Of objects whose state differs, or whose class. */
  static SeriesShape of(PyGlobal cls, Consumer<Reshaping> step) {
    return new SeriesShape(
        cls.path(),
        object -> {
          Reshaping reshaping = new Reshaping(object);
          step.accept(reshaping);
          return reshaping.done();
        });
  }

  /** Of a type and those below it. */
  static Stream<SeriesShape> ofTypes(TypeName ancestor, Consumer<Reshaping> step) {
    return Stream.of(TypeName.values())
        .filter(name -> name.isA(ancestor))
        .map(name -> of(TypeClasses.python(name), step));
  }
}
