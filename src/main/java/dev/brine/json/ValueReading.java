package dev.brine.json;

import dev.brine.expr.ExecutableOption;
import dev.brine.expr.JsonNull;
import dev.brine.expr.JsonPath;
import dev.brine.expr.Operator;
import dev.brine.pickle.DecimalSize;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonComplex;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonFrozenSet;
import dev.brine.pickle.PythonOrderedDict;
import dev.brine.pickle.PythonRange;
import dev.brine.pickle.PythonSlice;
import dev.brine.pickle.PythonTuple;
import dev.brine.pickle.PythonValues;
import dev.brine.shape.PersistentId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriting} writes, and what stands at the top. */
final class ValueReading {

  private static final Shape OPERATOR = new OperatorShape(Operator.class);

  private static final PyGlobal DECIMAL = new PyGlobal("decimal", "Decimal");

  /** How the object with this key is read. */
  private final Map<String, Function<Place, @Nullable Object>> tags = new HashMap<>();

  private final Map<String, Object> shared = new HashMap<>();
  private final Reading in;

  ValueReading(Reading in) {
    this.in = in;
    tags.put(Numbers.INT, json -> Numbers.readInt(only(json, Numbers.INT), in.limits()));
    tags.put(Numbers.FLOAT, json -> Numbers.readFloat(only(json, Numbers.FLOAT)));
    tags.put("decimal", json -> decimal(only(json, "decimal")));
    tags.put("uuid", json -> uuid(only(json, "uuid")));
    tags.put(Moments.DATE, json -> Moments.readDate(only(json, Moments.DATE)));
    tags.put(Moments.TIME, json -> Moments.readTime(json, in));
    tags.put(Moments.DATETIME, json -> Moments.readDateTime(json, in));
    tags.put(Moments.TIMEDELTA, json -> Moments.readDelta(only(json, Moments.TIMEDELTA)));
    tags.put("tuple", json -> new PythonTuple(all(only(json, "tuple"))));
    tags.put("set", json -> Collections.unmodifiableSet(set(only(json, "set"))));
    tags.put("frozenset", json -> new PythonFrozenSet(set(only(json, "frozenset"))));
    tags.put("dict", json -> Collections.unmodifiableMap(dict(only(json, "dict"))));
    tags.put("ordered_dict", json -> new PythonOrderedDict(dict(only(json, "ordered_dict"))));
    tags.put("complex", json -> complex(only(json, "complex").items(2)));
    tags.put("range", json -> range(only(json, "range")));
    tags.put("slice", json -> slice(only(json, "slice").items(3)));
    tags.put(ValueWriting.OPERATOR, json -> OPERATOR.read(only(json, ValueWriting.OPERATOR), in));
    tags.put(
        ValueWriting.QUOTED_NAME,
        json -> NameShape.QUOTED.read(only(json, ValueWriting.QUOTED_NAME), in));
    tags.put("enum", this::member);
    tags.put("json_path", json -> new JsonPath(present(only(json, "json_path"))));
    tags.put(ValueWriting.REFERENCE, json -> raw(only(json, ValueWriting.REFERENCE)));
    tags.put(Writing.CONSTANT, this::constant);
    GraphReading.TAGS.forEach(tag -> tags.put(tag, json -> in.graphs().read(json)));
    ReferenceForm.TAGS.forEach(tag -> tags.put(tag, json -> reference(tag, json)));
  }

  private static Place only(Place json, String tag) {
    json.allow(List.of(tag));
    return json.get(tag);
  }

  /** What may stand at the top, in lists and dicts too. */
  @Nullable Object root(Place json) {
    if (json.node().isArray()) {
      return in.nested(json, () -> roots(json));
    }
    if (!json.isObject()) {
      return read(json);
    }
    if (json.has("tuple")) {
      return in.nested(json, () -> new PythonTuple(roots(only(json, "tuple"))));
    }
    if (json.has("dict")) {
      return in.nested(json, () -> rootDict(only(json, "dict")));
    }
    if (json.has(Writing.PICKLED)) {
      Object node = in.graphs().read(only(json, Writing.PICKLED));
      in.graphs().finish();
      return in.opaques().root(node);
    }
    return isReference(json) ? raw(json) : read(json);
  }

  private List<@Nullable Object> roots(Place json) {
    List<@Nullable Object> roots = new ArrayList<>();
    json.items().forEach(each -> roots.add(root(each)));
    return roots;
  }

  private Map<@Nullable Object, @Nullable Object> rootDict(Place json) {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    for (Place each : json.items()) {
      List<Place> pair = each.items(2);
      dict.put(root(pair.get(0)), root(pair.get(1)));
    }
    return dict;
  }

  /** Whether it is what alone stands for itself: within statements it is an element. */
  private static boolean isReference(Place json) {
    return !json.has(ChoiceShape.NODE) && ReferenceForm.TAGS.stream().anyMatch(json::has);
  }

  /** A table, column or class as such. */
  Object raw(Place json) {
    for (String tag : ReferenceForm.TAGS) {
      if (json.isObject() && json.has(tag)) {
        return in.resolve(ReferenceForm.read(tag, json));
      }
    }
    throw json.expected("the name of a table, a column or a class");
  }

