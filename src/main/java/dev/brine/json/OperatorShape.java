package dev.brine.json;

import dev.brine.expr.CustomOperator;
import dev.brine.expr.StandardOperator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operator by SQLAlchemy's name of it, {@code "eq"} or {@code "like_op"}; one of the user's own
 * as an object.
 */
record OperatorShape(Class<?> type) implements Shape {

  static final List<String> NAMES =
      Arrays.stream(StandardOperator.values()).map(StandardOperator::pythonName).toList();

  @Override
  public @Nullable Object write(@Nullable Object value, Writing out) {
    return value instanceof StandardOperator standard
        ? standard.pythonName()
        : custom().write(value, out);
  }

  private static RecordForm custom() {
    return Objects.requireNonNull(FormTable.get().find(CustomOperator.class));
  }

  @Override
  public Object read(Place json, Reading in) {
    if (json.isObject() && type != StandardOperator.class) {
      return custom().read(json, in);
    }
    StandardOperator operator = StandardOperator.byPythonName(json.text());
    if (operator == null) {
      throw json.unknown("the operator", json.text(), NAMES);
    }
    return operator;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> standard = SchemaMaker.reference("operator");
    return type == StandardOperator.class
        ? standard
        : Map.of("anyOf", List.of(standard, SchemaMaker.reference("custom_operator")));
  }
}
