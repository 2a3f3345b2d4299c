package dev.brine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.brine.catalog.JsonLimits;
import dev.brine.codec.Interning;
import dev.brine.codec.OpaqueParts;
import dev.brine.error.MalformedJsonException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.Opaque;
import dev.brine.expr.TableRef;
import dev.brine.pickle.DeepStack;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.shape.PersistentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One document being read. Used once; not thread-safe. */
final class Reading {

  private static final FormTable TABLE = FormTable.get();

  private static final JsonMapper MAPPER = mapper(ReadLimits.DEFAULT);

  /** A type or a value may lie within the innermost element, and has levels of its own. */
  private static final long LEVELS_OF_VALUES = 100;

  private final References references;
  private final ReadLimits limits;
  private final Place shared;
  private final OpaqueParts opaques;
  private final ValueReading values = new ValueReading(this);
  private final GraphReading graphs = new GraphReading(this);
  private final Interning interning = new Interning();

  private final Map<String, ClauseElement> elements = new HashMap<>();
  private final Map<Object, ClauseElement> ofReferences = new HashMap<>();
  private final Map<PersistentId, Object> resolved = new HashMap<>();
  private final IdentityHashMap<ClauseElement, Long> sizes = new IdentityHashMap<>();
  private final Set<String> open = new HashSet<>();
  private int depth;

  private Reading(References references, Place shared, ReadLimits limits) {
    this.limits = limits;
    this.references = references;
    this.shared = shared;
    this.opaques = new OpaqueParts(references);
  }

  static Object document(String text, References references, ReadLimits limits) {
    Place document = Place.root(parse(text, limits));
    checkVersion(document);
    document.allow(
        List.of(JsonForm.FORMAT_KEY, JsonForm.VERSION_KEY, JsonForm.ROOT, JsonForm.SHARED));
    Place shared = document.find(JsonForm.SHARED);
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    Reading reading =
        new Reading(
            references, shared != null ? shared : new Place(nothing, document, ".shared"), limits);
    reading.shared.fields();
    Object root = reading.values.root(document.get(JsonForm.ROOT));
    reading.graphs.finish();
    return root == null ? PyNone.NONE : root;
  }

  private static void checkVersion(Place document) {
    Place format = document.isObject() ? document.find(JsonForm.FORMAT_KEY) : null;
    if (format == null || !format.text().equals(JsonForm.FORMAT)) {
      throw document.wrong(
          "the JSON is no structure: it lacks \"%s\": \"%s\""
              .formatted(JsonForm.FORMAT_KEY, JsonForm.FORMAT),
          null);
    }
    Place version = document.get(JsonForm.VERSION_KEY);
    if (version.whole() != JsonForm.VERSION) {
      throw document.wrong(
          "the JSON is of version %d of its form, and only %d is known"
              .formatted(version.whole(), JsonForm.VERSION),
          "read it with a newer release");
    }
  }

