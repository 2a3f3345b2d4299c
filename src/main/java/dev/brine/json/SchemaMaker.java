package dev.brine.json;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Frame;
import dev.brine.expr.FromClause;
import dev.brine.expr.MultiRange;
import dev.brine.expr.OnConflict;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Range;
import dev.brine.expr.Statement;
import dev.brine.expr.ValuesRow;
import dev.brine.schema.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of the form, from the same table and record components that are written
 * and read by. What kind of element it is, {@code "node"} says first: a validator goes no other way
 * then, which keeps it from trying every kind at every level.
 */
final class SchemaMaker {

  private static final FormTable TABLE = FormTable.get();
  private static final String DEFINITIONS = "#/$defs/";

  /** What has {@code "node"}: kinds of which more than one may stand in a place. */
  private static final List<Class<?>> KINDS =
      List.of(
          ClauseElement.class,
          ExecutableOption.class,
          OnConflict.class,
          ValuesRow.class,
          Frame.Bound.class,
          Range.class,
          MultiRange.class);

  /** The kinds of elements that a place asks for, and what they are called. */
  private static final Map<Class<?>, String> PLACES =
      Map.of(
          ClauseElement.class, "element",
          ColumnElement.class, "column_element",
          FromClause.class, "from_element",
          Statement.class, "statement",
          OrmEntity.class, "orm_entity");

  private SchemaMaker() {}

  static Map<String, Object> reference(String name) {
    return Map.of("$ref", DEFINITIONS + name);
  }

  static Map<String, Object> orNull(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  static Map<String, Object> oneOfTexts(Collection<String> texts) {
    return Map.of("enum", List.copyOf(texts));
  }

  /** An object with these keys and no others. */
  static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> object(String key, Map<String, Object> value) {
    return object(Map.of(key, value), List.of(key));
  }

  /** What messages call a kind. */
  static String kind(Class<?> type) {
    String name = PLACES.get(type);
    RecordForm form = TABLE.find(type);
    String called = name != null ? name : form != null ? form.name() : "node";
    return "the kind of " + called.replace('_', ' ');
  }

  /** An element of this kind or below. */
  static Map<String, Object> element(Class<?> type) {
    String name = PLACES.get(type);
    RecordForm form = TABLE.find(type);
    return reference(name != null ? name : (form == null ? "element" : "any_" + form.name()));
  }

  static Map<String, @Nullable Object> schema() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A query structure of SQLAlchemy's, as Brine keeps it");
    schema.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(JsonForm.FORMAT_KEY, Map.of("const", JsonForm.FORMAT));
    properties.put(JsonForm.VERSION_KEY, Map.of("const", (long) JsonForm.VERSION));
    properties.put(JsonForm.ROOT, reference("root"));
    properties.put(
        JsonForm.SHARED, Map.of("type", "object", "additionalProperties", reference("value")));
    schema.put("properties", properties);
    schema.put("required", List.of(JsonForm.FORMAT_KEY, JsonForm.VERSION_KEY, JsonForm.ROOT));
    schema.put("additionalProperties", false);
    schema.put("$defs", used(schema, definitions()));
    return ordered(schema);
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> all = new TreeMap<>();
    for (EnumForm form : TABLE.enums()) {
      all.put(form.name(), form.definition());
    }
    for (RecordForm form : TABLE.byName().values()) {
      boolean isElement = ClauseElement.class.isAssignableFrom(form.type());
      all.put(form.name(), form.definition(isNode(form), isElement));
      if (isElement) {
        all.put("any_" + form.name(), place(form.type()));
      }
    }
    PLACES.forEach((type, name) -> all.put(name, place(type)));
    all.put("element", anyElement());
    all.put("opaque", opaque());
    all.put("element_reference", elementReference());
    all.put("option", dispatch(namesOf(ExecutableOption.class)));
    all.put("own_value", dispatch(namesOf(Range.class, MultiRange.class)));
    all.put("operator", oneOfTexts(OperatorShape.NAMES));
    all.put("class", Map.of("type", "string", "pattern", "^[^:]*:"));
    all.put("ref", object(JsonForm.REF, Map.of("type", "string")));
    addNames(all);
    addTypes(all);
    addValues(all);
    return all;
  }

