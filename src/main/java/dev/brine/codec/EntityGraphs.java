package dev.brine.codec;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.Bundle;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What entities are in a graph that is being written: in a select list another object than as the
 * owner of an attribute, and another again when dumped alone. One for each graph.
 */
final class EntityGraphs {

  private static final PyGlobal CLAUSE_LIST = PythonClasses.element("ClauseList");

  /** An aliased class is two objects, which refer to each other. */
  private record Pair(PyObject inspection, PyObject cls) {}

  private final ExprToGraph out;
  private final IdentityHashMap<AliasedEntity, Pair> aliases = new IdentityHashMap<>();
  private final IdentityHashMap<Bundle, PyObject> bundles = new IdentityHashMap<>();

  EntityGraphs(ExprToGraph out) {
    this.out = out;
  }

  /** A mapper, or the inspection of an alias: what annotations and options refer to. */
  Object subject(OrmEntity entity) {
    return entity instanceof AliasedEntity aliased ? inspection(aliased) : entity.entity();
  }

  /** An aliased class as FROM element: its alias with notes of what it is. */
  Object clause(AliasedEntity entity) {
    return Annotations.annotated(
        out.element(entity.alias()),
        new PyDict()
            .put("parentmapper", entity.entity())
            .put("parententity", inspection(entity))
            .put("entity_namespace", inspection(entity)));
  }

  /** The {@code AliasedInsp}. */
  PyObject inspection(AliasedEntity entity) {
    return pair(entity).inspection();
  }

  /** The {@code AliasedClass}. */
  PyObject aliasedClass(AliasedEntity entity) {
    return pair(entity).cls();
  }

  private Pair pair(AliasedEntity entity) {
    Pair known = aliases.get(entity);
    return known != null ? known : make(entity);
  }

  private Pair make(AliasedEntity entity) {
    PyObject inspection = PyObject.newObject(OrmClasses.ALIASED_INSPECTION);
    PyObject cls = PyObject.newObject(OrmClasses.ALIASED_CLASS);
    Pair pair = new Pair(inspection, cls);
    aliases.put(entity, pair);
    cls.build(
        new PyDict()
            .put("__name__", "aliased(%s)".formatted(entity.entity().simpleName()))
            .put("_aliased_insp", inspection));
    AliasedEntity base = entity.base();
    List<Object> polymorphic = List.copyOf(entity.polymorphic());
    inspection.build(
        new PyDict()
            .put("entity", cls)
            .put("mapper", entity.entity())
            .put("alias", out.element(entity.alias()))
            .put("name", entity.name() == null ? PyNone.NONE : entity.name())
            .put("adapt_on_names", entity.adaptsOnNames())
            .put("with_polymorphic_mappers", new PyList(polymorphic))
            .put(
                "with_polymorphic_discriminator",
                entity.discriminator() == null ? PyNone.NONE : out.element(entity.discriminator()))
            .put("base_alias", base == null ? inspection : inspection(base))
            .put("use_mapper_path", entity.usesMapperPath())
            .put("represents_outer_join", entity.isOuterJoin())
            .put("nest_adapters", entity.nestsAdapters()));
    return pair;
  }

  /** A bundle among what is selected: its parts with a note of it. */
  Object clause(Bundle bundle) {
    PyObject object = bundle(bundle);
    List<Object> parts =
        bundle.expressions().stream()
            .map(each -> each instanceof Bundle nested ? bundle(nested) : out.element(each))
            .toList();
    PyObject list =
        new NodeWriter(out)
            .operator("operator", StandardOperator.COMMA)
            .put("group", false)
            .put("group_contents", true)
            .put("clauses", new PyList(parts))
            .make(CLAUSE_LIST);
    PyDict notes = notes(bundle.composite());
    if (notes.isEmpty()) {
      notes.put(BundleCodec.ENTITY_NAMESPACE, object);
    }
    return Annotations.annotated(list, notes.put("bundle", object));
  }

  /** What is noted of the value of a composite. */
  private PyDict notes(@Nullable MappedAttribute composite) {
    if (composite == null) {
      return new PyDict();
    }
    Object owner = subject(composite.parent());
    return new PyDict()
        .put(BundleCodec.PROXY_KEY, composite.key())
        .put(BundleCodec.PROXY_OWNER, owner)
        .put(BundleCodec.ENTITY_NAMESPACE, owner);
  }

  /** The {@code Bundle}, by a call that files its parts by their names. */
  PyObject bundle(Bundle bundle) {
    PyObject known = bundles.get(bundle);
    if (known != null) {
      return known;
    }
    List<Object> parts = new ArrayList<>();
    bundle
        .expressions()
        .forEach(
            each -> parts.add(each instanceof Bundle nested ? bundle(nested) : out.element(each)));
    MappedAttribute composite = bundle.composite();
    PyDict state = new PyDict();
    if (bundle.isSingleEntity()) {
      state.put(OrmClasses.SINGLE_ENTITY, true);
    }
    PyObject object;
    if (composite == null) {
      parts.add(0, bundle.name());
      object = PyObject.reduce(OrmClasses.BUNDLE, parts.toArray());
    } else {
      MappedClass parent = new MappedClass(composite.parent().entity());
      Object property = new MappedProperty(parent, composite.key());
      object = PyObject.reduce(OrmClasses.COMPOSITE_BUNDLE, property, PyTuple.of(parts));
      state.put(BundleCodec.ANNOTATIONS, Dicts.immutable(notes(composite)));
    }
    if (!state.isEmpty()) {
      object.build(state);
    }
    bundles.put(bundle, object);
    return object;
  }
}
