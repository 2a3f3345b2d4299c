package dev.brine.shape;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Opaque;
import dev.brine.mapping.Entity;
import dev.brine.mapping.NamedRow;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Python classes in a loaded structure that are carried along without being understood.
 * Stateless.
 */
public final class OpaqueClasses {

  private final Set<String> found = new TreeSet<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Deque<Object> pending = new ArrayDeque<>();

  private OpaqueClasses() {}

  /** Their dotted paths, sorted. */
  public static List<String> of(Object loaded) {
    OpaqueClasses classes = new OpaqueClasses();
    classes.add(loaded);
    while (!classes.pending.isEmpty()) {
      classes.visit(classes.pending.pop());
    }
    return List.copyOf(classes.found);
  }

  private void add(@Nullable Object node) {
    if (node != null) {
      pending.add(node);
    }
  }

  private void visit(Object node) {
    if (node instanceof List<?> list) {
      list.forEach(this::add);
    } else if (node instanceof PythonTuple tuple) {
      tuple.elements().forEach(this::add);
    } else if (node instanceof Map<?, ?> map) {
      map.keySet().forEach(this::add);
      map.values().forEach(this::add);
    } else if (node instanceof ClauseElement element && seen.add(element)) {
      visitElement(element);
    } else if (node instanceof SqlType type) {
      visitType(type);
    } else if (node instanceof Entity entity && entity.state() instanceof PickledState state) {
      // Read, but written as it was.
      add(state.source());
    } else if (node instanceof NamedRow row) {
      add(row.source());
    }
  }

  private void visitElement(ClauseElement element) {
    if (element instanceof Opaque opaque) {
      found.add(opaque.className());
    }
    if (element instanceof ColumnElement column) {
      visitType(column.type());
    }
    element.children().forEach(this::add);
  }

  private void visitType(SqlType type) {
    boolean isCarried = type.name() == TypeName.OPAQUE || type.attributes().containsKey("state");
    if (isCarried && type.attribute("class") instanceof String name) {
      found.add(name);
    }
  }
}
