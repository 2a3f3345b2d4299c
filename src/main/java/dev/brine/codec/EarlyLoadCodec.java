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
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loader options as 1.4 wrote them (rel_1_4_54, {@code orm/strategy_options.py}). A {@code Load}
 * keeps its elements by path, each a {@code Load} of its own; an {@code _UnboundLoad} keeps them in
 * a list, and its paths do not say which class a relationship at their end leads to, so that it is
 * understood only where the classes are mapped.
 */
final class EarlyLoadCodec {

  private static final PyGlobal UNBOUND = OrmClasses.strategy("_UnboundLoad");

  private static final String CONTEXT = "context";
  private static final String TO_BIND = "_to_bind";
  private static final String IS_CLASS = "is_class_strategy";
  private static final String IS_OPTIONS_ONLY = "is_opts_only";
  private static final String IS_CHAIN_LINK = "_is_chain_link";
  private static final String EXPRESSION = "expression";
  private static final String ANY = ":*";
  private static final String TOKEN = ":";

  private final GraphToExpr decoder;
  private final LoadElementCodec elements;

  EarlyLoadCodec(GraphToExpr decoder) {
    this.decoder = decoder;
    this.elements = new LoadElementCodec(decoder);
  }

  static boolean isUnbound(String className) {
    return className.equals(UNBOUND.path());
  }

  /** Whether a {@code Load} holds its elements by their paths. */
  static boolean holdsByPath(PyObject load) {
    List<Object> context = PythonItems.of(load.stateDict().get(CONTEXT));
    return load.stateDict().get(CONTEXT) instanceof PyDict
        || (context != null && context.stream().anyMatch(PyTuple.class::isInstance));
  }

  /** A {@code Load}; its context is pairs of {@code ("loader", path)} and a Load. */
  Load bound(NodeReader in) {
    if (in.find(CONTEXT) instanceof PyDict) {
      throw in.refuse("loader options of before 1.4");
    }
    List<LoadElement> all =
        in.each(CONTEXT, (pair, path) -> boundElement(in.itemsOf(pair, path, 2).get(1), path));
    Load load =
        new Load(
            elements.path(in.get(LoadElementCodec.PATH), in.path(LoadElementCodec.PATH)),
            all,
            in.flag(LoadElementCodec.PROPAGATES),
            List.of());
    in.ignoreOthers();
    return load;
  }

  private LoadElement boundElement(Object node, GraphPath at) {
    NodeReader in = decoder.part(node, OrmClasses.LOAD, at);
    LoaderPath path = elements.path(in.get(LoadElementCodec.PATH), in.path(LoadElementCodec.PATH));
    Object ofType = in.find(LoadElementCodec.OF_TYPE);
    List<Step> steps = path.steps();
    boolean isNarrowed = ofType instanceof MappedEntity && steps.size() > 1;
    LoadElement element =
        element(
            in,
            path,
            isNarrowed ? (MappedEntity) Objects.requireNonNull(ofType) : null,
            isNarrowed ? new LoaderPath(steps.subList(0, steps.size() - 1)) : null);
    in.find(CONTEXT);
    in.finish();
    return element;
  }

  /** An {@code _UnboundLoad}: all it binds, each once. */
  ExecutableOption unbound(NodeReader in) {
    List<NodeReader> parts = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    in.each(TO_BIND, (node, at) -> seen.add(node) && parts.add(decoder.part(node, UNBOUND, at)));
    // What holds the parts repeats the last of them.
    in.ignoreOthers();
    MappedEntity start =
        parts.stream().map(this::start).filter(Objects::nonNull).findFirst().orElse(null);
    if (start == null) {
      if (parts.size() != 1) {
        throw in.refuse("loader options that name no class");
      }
      return wildcard(parts.get(0));
    }
    List<LoadElement> all = parts.stream().map(part -> unboundElement(part, start)).toList();
    return new Load(
        all.get(all.size() - 1).path(),
        all,
        all.stream().anyMatch(LoadElement::propagates),
        List.of());
  }

