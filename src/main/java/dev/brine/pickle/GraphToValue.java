package dev.brine.pickle;

import dev.brine.error.UnsupportedConstructException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts one node; a container reached twice is converted once. */
final class GraphToValue {

  /** In {@link #done} while a container is being converted. */
  private static final Object UNDER_WAY = new Object();

  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();
  private int depth;

  @Nullable Object convert(Object node) {
    if (node == PyNone.NONE) {
      return null;
    }
    if (node instanceof PyObject object) {
      return object(object);
    }
    return isContainer(node) ? once(node) : node;
  }

  private static boolean isContainer(Object node) {
    return node instanceof PyList
        || node instanceof PyTuple
        || node instanceof PyDict
        || node instanceof PySet
        || node instanceof PyFrozenSet;
  }

  private Object object(PyObject object) {
    if (StandardClasses.isContainer(object)) {
      return once(object);
    }
    Object value = StandardClasses.decode(object);
    return value == null ? object : value;
  }

  private Object once(Object node) {
    Object known = done.get(node);
    if (known == UNDER_WAY) {
      throw new UnsupportedConstructException(
          "A " + GraphText.typeName(node) + " that holds itself is no plain value");
    }
    if (known != null) {
      return known;
    }
    if (++depth > PythonValues.MAX_DEPTH) {
      throw PythonValues.tooDeep();
    }
    done.put(node, UNDER_WAY);
    Object value = DeepStack.at(depth, () -> container(node));
    done.put(node, value);
    depth--;
    return value;
  }

  private Object container(Object node) {
    if (node instanceof PyTuple tuple) {
      return new PythonTuple(list(tuple.asList()));
    }
    if (node instanceof PyDict dict) {
      return map(dict);
    }
    if (node instanceof PySet set) {
      return Collections.unmodifiableSet(set(set.asList()));
    }
    if (node instanceof PyFrozenSet set) {
      return new PythonFrozenSet(set(set.asList()));
    }
    return node instanceof PyList list ? values(list) : called((PyObject) node);
  }

  private Object called(PyObject call) {
    PyNode content = StandardClasses.container(call);
    return content instanceof PyDict dict ? new PythonOrderedDict(map(dict)) : container(content);
  }

  private List<@Nullable Object> values(PyList list) {
    PythonInts ints = list.toInts();
    return ints == null ? Collections.unmodifiableList(list(list.asList())) : ints;
  }

  private List<@Nullable Object> list(List<Object> elements) {
    List<@Nullable Object> values = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      values.add(convert(elements.get(i)));
    }
    return values;
  }

  private Set<@Nullable Object> set(List<Object> elements) {
    Set<@Nullable Object> values = new LinkedHashSet<>();
    KeyHash hashes = new KeyHash();
    for (Object element : list(elements)) {
      hashes.count(element);
      values.add(element);
    }
    return values;
  }

  private Map<@Nullable Object, @Nullable Object> map(PyDict dict) {
    Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
    KeyHash hashes = new KeyHash();
    dict.forEach(
        (node, value) -> {
          Object key = convert(node);
          hashes.count(key);
          values.put(key, convert(value));
        });
    return Collections.unmodifiableMap(values);
  }
}
