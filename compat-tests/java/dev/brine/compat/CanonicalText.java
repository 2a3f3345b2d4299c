package dev.brine.compat;

import dev.brine.pickle.PyByteArray;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyObject.Made;
import dev.brine.pickle.PyObject.Step;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PySurrogateText;
import dev.brine.pickle.PyTuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The text of a graph, to the letter that of {@code compat-tests/python/agreement/canonical.py},
 * which says what it means.
 */
final class CanonicalText {

  private static final int SET_DEPTH = 2;

  private final StringBuilder out = new StringBuilder();
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
  private final int depth;
  private boolean ambiguous;

  private CanonicalText(int depth) {
    this.depth = depth;
  }

  static String of(Object graph) {
    CanonicalText text = new CanonicalText(0);
    text.write(graph);
    return text.ambiguous ? "~" + text.out.toString().replaceAll("#\\d+=?", "#") : text.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void write(Object node) {
    if (node instanceof PyNone) {
      out.append('N');
    } else if (node instanceof Boolean flag) {
      out.append(flag ? 'T' : 'F');
    } else if (node instanceof Long || node instanceof BigInteger) {
      out.append('i').append(new BigInteger(node.toString()).toString(16));
    } else if (node instanceof PyGlobal name) {
      name(name.module(), name.name());
    } else if (node instanceof PyObject object && object.made() == Made.EXTENSION) {
      name("extension", object.args().get(0).toString());
    } else if (isShared(node)) {
      parts(node);
    } else if (numbers.containsKey(node)) {
      out.append('#').append(numbers.get(node));
    } else {
      out.append('#').append(numbers.size()).append('=');
      numbers.put(node, numbers.size());
      parts(node);
    }
  }

  /** Whether CPython may use one object wherever this value occurs. */
  private static boolean isShared(Object node) {
    return (node instanceof String text && text.codePointCount(0, text.length()) < 2)
        || (node instanceof PyByteString old && old.length() < 2)
        || (node instanceof PyBytes bytes && bytes.length() < 2)
        || (node instanceof PyTuple tuple && tuple.isEmpty())
        || (node instanceof PyFrozenSet set && set.isEmpty());
  }

  private void parts(Object node) {
    if (node instanceof String text) {
      quote(text.codePoints().toArray());
    } else if (node instanceof PySurrogateText text) {
      quote(text.codePoints().toArray());
    } else if (node instanceof PyByteString text) {
      quote(surrogateEscape(text.bytes()));
    } else if (node instanceof Double number) {
      out.append('f');
      long bits = Double.doubleToLongBits(number);
      out.append(number.isNaN() ? "nan" : "%016x".formatted(bits));
    } else if (node instanceof PyBytes bytes) {
      out.append('b').append(HexFormat.of().formatHex(bytes.bytes()));
    } else if (node instanceof PyByteArray bytes) {
      out.append('a').append(HexFormat.of().formatHex(bytes.bytes()));
    } else if (node instanceof PyTuple tuple) {
      all("(", tuple, ")");
    } else if (node instanceof PyList list) {
      all("[", list, "]");
    } else if (node instanceof PyDict dict) {
      all("{", entries(dict), "}");
    } else if (node instanceof PySet set) {
      all("<", ordered(set), ">");
    } else if (node instanceof PyFrozenSet set) {
      all("f<", ordered(set), ">");
    } else if (node instanceof PyPersistent persistent) {
      all("p(", List.of(persistent.id()), ")");
    } else if (node instanceof PyObject object) {
      object(object);
    } else {
      throw new AssertionError("no such node: " + node.getClass());
    }
  }

  private void object(PyObject object) {
    out.append(isCall(object) ? "call " : "new ");
    write(object.callable());
    all("(", object.args(), ")");
    all("{", entries(object.kwargs()), "}");
    String previous = "";
    for (Step step : object.steps()) {
      // A call that was dropped, which only Brine keeps where it may be a setter of state.
      if (step instanceof PyObject.State state && state.setter() != null) {
        continue;
      }
      previous = step(step, previous);
    }
  }

  /** INST and OBJ call a class that is given nothing as NEWOBJ does. */
  private static boolean isCall(PyObject object) {
    return switch (object.made()) {
      case REDUCE, EXTENSION -> true;
      case NEWOBJ, NEWOBJ_EX -> false;
      case INST, OBJ -> !object.args().isEmpty();
    };
  }

  /** Writes a step, as a part of the one before where both do the same; the kind of step. */
  private String step(Step step, String previous) {
    if (step instanceof PyObject.State state) {
      all(".state(", List.of(state.state()), ")");
      return "";
    }
    String kind;
    List<Object> items = new ArrayList<>();
    if (step instanceof PyObject.ListItems list) {
      kind = ".append(";
      items.addAll(list.items().asList());
    } else if (step instanceof PyObject.Added added) {
      kind = ".add(";
      items.addAll(added.items().asList());
    } else {
      PyObject.DictItems pairs = (PyObject.DictItems) step;
      kind = ".set(";
      for (int i = 0; i < pairs.keys().size(); i++) {
        items.add(pairs.keys().get(i));
        items.add(pairs.values().get(i));
      }
    }
    if (kind.equals(previous)) {
      out.setLength(out.length() - 1);
      all("", items, ")");
    } else {
      all(kind, items, ")");
    }
    return kind;
  }

  private void name(String module, String name) {
    out.append('g');
    quote(module.codePoints().toArray());
    out.append(' ');
    quote(name.codePoints().toArray());
  }

  private void all(String opening, Iterable<?> nodes, String closing) {
    out.append(opening);
    for (Object node : nodes) {
      write(node);
      out.append(',');
    }
    out.append(closing);
  }

  private static List<Object> entries(PyDict dict) {
    List<Object> entries = new ArrayList<>();
    dict.forEach(
        (key, value) -> {
          entries.add(key);
          entries.add(value);
        });
    return entries;
  }

  private record Keyed(String text, int number, Object element) {}

  private List<Object> ordered(Iterable<Object> elements) {
    if (depth > SET_DEPTH) {
      return List.of();
    }
    List<Keyed> keyed = new ArrayList<>();
    for (Object element : elements) {
      CanonicalText key = new CanonicalText(depth + 1);
      key.write(element);
      int number = numbers.getOrDefault(element, Integer.MAX_VALUE);
      keyed.add(new Keyed(key.toString(), number, element));
    }
    keyed.sort(Comparator.comparing(Keyed::text).thenComparing(Keyed::number));
    for (int i = 1; i < keyed.size(); i++) {
      Keyed before = keyed.get(i - 1);
      ambiguous |= before.text.equals(keyed.get(i).text) && before.number == keyed.get(i).number;
    }
    return keyed.stream().map(Keyed::element).toList();
  }

  /** Python's way of having every byte in a text. */
  private static int[] surrogateEscape(byte[] bytes) {
    int[] codePoints = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      codePoints[i] = bytes[i] < 0 ? 0xDC00 + (bytes[i] & 0xFF) : bytes[i];
    }
    return codePoints;
  }

  private void quote(int[] codePoints) {
    out.append('"');
    for (int each : codePoints) {
      if (each < ' ' || each > '~' || each == '"' || each == '#' || each == '\\') {
        out.append('\\').append(Integer.toString(each)).append(';');
      } else {
        out.append((char) each);
      }
    }
    out.append('"');
  }
}
