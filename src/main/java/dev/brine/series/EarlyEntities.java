package dev.brine.series;

import dev.brine.error.Wording;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.TableRef;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Table;
import dev.brine.shape.Dicts;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Query up to 1.3 selects (rel_0_6_9 to rel_1_3_24, {@code orm/query.py}): an object around
 * each class and column, of which 2.0 keeps what is inside.
 */
final class EarlyEntities {

  static final String MAPPER_ENTITY = "sqlalchemy.orm.query._MapperEntity";
  private static final String COLUMN_ENTITY = "sqlalchemy.orm.query._ColumnEntity";
  private static final String BUNDLE_ENTITY = "sqlalchemy.orm.query._BundleEntity";

  private static final String ALIASED = OrmClasses.ALIASED_INSPECTION.path();

  private static final PyGlobal LABEL = PythonClasses.element("Label");

  private static final String MAPPER = "mapper";
  private static final String SELECTABLE = "selectable";
  private static final String POLYMORPHIC = "_with_polymorphic";
  private static final String COLUMN = "column";
  private static final String LEFT = "left";

  private EarlyEntities() {}

  /** What 2.0 has among its columns for an entity of the Query. */
  static Object column(Object node) {
    PyObject entity = object(node);
    return switch (entity.className()) {
      case MAPPER_ENTITY -> mapped(entity);
      case COLUMN_ENTITY -> columnOf(entity);
      case BUNDLE_ENTITY -> bundle(entity);
      default -> throw new NotUnderstood(Wording.a(entity.className()));
    };
  }

  private static PyObject object(Object node) {
    if (node instanceof PyObject object) {
      return object;
    }
    throw new NotUnderstood("an entity of the Query that is none");
  }

  private static Object part(PyObject object, String key) {
    Object part = object.attribute(key);
    if (part == null) {
      throw new NotUnderstood("no '" + key + "' of " + object.className());
    }
    return part;
  }

  /**
   * For each entity of the Query a list: the classes and aliases of columns that are selected
   * without them, each with what it is selected from.
   *
   * @param named those that are left out, as joins and {@code select_from()} name them
   */
  static PyList ofColumns(List<Object> entities, Set<Object> named) {
    return new PyList(entities.stream().<Object>map(each -> ofColumn(each, named)).toList());
  }

  private static PyList ofColumn(Object node, Set<Object> named) {
    PyObject entity = object(node);
    if (entity.className().equals(BUNDLE_ENTITY)) {
      return new PyList(
          PythonItems.ofNode(part(entity, "_entities")).stream()
              .flatMap(each -> PythonItems.ofNode(ofColumn(each, named)).stream())
              .toList());
    }
    Object zero = entity.attribute("entity_zero");
    Object selectable = entity.attribute(SELECTABLE);
    boolean isMissing =
        entity.className().equals(COLUMN_ENTITY) && isEntity(zero) && !named.contains(zero);
    return isMissing && zero != null && selectable != null
        ? new PyList(List.of(PyTuple.of(zero, selectable)))
        : new PyList();
  }

  /** Any other column has a table there, or nothing. */
  private static boolean isEntity(@Nullable Object zero) {
    return zero instanceof MappedEntity
        || (zero instanceof PyObject object && object.className().equals(ALIASED));
  }

  /** Whether one of the entities is selected from this, and none of them is polymorphic. */
  @SuppressWarnings("ReferenceEquality") // the very object, not one like it
  static boolean areSelectedFrom(List<Object> entities, Object from) {
    return entities.stream()
        .filter(PyObject.class::isInstance)
        .map(PyObject.class::cast)
        .filter(entity -> entity.className().equals(MAPPER_ENTITY))
        .anyMatch(entity -> entity.attribute(SELECTABLE) == from && !isPolymorphic(entity));
  }

  private static boolean isPolymorphic(PyObject entity) {
    List<Object> classes = PythonItems.of(entity.attribute(POLYMORPHIC));
    return classes != null && classes.size() > 1;
  }

