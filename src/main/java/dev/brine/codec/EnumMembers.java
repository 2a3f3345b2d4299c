package dev.brine.codec;

import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonValues;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Members of a Python Enum among bound values: only the type tells them from any other call.
 * Stateless.
 */
public final class EnumMembers {

  private EnumMembers() {}

  /** The value, with the members of the type's class in it as {@link PythonEnumMember}s. */
  public static @Nullable Object of(@Nullable Object value, SqlType type) {
    return value != null && type.isA(TypeName.ENUM) && type.attribute("enum_class") != null
        ? read(value)
        : value;
  }

  private static @Nullable Object read(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().<@Nullable Object>map(EnumMembers::read).toList();
    }
    PythonEnumMember member = value == null ? null : PythonValues.enumMember(value);
    return member == null ? value : member;
  }
}
