package dev.brine.jooq;

import dev.brine.sql.Dialect;
import dev.brine.sql.TypeExpression;
import org.jspecify.annotations.Nullable;

/**
 * The Java counterpart of a type class that a user wrote in Python: of a {@code TypeDecorator} its
 * {@code process_bind_param} and {@code process_result_value}, of a {@code UserDefinedType} its
 * processors. What it writes around its values it says as a {@link TypeExpression}. An
 * implementation must be thread-safe.
 */
public interface UserType extends TypeExpression {

  /**
   * A value as the decorated type knows it.
   *
   * @param value what a statement binds; null for None
   */
  @Nullable Object toDatabase(@Nullable Object value, Dialect dialect);

  /**
   * A value as the user knows it.
   *
   * @param value what the decorated type gives; null for NULL
   */
  @Nullable Object fromDatabase(@Nullable Object value, Dialect dialect);
}
