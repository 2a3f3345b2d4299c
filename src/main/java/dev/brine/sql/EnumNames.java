package dev.brine.sql;

import dev.brine.pickle.PythonEnumMember;
import dev.brine.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names by which an Enum's members are stored. Stateless. */
public final class EnumNames {

  private EnumNames() {}

  /** The name a value of the type is stored under; null if the type does not tell. */
  public static @Nullable String of(Object value, SqlType type) {
    if (value instanceof String name) {
      return name;
    }
    if (!(value instanceof PythonEnumMember member)
        || !(type.attribute("values") instanceof List<?> values)
        || !(type.attribute("enums") instanceof List<?> names)) {
      return null;
    }
    int index = values.indexOf(member.value());
    return index < 0 || index >= names.size() ? null : String.valueOf(names.get(index));
  }
}
