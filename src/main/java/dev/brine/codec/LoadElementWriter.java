package dev.brine.codec;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PathTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a loader option consists of; see {@link LoaderOptionCodec}. */
final class LoadElementWriter {

  private final ExprToGraph out;

  LoadElementWriter(ExprToGraph out) {
    this.out = out;
  }

  /** The graph of one element. */
  Object write(LoadElement element) {
    NodeWriter state =
        put(element.strategy(), options(element), new NodeWriter(out))
            .put(LoadElementState.PATH, path(element.path()))
            .put(LoadElementState.CRITERIA, PyTuple.of(LoadCriteria.write(element, out)))
            .put(LoadElementState.PROPAGATES, element.propagates())
            .put(LoadElementState.RECONCILE, orNone(element.reconcileToOther()));
    if (element.kind() == LoadElement.Kind.ATTRIBUTE) {
      MappedEntity ofType = element.ofType();
      LoaderPath polymorphic = element.polymorphicPath();
      state
          .put(LoadElementState.OF_TYPE, ofType == null ? PyNone.NONE : OrmClasses.of(ofType))
          .put(
              LoadElementState.POLYMORPHIC_PATH,
              polymorphic == null ? PyNone.NONE : path(polymorphic));
    }
    return state.make(LoadElementState.classOf(element.kind()));
  }

  private static boolean isExpression(LoadElement element) {
    return element.strategy().containsKey(LoadElementState.QUERY_EXPRESSION);
  }

  /** Up to 2.0.24 an expression that is loaded is an option, later a condition: it is both. */
  private static Map<String, @Nullable Object> options(LoadElement element) {
    if (!isExpression(element) || element.extraCriteria().isEmpty()) {
      return element.options();
    }
    Map<String, @Nullable Object> options = new LinkedHashMap<>(element.options());
    options.put(LoadElementState.EXPRESSION, element.extraCriteria().get(0));
    return options;
  }

  private static Object orNone(@Nullable Boolean flag) {
    return flag == null ? PyNone.NONE : flag;
  }

  NodeWriter put(
      Map<String, Object> strategy, Map<String, @Nullable Object> options, NodeWriter state) {
    PyDict values = new PyDict();
    options.forEach((key, value) -> values.put(key, option(value)));
    List<Object> pairs =
        strategy.entrySet().stream()
            .map(each -> (Object) PyTuple.of(each.getKey(), out.value(each.getValue())))
            .toList();
    return state
        .put(LoadElementState.STRATEGY, pairs.isEmpty() ? PyNone.NONE : PyTuple.of(pairs))
        .put(LoadElementState.OPTIONS, Dicts.immutable(values));
  }

  private Object option(@Nullable Object value) {
    if (value instanceof OrmEntity entity) {
      return entity instanceof AliasedEntity aliased
          ? out.entities().inspection(aliased)
          : entity.entity();
    }
    if (value instanceof ClauseElement element) {
      return out.element(element);
    }
    return value instanceof List<?> list
        ? PyTuple.of(list.stream().map(this::option).toList())
        : out.value(value);
  }

  static Object path(LoaderPath path) {
    List<Object> steps =
        path.steps().stream()
            .map(step -> (Object) PyTuple.of(OrmClasses.of(step.entity()), key(step.key())))
            .toList();
    return new PyList(steps);
  }

  private static Object key(@Nullable String key) {
    return key == null ? PyNone.NONE : PathTokens.write(key);
  }
}
