package dev.brine.codec;

import dev.brine.expr.LoadElement;
import dev.brine.expr.LoadElement.Kind;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.PathTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a loader option consists of; see {@link LoaderOptionCodec}. */
final class LoadElementCodec {

  private final GraphToExpr decoder;

  LoadElementCodec(GraphToExpr decoder) {
    this.decoder = decoder;
  }

  LoadElement read(Object node, GraphPath path) {
    PyObject object = decoder.cast(PyObject.class, "an option", node, path);
    for (Kind kind : Kind.values()) {
      if (LoadElementState.classOf(kind).path().equals(object.className())) {
        return read(kind, decoder.part(node, LoadElementState.classOf(kind), path));
      }
    }
    throw GraphToExpr.wrong("an option", node, path);
  }

  private LoadElement read(Kind kind, NodeReader in) {
    Object polymorphic = in.find(LoadElementState.POLYMORPHIC_PATH);
    Object reconcile = in.find(LoadElementState.RECONCILE);
    Map<String, @Nullable Object> options = new LinkedHashMap<>(options(in));
    LoaderPath path = path(in.get(LoadElementState.PATH), in.path(LoadElementState.PATH));
    LoadElement element =
        new LoadElement(
            kind,
            path,
            strategy(in),
            options,
            LoadCriteria.read(in, options, path, false),
            in.flag(LoadElementState.PROPAGATES),
            reconcile == null ? null : in.flag(LoadElementState.RECONCILE),
            in.find(LoadElementState.OF_TYPE) == null
                ? null
                : mapped(in.get(LoadElementState.OF_TYPE), in.path(LoadElementState.OF_TYPE)),
            polymorphic == null
                ? null
                : path(polymorphic, in.path(LoadElementState.POLYMORPHIC_PATH)));
    in.finish();
    return element;
  }

  private MappedEntity mapped(Object node, GraphPath path) {
    return decoder.entities().mapped(decoder.cast(PyGlobal.class, "a class", node, path));
  }

  /** A list of pairs of a class and a key, at least one: every path starts at a class. */
  LoaderPath path(Object node, GraphPath path) {
    List<LoaderPath.Step> steps = new ArrayList<>();
    List<Object> pairs = items(node, path);
    if (pairs.isEmpty()) {
      throw GraphToExpr.wrong("a path from a class", node, path);
    }
    for (int i = 0; i < pairs.size(); i++) {
      GraphPath at = path.index(i);
      List<Object> pair = items(pairs.get(i), at);
      if (pair.size() != 2) {
        throw GraphToExpr.wrong("a class and a key", pairs.get(i), at);
      }
      Object key = PathTokens.read(pair.get(1));
      steps.add(
          new LoaderPath.Step(
              mapped(pair.get(0), at), key == PyNone.NONE ? null : decoder.text(key, at)));
    }
    return new LoaderPath(steps);
  }

  private static List<Object> items(Object node, GraphPath path) {
    if (node instanceof PyList list) {
      return list.asList();
    }
    if (node instanceof PyTuple tuple) {
      return tuple.asList();
    }
    throw GraphToExpr.wrong("a list or tuple", node, path);
  }

  /** Pairs of a name and a plain value. */
  Map<String, Object> strategy(NodeReader in) {
    Map<String, Object> strategy = new LinkedHashMap<>();
    in.each(LoadElementState.STRATEGY, (pair, path) -> in.itemsOf(pair, path, 2))
        .forEach(
            pair -> {
              Object value = plain(pair.get(1));
              if (value == null || value instanceof PyNode) {
                throw in.refuse("state key '" + LoadElementState.STRATEGY + "'");
              }
              strategy.put(decoder.text(pair.get(0), in.path(LoadElementState.STRATEGY)), value);
            });
    return strategy;
  }

  Map<String, @Nullable Object> options(NodeReader in) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    in.dict(LoadElementState.OPTIONS)
        .forEach(
            (key, node) ->
                options.put(
                    decoder.text(key, in.path(LoadElementState.OPTIONS)),
                    option(node, in.path(LoadElementState.OPTIONS).attribute(key + ""))));
    return options;
  }

  private List<@Nullable Object> options(Object node, GraphPath path) {
    List<@Nullable Object> all = new ArrayList<>();
    items(node, path).forEach(item -> all.add(option(item, path)));
    return all;
  }

  private @Nullable Object option(Object node, GraphPath path) {
    if (node == PyNone.NONE) {
      return null;
    }
    if (node instanceof MappedEntity) {
      return decoder.entity(node, path);
    }
    if (node instanceof PyTuple || node instanceof PyList) {
      return decoder.within(node, path, () -> options(node, path));
    }
    Object value = plain(node);
    return value instanceof PyNode ? decoder.element(node, path) : value;
  }

  /** A plain value; Python 2 writes words as bytes. */
  private @Nullable Object plain(Object node) {
    return node instanceof PyByteString word ? word.text() : decoder.value(node);
  }
}
