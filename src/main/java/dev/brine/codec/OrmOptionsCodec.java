package dev.brine.codec;

import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.OrmOptions.MemoizedEntities;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ORM must know of a statement (rel_2_0_58, {@code sql/base.py}, {@code orm/context.py}).
 */
final class OrmOptionsCodec {

  private static final String PROPAGATED = "_propagate_attrs";
  private static final String PLUGIN = "compile_state_plugin";
  private static final String ORM = "orm";
  private static final String SUBJECT = "plugin_subject";
  private static final String WITH_OPTIONS = "_with_options";
  private static final String COMPILE = "_compile_options";
  private static final String LOAD = "load_options";
  private static final String MEMOIZED = "_memoized_select_entities";

  /**
   * Options of 1.4 that 2.0 does without, or that were read (rel_1_4_54, {@code orm/context.py}).
   */
  private static final Set<String> GONE =
      Set.of("_orm_only_from_obj_alias", "_with_polymorphic_adapt_map");

  private OrmOptionsCodec() {}

  static OrmOptions read(NodeReader in) {
    PyDict propagated = in.dict(PROPAGATED);
    // Python 2 writes byte strings.
    Map<String, Object> named = new LinkedHashMap<>();
    propagated.forEach((key, value) -> named.put(Texts.of(key), value));
    Object subject = named.get(SUBJECT);
    boolean isOrm =
        named.containsKey(PLUGIN)
            && ORM.equals(Texts.of(Objects.requireNonNull(named.get(PLUGIN))));
    return new OrmOptions(
        isOrm,
        isOrm ? subject(subject, in) : null,
        LoaderOptionCodec.readAll(in, WITH_OPTIONS),
        options(in, COMPILE, OrmClasses.COMPILE_OPTIONS),
        options(in, LOAD, OrmClasses.LOAD_OPTIONS),
        in.each(MEMOIZED, (node, path) -> memoized(in, node, path)));
  }

  private static @Nullable OrmEntity subject(@Nullable Object subject, NodeReader in) {
    return subject == null || subject == PyNone.NONE
        ? null
        : in.decoder().entity(subject, in.path(SUBJECT));
  }

  /** Those that differ from the class's own. */
  private static Map<String, @Nullable Object> options(NodeReader in, String key, PyGlobal cls) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    // The class itself stands for no change.
    if (in.find(key) instanceof PyObject object) {
      if (!PythonClasses.canonical(object.className()).equals(cls.path())) {
        throw in.refuse("state key '" + key + "'");
      }
      object
          .stateDict()
          .forEach(
              (name, node) -> {
                if (GONE.contains(Texts.of(name))) {
                  return;
                }
                Object value = node == PyNone.NONE ? null : in.decoder().value(node);
                if (value instanceof PyNode) {
                  throw in.refuse("the option '" + name + "'");
                }
                options.put(in.decoder().text(name, in.path(key)), value);
              });
    }
    return options;
  }

  private static MemoizedEntities memoized(NodeReader in, Object node, GraphPath path) {
    NodeReader part = in.decoder().part(node, PythonClasses.MEMOIZED_ENTITIES, path);
    MemoizedEntities read =
        new MemoizedEntities(
            part.elements("_raw_columns"),
            part.each("_setup_joins", (join, at) -> SelectCodec.setupJoin(part, join, at)),
            LoaderOptionCodec.readAll(part, WITH_OPTIONS));
    part.dict(PROPAGATED);
    part.finish();
    return read;
  }

  static NodeWriter write(OrmOptions options, NodeWriter state, ExprToGraph out) {
    if (options.isOrm()) {
      state.put(PROPAGATED, propagated(options.subject(), out));
    }
    LoaderOptionCodec.write(options.loaderOptions(), WITH_OPTIONS, state, out);
    put(COMPILE, OrmClasses.COMPILE_OPTIONS, options.compileOptions(), state, out);
    put(LOAD, OrmClasses.LOAD_OPTIONS, options.loadOptions(), state, out);
    if (!options.memoized().isEmpty()) {
      state.put(
          MEMOIZED, PyTuple.of(options.memoized().stream().map(each -> write(each, out)).toList()));
    }
    return state;
  }

  private static Object propagated(@Nullable OrmEntity subject, ExprToGraph out) {
    return Dicts.immutable(
        new PyDict()
            .put(PLUGIN, ORM)
            .put(SUBJECT, subject == null ? PyNone.NONE : out.entities().subject(subject)));
  }

  private static void put(
      String key,
      PyGlobal cls,
      Map<String, @Nullable Object> options,
      NodeWriter state,
      ExprToGraph out) {
    if (!options.isEmpty()) {
      PyDict dict = new PyDict();
      options.forEach((name, value) -> dict.put(name, out.value(value)));
      state.put(key, PyObject.newObject(cls).build(dict));
    }
  }

  private static Object write(MemoizedEntities entities, ExprToGraph out) {
    // Python's class has no default for any of these.
    NodeWriter state =
        new NodeWriter(out)
            .put("_raw_columns", new PyList(out.elements(entities.columns())))
            .put("_setup_joins", SelectCodec.write(entities.setupJoins(), out))
            .put(WITH_OPTIONS, PyTuple.of(List.of()));
    return LoaderOptionCodec.write(entities.loaderOptions(), WITH_OPTIONS, state, out)
        .make(PythonClasses.MEMOIZED_ENTITIES);
  }
}
