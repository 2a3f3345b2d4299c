package dev.brine.sql;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.schema.ColumnDefault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What columns get that a statement does not mention. */
final class DefaultValues {

  private DefaultValues() {}

  /**
   * The value of a default, unless one is given.
   *
   * @throws UnsupportedConstructException if only Python can make it up
   */
  static @Nullable Object of(
      String name, ColumnDefault value, Map<String, ? extends @Nullable Object> given) {
    if (given.containsKey(name)) {
      return given.get(name);
    }
    if (value instanceof ColumnDefault.Scalar scalar) {
      return scalar.value();
    }
    String maker =
        value instanceof ColumnDefault.Callable callable
            ? "the Python function " + callable.function()
            : "a database sequence that is asked beforehand";
    throw new UnsupportedConstructException(
        "the column '%s' gets its value from %s".formatted(name, maker),
        "give a value for '%s' when the statement is run".formatted(name));
  }
}
