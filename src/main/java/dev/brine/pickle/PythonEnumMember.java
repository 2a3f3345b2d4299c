package dev.brine.pickle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member of a Python {@code Enum}: its class and its value, for the name is not in a pickle. See
 * {@link PythonValues#enumMember}.
 *
 * @param value the member's value, as {@link PythonValues#toJava} gives it
 */
public record PythonEnumMember(PyGlobal type, @Nullable Object value) {

  public PythonEnumMember {
    Objects.requireNonNull(type, "type");
  }
}
