package dev.brine.json;

import dev.brine.expr.ClauseElement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a statement of this kind or below. */
record ElementShape(Class<?> type) implements Shape {

  @Override
  public @Nullable Object write(@Nullable Object value, Writing out) {
    return out.element((ClauseElement) Objects.requireNonNull(value));
  }

  @Override
  public Object read(Place json, Reading in) {
    return in.element(json, type);
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaMaker.element(type);
  }
}
