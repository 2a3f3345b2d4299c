package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyFrozenSet;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PySet;
import dev.brine.pickle.PyTuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a collection, whichever of the many classes it is of: Python's own, SQLAlchemy's
 * ordered, immutable and facade ones, built by a call, by steps, or both.
 */
final class Containers {

  /** Where the {@code OrderedDict} of 0.6 to 0.9, a plain dict to pickle, keeps the order. */
  private static final String ORDER = "_list";

  private Containers() {}

  /** The elements of a list, tuple or set; nothing for what is none of those. */
  static List<Object> elements(@Nullable Object node) {
    List<Object> all = new ArrayList<>();
    Object given = node;
    while (given instanceof PyObject object) {
      all.addAll(0, object.listItems().asList());
      given = object.typeArgs().isEmpty() ? null : object.typeArgs().get(0);
    }
    if (all.isEmpty()) {
      return plain(given);
    }
    all.addAll(0, plain(given));
    return all;
  }

  private static List<Object> plain(@Nullable Object node) {
    if (node instanceof PyList list) {
      return list.asList();
    }
    if (node instanceof PyTuple tuple) {
      return tuple.asList();
    }
    if (node instanceof PySet set) {
      return set.asList();
    }
    return node instanceof PyFrozenSet set ? set.asList() : List.of();
  }

  /** The values of a mapping in its order; nothing for what is no mapping. */
  static List<Object> values(@Nullable Object node) {
    PyDict entries = entries(node);
    List<Object> values = new ArrayList<>(entries.size());
    if (node instanceof PyObject object && object.attribute(ORDER) instanceof PyList order) {
      for (Object key : order) {
        Object value = entries.get(key);
        values.add(value == null ? PyNone.NONE : value);
      }
    } else {
      entries.forEach((key, value) -> values.add(value));
    }
    return values;
  }

  private static PyDict entries(@Nullable Object node) {
    if (node instanceof PyDict dict) {
      return dict;
    }
    if (!(node instanceof PyObject object)) {
      return new PyDict();
    }
    if (object.typeArgs().isEmpty()) {
      return object.dictItems();
    }
    Object argument = object.typeArgs().get(0);
    return argument instanceof PyDict dict ? dict : ofPairs(elements(argument));
  }

  private static PyDict ofPairs(List<Object> pairs) {
    PyDict entries = new PyDict();
    for (Object each : pairs) {
      List<Object> pair = elements(each);
      if (pair.size() == 2) {
        // A name as key is an object of its own here, equal to no other.
        entries.put(pair.get(0), pair.get(1));
      }
    }
    return entries;
  }
}