  private static JsonMapper mapper(ReadLimits limits) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(JsonLimits.constraints(limits))
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static JsonNode parse(String text, ReadLimits limits) {
    JsonMapper mapper = limits.equals(ReadLimits.DEFAULT) ? MAPPER : mapper(limits);
    try {
      return mapper.readTree(text);
    } catch (StreamConstraintsException e) {
      throw JsonLimits.exceeded(e, limits);
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException(
          "the text is no JSON: %s (line %d, column %d)"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()),
          null,
          e);
    }
  }

  ReadLimits limits() {
    return limits;
  }

  References references() {
    return references;
  }

  OpaqueParts opaques() {
    return opaques;
  }

  GraphReading graphs() {
    return graphs;
  }

  @Nullable Object value(Place json) {
    return values.read(json);
  }

  /** What is defined under the name that a reference gives. */
  Place definition(Place reference) {
    reference.allow(List.of(JsonForm.REF));
    Place name = reference.get(JsonForm.REF);
    Place found = shared.find(name.text());
    if (found == null) {
      List<String> names = new ArrayList<>();
      shared.node().fieldNames().forEachRemaining(names::add);
      throw name.unknown("the shared part", name.text(), names);
    }
    return found;
  }

  /** Reads what a reference leads to, which must not lead there itself. */
  <T> T within(String name, Place at, Supplier<T> content) {
    if (!open.add(name)) {
      throw at.wrong("'%s' at %s contains itself".formatted(name, at.path()), null);
    }
    try {
      return content.get();
    } finally {
      open.remove(name);
    }
  }

  /** One level deeper. */
  <T> T nested(Place json, Supplier<T> content) {
    enter(json);
    T result = isFar() ? DeepStack.call(content) : content.get();
    leave();
    return result;
  }

  /** The same without the frames that it takes, of which a stack holds only so many. */
  void enter(Place json) {
    if (++depth > limits.of(Limit.MAX_NESTING) + LEVELS_OF_VALUES) {
      throw Limit.MAX_NESTING.exceeded(
          "the JSON is nested deeper than",
          limits,
          " and %d for values at %s".formatted(LEVELS_OF_VALUES, Place.shown(json.path())));
    }
  }

  /** Whether what comes is so deep that another stack is needed. */
  boolean isFar() {
    return depth == DeepStack.FROM;
  }

  void leave() {
    depth--;
  }

  /** An element of this kind. */
  Object element(Place json, Class<?> type) {
    ClauseElement element = element(json);
    if (!type.isInstance(element)) {
      throw json.wrong(
          "expected %s at %s, found %s".formatted(SchemaMaker.kind(type), json.path(), kind(json)),
          null);
    }
    return element;
  }

  private String kind(Place json) {
    Place seen = json.has(JsonForm.REF) ? definition(json) : json;
    Place node = seen.find(ChoiceShape.NODE);
    return "'%s'".formatted(node == null ? seen.node().fieldNames().next() : node.text());
  }

  ClauseElement element(Place json) {
    if (json.isObject() && json.has(JsonForm.REF)) {
      Place definition = definition(json);
      String name = json.get(JsonForm.REF).text();
      ClauseElement known = elements.get(name);
      if (known == null) {
        known = within(name, json, () -> element(definition));
        elements.put(name, known);
      }
      return known;
    }
    enter(json);
    ClauseElement element = isFar() ? DeepStack.call(() -> made(json)) : made(json);
    leave();
    count(element);
    Place origin = json.find(Writing.ORIGIN);
    if (origin != null) {
      opaques.link(graphs.read(origin), element);
      return element;
    }
    return interning.of(element);
  }

  private void count(ClauseElement element) {
    long size = 1;
    for (ClauseElement child : element.children()) {
      size += sizes.getOrDefault(child, 1L);
    }
    if (size > limits.of(Limit.MAX_ELEMENTS)) {
      throw Limit.MAX_ELEMENTS.exceeded("the statement has more parts than", limits);
    }
    sizes.put(element, size);
  }

  private ClauseElement made(Place json) {
    if (!json.isObject()) {
      throw json.expected("a part of a statement");
    }
    if (json.has(ChoiceShape.NODE)) {
      return json.get(ChoiceShape.NODE).text().equals(Writing.OPAQUE)
          ? opaque(json)
          : (ClauseElement) node(json, ClauseElement.class);
    }
    if (json.has(Writing.CONSTANT)) {
      return (ClauseElement) constants().read(json.get(Writing.CONSTANT), this);
    }
    for (String tag : ReferenceForm.TAGS) {
      if (json.has(tag)) {
        return ofReference(ReferenceForm.read(tag, json), json);
      }
    }
    Place id = json.find(ValueWriting.PERSISTENT_ID);
    if (id != null) {
      return asElement(references.resolve(idOf(id)), id);
    }
    throw json.expected("a part of a statement, by \"node\" or the name of what it refers to");
  }

  private static EnumForm constants() {
    return java.util.Objects.requireNonNull(TABLE.findEnum(dev.brine.expr.Constant.class));
  }

  private Opaque opaque(Place json) {
    json.allow(List.of(ChoiceShape.NODE, "class", "reason", "graph", Writing.ORIGIN));
    Place reason = json.find("reason");
    Object node = graphs.read(json.get("graph"));
    Opaque opaque =
        opaques.opaque(
            json.get("class").text(), reason == null ? null : reason.text(), node, json.path());
    opaques.link(node, opaque);
    return opaque;
  }

  /** A record by the name under {@code "node"}, of this kind. */
  Object node(Place json, Class<?> type) {
    Place name = json.get(ChoiceShape.NODE);
    RecordForm form = TABLE.find(name.text());
    if (form == null || !type.isAssignableFrom(form.type())) {
      throw name.unknown(SchemaMaker.kind(type), name.text(), namesOf(type));
    }
    Collection<String> keys = new ArrayList<>(form.keys());
    keys.add(ChoiceShape.NODE);
    if (ClauseElement.class.isAssignableFrom(type)) {
      keys.add(Writing.ORIGIN);
    }
    json.allow(keys);
    return form.readParts(json, this);
  }

  private static List<String> namesOf(Class<?> type) {
    return TABLE.byName().values().stream()
        .filter(form -> type.isAssignableFrom(form.type()))
        .map(RecordForm::name)
        .toList();
  }

  Object idOf(Place json) {
    Object id = value(json);
    return id == null ? PyNone.NONE : id;
  }

  /** What an id of the serializer's stands for. */
  Object resolve(PersistentId id) {
    // Not computeIfAbsent: resolving may read further.
    Object known = resolved.get(id);
    if (known == null) {
      known = references.resolve(id.text());
      resolved.put(id, known);
    }
    return known;
  }

  private ClauseElement ofReference(PersistentId id, Place json) {
    if (id instanceof PersistentId.OfAttribute attribute) {
      MappedEntity entity = references.mapped(attribute.mappedClass());
      return new MappedAttribute((MappedClass) asElement(entity, json), attribute.key());
    }
    return asElement(resolve(id), json);
  }

  /** What stands for itself as a part of a statement: one object for each. */
  private ClauseElement asElement(Object referred, Place json) {
    ClauseElement known = ofReferences.get(referred);
    if (known == null) {
      known = newElement(referred, json);
      ofReferences.put(referred, known);
    }
    return known;
  }

  private ClauseElement newElement(Object referred, Place json) {
    if (referred instanceof Table table) {
      return new TableRef(table);
    }
    if (referred instanceof Column column) {
      return ((TableRef) asElement(column.table(), json)).column(column);
    }
    if (referred instanceof MappedEntity entity) {
      return new MappedClass(entity);
    }
    if (referred instanceof MappedClass mapped) {
      return asElement(mapped.entity(), json);
    }
    if (referred instanceof ClauseElement element) {
      return element;
    }
    throw json.expected("a part of a statement");
  }
}
