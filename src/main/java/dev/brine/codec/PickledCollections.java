package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The collections of relationships ({@code orm/collections.py}) and values that tell of changes
 * ({@code ext/mutable.py}): Python's own collections, with a class of SQLAlchemy's or the user's.
 */
enum PickledCollections {
  LIST,
  SET,
  DICT;

  private static final List<String> MODULES =
      List.of(
          "sqlalchemy.orm.collections.",
          "sqlalchemy.orm.mapped_collection.",
          "sqlalchemy.ext.mutable.",
          "sqlalchemy.ext.orderinglist.");

  /** The kind of an object that is a collection; null if it is none. */
  static @Nullable PickledCollections of(PyObject object) {
    for (PyObject.Step step : object.steps()) {
      if (step instanceof PyObject.ListItems) {
        return LIST;
      }
      if (step instanceof PyObject.DictItems) {
        return DICT;
      }
      if (step instanceof PyObject.Added) {
        return SET;
      }
    }
    String name = object.className();
    return MODULES.stream().anyMatch(name::startsWith) ? byName(name) : null;
  }

  /** What an empty one is, only its name tells; KeyFuncDict has a function that makes it. */
  private static PickledCollections byName(String name) {
    if (name.endsWith("Set")) {
      return SET;
    }
    return name.contains("Dict") || name.endsWith(".MappedCollection") ? DICT : LIST;
  }

  static String simpleName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The items of a list or set: appended or added later, or given at once. */
  List<Object> items(PyObject object) {
    List<Object> items = new ArrayList<>();
    if (!object.typeArgs().isEmpty() && object.typeArgs().get(0) instanceof PyList given) {
      items.addAll(given.asList());
    }
    for (PyObject.Step step : object.steps()) {
      if (step instanceof PyObject.ListItems listed) {
        items.addAll(listed.items().asList());
      } else if (step instanceof PyObject.Added added) {
        items.addAll(added.items().asList());
      }
    }
    return items;
  }

  /** The items of a dict: set by key, or given at once. */
  static PyDict dict(PyObject object) {
    PyDict items = new PyDict();
    for (Object argument : object.typeArgs().asList()) {
      if (argument instanceof PyDict given) {
        given.forEach(items::put);
      }
    }
    object.dictItems().forEach(items::put);
    return items;
  }

  /** Values of a list or set as one. */
  Collection<@Nullable Object> collection(List<@Nullable Object> values) {
    return this == SET
        ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
        : Collections.unmodifiableList(values);
  }
}
