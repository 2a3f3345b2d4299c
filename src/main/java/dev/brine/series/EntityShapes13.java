package dev.brine.series;

import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PersistentId;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Mapped classes, their aliases and their attributes in 1.3 (rel_1_3_24, {@code orm/util.py}). An
 * alias is made by its constructor, whose result differs from one patch level to the next.
 */
final class EntityShapes13 {

  private static final PyGlobal BUNDLE = new PyGlobal("sqlalchemy.orm.query", "Bundle");

  private static final String INSPECTION = "_aliased_insp";
  private static final String BASE = "base_alias";
  private static final String MAPPER = "mapper";
  private static final String PARENT = "parententity";
  private static final String BUNDLE_NOTE = "bundle";

  static final List<SeriesShape> ALL =
      List.of(
          new SeriesShape(OrmClasses.ALIASED_CLASS.path(), EntityShapes13::aliasedClass),
          new SeriesShape(
              OrmClasses.ALIASED_INSPECTION.path(),
              inspection -> PyObject.reduce(EntityCalls.INSPECT, part(inspection, "entity"))),
          new SeriesShape(OrmClasses.ATTRIBUTE.path(), EntityShapes13::attribute),
          new SeriesShape(OrmClasses.BUNDLE.path(), EntityShapes13::bundle),
          new SeriesShape(PythonClasses.IMMUTABLE_DICT.path(), EntityShapes13::notes),
          SeriesShape.of(OrmClasses.JOIN, EntityShapes13::join));

  private EntityShapes13() {}

  private static Object part(PyObject object, String key) {
    return Objects.requireNonNull(object.attribute(key), key);
  }

  /** What is selected from where a class stands among FROM elements: there is no id for it. */
  static PyObject selectable(MappedClass mapped) {
    return Calls.attribute(mapped.entity(), EntityCalls.SELECTABLE);
  }

  /** What a Query takes for an entity, a column or a bundle. */
  static Object entity(Object node) {
    if (node instanceof MappedClass mapped) {
      return mapped.entity();
    }
    PyDict notes = notesOf(node);
    Object bundle = notes.get(BUNDLE_NOTE);
    if (bundle != null) {
      return bundle;
    }
    return notes.get(PARENT) instanceof PyObject inspection && isAliasOf(node, inspection)
        ? part(inspection, "entity")
        : node;
  }

  /** The notes of an annotated copy; none of anything else. */
  private static PyDict notesOf(Object node) {
    boolean isAnnotated =
        node instanceof PyObject object
            && object.className().startsWith(PythonClasses.ANNOTATED)
            && object.args().size() == 2;
    return isAnnotated && ((PyObject) node).args().get(1) instanceof PyObject dict
        ? Dicts.of(dict)
        : new PyDict();
  }

  @SuppressWarnings("ReferenceEquality") // the very alias, not one like it
  private static boolean isAliasOf(Object annotated, PyObject inspection) {
    return ((PyObject) annotated).args().get(0) == inspection.attribute("alias");
  }

  @SuppressWarnings("ReferenceEquality") // An alias is its own base unless it is part of another.
  private static Object aliasedClass(PyObject cls) {
    if (!(cls.attribute(INSPECTION) instanceof PyObject inspection)) {
      return cls;
    }
    MappedEntity mapper = (MappedEntity) part(inspection, MAPPER);
    if (inspection.attribute(BASE) instanceof PyObject base && base != inspection) {
      return Calls.attribute(part(base, "entity"), mapper.simpleName());
    }
    List<Object> arguments = new ArrayList<>();
    arguments.add(mapper);
    arguments.add(part(inspection, "alias"));
    arguments.add(part(inspection, "name"));
    arguments.add(false);
    arguments.add(part(inspection, "adapt_on_names"));
    List<Object> polymorphic = PythonItems.ofNode(part(inspection, "with_polymorphic_mappers"));
    boolean isOuter = Boolean.TRUE.equals(inspection.attribute("represents_outer_join"));
    boolean usesMapper = Boolean.TRUE.equals(inspection.attribute("use_mapper_path"));
    if (polymorphic.size() > 1 || isOuter || usesMapper) {
      arguments.add(new PyList(polymorphic));
      arguments.add(part(inspection, "with_polymorphic_discriminator"));
      arguments.add(PyNone.NONE);
      arguments.add(usesMapper);
      arguments.add(isOuter);
    }
    return PyObject.reduce(OrmClasses.ALIASED_CLASS, arguments.toArray());
  }

  /** Of a class by its id, of an alias by its name. */
  private static Object attribute(PyObject call) {
    List<Object> arguments = call.args().asList();
    String key = (String) arguments.get(0);
    return arguments.get(2) instanceof MappedEntity
        ? new PersistentId.OfAttribute((PyGlobal) arguments.get(1), key)
        : Calls.attribute(arguments.get(3), key);
  }

  private static PyObject bundle(PyObject call) {
    PyObject made = PyObject.reduce(BUNDLE, call.args().asList().toArray());
    PyDict state = call.stateDict();
    return state.isEmpty() ? made : made.build(state);
  }

  /**
   * What is known of an alias refers to it weakly only: whatever is noted with the one must hold
   * the other.
   */
  private static PyObject notes(PyObject dict) {
    PyDict notes = Dicts.of(dict);
    if (!(notes.get(PARENT) instanceof PyObject inspection)) {
      return dict;
    }
    PyDict all = new PyDict();
    notes.forEach(all::put);
    return Dicts.immutable(all.put("aliased_class", part(inspection, "entity")));
  }

  private static void join(Reshaping object) {
    object.take("_annotations");
  }
}