  /** The class by which a path starts; null if it starts with a token. */
  private @Nullable MappedEntity start(NodeReader in) {
    List<Object> tokens = tokens(in);
    Object first = tokens.isEmpty() ? PyNone.NONE : tokens.get(0);
    if (first instanceof MappedEntity entity) {
      return entity;
    }
    return first instanceof PyTuple step
        ? mapped(step.get(0), in.path(LoadElementCodec.PATH))
        : null;
  }

  private static List<Object> tokens(NodeReader in) {
    return in.itemsOf(in.get(LoadElementCodec.PATH), in.path(LoadElementCodec.PATH));
  }

  private MappedEntity mapped(Object node, GraphPath path) {
    return decoder.entities().mapped(decoder.cast(PyGlobal.class, "a class", node, path));
  }

  private WildcardLoad wildcard(NodeReader in) {
    List<String> path = in.texts(LoadElementCodec.PATH);
    if (path.size() != 1 || !path.get(0).contains(TOKEN)) {
      throw in.refuse("a loader option by the name of an attribute");
    }
    WildcardLoad load = new WildcardLoad(path, elements.strategy(in), elements.options(in));
    in.ignoreOthers();
    return load;
  }

  private LoadElement unboundElement(NodeReader in, MappedEntity start) {
    List<Step> steps = new ArrayList<>();
    MappedEntity reached = start;
    MappedEntity narrowed = null;
    for (Object token : tokens(in)) {
      GraphPath at = in.path(LoadElementCodec.PATH);
      if (token instanceof MappedEntity entity) {
        reached = entity;
      } else if (token instanceof PyTuple step) {
        MappedEntity from = mapped(step.get(0), at);
        String key = decoder.text(step.get(1), at);
        boolean isNarrowed = step.size() > 2 && step.get(2) != PyNone.NONE;
        narrowed = isNarrowed ? mapped(step.get(2), at) : null;
        steps.add(new Step(from, key));
        reached = narrowed != null ? narrowed : from.target(key);
      } else {
        steps.add(new Step(known(reached, in), decoder.text(token, at)));
        narrowed = null;
        reached = null;
      }
    }
    LoaderPath before = new LoaderPath(steps);
    if (reached != null) {
      steps.add(new Step(reached, null));
    } else if (before.steps().isEmpty() || isAlongRelationship(in, before)) {
      throw in.refuse("a loader option along a relationship of a class that is not mapped");
    }
    return element(in, new LoaderPath(steps), narrowed, narrowed == null ? null : before);
  }

  private static MappedEntity known(@Nullable MappedEntity entity, NodeReader in) {
    if (entity == null) {
      throw in.refuse("a loader option along a relationship of a class that is not mapped");
    }
    return entity;
  }

  /** Whether what it is about can only be a relationship. */
  private boolean isAlongRelationship(NodeReader in, LoaderPath path) {
    String key = path.steps().get(path.steps().size() - 1).key();
    boolean isToken = key != null && key.contains(TOKEN);
    return !isToken && (in.flag(IS_OPTIONS_ONLY) || elements.strategy(in).containsKey("lazy"));
  }

  private LoadElement element(
      NodeReader in,
      LoaderPath path,
      @Nullable MappedEntity ofType,
      @Nullable LoaderPath polymorphicPath) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>(elements.options(in));
    List<ColumnElement> criteria = new ArrayList<>(in.columns(LoadElementCodec.CRITERIA));
    // 2.0 keeps it with the criteria.
    if (options.get(EXPRESSION) instanceof ColumnElement expression) {
      options.remove(EXPRESSION);
      criteria.add(expression);
    }
    LoadElement element =
        new LoadElement(
            kind(in, path),
            path,
            elements.strategy(in),
            options,
            criteria,
            in.flag(LoadElementCodec.PROPAGATES),
            in.flag(IS_OPTIONS_ONLY) ? true : null,
            ofType,
            polymorphicPath);
    in.find(IS_CHAIN_LINK);
    in.find(LoadElementCodec.OF_TYPE);
    in.find(TO_BIND);
    return element;
  }

  private static Kind kind(NodeReader in, LoaderPath path) {
    if (in.flag(IS_CLASS)) {
      return Kind.CLASS;
    }
    String key = path.steps().get(path.steps().size() - 1).key();
    return key != null && key.endsWith(ANY) ? Kind.TOKEN : Kind.ATTRIBUTE;
  }
}
