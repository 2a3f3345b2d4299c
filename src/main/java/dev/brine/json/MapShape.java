package dev.brine.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things of one kind by their names. */
record MapShape(Shape item) implements Shape {

  @Override
  public Object write(@Nullable Object value, Writing out) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    ((Map<?, ?>) java.util.Objects.requireNonNull(value))
        .forEach((key, each) -> json.put((String) key, item.write(each, out)));
    return json;
  }

  @Override
  public Object read(Place json, Reading in) {
    Map<String, @Nullable Object> items = new LinkedHashMap<>();
    json.fields()
        .forEach(
            field -> {
              Place place = new Place(field.getValue(), json, "." + Place.shown(field.getKey()));
              items.put(field.getKey(), item.read(place, in));
            });
    return items;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "object", "additionalProperties", item.schema());
  }
}
