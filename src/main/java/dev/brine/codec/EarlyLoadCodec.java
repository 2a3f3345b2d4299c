package dev.brine.codec;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Load;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoadElement.Kind;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.LoaderPath.Step;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.WildcardLoad;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.EarlyLoadState;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PathTokens;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loader options from 0.9 to 1.4 (rel_1_4_54, {@code orm/strategy_options.py}). A {@code Load}
 * keeps its elements by path, each a {@code Load} of its own; an {@code _UnboundLoad} keeps them in
 * a list, and its paths do not say which class a relationship at their end leads to, so that it is
 * understood only where the classes are mapped.
 */
public final class EarlyLoadCodec {

  private static final String ANY = ":*";

  private final GraphToExpr decoder;
  private final Supplier<@Nullable MappedEntity> root;
  private final LoadElementCodec elements;

  /**
   * For the options of one statement.
   *
   * @param root the class that attributes are of that an option gives by their names alone
   */
  EarlyLoadCodec(GraphToExpr decoder, Supplier<@Nullable MappedEntity> root) {
    this.decoder = decoder;
    this.root = root;
    this.elements = new LoadElementCodec(decoder);
  }

  static boolean isUnbound(String className) {
    return className.equals(EarlyLoadState.UNBOUND.path());
  }

  /** Whether an option is one of before 2.0. */
  static boolean isEarly(Object node) {
    return node instanceof PyObject option
        && (isUnbound(option.className())
            || (option.className().equals(OrmClasses.LOAD.path()) && holdsByPath(option)));
  }

  /** Whether a {@code Load} holds its elements by their paths. */
  static boolean holdsByPath(PyObject load) {
    List<Object> context = PythonItems.of(load.stateDict().get(EarlyLoadState.CONTEXT));
    return load.stateDict().get(EarlyLoadState.CONTEXT) instanceof PyDict
        || load.stateDict().get(EarlyLoadState.CONTEXT) instanceof PyObject
        || (context != null && context.stream().anyMatch(PyTuple.class::isInstance));
  }

  /**
   * A {@code Load}; its context is pairs of {@code ("loader", path)} and a Load, in a dict up to
   * 1.2.
   */
  Load bound(NodeReader in) {
    GraphPath at = in.path(EarlyLoadState.CONTEXT);
    List<LoadElement> all = new ArrayList<>();
    contextOf(in).forEach(node -> all.add(boundElement(node, at)));
    // The dicts of that time have no order.
    all.sort(Comparator.comparingInt(element -> element.path().steps().size()));
    Load load =
        new Load(
            elements.path(in.get(LoadElementState.PATH), in.path(LoadElementState.PATH)),
            all,
            in.flag(LoadElementState.PROPAGATES),
            List.of());
    in.ignoreOthers();
    return load;
  }

  private static List<Object> contextOf(NodeReader in) {
    Object context = in.get(EarlyLoadState.CONTEXT);
    if (context instanceof PyDict dict) {
      List<Object> values = new ArrayList<>();
      dict.forEach((key, value) -> values.add(value));
      return values;
    }
    boolean isOrdered = context instanceof PyObject object && !object.typeArgs().isEmpty();
    Object pairs = isOrdered ? ((PyObject) context).typeArgs().get(0) : context;
    return PythonItems.ofNode(pairs).stream()
        .map(pair -> in.itemsOf(pair, in.path(EarlyLoadState.CONTEXT), 2).get(1))
        .toList();
  }

  private LoadElement boundElement(Object node, GraphPath at) {
    NodeReader in = decoder.part(node, OrmClasses.LOAD, at);
    LoaderPath path = elements.path(in.get(LoadElementState.PATH), in.path(LoadElementState.PATH));
    Object ofType = in.find(LoadElementState.OF_TYPE);
    List<Step> steps = path.steps();
    boolean isNarrowed = ofType instanceof MappedEntity && steps.size() > 1;
    LoadElement element =
        element(
            in,
            path,
            isNarrowed ? (MappedEntity) Objects.requireNonNull(ofType) : null,
            isNarrowed ? new LoaderPath(steps.subList(0, steps.size() - 1)) : null);
    in.find(EarlyLoadState.CONTEXT);
    in.finish();
    return element;
  }

