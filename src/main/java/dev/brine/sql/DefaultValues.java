package dev.brine.sql;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.schema.ColumnDefault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What columns get that a statement does not mention: {@code _process_execute_defaults}
 * (rel_2_0_58, {@code engine/default.py}).
 */
final class DefaultValues {

  /** How parameters of one row of an INSERT of many are named. */
  private static final Pattern OF_A_ROW = Pattern.compile("(.+)_m(\\d+)", Pattern.DOTALL);

  private static final String OF_FIRST_ROW = "_m0";

  private final DefaultFunctions functions;
  private final Map<String, @Nullable Object> parameters;
  private final Map<String, @Nullable Object> made = new LinkedHashMap<>();

  private DefaultValues(DefaultFunctions functions, Map<String, @Nullable Object> parameters) {
    this.functions = functions;
    this.parameters = parameters;
  }

  /**
   * The values of defaults, but of those for which one is given.
   *
   * @param parameters all that the statement is run with otherwise
   * @throws UnsupportedConstructException if only Python can make one up
   */
  static Map<String, @Nullable Object> of(
      Map<String, ColumnDefault> defaults,
      Map<String, ? extends @Nullable Object> given,
      Map<String, @Nullable Object> parameters,
      DefaultFunctions functions) {
    DefaultValues values = new DefaultValues(functions, new LinkedHashMap<>(parameters));
    defaults.forEach(
        (name, value) -> {
          if (!given.containsKey(name)) {
            values.make(name, value);
          }
        });
    return values.made;
  }

  private void make(String name, ColumnDefault value) {
    Object one =
        value instanceof ColumnDefault.Scalar scalar ? scalar.value() : called(name, value);
    made.put(name, one);
    parameters.put(name, one);
  }

  private @Nullable Object called(String name, ColumnDefault value) {
    if (!(value instanceof ColumnDefault.Callable callable)) {
      throw refusal(
          name,
          "a database sequence that is asked beforehand",
          "give a value for '%s' when the statement is run".formatted(name));
    }
    DefaultFunction function = functions.find(callable.function());
    if (function == null) {
      throw refusal(
          name,
          "the Python function " + callable.function(),
          "give a value for '%s' when the statement is run, or say in Java what the function gives: EngineBuilder.defaultFunction(\"%s\", …)"
              .formatted(name, callable.function()));
    }
    return function.value(Collections.unmodifiableMap(ofRow(name)));
  }

  private static UnsupportedConstructException refusal(String name, String maker, String hint) {
    return new UnsupportedConstructException(
        "the column '%s' gets its value from %s".formatted(name, maker), hint);
  }

  /** The parameters of the row that a default is for, by the keys of columns. */
  private Map<String, @Nullable Object> ofRow(String name) {
    boolean isOfMany = parameters.keySet().stream().anyMatch(each -> each.endsWith(OF_FIRST_ROW));
    if (!isOfMany) {
      return parameters;
    }
    Matcher own = OF_A_ROW.matcher(name);
    String row = own.matches() ? own.group(2) : "0";
    Map<String, @Nullable Object> some = new LinkedHashMap<>();
    parameters.forEach(
        (key, value) -> {
          Matcher each = OF_A_ROW.matcher(key);
          if (each.matches() && each.group(2).equals(row)) {
            some.put(each.group(1), value);
          }
        });
    return some;
  }
}