  private static boolean isNode(RecordForm form) {
    return KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(form.type()));
  }

  private static List<String> namesOf(Class<?>... kinds) {
    Set<String> names = new TreeSet<>();
    for (Class<?> kind : kinds) {
      TABLE.byName().values().stream()
          .filter(form -> kind.isAssignableFrom(form.type()))
          .forEach(form -> names.add(form.name()));
      if (kind.isAssignableFrom(dev.brine.expr.Opaque.class)) {
        names.add(Writing.OPAQUE);
      }
    }
    return List.copyOf(names);
  }

  /** What may stand where an element of any kind is asked for. */
  private static Map<String, Object> anyElement() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("if", Map.of("required", List.of(ChoiceShape.NODE)));
    schema.put("then", dispatch(namesOf(ClauseElement.class)));
    schema.put("else", reference("element_reference"));
    return schema;
  }

  /** The same of one kind; what a reference leads to is not looked at. */
  private static Map<String, Object> place(Class<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>(reference("element"));
    schema.put("properties", Map.of(ChoiceShape.NODE, oneOfTexts(namesOf(type))));
    return schema;
  }

  /** One of these nodes. */
  static Map<String, Object> dispatch(List<String> names) {
    List<Object> cases = new ArrayList<>();
    for (String name : names) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("if", Map.of("properties", Map.of(ChoiceShape.NODE, Map.of("const", name))));
      one.put("then", reference(name));
      cases.add(one);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", Map.of(ChoiceShape.NODE, oneOfTexts(names)));
    schema.put("required", List.of(ChoiceShape.NODE));
    schema.put("allOf", cases);
    return schema;
  }

  private static Map<String, Object> opaque() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(ChoiceShape.NODE, Map.of("const", Writing.OPAQUE));
    properties.put("class", Map.of("type", "string"));
    properties.put("reason", Map.of("type", "string"));
    properties.put("graph", reference("value"));
    properties.put(Writing.ORIGIN, reference("ref"));
    return object(properties, List.of(ChoiceShape.NODE, "class", "graph"));
  }

  private static Map<String, Object> elementReference() {
    List<Object> choices = new ArrayList<>();
    choices.add(reference("ref"));
    Map<String, Object> constant = new LinkedHashMap<>();
    constant.put(Writing.CONSTANT, reference("constant"));
    constant.put(Writing.ORIGIN, reference("ref"));
    choices.add(object(constant, List.of(Writing.CONSTANT)));
    choices.addAll(named());
    choices.add(object(ValueWriting.PERSISTENT_ID, reference("value")));
    return Map.of("anyOf", choices);
  }

  /** Tables, columns, classes and attributes. */
  private static List<Object> named() {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put(ReferenceForm.TABLE, Map.of("type", "string"));
    table.put(ReferenceForm.COLUMN, Map.of("type", "string"));
    table.put(Writing.ORIGIN, reference("ref"));
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put(ReferenceForm.ENTITY, reference("class"));
    entity.put(ReferenceForm.PROPERTY, Map.of("type", "string"));
    entity.put(ReferenceForm.ATTRIBUTE, Map.of("type", "string"));
    entity.put(Writing.ORIGIN, reference("ref"));
    return List.of(
        object(table, List.of(ReferenceForm.TABLE)),
        object(entity, List.of(ReferenceForm.ENTITY)),
        object(ReferenceForm.MAPPER, reference("class")));
  }

  private static void addNames(Map<String, Object> all) {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", text);
    properties.put("quote", Map.of("type", "boolean"));
    Map<String, Object> quoted = object(properties, List.of("name", "quote"));
    all.put("given_name", Map.of("anyOf", List.of(text, quoted)));
    all.put("name", Map.of("anyOf", List.of(reference("given_name"), object("anonymous", text))));
  }

  private static void addTypes(Map<String, Object> all) {
    Set<String> arguments = new TreeSet<>();
    for (TypeName name : TypeName.values()) {
      name.attributes().forEach(each -> arguments.add(each.name()));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(TypeForm.TYPE, reference("type_name"));
    for (String argument : arguments) {
      properties.put(argument, reference("value"));
    }
    properties.put("variants", Map.of("type", "object", "additionalProperties", reference("type")));
    all.put("type_name", oneOfTexts(TypeForm.NAMES.keySet()));
    all.put("type_object", object(properties, List.of(TypeForm.TYPE)));
    all.put("type", Map.of("anyOf", List.of(reference("type_name"), reference("type_object"))));
  }

  private static void addValues(Map<String, Object> all) {
    Map<String, Object> tagged = Map.of("anyOf", SchemaOfValues.tagged(named()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("if", Map.of("required", List.of(ChoiceShape.NODE)));
    object.put("then", node());
    object.put("else", orElse(TypeForm.TYPE, reference("type_object"), tagged));
    all.put("value", valueOf("value", object));
    Map<String, Object> pickled =
        orElse(Writing.PICKLED, object(Writing.PICKLED, reference("value")), reference("value"));
    Map<String, Object> pairs = SchemaOfValues.pairs(reference("root"));
    Map<String, Object> dict = orElse("dict", object("dict", pairs), pickled);
    Map<String, Object> items = Map.of("type", "array", "items", reference("root"));
    all.put("root", valueOf("root", orElse("tuple", object("tuple", items), dict)));
  }

  /** A node where a value may stand. */
  private static Map<String, Object> node() {
    return ifNode(
        namesOf(ExecutableOption.class),
        reference("option"),
        ifNode(
            namesOf(Range.class, MultiRange.class), reference("own_value"), reference("element")));
  }

  private static Map<String, Object> ifNode(
      List<String> names, Map<String, Object> then, Map<String, Object> otherwise) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("if", Map.of("properties", Map.of(ChoiceShape.NODE, oneOfTexts(names))));
    schema.put("then", then);
    schema.put("else", otherwise);
    return schema;
  }

  private static Map<String, Object> orElse(
      String key, Map<String, Object> then, Map<String, Object> otherwise) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("if", Map.of("required", List.of(key)));
    schema.put("then", then);
    schema.put("else", otherwise);
    return schema;
  }

  private static Map<String, Object> valueOf(String items, Map<String, Object> object) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("null", "boolean", "number", "string", "array", "object"));
    schema.put("items", reference(items));
    schema.put("if", Map.of("type", "object"));
    schema.put("then", object);
    return schema;
  }

  /** Without those that nothing refers to: a part that is always inlined is one. */
  private static Map<String, Object> used(Object schema, Map<String, Object> definitions) {
    Map<String, Object> used = new TreeMap<>();
    collect(schema, definitions, used);
    return used;
  }

  private static void collect(
      @Nullable Object part, Map<String, Object> definitions, Map<String, Object> used) {
    if (part instanceof Collection<?> list) {
      list.forEach(each -> collect(each, definitions, used));
    } else if (part instanceof Map<?, ?> map) {
      Object reference = map.get("$ref");
      if (reference instanceof String text) {
        String name = text.substring(DEFINITIONS.length());
        Object definition = definitions.get(name);
        if (definition == null) {
          throw new AssertionError("nothing is defined as " + name);
        }
        if (used.put(name, definition) == null) {
          collect(definition, definitions, used);
        }
      }
      map.values().forEach(each -> collect(each, definitions, used));
    }
  }

  private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    schema.forEach((key, value) -> ordered.put(key, sorted(value)));
    return ordered;
  }

  /** Map.of has another order in each process. */
  private static @Nullable Object sorted(@Nullable Object part) {
    if (part instanceof LinkedHashMap<?, ?> ordered) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      ordered.forEach((key, value) -> copy.put((String) key, sorted(value)));
      return copy;
    }
    if (part instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new TreeMap<>();
      map.forEach((key, value) -> copy.put((String) key, sorted(value)));
      return copy;
    }
    return part instanceof List<?> list
        ? Arrays.asList(list.stream().map(SchemaMaker::sorted).toArray())
        : part;
  }
}