  /** An {@code _UnboundLoad}: all it binds, each once. */
  ExecutableOption unbound(NodeReader in) {
    List<NodeReader> parts = parts(in);
    // What holds the parts repeats the last of them.
    in.ignoreOthers();
    Optional<String> token = parts.size() == 1 ? onlyToken(parts.get(0)) : Optional.empty();
    if (token.isPresent()) {
      return wildcard(parts.get(0));
    }
    MappedEntity start =
        parts.stream().map(this::start).filter(Objects::nonNull).findFirst().orElseGet(root);
    List<LoadElement> all = parts.stream().map(part -> unboundElement(part, start)).toList();
    if (all.isEmpty()) {
      return ofNothing(in);
    }
    return new Load(
        all.get(all.size() - 1).path(),
        all,
        all.stream().anyMatch(LoadElement::propagates),
        List.of());
  }

  /** {@code defaultload()} of a relationship, of which nothing more is said. */
  private Load ofNothing(NodeReader in) {
    MappedEntity start = start(in);
    LoadElement only = unboundElement(in, start == null ? root.get() : start);
    return new Load(only.path(), List.of(), only.propagates(), List.of());
  }

  /** The elements of a chain; up to 1.1 they were a set, of which the longer ones come last. */
  private List<NodeReader> parts(NodeReader in) {
    List<NodeReader> parts = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object node : PythonItems.ofNode(in.get(EarlyLoadState.TO_BIND))) {
      if (seen.add(node)) {
        parts.add(decoder.part(node, EarlyLoadState.UNBOUND, in.path(EarlyLoadState.TO_BIND)));
      }
    }
    if (!(in.get(EarlyLoadState.TO_BIND) instanceof PyList)) {
      parts.sort(Comparator.comparingInt(part -> tokens(part).size()));
    }
    return parts;
  }

  /** The class by which a path starts; null if it starts with a token. */
  private @Nullable MappedEntity start(NodeReader in) {
    List<Object> tokens = tokens(in);
    Object first = tokens.isEmpty() ? PyNone.NONE : tokens.get(0);
    if (first instanceof MappedEntity entity) {
      return entity;
    }
    return first instanceof PyTuple step
        ? mapped(step.get(0), in.path(LoadElementState.PATH))
        : null;
  }

  private static List<Object> tokens(NodeReader in) {
    return in.itemsOf(in.get(LoadElementState.PATH), in.path(LoadElementState.PATH));
  }

  private MappedEntity mapped(Object node, GraphPath path) {
    return decoder.entities().mapped(decoder.cast(PyGlobal.class, "a class", node, path));
  }

  /** The wildcard that is all of a path. */
  private Optional<String> onlyToken(NodeReader in) {
    List<Object> tokens = tokens(in);
    boolean isText =
        tokens.size() == 1
            && (tokens.get(0) instanceof String || tokens.get(0) instanceof PyByteString);
    return isText
        ? Optional.of(Texts.of(tokens.get(0))).filter(PathTokens::isWildcard)
        : Optional.empty();
  }

  private WildcardLoad wildcard(NodeReader in) {
    WildcardLoad load =
        new WildcardLoad(
            in.texts(LoadElementState.PATH), elements.strategy(in), elements.options(in));
    in.ignoreOthers();
    return load;
  }

  private LoadElement unboundElement(NodeReader in, @Nullable MappedEntity start) {
    EarlyLoadPath path =
        new EarlyLoadPath(decoder, in.path(LoadElementState.PATH), start).along(tokens(in));
    boolean isAlongRelationship =
        in.flag(EarlyLoadState.IS_OPTIONS_ONLY) || elements.strategy(in).containsKey("lazy");
    MappedEntity narrowed = path.narrowed();
    return element(
        in, path.whole(isAlongRelationship), narrowed, narrowed == null ? null : path.before());
  }

  private LoadElement element(
      NodeReader in,
      LoaderPath path,
      @Nullable MappedEntity ofType,
      @Nullable LoaderPath polymorphicPath) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>(elements.options(in));
    List<ColumnElement> criteria = LoadCriteria.read(in, options, path, true);
    LoadElement element =
        new LoadElement(
            kind(in, path),
            path,
            elements.strategy(in),
            options,
            criteria,
            in.flag(LoadElementState.PROPAGATES),
            in.flag(EarlyLoadState.IS_OPTIONS_ONLY) ? true : null,
            ofType,
            polymorphicPath);
    in.find(EarlyLoadState.IS_CHAIN_LINK);
    in.find(LoadElementState.OF_TYPE);
    in.find(EarlyLoadState.TO_BIND);
    return element;
  }

  private static Kind kind(NodeReader in, LoaderPath path) {
    if (in.flag(EarlyLoadState.IS_CLASS)) {
      return Kind.CLASS;
    }
    String key = path.steps().get(path.steps().size() - 1).key();
    return key != null && key.endsWith(ANY) ? Kind.TOKEN : Kind.ATTRIBUTE;
  }
}
