package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A property of the Python class that is SQL on the class: {@code hybrid_property}. It is not among
 * {@link Mapper#attrs}.
 *
 * @param expression what the class attribute gives; null where it is not known
 */
public record Hybrid(String key, Mapper parent, @Nullable ColumnElement expression)
    implements MapperProperty {

  public Hybrid {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
  }
}
