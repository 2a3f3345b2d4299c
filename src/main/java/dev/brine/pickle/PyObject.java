package dev.brine.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object a pickle builds by calling something: what is called and with what, then, in {@link
 * #steps()}, what is done to the result. Brine does not call anything; it keeps the recipe, and
 * writes it back as it was.
 *
 * <p>Compared by identity. A graph may be cyclic, so steps are added after construction, by the
 * reader or by whoever builds a graph; not thread-safe until then, and only read afterwards.
 */
public final class PyObject implements PyNode {

  /** The opcode, or family of opcodes, that made the object. */
  public enum Made {
    /** {@code callable(*args)}. */
    REDUCE,
    /** {@code cls.__new__(cls, *args)}. */
    NEWOBJ,
    /** {@code cls.__new__(cls, *args, **kwargs)}. */
    NEWOBJ_EX,
    /** {@code cls(*args)} by INST, Python 2's old-style classes in protocol 0. */
    INST,
    /** {@code cls(*args)} by OBJ, the same in protocol 1. */
    OBJ,
    /**
     * A class or function by its number in Python's {@code copyreg} registry, which is not in the
     * pickle: {@code args} is the number.
     */
    EXTENSION
  }

  /** Something done to the object after it was made, in order. */
  public sealed interface Step permits ListItems, DictItems, Added, State {}

  /** {@code obj.extend(items)}. */
  public record ListItems(PyList items) implements Step {}

  /** {@code obj[key] = value} for each pair. Not a dict: the keys may be of any kind. */
  public record DictItems(PyList keys, PyList values) implements Step {}

  /** {@code obj.add(item)} for each. */
  public record Added(PyList items) implements Step {}

  /** {@code obj.__setstate__(state)}, or {@code setter(obj, state)} where there is a setter. */
  public record State(Object state, @Nullable Object setter) implements Step {}

  private static final PyGlobal RECONSTRUCTOR = new PyGlobal("copyreg", "_reconstructor");
  private static final PyGlobal NEWOBJ = new PyGlobal("copyreg", "__newobj__");
  private static final PyGlobal OBJECT = new PyGlobal("builtins", "object");
  private static final PyGlobal EXTENSION = new PyGlobal("copyreg", "_inverted_registry");

  private final Made made;
  private final Object callable;
  private final PyTuple args;
  private final @Nullable PyDict kwargs;

  /** Empty, too, where the state is all: most objects get theirs and nothing else. */
  private List<Step> steps = List.of();

  /** What the last {@link State} among the steps gives. */
  private @Nullable Object state;

  /**
   * Copies of the recipe that the stream began and dropped, outermost first: what {@code
   * __reduce__} returns may hold the object itself, is new at each call, and is pickled again from
   * within. They mean the same as the recipe, and serve only to write the same bytes again.
   */
  private List<PyObject> drafts = List.of();

  PyObject(Made made, Object callable, PyTuple args, @Nullable PyDict kwargs) {
    this.made = made;
    this.callable = Objects.requireNonNull(callable, "callable");
    this.args = Objects.requireNonNull(args, "args");
    this.kwargs = kwargs;
  }

  /** {@code callable(*args)}. */
  public static PyObject reduce(Object callable, Object... args) {
    return new PyObject(Made.REDUCE, callable, PyTuple.of(args), null);
  }

  /** {@code cls.__new__(cls, *args)}, as ordinary objects are made from protocol 2 on. */
  public static PyObject newObject(Object cls, Object... args) {
    return new PyObject(Made.NEWOBJ, cls, PyTuple.of(args), null);
  }

  /** {@code cls.__new__(cls, *args, **kwargs)}. */
  public static PyObject newObjectWithKeywords(Object cls, PyTuple args, PyDict kwargs) {
    return new PyObject(Made.NEWOBJ_EX, cls, args, kwargs);
  }

  /** An object made in any way, with nothing done to it yet. */
  public static PyObject made(Made made, Object callable, PyTuple args, @Nullable PyDict kwargs) {
    return new PyObject(made, callable, args, kwargs);
  }

  static PyObject extension(long code) {
    return new PyObject(Made.EXTENSION, EXTENSION, PyTuple.of(code), null);
  }

  /** Adds {@code obj.__setstate__(state)}, or {@code obj.__dict__.update(state)}. */
  public PyObject build(Object state) {
    if (this.state == null && steps.isEmpty()) {
      this.state = state;
      return this;
    }
    return add(new State(state, null));
  }

  /** Adds {@code obj.append(item)}. */
  public PyObject append(Object item) {
    if (lastStep() instanceof ListItems last) {
      last.items.add(item);
      return this;
    }
    return add(new ListItems(PyList.of(item)));
  }

  /** Adds {@code obj[key] = value}. */
  public PyObject setItem(Object key, Object value) {
    if (lastStep() instanceof DictItems last) {
      last.keys.add(key);
      last.values.add(value);
      return this;
    }
    return add(new DictItems(PyList.of(key), PyList.of(value)));
  }

  /** Adds {@code obj.add(item)}. */
  public PyObject addItem(Object item) {
    if (lastStep() instanceof Added last) {
      last.items.add(item);
      return this;
    }
    return add(new Added(PyList.of(item)));
  }

  /** Does one more thing to the object. */
  public PyObject add(Step step) {
    if (steps.isEmpty()) {
      steps = new ArrayList<>(steps());
    }
    steps.add(step);
    if (step instanceof State given) {
      state = given.state();
    }
    return this;
  }

  /** The drafts, the outermost first. */
  public List<PyObject> drafts() {
    return Collections.unmodifiableList(drafts);
  }

  /** Adds a draft, which encloses those added before. */
  public void addDraft(PyObject draft) {
    if (drafts.isEmpty()) {
      drafts = new ArrayList<>(1);
    }
    drafts.add(0, draft);
  }

  private @Nullable Step lastStep() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  public Made made() {
    return made;
  }

  /** What was called: mostly a {@link PyGlobal}, else the PyObject that yields the callable. */
  public Object callable() {
    return callable;
  }

  public PyTuple args() {
    return args;
  }

  /** The keyword arguments of {@link Made#NEWOBJ_EX}; empty otherwise. */
  public PyDict kwargs() {
    return kwargs == null ? new PyDict() : kwargs;
  }

  /** What was done to the object, in order. Unmodifiable. */
  public List<Step> steps() {
    return steps.isEmpty() && state != null
        ? List.of(new State(state, null))
        : Collections.unmodifiableList(steps);
  }

  /**
   * The class the object is an instance of, as far as the recipe tells: the class of NEWOBJ, or of
   * {@code copyreg._reconstructor} and {@code copyreg.__newobj__}, which say the same in protocols
   * 0 and 1; otherwise whatever was called, be it a class or a function.
   */
  public Object type() {
    return isHelperCall() ? args.get(0) : callable;
  }

  private boolean isHelperCall() {
    return made == Made.REDUCE
        && !args.isEmpty()
        && (RECONSTRUCTOR.equals(callable) || NEWOBJ.equals(callable));
  }

  /**
   * The arguments that go with {@link #type()}: those of NEWOBJ or of the call. Of {@code
   * copyreg._reconstructor(cls, base, value)} nothing when the base is {@code object}, else the
   * value alone.
   */
  public PyTuple typeArgs() {
    if (!isHelperCall()) {
      return args;
    }
    List<Object> rest = args.asList().subList(1, args.size());
    if (NEWOBJ.equals(callable)) {
      return PyTuple.of(rest);
    }
    boolean plain = rest.isEmpty() || OBJECT.equals(rest.get(0));
    return plain ? PyTuple.EMPTY : PyTuple.of(rest.subList(1, rest.size()));
  }

  /**
   * Whether the object came into being without a call of its own: NEWOBJ, or one of its spellings
   * in protocols 0 and 1.
   */
  public boolean isInstance() {
    return made == Made.NEWOBJ || made == Made.NEWOBJ_EX || isHelperCall();
  }

  /**
   * {@code "module.qualname"} of {@link #type()}, also for a nested class that protocols below 4
   * spell with {@code getattr}; where the callable is itself the result of a call, the name of that
   * call's type with {@code "()"} after it.
   */
  public String className() {
    Object type = type();
    return type instanceof PyGlobal global ? global.path() : nameOfCall(type);
  }

  private static String nameOfCall(Object type) {
    StringBuilder calls = new StringBuilder();
    Object current = type;
    while (true) {
      PyGlobal name = PyGlobal.named(current);
      if (name != null) {
        return name.path() + calls;
      }
      if (!(current instanceof PyObject call)) {
        return GraphText.typeName(current) + calls;
      }
      calls.append("()");
      current = call.type();
    }
  }

  /** The state given by the last BUILD; null when there was none. */
  public @Nullable Object state() {
    return state;
  }

  /**
   * The attributes in the state: the dict itself, or the first half of the pair {@code (dict or
   * None, slots)}. Empty when there is none.
   */
  public PyDict stateDict() {
    if (state instanceof PyDict dict) {
      return dict;
    }
    return state instanceof PyTuple pair && isSlotPair(pair) && pair.get(0) instanceof PyDict dict
        ? dict
        : new PyDict();
  }

  /** The values of {@code __slots__}: the second half of the pair. Empty when there is none. */
  public PyDict slotState() {
    return state instanceof PyTuple pair && isSlotPair(pair) && pair.get(1) instanceof PyDict dict
        ? dict
        : new PyDict();
  }

  /** Whether the state is such a pair. */
  public boolean hasSlots() {
    return state instanceof PyTuple pair && isSlotPair(pair);
  }

  private static boolean isSlotPair(PyTuple state) {
    return state.size() == 2
        && (state.get(0) instanceof PyDict || state.get(0) == PyNone.NONE)
        && (state.get(1) instanceof PyDict || state.get(1) == PyNone.NONE);
  }

  /** An attribute by name, of the state dict or else of the slots; null when it is in neither. */
  public @Nullable Object attribute(String name) {
    Object value = stateDict().get(name);
    return value != null || !hasSlots() ? value : slotState().get(name);
  }

  /** Whether anything was appended, set by key or added. */
  public boolean hasItems() {
    for (Step step : steps) {
      if (!(step instanceof State)) {
        return true;
      }
    }
    return false;
  }

  /** What was appended to the object, in order. */
  public PyList listItems() {
    PyList all = new PyList();
    for (Step step : steps) {
      if (step instanceof ListItems items) {
        items.items.forEach(all::add);
      }
    }
    return all;
  }

  /**
   * What was set by key on the object.
   *
   * @throws dev.brine.error.MalformedPickleException when a key is one that no dict can hold
   */
  public PyDict dictItems() {
    PyDict all = new PyDict();
    for (Step step : steps) {
      if (step instanceof DictItems items) {
        for (int i = 0; i < items.keys.size(); i++) {
          all.put(items.keys.get(i), items.values.get(i));
        }
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
