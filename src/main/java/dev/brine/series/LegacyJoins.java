package dev.brine.series;

import dev.brine.expr.MappedEntity;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What 1.4's {@code Query.join()} alone could say (rel_1_4_54, {@code orm/context.py:
 * _legacy_join}): a relationship by its name, which is one of the class that was joined last, or
 * that the Query is about. Mutable, for the joins of one Query.
 */
final class LegacyJoins {

  private static final String FROM_JOINPOINT = "from_joinpoint";
  private static final int LEFT = 2;

  /** What a join says besides; None or false unless it was asked for. */
  private static final Set<String> FLAGS = Set.of("aliased", "aliased_generation");

  private final @Nullable Object subject;
  private @Nullable Object last;

  /**
   * The joins of a Query.
   *
   * @param subject the class or alias it is about; null if that is not known
   */
  LegacyJoins(@Nullable Object subject) {
    this.subject = subject;
  }

  /** The join in the shape of 2.0. */
  PyTuple modern(Object node) {
    List<Object> parts = new ArrayList<>(PythonItems.ofNode(node));
    int end = parts.size() - 1;
    if (end <= LEFT || !(parts.get(end) instanceof PyDict flags)) {
      throw new NotUnderstood("a join of another shape");
    }
    boolean isFurther = Boolean.TRUE.equals(flags.get(FROM_JOINPOINT));
    Object from = isFurther && last != null ? last : subject;
    for (int i = 0; i < LEFT; i++) {
      if (isName(parts.get(i))) {
        parts.set(i, attribute(from, Texts.of(parts.get(i))));
      }
    }
    last = target(parts.get(0));
    parts.set(end, modern(flags));
    return PyTuple.of(parts);
  }

  /**
   * The joins of 2.0's Query in the shape of 1.4's, which forgets only those when it counts its
   * rows or selects from itself, and asks only for those before it changes rows; null if one of
   * them says what it is joined to, which {@code Query.join()} cannot.
   */
  static @Nullable PyTuple early(List<Object> joins) {
    List<Object> early = new ArrayList<>();
    for (Object node : joins) {
      List<Object> parts = new ArrayList<>(PythonItems.ofNode(node));
      int end = parts.size() - 1;
      if (end <= LEFT || parts.get(LEFT) != PyNone.NONE || !(parts.get(end) instanceof PyDict of)) {
        return null;
      }
      PyDict flags = new PyDict();
      of.forEach(flags::put);
      flags.put("aliased", false).put(FROM_JOINPOINT, false);
      parts.set(end, flags.put("aliased_generation", PyNone.NONE));
      early.add(PyTuple.of(parts));
    }
    return PyTuple.of(early);
  }

  private static boolean isName(Object node) {
    return node instanceof String || node instanceof PyByteString;
  }

  private static PyObject attribute(@Nullable Object parent, String name) {
    if (parent == null) {
      throw new NotUnderstood("a join by the name of a relationship");
    }
    return PyObject.reduce(OrmClasses.ATTRIBUTE, name, PyNone.NONE, parent, PyNone.NONE);
  }

  /** What a join leads to; null if that is not known. */
  private static @Nullable Object target(Object node) {
    boolean isAttribute =
        node instanceof PyObject call && call.className().equals(OrmClasses.ATTRIBUTE.path());
    if (!isAttribute) {
      return node;
    }
    List<Object> arguments = ((PyObject) node).typeArgs().asList();
    Object parent = arguments.get(2);
    Object mapper = parent instanceof PyObject alias ? alias.attribute("mapper") : parent;
    String key = Texts.of(arguments.get(0));
    if (mapper instanceof UnmappedClass cls) {
      return cls.along(key);
    }
    return mapper instanceof MappedEntity entity ? entity.target(key) : null;
  }

  private static PyDict modern(PyDict flags) {
    PyDict modern = new PyDict();
    flags.forEach(
        (key, value) -> {
          String name = Texts.of(key);
          boolean isAsked = value != PyNone.NONE && !Boolean.FALSE.equals(value);
          if (FLAGS.contains(name) && isAsked) {
            throw new NotUnderstood("a join with " + name);
          }
          if (!FLAGS.contains(name) && !name.equals(FROM_JOINPOINT)) {
            modern.put(name, value);
          }
        });
    return modern;
  }
}
