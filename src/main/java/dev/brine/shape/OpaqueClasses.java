package dev.brine.shape;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Opaque;
import dev.brine.mapping.Entity;
import dev.brine.mapping.NamedRow;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the Python classes in a loaded structure that are carried along without being understood.
 * Stateless.
 */
public final class OpaqueClasses {

  private final Set<String> found = new TreeSet<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private OpaqueClasses() {}

  /** Their dotted paths, sorted. */
  public static List<String> of(Object loaded) {
    OpaqueClasses classes = new OpaqueClasses();
    classes.visit(loaded);
    return List.copyOf(classes.found);
  }

  private void visit(Object node) {
    if (node instanceof List<?> list) {
      list.forEach(this::visit);
    } else if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            visit(key);
            visit(value);
          });
    } else if (node instanceof ClauseElement element && seen.add(element)) {
      visitElement(element);
    } else if (node instanceof SqlType type) {
      visitType(type);
    } else if (node instanceof Entity entity && entity.state() instanceof PickledState state) {
      // Read, but written as it was.
      visit(state.source());
    } else if (node instanceof NamedRow row) {
      visit(row.source());
    }
  }

  private void visitElement(ClauseElement element) {
    if (element instanceof Opaque opaque) {
      found.add(opaque.className());
    }
    if (element instanceof ColumnElement column) {
      visitType(column.type());
    }
    element.children().forEach(this::visit);
  }

  private void visitType(SqlType type) {
    boolean isCarried = type.name() == TypeName.OPAQUE || type.attributes().containsKey("state");
    if (isCarried && type.attribute("class") instanceof String name) {
      found.add(name);
    }
  }
}
