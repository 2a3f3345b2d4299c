package dev.brine.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The constants of an enum, each as a text. */
record EnumForm(String name, Class<?> type, Map<String, Object> constants) implements Shape {

  static EnumForm of(String name, Class<?> type, List<String> lines) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (String line : lines) {
      String[] sides = line.split(" = ", 2);
      Object constant =
          Arrays.stream(type.getEnumConstants())
              .filter(each -> ((Enum<?>) each).name().equals(sides[1]))
              .findFirst()
              .orElseThrow(() -> new AssertionError(type + " has no " + sides[1]));
      constants.put(sides[0], constant);
    }
    if (constants.size() != type.getEnumConstants().length) {
      throw new AssertionError("constants without a name: " + type);
    }
    return new EnumForm(name, type, constants);
  }

  Object constant(String text) {
    return Objects.requireNonNull(constants.get(text), text);
  }

  String text(@Nullable Object constant) {
    return constants.entrySet().stream()
        .filter(each -> each.getValue() == constant)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  @Override
  public Object write(@Nullable Object value, Writing out) {
    return text(value);
  }

  @Override
  public Object read(Place json, Reading in) {
    Object constant = constants.get(json.text());
    if (constant == null) {
      throw json.unknown("the " + name.replace('_', ' '), json.text(), constants.keySet());
    }
    return constant;
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaMaker.reference(name);
  }

  Map<String, Object> definition() {
    return SchemaMaker.oneOfTexts(constants.keySet());
  }
}
