package dev.brine.pickle;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import net.razorvine.pickle.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Writes one pickle, opcode for opcode as CPython's C pickler does (3.8 and later). Iterative: what
 * is half written stands on a stack of {@link PickleTask}s. Used once.
 */
final class PickleMachine {

  private static final int SHORT_LENGTH = 0xFF;
  private static final int FIRST_WITH_FRAMES = 4;
  private static final int FIRST_WITH_BYTES = 3;
  private static final int FIRST_WITH_BYTEARRAY = 5;

  private static final PickleTask PERSISTENT_ID_OP =
      machine -> {
        machine.out.op(Opcodes.BINPERSID);
        return true;
      };

  private final int protocol;
  private final Function<Object, @Nullable Object> persistentId;
  private final PickleOutput out = new PickleOutput();
  private final PickleMemo memo;
  private final Map<PyObject, Integer> attempts = new HashMap<>(); // PyObjects equal by identity
  private final Deque<PickleTask> tasks = new ArrayDeque<>();

  PickleMachine(
      int protocol, Function<Object, @Nullable Object> persistentId, boolean sharesEqualTexts) {
    this.protocol = protocol;
    this.persistentId = persistentId;
    this.memo = new PickleMemo(sharesEqualTexts);
  }

  byte[] run(Object graph) {
    if (protocol >= 2) {
      out.op(Opcodes.PROTO, protocol, 1);
    }
    if (protocol >= FIRST_WITH_FRAMES) {
      out.startFraming();
    }
    save(graph);
    while (!tasks.isEmpty()) {
      PickleTask task = tasks.getLast();
      if (task.advance(this)) {
        tasks.removeLast();
      }
    }
    out.op(Opcodes.STOP);
    return out.finish();
  }

  int protocol() {
    return protocol;
  }

  PickleOutput out() {
    return out;
  }

  void push(PickleTask task) {
    tasks.addLast(task);
  }

  boolean isMemoized(Object node) {
    return memo.get(node) != PickleMemo.ABSENT;
  }

  void memoize(Object node) {
    int number = memo.add(node);
    if (protocol >= 4) {
      out.op(Opcodes.MEMOIZE);
    } else if (protocol == 0) {
      out.line(Opcodes.PUT, Integer.toString(number));
    } else if (number <= SHORT_LENGTH) {
      out.op(Opcodes.BINPUT, number, 1);
    } else {
      out.op(Opcodes.LONG_BINPUT, number, 4);
    }
  }

  void get(Object node) {
    get(memo.get(node));
  }

  private void get(int number) {
    if (protocol == 0) {
      out.line(Opcodes.GET, Integer.toString(number));
    } else if (number <= SHORT_LENGTH) {
      out.op(Opcodes.BINGET, number, 1);
    } else {
      out.op(Opcodes.LONG_BINGET, number, 4);
    }
  }

  /** Writes a node; false when a task for the rest of it was pushed. */
  boolean save(Object node) {
    out.valueBoundary();
    Object id = persistentId.apply(node);
    if (id == null && node instanceof PyPersistent persistent) {
      id = persistent.id();
    }
    return id == null ? saveNode(node) : savePersistent(id);
  }

  /** The draft of an object to write next, or the object itself when none is left. */
  PyObject nextAttempt(PyObject object) {
    if (object.drafts().isEmpty()) {
      return object;
    }
    int attempt = attempts.merge(object, 1, Integer::sum);
    return attempt <= object.drafts().size() ? object.drafts().get(attempt - 1) : object;
  }

  private boolean savePersistent(Object id) {
    if (protocol == 0 && isLine(id)) {
      out.line(Opcodes.PERSID, id instanceof PyByteString text ? text.content() : ascii(id));
      return true;
    }
    // The id is in turn never given to the hook.
    out.valueBoundary();
    push(PERSISTENT_ID_OP);
    saveNode(id);
    return false;
  }

  /** Whether PERSID can carry the id; where it cannot, BINPERSID serves in any protocol. */
  private static boolean isLine(Object id) {
    if (id instanceof PyByteString text) {
      return new String(text.content(), StandardCharsets.ISO_8859_1).indexOf('\n') < 0;
    }
    return id instanceof String text && text.chars().allMatch(c -> c < 0x80 && c != '\n');
  }

