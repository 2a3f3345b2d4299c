package dev.brine.pickle;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.error.Wording;
import dev.brine.pickle.PyObject.Made;
import dev.brine.pickle.PyObject.State;

/**
 * What the opcodes do to objects, recorded on the graph's nodes; whatever Python would refuse with
 * a TypeError is malformed.
 */
final class UnpickleActions {

  private final PickleInput input;
  private final ReadLimits limits;
  private final UnpickleStack stack;
  private final long maxItems;

  /** How many opcodes may be run, and how many parts of keys are read beside. */
  private final long most;

  private long keyParts;

  UnpickleActions(PickleInput input, ReadLimits limits, UnpickleStack stack, long most) {
    this.input = input;
    this.limits = limits;
    this.stack = stack;
    this.maxItems = limits.of(Limit.MAX_ITEMS);
    this.most = most;
  }

  /** That the pickle has more opcodes than allowed, or than fit into the memory allowed. */
  PickleLimitException tooMuch(String what) {
    long opcodes = limits.of(Limit.MAX_OPCODES);
    return most == opcodes
        ? input.exceeded(Limit.MAX_OPCODES, what)
        : input.exceeded(
            Limit.MAX_ALLOCATION, what + " the %d opcodes that fit into".formatted(most));
  }

  /** Appends what lies in an array from one place up to another. */
  void appends(Object target, Object[] items, int from, int to) {
    if (target instanceof PyList list) {
      requireItems(list.size() + to - from - 1);
      list.addAll(items, from, to);
    } else {
      for (int i = from; i < to; i++) {
        append(target, items[i]);
      }
    }
  }

  /** Appends so many ints that lie at the beginning of an array. */
  void appends(Object target, int[] ints, int count) {
    if (target instanceof PyList list) {
      requireItems(list.size() + count - 1);
      list.addAll(ints, count);
    } else {
      for (int i = 0; i < count; i++) {
        append(target, (long) ints[i]);
      }
    }
  }

  void append(Object target, Object item) {
    if (target instanceof PyList list) {
      requireItems(list.size());
      list.add(item);
    } else if (target instanceof PyByteArray bytes) {
      bytes.add(byteOf(item));
    } else if (target instanceof PyObject object && isMade(object)) {
      object.append(item);
    } else {
      throw refuse("cannot append to", target);
    }
  }

  private void requireItems(int size) {
    if (size >= maxItems) {
      throw input.exceeded(Limit.MAX_ITEMS, "more than");
    }
  }

  void setItem(Object target, Object key, Object value) {
    if (target instanceof PyDict dict) {
      put(dict, key, value);
    } else if (target instanceof PyList list) {
      stack.tangle();
      list.set(index(key, list.size()), value);
    } else if (target instanceof PyByteArray bytes) {
      bytes.set(index(key, bytes.length()), byteOf(value));
    } else if (target instanceof PyObject object && isMade(object)) {
      weigh(key);
      if (GraphDepth.isComposite(key)) {
        stack.tangle(); // keys are kept apart from values
      }
      object.setItem(key, value);
    } else {
      throw refuse("cannot set an item of", target);
    }
  }

  void addItem(Object target, Object item) {
    if (target instanceof PySet set) {
      add(set, item);
    } else if (target instanceof PyObject object && isMade(object)) {
      weigh(item);
      object.addItem(item);
    } else {
      throw refuse("cannot add to", target);
    }
  }

  PyFrozenSet frozenSet(Object[] items) {
    require(items);
    for (Object item : items) {
      weighElement(item);
    }
    try {
      return PyFrozenSet.of(items);
    } catch (MalformedPickleException unhashable) {
      throw located(unhashable);
    }
  }

  /** What popped from the stack is to be the items of one container. */
  private void require(Object[] items) {
    if (items.length > maxItems) {
      throw input.exceeded(Limit.MAX_ITEMS, "%d items, more than".formatted(items.length));
    }
  }

