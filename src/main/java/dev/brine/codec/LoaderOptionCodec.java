package dev.brine.codec;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Load;
import dev.brine.expr.LoaderCriteria;
import dev.brine.expr.LoaderCriteria.PythonFunction;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.WildcardLoad;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.series.EarlyOptions;
import dev.brine.series.LoadCalls;
import dev.brine.series.SupersededLoads;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loader options (rel_2_0_58, {@code orm/strategy_options.py}, {@code orm/util.py}). */
final class LoaderOptionCodec {

  private static final String COLUMNS = "_raw_columns";
  private static final String PATH = "path";
  private static final String CONTEXT = "context";
  private static final String PROPAGATES = "propagate_to_loaders";
  private static final String SOURCES = "additional_source_entities";

  private final GraphToExpr decoder;
  private final EarlyLoadCodec early;

  private LoaderOptionCodec(GraphToExpr decoder, Supplier<@Nullable MappedEntity> root) {
    this.decoder = decoder;
    this.early = new EarlyLoadCodec(decoder, root);
  }

  /** For the options of a statement. */
  static LoaderOptionCodec of(NodeReader in) {
    return new LoaderOptionCodec(in.decoder(), () -> firstEntity(in));
  }

  /** For an option by itself. */
  static LoaderOptionCodec of(GraphToExpr decoder) {
    return new LoaderOptionCodec(decoder, () -> null);
  }

  /** The class that the names of attributes are about. */
  private static @Nullable MappedEntity firstEntity(NodeReader in) {
    return in.elements(COLUMNS).stream()
        .filter(OrmEntity.class::isInstance)
        .map(entity -> ((OrmEntity) entity).entity())
        .findFirst()
        .orElse(null);
  }

  /** Whether an object is one of those that are read. */
  static boolean isOption(PyObject object) {
    return isOption(object.className()) || LoadCalls.areMade(object);
  }

  private static boolean isOption(String className) {
    return className.equals(OrmClasses.LOAD.path())
        || EarlyLoadCodec.isUnbound(className)
        || EarlyOptions.isEarly(className)
        || className.equals(OrmClasses.WILDCARD_LOAD.path())
        || className.equals(OrmClasses.LOADER_CRITERIA.path())
        || className.equals(OrmClasses.WITH_LOADER_CRITERIA.path());
  }

  /** All options of a statement, in the order in which they were given. */
  static List<ExecutableOption> readAll(NodeReader in, String key) {
    List<ExecutableOption> read = in.each(key, of(in)::read);
    List<Object> nodes = PythonItems.of(in.find(key));
    return nodes != null && nodes.stream().anyMatch(EarlyLoadCodec::isEarly)
        ? SupersededLoads.without(read)
        : read;
  }

  ExecutableOption read(Object node, GraphPath path) {
    if (!(node instanceof PyObject given) || !isOption(given)) {
      throw GraphToExpr.wrong("a loader option", node, path);
    }
    PyObject object = modern(given);
    NodeReader in = new NodeReader(decoder, object, path);
    ExecutableOption option =
        switch (in.simpleName()) {
          case "Load" -> EarlyLoadCodec.holdsByPath(object) ? early.bound(in) : load(in);
          case "_UnboundLoad" -> early.unbound(in);
          case "_WildcardLoad" -> wildcard(in);
          default -> criteria(in);
        };
    in.finish();
    return option;
  }

  private static PyObject modern(PyObject option) {
    return EarlyOptions.isEarly(option.className())
        ? EarlyOptions.modern(option)
        : LoadCalls.modern(option);
  }

  private static Load load(NodeReader in) {
    LoadElementCodec elements = new LoadElementCodec(in.decoder());
    return new Load(
        elements.path(in.get(PATH), in.path(PATH)),
        in.each(CONTEXT, elements::read),
        in.flag(PROPAGATES),
        in.each(SOURCES, in.decoder()::entity));
  }

  private static WildcardLoad wildcard(NodeReader in) {
    LoadElementCodec elements = new LoadElementCodec(in.decoder());
    in.find(PROPAGATES);
    return new WildcardLoad(in.texts(PATH), elements.strategy(in), elements.options(in));
  }

  private static LoaderCriteria criteria(NodeReader in) {
    GraphToExpr decoder = in.decoder();
    // The function that users call, as the portable form does, has one argument more.
    int includesAliases = in.className().equals(OrmClasses.WITH_LOADER_CRITERIA.path()) ? 3 : 2;
    PyGlobal cls = decoder.cast(PyGlobal.class, "a class", in.argument(0), in.argumentPath(0));
    MappedEntity entity = decoder.entities().mappedOrBase(cls);
    PyGlobal function = in.argument(1) instanceof PyGlobal name ? name : null;
    return new LoaderCriteria(
        entity,
        function == null
            ? decoder.column(in.argument(1), in.argumentPath(1))
            : decoder.entities().criteria(function, entity),
        function == null ? null : new PythonFunction(function.module(), function.name()),
        Boolean.TRUE.equals(in.argument(includesAliases)),
        Boolean.TRUE.equals(in.argument(includesAliases + 1)));
  }

  static NodeWriter write(
      List<ExecutableOption> options, String key, NodeWriter state, ExprToGraph out) {
    return options.isEmpty()
        ? state
        : state.put(key, PyTuple.of(options.stream().map(each -> write(each, out)).toList()));
  }

  /** The graph of one option. */
  static Object write(ExecutableOption option, ExprToGraph out) {
    if (option instanceof Load load) {
      return write(load, out);
    }
    return option instanceof WildcardLoad wildcard
        ? write(wildcard, out)
        : write((LoaderCriteria) option, out);
  }

  private static Object write(Load load, ExprToGraph out) {
    LoadElementWriter elements = new LoadElementWriter(out);
    List<Object> context = load.elements().stream().map(elements::write).toList();
    List<Object> sources =
        load.additionalSources().stream().map(each -> source(each, out)).toList();
    return new NodeWriter(out)
        .put(PATH, LoadElementWriter.path(load.path()))
        .put(CONTEXT, PyTuple.of(context))
        .put(PROPAGATES, load.propagates())
        .put(SOURCES, PyTuple.of(sources))
        .make(OrmClasses.LOAD);
  }

  private static Object source(OrmEntity entity, ExprToGraph out) {
    return out.entities().subject(entity);
  }

  private static Object write(WildcardLoad load, ExprToGraph out) {
    LoadElementWriter elements = new LoadElementWriter(out);
    return elements
        .put(load.strategy(), load.options(), new NodeWriter(out))
        .put(PATH, PyTuple.of(List.copyOf(load.path())))
        .make(OrmClasses.WILDCARD_LOAD);
  }

  private static Object write(LoaderCriteria option, ExprToGraph out) {
    PythonFunction function = option.function();
    ColumnElement criteria = option.criteria();
    Object condition =
        function != null
            ? new PyGlobal(function.module(), function.name())
            : out.element(java.util.Objects.requireNonNull(criteria));
    return PyObject.reduce(
        OrmClasses.LOADER_CRITERIA,
        OrmClasses.of(option.entity()),
        condition,
        option.includesAliases(),
        option.propagates());
  }
}
