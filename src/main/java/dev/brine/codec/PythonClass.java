package dev.brine.codec;

import dev.brine.pickle.PyObject;
import dev.brine.schema.TypeName;
import dev.brine.series.ReshapingRules;
import dev.brine.shape.ClassCache;
import dev.brine.shape.DroppableKeys;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.TypeClasses;
import org.jspecify.annotations.Nullable;

/**
 * All that the codec knows of a Python class. Immutable and thread-safe.
 *
 * @param path where it is in SQLAlchemy 2.0
 * @param isAnnotated whether it is one of those that are made for annotated copies
 * @param codec how an element is made of it; null for a class that is none of an element
 * @param droppable the keys of its state that say nothing
 * @param rules how other series' objects of it become those of 2.0
 * @param type which of SQLAlchemy's types it is; null for any other class
 */
record PythonClass(
    String path,
    boolean isAnnotated,
    @Nullable NodeCodec<?> codec,
    DroppableKeys droppable,
    ReshapingRules rules,
    @Nullable TypeName type) {

  private static final ClassCache<PythonClass> CLASSES = new ClassCache<>(PythonClass::find);

  private static PythonClass find(String path) {
    String canonical = PythonClasses.canonical(path);
    return new PythonClass(
        canonical,
        canonical.startsWith(PythonClasses.ANNOTATED),
        NodeCodecs.ofClass(canonical),
        DroppableKeys.of(canonical),
        ReshapingRules.of(path),
        TypeClasses.byPath(canonical));
  }

  static PythonClass of(PyObject object) {
    return at(object.className());
  }

  /** The class at a path of any series. */
  static PythonClass at(String path) {
    return CLASSES.get(path);
  }
}
