package dev.brine.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an item lies in a JSON document, as databases read it: {@code $."a"[1]}, or {@code {a, 1}}
 * on PostgreSQL. Keys are not escaped, as SQLAlchemy does not (rel_2_0_52, {@code
 * dialects/sqlite/json.py}, {@code dialects/postgresql/json.py}). Stateless.
 */
public final class JsonPathText {

  private JsonPathText() {}

  /** The path of an index or a key. */
  public static String item(Object index) {
    return "$" + step(index);
  }

  /** A path of indexes and keys. */
  public static String path(List<?> steps) {
    return steps.stream().map(JsonPathText::step).collect(Collectors.joining("", "$", ""));
  }

  /** The same as the text of an array. */
  public static String array(List<?> steps) {
    return steps.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String step(@Nullable Object step) {
    return step instanceof Number ? "[" + step + "]" : ".\"" + step + "\"";
  }
}