  /** The mapper, the alias, or the classes below that {@code with_polymorphic()} named. */
  private static Object mapped(PyObject entity) {
    Object mapper = part(entity, MAPPER);
    if (Boolean.TRUE.equals(entity.attribute("is_aliased_class"))) {
      Object zero = entity.attribute("entity_zero");
      // Up to 0.7 the alias itself was noted as such.
      return zero instanceof PyObject ? zero : part(entity, "entity");
    }
    List<Object> classes = PythonItems.of(entity.attribute(POLYMORPHIC));
    return classes == null || classes.size() < 2 ? mapper : polymorphic(entity, mapper, classes);
  }

  /** {@code Query.with_polymorphic()}, which names no other entity for it. */
  private static PyObject polymorphic(PyObject entity, Object mapper, List<Object> classes) {
    Object discriminator = entity.attribute("_polymorphic_discriminator");
    return PyObject.newObject(OrmClasses.ALIASED_INSPECTION)
        .build(
            new PyDict()
                .put(MAPPER, mapper)
                .put("alias", part(entity, SELECTABLE))
                .put("with_polymorphic_mappers", new PyList(classes))
                .put(
                    "with_polymorphic_discriminator",
                    Objects.requireNonNullElse(discriminator, PyNone.NONE))
                .put("use_mapper_path", true));
  }

  /** What was asked for; the Query labeled what has no name. */
  private static Object columnOf(PyObject entity) {
    Object column = part(entity, COLUMN);
    Object asked = entity.attribute("expr");
    boolean isLabel =
        column instanceof PyObject label
            && PythonClasses.canonical(label.className()).equals(LABEL.path());
    return isLabel && asked instanceof PyObject ? asked : column;
  }

  private static Object bundle(PyObject entity) {
    PyObject bundle = object(part(entity, "bundle"));
    List<Object> columns =
        PythonItems.ofNode(part(entity, "_entities")).stream().map(EarlyEntities::column).toList();
    return PyObject.newObject(OrmClasses.BUNDLE)
        .build(
            new PyDict()
                .put("name", part(bundle, "name"))
                .put("exprs", new PyList(columns))
                .put(
                    OrmClasses.SINGLE_ENTITY,
                    Boolean.TRUE.equals(entity.attribute("supports_single_entity"))));
  }

  /**
   * What is selected from, with the entity that {@code select_from()} named in place of what that
   * is selected from itself.
   */
  static List<Object> from(List<Object> from, Object selected) {
    boolean isUnknown = selected instanceof UnmappedClass && from.size() > 1;
    return selected == PyNone.NONE || isUnknown
        ? from
        : from.stream().map(each -> withEntity(each, selected)).toList();
  }

  /** Joins were made to it one around the other. */
  private static Object withEntity(Object from, Object selected) {
    if (from instanceof PyObject join && join.className().equals(OrmClasses.JOIN.path())) {
      Object left = part(join, LEFT);
      Object entity = withEntity(left, selected);
      return entity == left
          ? join
          : new Reshaping(join).put(LEFT, entity).put("_annotations", annotations(selected)).done();
    }
    return isSelectedFrom(from, selected) ? selected : from;
  }

  /** By which later series find it through joins, and tell its rows apart. */
  private static Object annotations(Object entity) {
    return Dicts.immutable(new PyDict().put("parententity", entity));
  }

  @SuppressWarnings("ReferenceEquality") // the very object, not one like it
  private static boolean isSelectedFrom(Object from, Object entity) {
    if (from instanceof PyObject call && entity.equals(EntityCalls.selected(call))) {
      return true;
    }
    if (entity instanceof PyObject alias) {
      // In 0.8 under the other name.
      return alias.attribute("alias") == from || alias.attribute(SELECTABLE) == from;
    }
    if (entity instanceof UnmappedClass) {
      return from instanceof Table;
    }
    return entity instanceof MappedEntity mapped
        && mapped.selectable() instanceof TableRef own
        && own.table() == from;
  }
}
