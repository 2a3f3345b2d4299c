package dev.brine;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.Column;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects, as {@code element Select} or {@code operator EQ}, what loaded things are made of. */
final class FixtureParts {

  private final Set<String> found = new TreeSet<>();

  /** Everything that was met so far. */
  Set<String> found() {
    return found;
  }

  void collect(@Nullable Object part) {
    if (part instanceof ClauseElement element) {
      found.add("element " + element.getClass().getSimpleName());
      if (element instanceof FunctionCall call && call.generic() != null) {
        found.add("function " + call.generic());
      }
      components(element);
      element.children().forEach(this::collect);
    } else if (part instanceof StandardOperator operator) {
      found.add("operator " + operator.name());
    } else if (part instanceof SqlType type) {
      found.add("type " + type.name().name());
      type.attributes().values().forEach(this::collect);
    } else if (part instanceof Table table) {
      table.columns().stream().map(Column::type).forEach(this::collect);
    } else if (part instanceof Column column) {
      collect(column.type());
    } else {
      value(part);
    }
  }

  /** The operators, types and values that a node holds; its child nodes are walked as such. */
  private void components(ClauseElement element) {
    RecordComponent[] components = element.getClass().getRecordComponents();
    if (components == null) {
      return; // a constant, which holds nothing
    }
    for (RecordComponent component : components) {
      Object held = held(element, component);
      if (!(held instanceof ClauseElement)
          && !(held instanceof Collection<?> all && isNodes(all))) {
        collect(held);
      }
    }
  }

  private static boolean isNodes(Collection<?> all) {
    return all.stream().anyMatch(ClauseElement.class::isInstance);
  }

  private static @Nullable Object held(ClauseElement element, RecordComponent component) {
    try {
      return component.getAccessor().invoke(element);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private void value(@Nullable Object value) {
    found.add("value " + kindOf(value));
    if (value instanceof Collection<?> all) {
      all.forEach(this::collect);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::collect);
    } else if (value instanceof PythonTuple tuple) {
      tuple.elements().forEach(this::collect);
    }
  }

  /** The Java type by which a Python value is known. */
  static String kindOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    for (Class<?> type : List.of(List.class, Map.class, Set.class)) {
      if (type.isInstance(value)) {
        return type.getSimpleName();
      }
    }
    return value.getClass().getSimpleName();
  }
}
