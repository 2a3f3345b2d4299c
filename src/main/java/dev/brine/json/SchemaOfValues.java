package dev.brine.json;

import dev.brine.expr.Operator;
import dev.brine.pickle.PyObject.Made;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of the schema that is about Python's values, told by their keys. */
final class SchemaOfValues {

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> VALUE = SchemaMaker.reference("value");
  private static final Map<String, Object> FLAG = Map.of("type", "boolean");

  private SchemaOfValues() {}

  /** The objects that are values, beside nodes and types. */
  static List<Object> tagged(List<Object> named) {
    List<Object> all = new ArrayList<>();
    all.add(SchemaMaker.reference("ref"));
    all.addAll(named);
    for (String text : List.of("decimal", "uuid", "date", "bytes", "bytearray", "python2_str")) {
      all.add(only(text, TEXT));
    }
    all.add(only("int", Map.of("type", "string", "pattern", "^-?[0-9]+$")));
    Map<String, Object> special = SchemaMaker.oneOfTexts(List.of("nan", "inf", "-inf", "-0.0"));
    all.add(only("float", Map.of("anyOf", List.of(Map.of("type", "number"), special))));
    all.add(with("time", Map.of("fold", FLAG, "tzinfo", VALUE)));
    all.add(with("datetime", Map.of("zone", TEXT, "fold", FLAG, "tzinfo", VALUE)));
    all.add(only("timedelta", array(Map.of("type", "integer"), 3)));
    all.add(only("code_points", Map.of("type", "array", "items", Map.of("type", "integer"))));
    for (String list : List.of("tuple", "set", "frozenset", "json_path")) {
      all.add(only(list, Map.of("type", "array", "items", VALUE)));
    }
    all.add(only("dict", pairs(VALUE)));
    all.add(only("ordered_dict", pairs(VALUE)));
    all.add(only("complex", array(VALUE, 2)));
    all.add(only("range", array(VALUE, 3)));
    all.add(only("slice", array(VALUE, 3)));
    all.add(only(ValueWriting.QUOTED_NAME, NameShape.QUOTED.schema()));
    all.add(only(ValueWriting.OPERATOR, new OperatorShape(Operator.class).schema()));
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("enum", SchemaMaker.reference("class"));
    member.put("value", VALUE);
    all.add(SchemaMaker.object(member, List.of("enum", "value")));
    all.add(only("global", SchemaMaker.reference("class")));
    all.add(constants());
    for (String key : List.of("session", "engine")) {
      all.add(only(key, Map.of("const", true)));
    }
    all.add(only(ValueWriting.PERSISTENT_ID, VALUE));
    all.add(only(ValueWriting.REFERENCE, VALUE));
    for (Made made : Made.values()) {
      all.add(object(made.name().toLowerCase(Locale.ROOT)));
    }
    return all;
  }

  private static Map<String, Object> constants() {
    Map<String, Object> constant = new LinkedHashMap<>();
    constant.put(
        Writing.CONSTANT, SchemaMaker.oneOfTexts(List.of("json_null", "null", "true", "false")));
    constant.put(Writing.ORIGIN, SchemaMaker.reference("ref"));
    return SchemaMaker.object(constant, List.of(Writing.CONSTANT));
  }

  /** An object of Python: what was called, with what, and what was done to the result. */
  private static Map<String, Object> object(String made) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(made, VALUE);
    properties.put(GraphWriting.ARGS, VALUE);
    properties.put(GraphWriting.KWARGS, VALUE);
    properties.put(GraphWriting.STATE, VALUE);
    Map<String, Object> list = Map.of("type", "array", "items", VALUE);
    properties.put(GraphWriting.DRAFTS, list);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(GraphWriting.STATE, VALUE);
    state.put("setter", VALUE);
    properties.put(
        GraphWriting.STEPS,
        Map.of(
            "type",
            "array",
            "items",
            Map.of(
                "anyOf",
                List.of(
                    SchemaMaker.object(state, List.of(GraphWriting.STATE)),
                    only("append", list),
                    only("add", list),
                    only("set_items", pairs(VALUE))))));
    return SchemaMaker.object(properties, List.of(made));
  }

  static Map<String, Object> pairs(Map<String, Object> item) {
    return Map.of("type", "array", "items", array(item, 2));
  }

  private static Map<String, Object> array(Map<String, Object> item, int count) {
    return Map.of(
        "type", "array", "items", item, "minItems", (long) count, "maxItems", (long) count);
  }

  private static Map<String, Object> only(String key, Map<String, Object> value) {
    return SchemaMaker.object(Map.of(key, value), List.of(key));
  }

  private static Map<String, Object> with(String key, Map<String, Object> beside) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(key, TEXT);
    properties.putAll(new java.util.TreeMap<>(beside));
    return SchemaMaker.object(properties, List.of(key));
  }
}