  private static byte[] ascii(Object text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private boolean saveNode(Object node) {
    if (saveAtom(node)) {
      return true;
    }
    int number = memo.get(node);
    if (number != PickleMemo.ABSENT) {
      get(number);
      return true;
    }
    if (saveText(node)) {
      memoize(node);
      return true;
    }
    return saveComposite(node);
  }

  /** What is never memoised. */
  private boolean saveAtom(Object node) {
    if (node == PyNone.NONE) {
      out.op(Opcodes.NONE);
    } else if (node instanceof Boolean flag) {
      saveBoolean(flag);
    } else if (node instanceof Long number) {
      saveLong(number);
    } else if (node instanceof BigInteger number) {
      saveBigInteger(number);
    } else if (node instanceof Double number) {
      saveDouble(number);
    } else if (node instanceof PyTuple tuple && tuple.isEmpty()) {
      saveEmpty(Opcodes.EMPTY_TUPLE, Opcodes.TUPLE);
    } else {
      return false;
    }
    return true;
  }

  private void saveBoolean(boolean flag) {
    if (protocol >= 2) {
      out.op(flag ? Opcodes.NEWTRUE : Opcodes.NEWFALSE);
    } else {
      out.line(Opcodes.INT, flag ? "01" : "00");
    }
  }

  private void saveLong(long number) {
    if (number != (int) number) {
      saveBigInteger(BigInteger.valueOf(number));
    } else if (protocol == 0) {
      out.line(Opcodes.INT, Long.toString(number));
    } else if (number >= 0 && number <= 0xFF) {
      out.op(Opcodes.BININT1, number, 1);
    } else if (number >= 0 && number <= 0xFFFF) {
      out.op(Opcodes.BININT2, number, 2);
    } else {
      out.op(Opcodes.BININT, number, 4);
    }
  }

  private void saveBigInteger(BigInteger number) {
    if (protocol < 2) {
      out.line(Opcodes.LONG, number + "L");
      return;
    }
    byte[] bytes = number.toByteArray();
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    boolean isShort = bytes.length <= SHORT_LENGTH;
    out.op(isShort ? Opcodes.LONG1 : Opcodes.LONG4, bytes.length, isShort ? 1 : 4);
    out.bytes(bytes); // in its frame whatever its size, unlike text
  }

  private void saveDouble(double number) {
    if (protocol == 0) {
      out.line(Opcodes.FLOAT, PickleNumbers.repr(number));
    } else {
      out.op(Opcodes.BINFLOAT, number);
    }
  }

  /** An empty tuple, list or dict: one opcode, or a mark and the opcode of protocol 0. */
  private void saveEmpty(int opcode, int markedOpcode) {
    if (protocol > 0) {
      out.op(opcode);
    } else {
      out.op(Opcodes.MARK);
      out.op(markedOpcode);
    }
  }

  /** Text and bytes, as far as the protocol has opcodes for them. */
  private boolean saveText(Object node) {
    if (node instanceof String || node instanceof PySurrogateText) {
      saveUnicode(node);
    } else if (node instanceof PyByteString text) {
      saveByteString(text.content());
    } else if (node instanceof PyBytes bytes && protocol >= FIRST_WITH_BYTES) {
      saveSized(bytes.content(), Opcodes.SHORT_BINBYTES, Opcodes.BINBYTES);
    } else if (node instanceof PyByteArray bytes && protocol >= FIRST_WITH_BYTEARRAY) {
      out.op(Opcodes.BYTEARRAY8, Long.BYTES, bytes.content());
    } else {
      return false;
    }
    return true;
  }

  private void saveUnicode(Object text) {
    if (protocol == 0) {
      out.line(Opcodes.UNICODE, PickleText.toRawUnicodeEscape(text));
    } else if (protocol < 4) {
      out.op(Opcodes.BINUNICODE, 4, PickleText.toUtf8(text));
    } else {
      saveSized(PickleText.toUtf8(text), Opcodes.SHORT_BINUNICODE, Opcodes.BINUNICODE);
    }
  }

  private void saveByteString(byte[] content) {
    if (protocol == 0) {
      out.line(Opcodes.STRING, PythonLiteral.write(content));
    } else {
      saveSized(content, Opcodes.SHORT_BINSTRING, Opcodes.BINSTRING);
    }
  }

  private void saveSized(byte[] content, int shortOpcode, int opcode) {
    if (content.length <= SHORT_LENGTH) {
      out.op(shortOpcode, 1, content);
    } else {
      out.op(opcode, 4, content);
    }
  }

  private boolean saveComposite(Object node) {
    if (node instanceof PyGlobal global) {
      return saveGlobal(global);
    }
    if (node instanceof PyObject object) {
      push(ObjectTask.of(object, this));
    } else if (node instanceof PyTuple tuple) {
      push(new TupleTask(tuple, this));
    } else if (node instanceof PyDict dict) {
      saveEmpty(Opcodes.EMPTY_DICT, Opcodes.DICT);
      memoize(dict);
      push(BatchTask.setItems(dict));
    } else if (node instanceof PyList list) {
      saveEmpty(Opcodes.EMPTY_LIST, Opcodes.LIST);
      memoize(list);
      push(BatchTask.appends(list, BatchTask.Style.LIST));
    } else {
      saveNewer(node);
    }
    return false;
  }

  /** The kinds that older protocols can only spell as a call. */
  private void saveNewer(Object node) {
    boolean hasSets = protocol >= 4;
    if (node instanceof PySet set && hasSets) {
      out.op(Opcodes.EMPTY_SET);
      memoize(set);
      push(BatchTask.adds(set.asList()));
    } else if (node instanceof PyFrozenSet set && hasSets) {
      push(new FrozenSetTask(set, this));
    } else if (node instanceof PySet set) {
      push(ObjectTask.of(node, Recipes.set(set), this));
    } else if (node instanceof PyFrozenSet set) {
      push(ObjectTask.of(node, Recipes.frozenSet(set), this));
    } else if (node instanceof PyBytes bytes) {
      push(ObjectTask.of(node, Recipes.bytes(bytes), this));
    } else if (node instanceof PyByteArray bytes) {
      push(ObjectTask.of(node, Recipes.byteArray(bytes), this));
    } else {
      throw new UnsupportedConstructException(
          "Cannot pickle " + Wording.a(node.getClass().getName()),
          "Convert it with PythonValues, or give it an id by overriding persistentId");
    }
  }

  private boolean saveGlobal(PyGlobal global) {
    if (protocol >= 4) {
      save(global.module());
      save(global.name());
      out.op(Opcodes.STACK_GLOBAL);
    } else if (global.name().indexOf('.') >= 0) {
      push(ObjectTask.of(global, Recipes.nested(global), this));
      return false;
    } else {
      PyGlobal name =
          protocol < FIRST_WITH_BYTES
              ? Python2Names.toPython2(global.module(), global.name())
              : global;
      out.line(Opcodes.GLOBAL, name.module() + "\n" + name.name());
    }
    memoize(global);
    return true;
  }
}
