package dev.brine.json;

import dev.brine.pickle.DeepStack;
import dev.brine.pickle.PyByteArray;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyObject.Made;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PyTuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link GraphWriting} writes. What can be filled later is, so that cycles close and
 * chains of any length are no deeper than one link.
 */
final class GraphReading {

  private static final Map<String, Made> MADE = made();

  /** What is a node of Python's also where a value may stand. */
  static final List<String> TAGS =
      Stream.concat(
              MADE.keySet().stream(),
              Stream.of(
                  "global",
                  "bytes",
                  "bytearray",
                  "python2_str",
                  Texts.CODE_POINTS,
                  ValueWriting.PERSISTENT_ID))
          .toList();

  private static final List<String> CONTAINERS = List.of("tuple", "dict", "set", "frozenset");

  private final Reading in;
  private final Map<String, Object> shared = new HashMap<>();
  private final Deque<Runnable> unfilled = new ArrayDeque<>();

  GraphReading(Reading in) {
    this.in = in;
  }

  private static Map<String, Made> made() {
    Map<String, Made> made = new LinkedHashMap<>();
    for (Made each : Made.values()) {
      made.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    return made;
  }

  /** Fills what was put off. */
  void finish() {
    for (Runnable next = unfilled.poll(); next != null; next = unfilled.poll()) {
      next.run();
    }
  }

  Object read(Place json) {
    if (!json.isObject() || !json.has(JsonForm.REF)) {
      return node(json, null);
    }
    Place definition = in.definition(json);
    String name = json.get(JsonForm.REF).text();
    Object known = shared.get(name);
    if (known == null) {
      known = in.within(name, json, () -> node(definition, name));
      shared.put(name, known);
    }
    return known;
  }

  /** Makes it known by its name before it is filled, as it may hold itself. */
  private <T> T known(@Nullable String name, T node, Runnable filling) {
    if (name != null) {
      shared.put(name, node);
    }
    unfilled.add(filling);
    return node;
  }

  private Object node(Place json, @Nullable String name) {
    in.enter(json);
    Object node = in.isFar() ? DeepStack.call(() -> make(json, name)) : make(json, name);
    in.leave();
    return node;
  }

  private Object make(Place json, @Nullable String name) {
    if (json.isNull()) {
      return PyNone.NONE;
    }
    if (json.node().isNumber()) {
      return Numbers.read(json);
    }
    if (json.node().isArray()) {
      PyList list = new PyList();
      return known(name, list, () -> all(json).forEach(list::add));
    }
    if (!json.isObject()) {
      return json.node().isBoolean() ? (Object) json.flag() : json.text();
    }
    for (String tag : CONTAINERS) {
      if (json.has(tag)) {
        json.allow(List.of(tag));
        return container(tag, json.get(tag), name);
      }
    }
    for (Map.Entry<String, Made> each : MADE.entrySet()) {
      if (json.has(each.getKey())) {
        return object(each.getValue(), each.getKey(), json, name);
      }
    }
    return atom(json);
  }

  private Object container(String tag, Place items, @Nullable String name) {
    return switch (tag) {
      case "dict" -> {
        PyDict dict = new PyDict();
        yield known(name, dict, () -> pairs(items).forEach(each -> put(dict, each)));
      }
      case "set" -> {
        PySet set = new PySet();
        yield known(name, set, () -> all(items).forEach(set::add));
      }
      case "frozenset" -> PyFrozenSet.of(all(items).toArray());
      default -> PyTuple.of(all(items));
    };
  }

  private static void put(PyDict dict, List<Object> pair) {
    dict.put(pair.get(0), pair.get(1));
  }

  private List<Object> all(Place json) {
    List<Object> nodes = new ArrayList<>();
    for (Place each : json.items()) {
      nodes.add(read(each));
    }
    return nodes;
  }

  private List<List<Object>> pairs(Place json) {
    List<List<Object>> pairs = new ArrayList<>();
    for (Place each : json.items()) {
      List<Place> pair = each.items(2);
      pairs.add(Arrays.asList(read(pair.get(0)), read(pair.get(1))));
    }
    return pairs;
  }

  private Object atom(Place json) {
    for (String tag : TAGS) {
      if (json.has(tag)) {
        json.allow(List.of(tag));
        return atom(tag, json.get(tag));
      }
    }
    for (String tag : List.of(Numbers.INT, Numbers.FLOAT)) {
      if (json.has(tag)) {
        json.allow(List.of(tag));
        Place number = json.get(tag);
        return tag.equals(Numbers.INT)
            ? Numbers.readInt(number, in.limits())
            : Numbers.readFloat(number);
      }
    }
    for (String tag : ReferenceForm.TAGS) {
      if (json.has(tag)) {
        return in.resolve(ReferenceForm.read(tag, json));
      }
    }
    throw json.expected("an object of Python, told by one of " + TAGS + " or " + CONTAINERS);
  }

  private Object atom(String tag, Place json) {
    return switch (tag) {
      case "global" -> ClassName.read(json);
      case "bytes" -> PyBytes.of(base64(json));
      case "bytearray" -> PyByteArray.of(base64(json));
      case "python2_str" -> PyByteString.of(latin1(json));
      case Texts.CODE_POINTS -> Texts.read(json);
      default -> foreign(json);
    };
  }

  /** An id of somebody's own, or one that was not resolved when the dump was read. */
  private Object foreign(Place json) {
    Object id = read(json);
    finish();
    return in.references().resolve(id);
  }

  private static byte[] base64(Place json) {
    try {
      return Base64.getDecoder().decode(json.text());
    } catch (IllegalArgumentException e) {
      throw json.expected("base64");
    }
  }

  private static byte[] latin1(Place json) {
    String text = json.text();
    if (!text.chars().allMatch(each -> each <= 0xFF)) {
      throw json.expected("a text of characters that stand for bytes");
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Object object(Made made, String tag, Place json, @Nullable String name) {
    json.allow(
        List.of(
            tag,
            GraphWriting.ARGS,
            GraphWriting.KWARGS,
            GraphWriting.STATE,
            GraphWriting.STEPS,
            GraphWriting.DRAFTS));
    Place callable = json.get(tag);
    Object called = callable.node().isTextual() ? ClassName.read(callable) : read(callable);
    PyObject object = PyObject.made(made, called, args(json), kwargs(json));
    return known(name, object, () -> fill(object, json));
  }

  private PyTuple args(Place json) {
    Place args = json.find(GraphWriting.ARGS);
    if (args == null) {
      return PyTuple.EMPTY;
    }
    if (read(args) instanceof PyTuple tuple) {
      return tuple;
    }
    throw args.expected("a tuple");
  }

  private @Nullable PyDict kwargs(Place json) {
    Place kwargs = json.find(GraphWriting.KWARGS);
    if (kwargs == null) {
      return null;
    }
    if (read(kwargs) instanceof PyDict dict) {
      return dict;
    }
    throw kwargs.expected("a dict");
  }

  private void fill(PyObject object, Place json) {
    Place state = json.find(GraphWriting.STATE);
    if (state != null) {
      object.add(new PyObject.State(read(state), null));
    }
    Place steps = json.find(GraphWriting.STEPS);
    if (steps != null) {
      steps.items().forEach(each -> object.add(step(each)));
    }
    Place drafts = json.find(GraphWriting.DRAFTS);
    if (drafts != null) {
      addDrafts(object, drafts.items());
    }
  }

  /** Each that is added encloses those before. */
  private void addDrafts(PyObject object, List<Place> drafts) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (!(read(drafts.get(i)) instanceof PyObject draft)) {
        throw drafts.get(i).expected("an object of Python");
      }
      object.addDraft(draft);
    }
  }

  private PyObject.Step step(Place json) {
    if (json.has("append")) {
      json.allow(List.of("append"));
      return new PyObject.ListItems(new PyList(all(json.get("append"))));
    }
    if (json.has("add")) {
      json.allow(List.of("add"));
      return new PyObject.Added(new PyList(all(json.get("add"))));
    }
    if (json.has("set_items")) {
      json.allow(List.of("set_items"));
      List<List<Object>> pairs = pairs(json.get("set_items"));
      return new PyObject.DictItems(
          new PyList(pairs.stream().map(each -> each.get(0)).toList()),
          new PyList(pairs.stream().map(each -> each.get(1)).toList()));
    }
    json.allow(List.of(GraphWriting.STATE, "setter"));
    Place setter = json.find("setter");
    return new PyObject.State(
        read(json.get(GraphWriting.STATE)), setter == null ? null : read(setter));
  }
}