  /** Few opcodes refer to the same large key again and again; each time it has to be compared. */
  private void weigh(Object key) {
    if (key instanceof String || key instanceof Long) {
      return;
    }
    int parts = PyKey.weight(key);
    if (parts > limits.of(Limit.MAX_KEY_PARTS)) {
      throw input.exceeded(Limit.MAX_KEY_PARTS, "a key of more than");
    }
    keyParts += parts;
    if (keyParts > most) {
      throw tooMuch("the keys of dicts and sets have more parts than");
    }
  }

  /** An element that is there already is dropped. */
  private void weighElement(Object item) {
    weigh(item);
    if (GraphDepth.isComposite(item)) {
      stack.tangle();
    }
  }

  private void put(PyDict dict, Object key, Object value) {
    requireItems(dict.size());
    weigh(key);
    int size = dict.size();
    try {
      dict.put(key, value);
    } catch (MalformedPickleException unhashable) {
      throw located(unhashable);
    }
    if (dict.size() == size) {
      stack.tangle(); // another value was dropped
    }
  }

  private void add(PySet set, Object item) {
    requireItems(set.size());
    weighElement(item);
    try {
      set.add(item);
    } catch (MalformedPickleException unhashable) {
      throw located(unhashable);
    }
  }

  private MalformedPickleException located(MalformedPickleException unhashable) {
    return input.malformed(String.valueOf(unhashable.getMessage()));
  }

  void build(Object target, Object state) {
    if (target instanceof PyObject object && isMade(object)) {
      object.build(state);
    } else if (changesNothing(state)) {
      stack.tangle(); // it is dropped
    } else {
      throw refuse("cannot set the state of", target);
    }
  }

  /** None, or neither attributes nor slots: Python looks no further, whatever the object is. */
  private static boolean changesNothing(Object state) {
    return state == PyNone.NONE
        || (state instanceof PyTuple pair
            && pair.size() == 2
            && pair.get(0) == PyNone.NONE
            && pair.get(1) instanceof PyDict slots
            && slots.isEmpty());
  }

  /** Whether the stream made the object itself: what it only names must stay as it is. */
  private static boolean isMade(PyObject object) {
    return object.made() != Made.EXTENSION;
  }

  /** An index as Python takes it: from the end where it is negative. */
  private int index(Object key, int size) {
    long index = integer(key, "an index must be an int, not");
    long position = index < 0 ? index + size : index;
    if (position < 0 || position >= size) {
      throw input.malformed("index %d is out of range".formatted(index));
    }
    return (int) position;
  }

  private byte byteOf(Object item) {
    long value = integer(item, "an item of a bytearray must be an int, not");
    if (value < 0 || value > 0xFF) {
      throw input.malformed("%d is no byte".formatted(value));
    }
    return (byte) value;
  }

