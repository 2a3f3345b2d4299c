package dev.brine.engine;

import dev.brine.expr.Opaque;
import dev.brine.mapping.Composite;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.NamedRow;
import dev.brine.pickle.PythonTuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row as JSON, entities among them: {@code {"entity": class path, "attributes":
 * {…}}} with what is loaded, in the mapper's order; an entity that the row printed before is {@code
 * {"entity": class path, "identity": [primary key]}}. A composite is an array of the values it is
 * made of; a set of entities is an array in the order of their keys; a dict of them an object; a
 * tuple or a row is an array, and an object of a class that is not known that class' path.
 * Everything else is as in {@link JsonValues}. For one row; not thread-safe.
 */
final class RowJson {

  private final Set<Entity> printed = Collections.newSetFromMap(new IdentityHashMap<>());

  String write(@Nullable Object value) {
    if (value instanceof Entity entity) {
      return entity.state().isValue() ? array(entity.loaded().values()) : entity(entity);
    }
    if (value instanceof NamedRow row) {
      return array(row.values());
    }
    if (value instanceof PythonTuple tuple) {
      return array(tuple.elements());
    }
    if (value instanceof Opaque opaque) {
      return JsonValues.write(opaque.className());
    }
    if (value instanceof Set<?> set && set.stream().anyMatch(Entity.class::isInstance)) {
      return array(sorted(set));
    }
    if (value instanceof Collection<?> items) {
      return array(items);
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner joined = new StringJoiner(", ", "{", "}");
      map.forEach((key, item) -> joined.add(JsonValues.key(key) + ": " + write(item)));
      return joined.toString();
    }
    return JsonValues.write(value);
  }

  private String array(Collection<?> items) {
    StringJoiner joined = new StringJoiner(", ", "[", "]");
    items.forEach(item -> joined.add(write(item)));
    return joined.toString();
  }

  private static List<Object> sorted(Set<?> set) {
    List<Object> sorted = new ArrayList<>(set);
    sorted.sort(Comparator.comparing(each -> each instanceof Entity entity ? key(entity) : ""));
    return sorted;
  }

  /** Numbers in the order of their values. */
  private static String key(Entity entity) {
    StringBuilder key = new StringBuilder();
    List<@Nullable Object> identity = entity.identity();
    for (Object part : identity == null ? List.of() : identity) {
      key.append(part instanceof Number number ? "%020d".formatted(number.longValue()) : part)
          .append('\n');
    }
    return key.toString();
  }

  private String entity(Entity entity) {
    StringJoiner json = new StringJoiner(", ", "{", "}");
    json.add("\"entity\": " + JsonValues.write(entity.className()));
    if (!printed.add(entity)) {
      json.add("\"identity\": " + JsonValues.write(entity.identity()));
      return json.toString();
    }
    StringJoiner attributes = new StringJoiner(", ", "{", "}");
    entity
        .loaded()
        .forEach(
            (key, value) ->
                attributes.add(JsonValues.write(key) + ": " + attribute(entity, key, value)));
    return json.add("\"attributes\": " + attributes).toString();
  }

  private String attribute(Entity entity, String key, @Nullable Object value) {
    boolean isComposite =
        entity.type() instanceof Mapper mapper && mapper.findProperty(key) instanceof Composite;
    return isComposite && value instanceof Entity composite
        ? array(composite.loaded().values())
        : write(value);
  }
}