  @Nullable Object read(Place json) {
    if (json.node().isNumber()) {
      return Numbers.read(json);
    }
    if (json.node().isArray()) {
      return in.nested(json, () -> Collections.unmodifiableList(all(json)));
    }
    if (!json.isObject()) {
      return json.isNull() ? null : json.node().isBoolean() ? (Object) json.flag() : json.text();
    }
    if (json.has(JsonForm.REF)) {
      return shared(json);
    }
    if (json.has(ChoiceShape.NODE)) {
      return node(json);
    }
    if (json.has(TypeForm.TYPE)) {
      return TypeForm.SHAPE.read(json, in);
    }
    for (Map.Entry<String, ?> field : json.fields()) {
      Function<Place, @Nullable Object> reader = tags.get(field.getKey());
      if (reader != null) {
        return in.nested(json, () -> reader.apply(json));
      }
    }
    String first = json.node().isEmpty() ? "" : json.node().fieldNames().next();
    throw json.unknown("the kind of value", first, new TreeSet<>(tags.keySet()));
  }

  /** The same value for everybody who refers to it. */
  private @Nullable Object shared(Place json) {
    Place definition = in.definition(json);
    String name = json.get(JsonForm.REF).text();
    boolean isElement = definition.isObject() && definition.has(ChoiceShape.NODE);
    if (isElement || (definition.isObject() && definition.has(Writing.CONSTANT))) {
      return in.element(json);
    }
    if (definition.isObject() && GraphReading.TAGS.stream().anyMatch(definition::has)) {
      return in.graphs().read(json);
    }
    Object known = shared.get(name);
    if (known == null) {
      known = in.within(name, json, () -> read(definition));
      if (known != null) {
        shared.put(name, known);
      }
    }
    return known;
  }

  private Object node(Place json) {
    RecordForm form = FormTable.get().find(json.get(ChoiceShape.NODE).text());
    if (form != null && isValue(form)) {
      return in.nested(json, () -> in.node(json, form.type()));
    }
    return in.element(json);
  }

  private static boolean isValue(RecordForm form) {
    return ExecutableOption.class.isAssignableFrom(form.type())
        || form.type() == dev.brine.expr.Range.class
        || form.type() == dev.brine.expr.MultiRange.class;
  }

  private Object reference(String tag, Place json) {
    PersistentId id = ReferenceForm.read(tag, json);
    boolean isElement =
        id instanceof PersistentId.OfTable
            || id instanceof PersistentId.OfColumn
            || id instanceof PersistentId.OfMapperSelectable
            || id instanceof PersistentId.OfMapperProperty
            || id instanceof PersistentId.OfAttribute;
    return isElement ? in.element(json) : in.resolve(id);
  }

  private @Nullable Object constant(Place json) {
    if (!json.get(Writing.CONSTANT).text().equals("json_null")) {
      return in.element(json);
    }
    only(json, Writing.CONSTANT);
    return JsonNull.NULL;
  }

  private List<@Nullable Object> all(Place json) {
    List<@Nullable Object> values = new ArrayList<>();
    json.items().forEach(each -> values.add(in.value(each)));
    return values;
  }

  private List<Object> present(Place json) {
    List<Object> values = new ArrayList<>();
    for (Place each : json.items()) {
      Object value = in.value(each);
      if (value == null) {
        throw each.expected("a text or a whole number");
      }
      values.add(value);
    }
    return values;
  }

  private Set<@Nullable Object> set(Place json) {
    return new LinkedHashSet<>(all(json));
  }

  private Map<@Nullable Object, @Nullable Object> dict(Place json) {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    for (Place each : json.items()) {
      List<Place> pair = each.items(2);
      dict.put(in.value(pair.get(0)), in.value(pair.get(1)));
    }
    return dict;
  }

  /** The value that Python's constructor would give: not every Decimal is a BigDecimal. */
  private Object decimal(Place json) {
    Limit exceeded = DecimalSize.exceeds(json.text(), in.limits());
    if (exceeded != null) {
      throw exceeded.exceeded("the Decimal at %s is beyond".formatted(json.path()), in.limits());
    }
    Object value = PythonValues.toJava(PyObject.reduce(DECIMAL, json.text()));
    if (value == null) {
      throw json.expected("a decimal number");
    }
    return value;
  }

  private static Object uuid(Place json) {
    try {
      UUID uuid = UUID.fromString(json.text());
      if (uuid.toString().equals(json.text())) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      throw json.expected("a UUID");
    }
    throw json.expected("a UUID in lower case");
  }

  private Object complex(List<Place> parts) {
    if (in.value(parts.get(0)) instanceof Double real
        && in.value(parts.get(1)) instanceof Double imaginary) {
      return new PythonComplex(real, imaginary);
    }
    throw parts.get(0).expected("a float");
  }

  private Object range(Place json) {
    List<BigInteger> parts = new ArrayList<>();
    for (Place each : json.items(3)) {
      BigInteger part = Numbers.integer(in.value(each));
      if (part == null) {
        throw each.expected("a whole number");
      }
      parts.add(part);
    }
    if (parts.get(2).signum() == 0) {
      throw json.expected("a range whose step is not 0");
    }
    return new PythonRange(parts.get(0), parts.get(1), parts.get(2));
  }

  private Object slice(List<Place> parts) {
    return new PythonSlice(in.value(parts.get(0)), in.value(parts.get(1)), in.value(parts.get(2)));
  }

  private Object member(Place json) {
    json.allow(List.of("enum", "value"));
    return new PythonEnumMember(ClassName.read(json.get("enum")), in.value(json.get("value")));
  }
}
