package dev.brine.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are one JSON value, and those that may be anything. */
enum SimpleShape implements Shape {
  TEXT(List.of(String.class)) {
    @Override
    public Object read(Place json, Reading in) {
      return json.text();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string");
    }
  },
  FLAG(List.of(boolean.class, Boolean.class)) {
    @Override
    public Object read(Place json, Reading in) {
      return json.flag();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "boolean");
    }
  },
  SMALL_NUMBER(List.of(int.class)) {
    @Override
    public Object read(Place json, Reading in) {
      return json.smallWhole();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "integer");
    }
  },
  NUMBER(List.of(long.class)) {
    @Override
    public Object read(Place json, Reading in) {
      return json.whole();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "integer");
    }
  },
  /** An element or a value of Python's. */
  VALUE(List.of(Object.class)) {
    @Override
    public @Nullable Object write(@Nullable Object value, Writing out) {
      return out.value(value);
    }

    @Override
    public @Nullable Object read(Place json, Reading in) {
      return in.value(json);
    }

    @Override
    public Map<String, Object> schema() {
      return SchemaMaker.reference("value");
    }
  };

  private final List<Class<?>> types;

  SimpleShape(List<Class<?>> types) {
    this.types = types;
  }

  boolean isFor(Class<?> type) {
    return types.contains(type);
  }

  @Override
  public @Nullable Object write(@Nullable Object value, Writing out) {
    return value;
  }
}
