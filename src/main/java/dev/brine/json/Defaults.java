package dev.brine.json;

import dev.brine.expr.StandardOperator;
import dev.brine.json.Part.Omitted;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What parts are where they are left out. */
final class Defaults {

  private static final String NEGATION = "!";
  private static final String UNNAMED = "unnamed ";
  private static final String TEXT_OF = "text of ";

  private Defaults() {}

  /** What goes without saying. */
  static Omitted of(Class<?> type, boolean isNullable) {
    if (isNullable || type == Object.class) {
      return before -> null;
    }
    if (type == boolean.class) {
      return before -> false;
    }
    if (type == List.class) {
      return before -> List.of();
    }
    if (type == Map.class) {
      return before -> Map.of();
    }
    return type == SqlType.class ? before -> Types.NULL : FormTable.REQUIRED;
  }

  /** What the table says. */
  static Omitted parse(String text, Shape shape, Class<?> type, Map<String, Integer> indexOfKey) {
    if (text.startsWith(NEGATION)) {
      int operator = index(text.substring(NEGATION.length()), indexOfKey);
      return before -> before[operator] instanceof StandardOperator known ? known.negate() : null;
    }
    if (text.startsWith(UNNAMED)) {
      int name = index(text.substring(UNNAMED.length()), indexOfKey);
      return before -> before[name] instanceof AnonymousName;
    }
    if (text.startsWith(TEXT_OF)) {
      int name = index(text.substring(TEXT_OF.length()), indexOfKey);
      return before -> before[name] instanceof Name given ? given.text() : null;
    }
    Object constant = constant(text, shape, type);
    return before -> constant;
  }

  private static int index(String key, Map<String, Integer> indexOfKey) {
    return Objects.requireNonNull(indexOfKey.get(key), key);
  }

  private static Object constant(String text, Shape shape, Class<?> type) {
    if (shape instanceof EnumForm form) {
      return form.constant(text);
    }
    if (type == boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == int.class) {
      return Integer.valueOf(text);
    }
    return type == String.class ? text : Objects.requireNonNull(constantOperator(text), text);
  }

  private static @Nullable Object constantOperator(String text) {
    return StandardOperator.byPythonName(text);
  }
}
