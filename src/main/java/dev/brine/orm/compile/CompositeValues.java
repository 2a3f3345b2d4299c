package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Sql;
import dev.brine.mapping.Composite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Attributes made of several columns compared with their values, as {@code Vertex.start == Point(3,
 * 4)} is written out (rel_2_0_58, {@code orm/descriptor_props.py}). To be imported statically.
 */
public final class CompositeValues {

  private CompositeValues() {}

  /**
   * {@code Vertex.start == Point(3, 4)}: each column is equal to its value.
   *
   * @param values those that the Python class is made of, in their order
   * @throws UsageException if the attribute is no composite, or has another number of values
   */
  public static ColumnElement isComposite(
      OrmEntity entity, String key, @Nullable Object... values) {
    return compared(entity, key, ColumnElement::eq, values);
  }

  /**
   * {@code Vertex.start != Point(3, 4)}: each column is unequal to its value, as SQLAlchemy has it.
   *
   * @throws UsageException as {@link #isComposite} does
   */
  public static ColumnElement isNotComposite(
      OrmEntity entity, String key, @Nullable Object... values) {
    return compared(entity, key, ColumnElement::ne, values);
  }

  private static ColumnElement compared(
      OrmEntity entity,
      String key,
      BiFunction<ColumnElement, @Nullable Object, ColumnElement> comparison,
      @Nullable Object... values) {
    if (!(Entities.mapper(entity).property(key) instanceof Composite composite)) {
      throw new UsageException(
          "'%s.%s' is no composite".formatted(entity.entity().className(), key),
          "use attr(\"%s\") for an attribute that is one column".formatted(key));
    }
    List<String> attributes = composite.attributes();
    if (attributes.size() != values.length) {
      throw new UsageException(
          "'%s.%s' is made of %d values, not %d"
              .formatted(entity.entity().className(), key, attributes.size(), values.length),
          "give a value for each of " + String.join(", ", attributes));
    }
    List<ColumnElement> parts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      parts.add(comparison.apply(entity.attr(attributes.get(i)), values[i]));
    }
    return Sql.and(parts);
  }
}
