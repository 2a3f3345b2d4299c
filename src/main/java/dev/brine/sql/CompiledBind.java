package dev.brine.sql;

import dev.brine.pickle.PythonEnumMember;
import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a compiled statement.
 *
 * @param name its name in the statement
 * @param value its value, in the Java type that stands for Python's
 * @param type its type, by which the value is sent
 */
public record CompiledBind(String name, @Nullable Object value, SqlType type) {

  /**
   * The value for people to read: members of an Enum, also in a list, by the names they are stored
   * under, as far as the type tells them.
   */
  public @Nullable Object shown() {
    return shown(value);
  }

  private @Nullable Object shown(@Nullable Object any) {
    if (any instanceof List<?> items) {
      List<@Nullable Object> shown = new ArrayList<>();
      items.forEach(item -> shown.add(shown(item)));
      return shown;
    }
    String name = any instanceof PythonEnumMember ? EnumNames.of(any, type) : null;
    return name == null ? any : name;
  }
}
