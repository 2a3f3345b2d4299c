package dev.brine.mapping;

import java.util.List;
import java.util.Objects;

/**
 * An attribute made of several others: {@code composite(Point, x, y)}.
 *
 * @param valueClass the path of the Python class of the value
 * @param attributes the keys of the attributes it is made of, in the order of the class' arguments
 */
public record Composite(String key, Mapper parent, String valueClass, List<String> attributes)
    implements MapperProperty {

  public Composite {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(valueClass, "valueClass");
    attributes = List.copyOf(attributes);
  }
}
