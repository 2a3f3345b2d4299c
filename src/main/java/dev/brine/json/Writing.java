package dev.brine.json;

import dev.brine.codec.AnonymousTokens;
import dev.brine.codec.Interning;
import dev.brine.codec.OpaqueParts;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.Opaque;
import dev.brine.expr.TableRef;
import dev.brine.pickle.DeepStack;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Column;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.shape.PersistentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One structure being written. Used once; not thread-safe. */
final class Writing {

  static final String NODE = ChoiceShape.NODE;
  static final String OPAQUE = "opaque";
  static final String ORIGIN = "origin";
  static final String CONSTANT = "constant";
  static final String PICKLED = "pickled";

  private static final FormTable TABLE = FormTable.get();

  private final Function<Object, @Nullable Object> persistentId;
  private final Map<ClauseElement, Object> origins;
  private final Interning references = new Interning();
  private final IdentityHashMap<Object, Slot> slots = new IdentityHashMap<>();
  private final List<Slot> inOrder = new ArrayList<>();
  private final Map<String, Long> tokens = new HashMap<>();
  private final ValueWriting values = new ValueWriting(this);
  private final GraphWriting graphs = new GraphWriting(this);
  private int depth;

  private Writing(Function<Object, @Nullable Object> persistentId, @Nullable Object root) {
    this.persistentId = persistentId;
    this.origins = OpaqueParts.origins(root);
  }

  /** The document: {@code root} and what it shares. */
  static Map<String, @Nullable Object> document(
      @Nullable Object root, Function<Object, @Nullable Object> persistentId) {
    Writing writing = new Writing(persistentId, root);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put(JsonForm.FORMAT_KEY, JsonForm.FORMAT);
    document.put(JsonForm.VERSION_KEY, JsonForm.VERSION);
    document.put(JsonForm.ROOT, writing.root(root));
    writing.graphs.finish();
    Map<String, @Nullable Object> shared = writing.shared();
    if (!shared.isEmpty()) {
      document.put(JsonForm.SHARED, shared);
    }
    return document;
  }

  private Map<String, @Nullable Object> shared() {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, @Nullable Object> shared = new LinkedHashMap<>();
    for (Slot slot : inOrder) {
      if (slot.isShared()) {
        slot.name(slot.kind + "_" + counts.merge(slot.kind, 1, Integer::sum));
        shared.put(slot.name(), slot.content);
      }
    }
    return shared;
  }

  /** What may stand at the top, in lists and dicts too: {@code ExprToGraph} tells what. */
  @Nullable Object root(@Nullable Object root) {
    if (root instanceof ClauseElement element) {
      return element(element);
    }
    Object source = OpaqueParts.source(root);
    if (source != null) {
      return ValueWriting.tagged(PICKLED, graph(source));
    }
    if (root instanceof ExecutableOption option) {
      return option(option);
    }
    if (root instanceof List<?> list) {
      return nested(() -> list.stream().map(this::root).toList());
    }
    if (root instanceof PythonTuple tuple) {
      return nested(() -> ValueWriting.tagged("tuple", rootsOf(tuple)));
    }
    if (root instanceof Map<?, ?> map) {
      return nested(() -> ValueWriting.tagged("dict", rootsOf(map)));
    }
    if (root instanceof Table || root instanceof Column) {
      return reference(root);
    }
    return value(root);
  }

  private List<@Nullable Object> rootsOf(PythonTuple tuple) {
    List<@Nullable Object> roots = new ArrayList<>();
    tuple.elements().forEach(each -> roots.add(root(each)));
    return roots;
  }

