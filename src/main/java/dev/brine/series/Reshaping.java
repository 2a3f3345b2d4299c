package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object on its way from the shape in which another series wrote it to that of 2.0: what it is
 * called with and its state, to be changed by {@link ReshapingRule}s. The object itself stays as it
 * was, and so do those it refers to: each is reshaped when it is reached. Mutable, for one object.
 */
public final class Reshaping {

  private final PyObject original;
  private final PyDict attributes;

  /** Null where there are none. */
  private final @Nullable PyDict slots;

  /** Null until something is changed, which most objects never are. */
  private @Nullable Map<String, Object> changed;

  private Object type;

  /** Null while they are those of the original. */
  private @Nullable List<Object> arguments;

  public Reshaping(PyObject original) {
    this.original = original;
    this.attributes = original.stateDict();
    this.slots = original.hasSlots() ? original.slotState() : null;
    this.type = original.type();
  }

  PyObject original() {
    return original;
  }

  private Map<String, Object> state() {
    Map<String, Object> state = changed;
    if (state == null) {
      Map<String, Object> all = new LinkedHashMap<>();
      attributes.forEach((key, value) -> all.put(Texts.of(key), value));
      if (slots != null) {
        slots.forEach((key, value) -> all.put(Texts.of(key), value));
      }
      state = all;
      changed = state;
    }
    return state;
  }

  /** The keys that are left. */
  Set<String> keys() {
    return state().keySet();
  }

  boolean has(String key) {
    return find(key) != null;
  }

  /** The value of a key; null where there is none or it is None. */
  public @Nullable Object get(String key) {
    Object value = find(key);
    return value == PyNone.NONE ? null : value;
  }

  private @Nullable Object find(String key) {
    if (changed != null) {
      return changed.get(key);
    }
    Object slot = slots == null ? null : slots.get(key);
    return slot == null ? attributes.get(key) : slot;
  }

  /** The name of the function that is its operator; empty where there is none. */
  String operator() {
    return find("operator") instanceof PyGlobal operator ? operator.name() : "";
  }

  /** The value of a key, None where there is none, which is then gone. */
  Object take(String key) {
    Object value = state().remove(key);
    return value == null ? PyNone.NONE : value;
  }

  public Reshaping put(String key, Object value) {
    state().put(key, value);
    return this;
  }

  Reshaping putIfAbsent(String key, Object value) {
    state().putIfAbsent(key, value);
    return this;
  }

  Reshaping rename(String from, String to) {
    return put(to, take(from));
  }

  List<Object> arguments() {
    return arguments == null ? original.typeArgs().asList() : arguments;
  }

  /** Makes it an object that a call with these arguments makes. */
  void call(List<?> with) {
    arguments = new ArrayList<>(with);
  }

  /** Makes it an object of another class. */
  Reshaping become(PyGlobal cls) {
    type = cls;
    return this;
  }

  /** Another one of the same state as this has now. */
  Reshaping copy() {
    return new Reshaping(done());
  }

  /** What the object is now. */
  public PyObject done() {
    PyDict dict = new PyDict();
    state().forEach(dict::put);
    PyObject reshaped = PyObject.newObject(type, arguments().toArray()).build(dict);
    original.listItems().forEach(reshaped::append);
    original.dictItems().forEach(reshaped::setItem);
    return reshaped;
  }
}
