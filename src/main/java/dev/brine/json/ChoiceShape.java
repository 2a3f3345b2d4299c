package dev.brine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One of several records, told apart by {@code "node"}, or a constant among them. */
final class ChoiceShape implements Shape {

  static final String NODE = "node";

  private final Class<?> type;
  private final FormTable table;

  /** The records may not be complete yet, so that they are looked for when they are needed. */
  ChoiceShape(Class<?> type, FormTable table) {
    this.type = type;
    this.table = table;
  }

  private RecordForm form(Object value) {
    return Objects.requireNonNull(table.find(value.getClass()), value.getClass().getName());
  }

  @Override
  public Object write(@Nullable Object value, Writing out) {
    if (value instanceof Enum<?> constant) {
      return Objects.requireNonNull(table.findEnum(constant.getDeclaringClass())).text(constant);
    }
    RecordForm form = form(Objects.requireNonNull(value));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(NODE, form.name());
    form.writeParts(value, json, out);
    return json;
  }

  @Override
  public Object read(Place json, Reading in) {
    if (!json.isObject()) {
      for (EnumForm form : table.enums()) {
        if (type.isAssignableFrom(form.type())) {
          return form.read(json, in);
        }
      }
    }
    return in.node(json, type);
  }

  @Override
  public Map<String, Object> schema() {
    List<String> nodes = new ArrayList<>();
    for (RecordForm form : table.byName().values()) {
      if (type.isAssignableFrom(form.type())) {
        nodes.add(form.name());
      }
    }
    Map<String, Object> node = SchemaMaker.dispatch(nodes);
    for (EnumForm form : table.enums()) {
      if (type.isAssignableFrom(form.type())) {
        return Map.of("anyOf", List.of(form.schema(), node));
      }
    }
    return node;
  }
}