  private long integer(Object node, String otherwise) {
    if (node instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (node instanceof Long number) {
      return number;
    }
    throw refuse(otherwise, node);
  }

  /** A part of a name that lies on the stack; the 8-bit string of Python 2 will do too. */
  String name(Object part) {
    if (part instanceof PyByteString old && old.isAscii()) {
      return old.text();
    }
    if (part instanceof String text && PickleText.isEncodable(text)) {
      return text;
    }
    throw input.malformed("names must be str");
  }

  PyDict dict(Object[] items) {
    if (items.length % 2 != 0) {
      throw input.malformed("a key without a value");
    }
    PyDict dict = new PyDict();
    for (int i = 0; i < items.length; i += 2) {
      put(dict, items[i], items[i + 1]);
    }
    return dict;
  }

  /** Sets keys and values, which alternate in an array from one place up to another. */
  void setItems(Object target, Object[] items, int from, int to) {
    if ((to - from) % 2 != 0) {
      throw input.malformed("a key without a value");
    }
    if (target instanceof PyDict dict) {
      if (dict.isEmpty() && fill(dict, items, from, to)) {
        return;
      }
      dict.reserve((to - from) / 2);
    }
    for (int i = from; i < to; i += 2) {
      setItem(target, items[i], items[i + 1]);
    }
  }

  /** Fills a dict whose keys are those of others. */
  private boolean fill(PyDict dict, Object[] items, int from, int to) {
    DictKeys keys = RecurringKeys.of(items, from, to);
    if (keys == null) {
      return false;
    }
    requireItems(keys.size() - 1);
    if (!dict.fill(keys, items, from)) {
      RecurringKeys.renew(keys, items, from);
    }
    return true;
  }

  PyTuple tuple(Object[] items) {
    require(items);
    return PyTuple.wrap(items);
  }

  PyList list(Object[] items) {
    require(items);
    return PyList.wrap(items);
  }

  PyObject reduce(Object callable, Object args) {
    if (StandardClasses.DECIMAL.equals(callable)) {
      requireDecimal(tuple(args));
    }
    return new PyObject(Made.REDUCE, callable(callable), tuple(args), null);
  }

  PyObject newObject(Object cls, Object args) {
    return new PyObject(Made.NEWOBJ, callable(cls), tuple(args), null);
  }

  PyObject newObject(Object cls, Object args, Object kwargs) {
    if (!(kwargs instanceof PyDict dict)) {
      throw refuse("keyword arguments must be a dict, not", kwargs);
    }
    for (int i = 0; i < dict.size(); i++) {
      if (!GraphText.isText(dict.keyAt(i))) {
        throw refuse("keywords must be str, not", dict.keyAt(i));
      }
    }
    return new PyObject(Made.NEWOBJ_EX, callable(cls), tuple(args), dict);
  }

  PyObject instance(Made made, Object cls, Object... args) {
    return new PyObject(made, callable(cls), PyTuple.wrap(args), null);
  }

  PyObject extension(long code) {
    if (code <= 0) {
      throw input.malformed("extension code must be positive, was " + code);
    }
    return PyObject.extension(code);
  }

  /** Arithmetic with few digits and a large exponent makes many digits. */
  private void requireDecimal(PyTuple args) {
    String text = args.isEmpty() ? null : StandardClasses.text(args.get(0));
    Limit exceeded = text == null ? null : DecimalSize.exceeds(text, limits);
    if (exceeded != null) {
      throw input.exceeded(exceeded, "a Decimal beyond");
    }
  }

  private PyTuple tuple(Object args) {
    if (args instanceof PyTuple tuple) {
      return tuple;
    }
    throw refuse("arguments must be a tuple, not", args);
  }

  /** A name, a made object, or something a subclass put in: plain values cannot be called. */
  private Object callable(Object node) {
    if (node instanceof PyGlobal) {
      return node;
    }
    boolean plain =
        node instanceof String
            || node instanceof Number
            || node instanceof Boolean
            || (node instanceof PyNode
                && !(node instanceof PyObject || node instanceof PyPersistent));
    if (plain) {
      throw refuse("cannot call", node);
    }
    return node;
  }

  /**
   * Whether a dropped call is {@code setter(obj, state)} on the object now on top: the sixth item
   * of a {@code __reduce__} tuple is pickled like this. It is kept as a step of that object.
   */
  boolean isStateSetter(Object popped) {
    if (popped instanceof PyObject call
        && call.made() == Made.REDUCE
        && call.args().size() == 2
        && call.args().get(0) instanceof PyObject object
        && stack.isTop(object)) {
      object.add(new State(call.args().get(1), call.callable()));
      return true;
    }
    return false;
  }

  /** Keeps a dropped object with the one just fetched in its place, where that says the same. */
  void keepDraft(Object dropped) {
    if (dropped instanceof PyObject draft
        && stack.top() instanceof PyObject object
        && draft.made() == object.made()
        && draft.callable().equals(object.callable())) {
      object.addDraft(draft);
    }
  }

  private MalformedPickleException refuse(String what, Object node) {
    return input.malformed(what + " " + Wording.a(GraphText.typeName(node)));
  }
}
