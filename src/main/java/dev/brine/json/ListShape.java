package dev.brine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of one kind of things. */
record ListShape(Shape item) implements Shape {

  @Override
  public Object write(@Nullable Object value, Writing out) {
    List<?> items = (List<?>) java.util.Objects.requireNonNull(value);
    List<@Nullable Object> json = new ArrayList<>(items.size());
    for (Object each : items) {
      json.add(item.write(each, out));
    }
    return json;
  }

  @Override
  public Object read(Place json, Reading in) {
    List<@Nullable Object> items = new ArrayList<>();
    for (Place each : json.items()) {
      items.add(item.read(each, in));
    }
    return items;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "array", "items", item.schema());
  }
}
