package dev.brine.json;

import dev.brine.pickle.PyByteArray;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PySurrogateText;
import dev.brine.pickle.PyTuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of Python that are carried without being understood: how each was made, node by node.
 * They may refer to each other in cycles and in chains of any length, so that what is deep is
 * defined apart like what is shared.
 */
final class GraphWriting {

  static final String STATE = "state";
  static final String STEPS = "steps";
  static final String ARGS = "args";

  /** What a cycle through the arguments made of the object before it was complete. */
  static final String DRAFTS = "drafts";

  static final String KWARGS = "kwargs";

  /** How deep nodes stand within each other; more is hard to read. */
  private static final int INLINE_DEPTH = 16;

  private final Writing out;
  private final Deque<Runnable> unwritten = new ArrayDeque<>();
  private int depth;

  GraphWriting(Writing out) {
    this.out = out;
  }

  /** Writes what was put off. */
  void finish() {
    for (Runnable next = unwritten.poll(); next != null; next = unwritten.poll()) {
      next.run();
    }
  }

  /** A node that must have a name. */
  Slot apart(Object node) {
    if (write(node) instanceof Slot slot) {
      return slot.apart();
    }
    throw new AssertionError(node); // Elements are read from objects alone.
  }

  /** A node, or a reference to where it is. */
  Object write(Object node) {
    Object atom = atom(node);
    if (atom != null) {
      return atom;
    }
    Slot known = out.reached(node);
    if (known != null) {
      return known;
    }
    Slot slot = out.slot(node, kind(node));
    if (depth < INLINE_DEPTH) {
      fill(slot, node);
    } else {
      slot.apart();
      unwritten.add(() -> startOver(slot, node));
    }
    return slot;
  }

  private void startOver(Slot slot, Object node) {
    depth = 0;
    fill(slot, node);
  }

  private void fill(Slot slot, Object node) {
    depth++;
    slot.content = composite(node);
    depth--;
  }

  private static String kind(Object node) {
    if (node instanceof PyObject) {
      return "object";
    }
    return node.getClass().getSimpleName().substring("Py".length()).toLowerCase(Locale.ROOT);
  }

  /** What nothing can refer to; null of anything else. */
  private @Nullable Object atom(Object node) {
    if (node == PyNone.NONE) {
      return Json.NULL;
    }
    if (node instanceof String text) {
      return Texts.write(text);
    }
    if (node instanceof Boolean) {
      return node;
    }
    if (node instanceof Number number) {
      return Numbers.write(number);
    }
    if (node instanceof PyGlobal global) {
      return ValueWriting.tagged("global", ClassName.text(global));
    }
    if (node instanceof PyTuple tuple && tuple.isEmpty()) {
      return ValueWriting.tagged("tuple", List.of());
    }
    return out.isForeign(node) ? out.reference(node) : null;
  }

  private Object composite(Object node) {
    if (node instanceof PyObject object) {
      return object(object);
    }
    if (node instanceof PyList list) {
      return all(list);
    }
    if (node instanceof PyTuple tuple) {
      return ValueWriting.tagged("tuple", all(tuple));
    }
    if (node instanceof PyDict dict) {
      return ValueWriting.tagged("dict", pairs(dict));
    }
    if (node instanceof PySet set) {
      return ValueWriting.tagged("set", all(set));
    }
    if (node instanceof PyFrozenSet set) {
      return ValueWriting.tagged("frozenset", all(set));
    }
    if (node instanceof PyPersistent persistent) {
      return ValueWriting.tagged(ValueWriting.PERSISTENT_ID, write(persistent.id()));
    }
    return text(node);
  }

  private static Object text(Object node) {
    if (node instanceof PySurrogateText text) {
      return Texts.codePoints(text.codePoints());
    }
    if (node instanceof PyByteString text) {
      // Each character is a byte, which is more to look at than base64.
      return ValueWriting.tagged(
          "python2_str", new String(text.bytes(), StandardCharsets.ISO_8859_1));
    }
    if (node instanceof PyBytes bytes) {
      return ValueWriting.tagged("bytes", Base64.getEncoder().encodeToString(bytes.bytes()));
    }
    byte[] bytes = ((PyByteArray) node).bytes();
    return ValueWriting.tagged("bytearray", Base64.getEncoder().encodeToString(bytes));
  }

  private List<@Nullable Object> all(Iterable<?> nodes) {
    List<@Nullable Object> json = new ArrayList<>();
    nodes.forEach(each -> json.add(write(each)));
    return json;
  }

  private List<@Nullable Object> pairs(PyDict dict) {
    List<@Nullable Object> pairs = new ArrayList<>();
    dict.forEach((key, value) -> pairs.add(List.of(write(key), write(value))));
    return pairs;
  }

  private Map<String, @Nullable Object> object(PyObject object) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Object callable = object.callable();
    json.put(
        object.made().name().toLowerCase(Locale.ROOT),
        callable instanceof PyGlobal global ? ClassName.text(global) : write(callable));
    if (!object.args().isEmpty()) {
      json.put(ARGS, write(object.args()));
    }
    if (!object.kwargs().isEmpty()) {
      json.put(KWARGS, write(object.kwargs()));
    }
    List<PyObject.Step> steps = object.steps();
    if (steps.size() == 1
        && steps.get(0) instanceof PyObject.State state
        && state.setter() == null) {
      json.put(STATE, write(state.state()));
    } else if (!steps.isEmpty()) {
      json.put(STEPS, steps.stream().map(this::step).toList());
    }
    if (!object.drafts().isEmpty()) {
      json.put(DRAFTS, all(object.drafts()));
    }
    return json;
  }

  private Object step(PyObject.Step step) {
    if (step instanceof PyObject.State state) {
      Map<String, @Nullable Object> json = ValueWriting.tagged(STATE, write(state.state()));
      if (state.setter() != null) {
        json.put("setter", write(state.setter()));
      }
      return json;
    }
    if (step instanceof PyObject.ListItems list) {
      return ValueWriting.tagged("append", all(list.items()));
    }
    if (step instanceof PyObject.Added added) {
      return ValueWriting.tagged("add", all(added.items()));
    }
    PyObject.DictItems items = (PyObject.DictItems) step;
    List<@Nullable Object> pairs = new ArrayList<>();
    for (int i = 0; i < items.keys().size(); i++) {
      pairs.add(List.of(write(items.keys().get(i)), write(items.values().get(i))));
    }
    return ValueWriting.tagged("set_items", pairs);
  }
}