  private List<@Nullable Object> rootsOf(Map<?, ?> map) {
    List<@Nullable Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(Arrays.asList(root(key), root(value))));
    return pairs;
  }

  private Object option(ExecutableOption option) {
    return Objects.requireNonNull(
        new ChoiceShape(ExecutableOption.class, TABLE).write(option, this));
  }

  /** An element, or a reference to where it is. */
  Object element(ClauseElement given) {
    Object origin = origins.get(given);
    // Of what is opaque, it is what is written anyway.
    boolean hasOrigin = origin instanceof PyNode && !(given instanceof Opaque);
    ClauseElement element = hasOrigin ? given : references.of(given);
    Map<String, @Nullable Object> reference = asReference(element);
    if (reference != null && !hasOrigin) {
      return reference;
    }
    Slot known = slots.get(element);
    if (known != null) {
      return known.again();
    }
    Map<String, @Nullable Object> json = reference == null ? new LinkedHashMap<>() : reference;
    boolean isShareable = hasOrigin || !Interning.isReference(element);
    Object result = isShareable ? elementSlot(element, json) : json;
    if (reference == null) {
      enter();
      if (depth == DeepStack.FROM) {
        DeepStack.call(() -> put(element, json));
      } else {
        put(element, json);
      }
      depth--;
    }
    if (hasOrigin) {
      json.put(ORIGIN, graphs.apart(Objects.requireNonNull(origin)));
    }
    return result;
  }

  private Slot elementSlot(ClauseElement element, Object json) {
    String kind = element instanceof Opaque ? OPAQUE : kindOf(element);
    Slot slot = slot(element, kind);
    slot.content = json;
    return slot;
  }

  private static String kindOf(ClauseElement element) {
    RecordForm form = TABLE.find(element.getClass());
    return form == null ? CONSTANT : form.name();
  }

  /** The slot of what was not reached before. */
  Slot slot(Object key, String kind) {
    Slot slot = new Slot(kind);
    slots.put(key, slot);
    inOrder.add(slot);
    return slot;
  }

  /** The slot of what was reached before, else null. */
  @Nullable Slot reached(Object key) {
    Slot slot = slots.get(key);
    return slot == null ? null : slot.again();
  }

  private Map<String, @Nullable Object> put(
      ClauseElement element, Map<String, @Nullable Object> json) {
    if (element instanceof Opaque opaque) {
      json.put(NODE, OPAQUE);
      json.put("class", opaque.className());
      if (opaque.reason() != null) {
        json.put("reason", opaque.reason());
      }
      json.put("graph", graph(OpaqueParts.node(opaque)));
      return json;
    }
    RecordForm form = Objects.requireNonNull(TABLE.find(element.getClass()));
    json.put(NODE, form.name());
    form.writeParts(element, json, this);
    return json;
  }

  private @Nullable Map<String, @Nullable Object> asReference(ClauseElement element) {
    if (element instanceof Constant constant) {
      EnumForm form = Objects.requireNonNull(TABLE.findEnum(Constant.class));
      return ValueWriting.tagged(CONSTANT, form.text(constant));
    }
    if (element instanceof TableRef table) {
      return reference(table.table());
    }
    if (element instanceof ColumnRef column && column.table() instanceof TableRef owner) {
      Column offered = owner.table().findColumn(column.key());
      return offered != null && owner.column(offered).equals(column) ? reference(offered) : null;
    }
    if (element instanceof MappedClass || element instanceof MappedProperty) {
      return reference(element);
    }
    return element instanceof MappedAttribute attribute
            && attribute.parent() instanceof MappedClass parent
            && Interning.isReference(element)
        ? attribute(parent, attribute.key())
        : null;
  }

  private static Map<String, @Nullable Object> attribute(MappedClass parent, String key) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(ReferenceForm.ENTITY, ClassName.text(parent.entity()));
    json.put(ReferenceForm.ATTRIBUTE, key);
    return json;
  }

  /** Whether the object is no part of the structure, but has an id. */
  boolean isForeign(Object object) {
    return !(object instanceof PyNode) && persistentId.apply(object) != null;
  }

  /** What has an id, by its name. */
  Map<String, @Nullable Object> reference(Object object) {
    Object id = Objects.requireNonNull(persistentId.apply(object));
    PersistentId parsed = parse(id);
    Map<String, @Nullable Object> json = parsed == null ? null : ReferenceForm.of(parsed, object);
    return json != null ? json : ValueWriting.tagged(ValueWriting.PERSISTENT_ID, value(id));
  }

  private static @Nullable PersistentId parse(Object id) {
    try {
      return id instanceof String ? PersistentId.parse(id) : null;
    } catch (MalformedPickleException ownForm) {
      return null; // Somebody overrides persistentId and has ids of another form.
    }
  }

  @Nullable Object value(@Nullable Object value) {
    return value instanceof ClauseElement element ? element(element) : values.write(value);
  }

  @Nullable Object type(SqlType type) {
    return TypeForm.SHAPE.writeObject(type, this);
  }

  Object graph(Object node) {
    return graphs.write(node);
  }

  /** The template with its tokens numbered anew, so that equal statements give equal texts. */
  String template(AnonymousName name) {
    return AnonymousTokens.replace(
        name.template(), token -> tokens.computeIfAbsent(token, unseen -> tokens.size() + 1L));
  }

  /** One level deeper. */
  <T> T nested(Supplier<T> content) {
    enter();
    T result = depth == DeepStack.FROM ? DeepStack.call(content) : content.get();
    depth--;
    return result;
  }

  private void enter() {
    if (++depth > JsonForm.MAX_DEPTH) {
      throw new PickleLimitException(
          "what is to be written as JSON is nested deeper than JsonForm.MAX_DEPTH = "
              + JsonForm.MAX_DEPTH,
          "say it flatter: and() and or() take many conditions at once");
    }
  }
}
