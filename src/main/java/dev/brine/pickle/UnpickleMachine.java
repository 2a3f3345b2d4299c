package dev.brine.pickle;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.PyObject.Made;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.razorvine.pickle.Opcodes;
import org.jspecify.annotations.Nullable;

/** Runs the opcodes of one pickle. Iterative: nesting costs no Java stack. Used once. */
final class UnpickleMachine {

  private static final int HIGHEST_PROTOCOL = 5;
  private static final int FIRST_PYTHON_3_PROTOCOL = 3;

  /**
   * How much deeper one object may make the graph in the eyes of {@link GraphDepth}: by itself, and
   * by a list of what was appended to it, set in it or added.
   */
  private static final int LEVELS_OF_ONE = 2;

  private final PickleInput input;
  private final ReadLimits limits;
  private final UnpickleStack stack;
  private final UnpickleMemo memo;
  private final UnpickleActions actions;
  private final UnaryOperator<Object> persistentLoad;

  /** How many opcodes may still be run. */
  private long left;

  /** Whether there may be too many: each is a byte at least. */
  private final boolean isCounting;

  private int protocol;

  /** How deep the graph can be at most, as so many objects were made that may hold others. */
  private long mayBeDeep = 1;

  /** Where the latest call ends, if nothing has been done with what it made. */
  private int endOfCall = -1;

  UnpickleMachine(byte[] data, ReadLimits limits, UnaryOperator<Object> persistentLoad) {
    this.input = new PickleInput(data, limits);
    this.limits = limits;
    this.left = Math.min(limits.of(Limit.MAX_OPCODES), limits.opcodesWithin(data.length));
    this.isCounting = data.length > left;
    this.stack = new UnpickleStack(input, limits);
    this.memo = new UnpickleMemo(input, limits.size(Limit.MAX_MEMO), data.length);
    this.actions = new UnpickleActions(input, limits, stack, left);
    this.persistentLoad = persistentLoad;
  }

  /** Runs to the STOP and returns what it leaves. */
  Object run() {
    int opcode = input.opcode();
    while (opcode != Opcodes.STOP) {
      if (isCounting) {
        count();
      }
      execute(opcode);
      opcode = input.opcode();
    }
    Object value = stack.pop();
    if (stack.size() > 0) {
      stack.tangle(); // what is left there is dropped
    }
    if (isTooDeep(value, stack.levelsOfTaken(1))) {
      throw Limit.MAX_DEPTH.exceeded("Objects are nested in one another deeper than", limits);
    }
    return value;
  }

  /** Most pickles hold too little to be too deep, and almost all others have too few levels. */
  private boolean isTooDeep(Object value, int levels) {
    long limit = limits.of(Limit.MAX_DEPTH);
    boolean mayBeTooDeep =
        mayBeDeep > limit && (stack.isTangled() || LEVELS_OF_ONE * (levels + 1L) > limit);
    return mayBeTooDeep && GraphDepth.exceeds(value, limits.size(Limit.MAX_DEPTH));
  }

  int protocol() {
    return protocol;
  }

  /** How many bytes were read, the STOP included. */
  int length() {
    return input.position();
  }

  private void count() {
    if (--left < 0) {
      throw actions.tooMuch("more than");
    }
  }

  /** What dumps are made of in protocols 2 to 5; then {@link #executeRare}. */
  private void execute(int opcode) {
    switch (opcode) {
      case Opcodes.MARK -> mark();
      case Opcodes.NONE -> stack.push(PyNone.NONE);
      case Opcodes.BININT -> stack.push((long) input.int4());
      case Opcodes.BININT1 -> stack.push((long) input.uint1());
      case Opcodes.BININT2 -> stack.push((long) input.uint2());
      case Opcodes.BINFLOAT -> stack.push(input.float8());
      case Opcodes.BINUNICODE -> push(input.text(input.uint4()));
      case Opcodes.BINPERSID -> persistent(stack.pop(), stack.levelsOfTaken(1));
      case Opcodes.GLOBAL -> stack.push(global(input.nameLine(), input.nameLine()));
      case Opcodes.EMPTY_TUPLE -> emptyTuple();
      case Opcodes.EMPTY_LIST -> made(new PyList(), 1);
      case Opcodes.EMPTY_DICT -> emptyDict();
      case Opcodes.TUPLE -> madeOf(actions::tuple);
      case Opcodes.APPEND -> append();
      case Opcodes.APPENDS -> appends();
      case Opcodes.SETITEM -> setItem();
      case Opcodes.SETITEMS -> setItems();
      case Opcodes.REDUCE -> reduce();
      case Opcodes.BUILD -> build();
      case Opcodes.BINGET -> gets();
      case Opcodes.LONG_BINGET -> stack.pushFetched(memo.get(input.uint4()));
      case Opcodes.BINPUT -> memo.put(input.uint1(), stack.top());
      case Opcodes.LONG_BINPUT -> memo.put(input.uint4(), stack.top());
      case Opcodes.MEMOIZE -> memo.add(stack.top());
      case Opcodes.SHORT_BINUNICODE -> push(input.text(input.uint1()));
      case Opcodes.STACK_GLOBAL -> stackGlobal();
      case Opcodes.NEWOBJ -> newObject();
      case Opcodes.TUPLE1 -> tuple(1);
      case Opcodes.TUPLE2 -> tuple(2);
      case Opcodes.TUPLE3 -> tuple(3);
      case Opcodes.NEWTRUE -> stack.push(true);
      case Opcodes.NEWFALSE -> stack.push(false);
      case Opcodes.LONG1 -> stack.push(input.integer(input.uint1()));
      case Opcodes.EMPTY_SET -> made(new PySet(), 1);
      case Opcodes.ADDITEMS -> addItems();
      case Opcodes.FROZENSET -> madeOf(actions::frozenSet);
      default -> executeRare(opcode);
    }
  }

  /** What only protocols 0 and 1 need, or few values. */
  private void executeRare(int opcode) {
    switch (opcode) {
      case Opcodes.POP -> pop();
      case Opcodes.POP_MARK -> popMark();
      case Opcodes.DUP -> stack.pushFetched(stack.top());
      case Opcodes.INT -> integerLine();
      case Opcodes.LONG -> longLine();
      case Opcodes.FLOAT -> floatLine();
      case Opcodes.STRING -> stringLine();
      case Opcodes.UNICODE -> unicodeLine();
      case Opcodes.BINSTRING -> stack.push(PyByteString.wrap(input.bytes(input.int4())));
      case Opcodes.SHORT_BINSTRING -> stack.push(PyByteString.wrap(input.bytes(input.uint1())));
      case Opcodes.BINBYTES -> stack.push(PyBytes.wrap(input.bytes(input.uint4())));
      case Opcodes.SHORT_BINBYTES -> stack.push(PyBytes.wrap(input.bytes(input.uint1())));
      case Opcodes.PERSID -> persistent(lineId(), 1);
      case Opcodes.LIST -> madeOf(actions::list);
      case Opcodes.DICT -> madeOf(actions::dict);
      case Opcodes.INST -> inst();
      case Opcodes.OBJ -> obj();
      case Opcodes.GET -> stack.pushFetched(memo.get(memoLine()));
      case Opcodes.PUT -> memo.put(memoLine(), stack.top());
      case Opcodes.PROTO -> proto();
      case Opcodes.FRAME -> frame();
      case Opcodes.BINUNICODE8 -> stack.push(input.text(input.int8()));
      case Opcodes.BINBYTES8 -> stack.push(PyBytes.wrap(input.bytes(input.int8())));
      case Opcodes.BYTEARRAY8 -> stack.push(PyByteArray.wrap(input.bytes(input.int8())));
      case Opcodes.NEWOBJ_EX -> newObjectEx();
      case Opcodes.LONG4 -> stack.push(input.integer(input.int4()));
      case Opcodes.EXT1 -> extension(input.uint1());
      case Opcodes.EXT2 -> extension(input.uint2());
      case Opcodes.EXT4 -> extension(input.int4());
      case Opcodes.NEXT_BUFFER -> throw noBuffers();
      case Opcodes.READONLY_BUFFER -> readOnly();
      default -> throw input.malformed("no such opcode");
    }
  }

  private void proto() {
    int declared = input.uint1();
    if (declared > HIGHEST_PROTOCOL) {
      throw input.malformed("unknown pickle protocol " + declared);
    }
    protocol = declared;
  }

  /** A frame only announces bytes for buffering: they must be there, and end with an opcode. */
  private void frame() {
    input.frame(input.int8());
  }

  /** Bytes are read only as they are; of anything else Python would make a memoryview. */
  private void readOnly() {
    if (!(stack.top() instanceof PyBytes)) {
      throw noBuffers();
    }
  }

  private UnsupportedConstructException noBuffers() {
    return new UnsupportedConstructException(
        input.where() + ": the pickle refers to out-of-band buffers, which are not in it",
        "Dump without a buffer_callback, so that everything is in the pickle itself");
  }

  private void pop() {
    if (stack.endsWithMark()) {
      popMark();
      return;
    }
    stack.tangle();
    Object popped = stack.pop();
    boolean isJustMade = endOfCall == input.opcodeOffset();
    if (isJustMade && !actions.isStateSetter(popped) && isGet(input.peek())) {
      if (isCounting) {
        count();
      }
      get(input.opcode());
      actions.keepDraft(popped);
    }
  }

  private void popMark() {
    stack.tangle();
    stack.popToMark();
  }

  private void get(int opcode) {
    stack.pushFetched(
        memo.get(
            switch (opcode) {
              case Opcodes.GET -> memoLine();
              case Opcodes.BINGET -> input.uint1();
              default -> input.uint4();
            }));
  }

  private static boolean isGet(int opcode) {
    return opcode == Opcodes.GET || opcode == Opcodes.BINGET || opcode == Opcodes.LONG_BINGET;
  }

  private void integerLine() {
    stack.push(integer(PickleNumbers.integer(digits())));
  }

  private void longLine() {
    stack.push(integer(PickleNumbers.longInteger(digits())));
  }

  private byte[] digits() {
    byte[] line = input.line();
    if (line.length > limits.of(Limit.MAX_DIGITS)) {
      throw input.exceeded(Limit.MAX_DIGITS, "a number of more than");
    }
    return line;
  }

  private Object integer(@Nullable Object number) {
    if (number == null) {
      throw input.malformed("not an int");
    }
    return number;
  }

  private long memoLine() {
    Object number = integer(PickleNumbers.memoNumber(digits()));
    if (number instanceof BigInteger) {
      throw input.malformed("memo number out of range");
    }
    return (Long) number;
  }

  private void floatLine() {
    Double number = PickleNumbers.real(digits());
    if (number == null) {
      throw input.malformed("not a float");
    }
    stack.push(number);
  }

  private void stringLine() {
    byte[] content = PythonLiteral.read(input.line());
    if (content == null) {
      throw input.malformed("the string is not quoted");
    }
    stack.push(PyByteString.wrap(content));
  }

  private void unicodeLine() {
    Object text = PickleText.fromRawUnicodeEscape(input.line());
    if (text == null) {
      throw input.malformed("bad escape in text");
    }
    stack.push(text);
  }

  /** Python 3 allows ASCII only in this line; other bytes can only come from Python 2. */
  private Object lineId() {
    PyByteString id = PyByteString.wrap(input.line());
    return id.isAscii() ? id.text() : id;
  }

  /** Pushes what holds others, with the levels that they make. */
  private void made(Object composite, int levels) {
    mayBeDeep += LEVELS_OF_ONE;
    push(composite, levels);
  }

  /** Pushes what is made of everything down to the mark. */
  private void madeOf(Function<Object[], Object> making) {
    Object[] items = stack.popToMark();
    made(making.apply(items), stack.levelsOfTaken(items.length));
  }

  private void push(Object value) {
    push(value, 0);
  }

  /** Pushes what protocols 4 and 5 memoise at once, mostly. */
  private void push(Object value, int levels) {
    stack.push(value, levels);
    if (follows(Opcodes.MEMOIZE)) {
      memo.add(value);
    }
  }

  /**
   * Whether this opcode is next, which is then for the caller to run. Where one mostly comes after
   * another, asking so is faster than finding out by its number.
   */
  private boolean follows(int opcode) {
    if (!input.skips(opcode)) {
      return false;
    }
    if (isCounting) {
      count();
    }
    return true;
  }

  /** Mostly an object is made of nothing, and gets its state. */
  private void emptyTuple() {
    stack.push(PyTuple.EMPTY);
    if (follows(Opcodes.NEWOBJ)) {
      newObject();
    }
  }

  private void emptyDict() {
    made(new PyDict(), 1);
    if (follows(Opcodes.MARK)) {
      mark();
    }
  }

  /** Mostly what is fetched comes several in a row, with plain constants in between. */
  private void gets() {
    stack.pushFetched(memo.get(input.uint1()));
    while (!isCounting) {
      if (input.skips(Opcodes.BINGET)) {
        stack.pushFetched(memo.get(input.uint1()));
      } else if (input.skips(Opcodes.NEWTRUE)) {
        stack.push(true);
      } else if (input.skips(Opcodes.NEWFALSE)) {
        stack.push(false);
      } else if (input.skips(Opcodes.NONE)) {
        stack.push(PyNone.NONE);
      } else {
        return;
      }
    }
  }

  /** Where ints to be appended follow, and nothing else, they are so at once. */
  private void mark() {
    stack.mark();
    int count = isCounting ? 0 : input.readInts(stack.room());
    if (count > 0) {
      input.skips(Opcodes.APPENDS);
      actions.appends(stack.beneath(stack.unmark()), input.ints(), count);
    } else if (follows(Opcodes.BINGET)) {
      gets();
    }
  }

  /** Pushes what was made by calling something with so many parts; see {@link #pop}. */
  private void called(Object object, int parts) {
    endOfCall = input.position();
    made(object, stack.levelsOfTaken(parts));
  }

  private void persistent(Object id, int levels) {
    Object loaded = persistentLoad.apply(id);
    if (!(loaded instanceof PyPersistent)) {
      if (GraphDepth.isComposite(loaded)) {
        mayBeDeep += limits.of(Limit.MAX_DEPTH); // it comes with what this machine did not make
        stack.tangle();
      } else if (GraphDepth.isComposite(id)) {
        stack.tangle();
      }
    }
    made(loaded, levels);
  }

  private void extension(int code) {
    made(actions.extension(code), LEVELS_OF_ONE);
  }

  private void tuple(int size) {
    Object[] elements = new Object[size];
    for (int i = size - 1; i >= 0; i--) {
      elements[i] = stack.pop();
    }
    made(PyTuple.wrap(elements), stack.levelsOfTaken(size));
  }

  private PyGlobal global(String module, String name) {
    return protocol < FIRST_PYTHON_3_PROTOCOL
        ? Python2Names.toPython3(module, name)
        : RecurringGlobals.of(module, name);
  }

  private void stackGlobal() {
    String name = actions.name(stack.pop());
    push(global(actions.name(stack.pop()), name));
  }

  private void append() {
    Object item = stack.pop();
    actions.append(stack.top(), item);
    stack.deepen(stack.levelsOfTaken(1));
  }

  private void appends() {
    int start = stack.unmark();
    actions.appends(stack.beneath(start), stack.values(), start, stack.size());
    drop(start);
  }

  private void setItem() {
    Object value = stack.pop();
    Object key = stack.pop();
    actions.setItem(stack.top(), key, value);
    stack.deepen(stack.levelsOfTaken(2));
  }

  private void setItems() {
    int start = stack.unmark();
    actions.setItems(stack.beneath(start), stack.values(), start, stack.size());
    drop(start);
    if (follows(Opcodes.BUILD)) {
      build();
    }
  }

  /** Takes away what was put into the value beneath. */
  private void drop(int start) {
    int levels = stack.levels(start, stack.size());
    stack.drop(start);
    stack.deepen(levels);
  }

  private void addItems() {
    Object[] items = stack.popToMark();
    Object target = stack.top();
    for (Object item : items) {
      actions.addItem(target, item);
    }
    stack.deepen(stack.levelsOfTaken(items.length));
  }

  private void reduce() {
    Object args = stack.pop();
    called(actions.reduce(stack.pop(), args), 2);
  }

  private void newObject() {
    Object args = stack.pop();
    called(actions.newObject(stack.pop(), args), 2);
    if (follows(Opcodes.EMPTY_DICT)) {
      emptyDict();
    }
  }

  private void newObjectEx() {
    Object kwargs = stack.pop();
    Object args = stack.pop();
    called(actions.newObject(stack.pop(), args, kwargs), 3);
  }

  private void build() {
    Object state = stack.pop();
    actions.build(stack.top(), state);
    stack.deepen(stack.levelsOfTaken(1));
  }

  private void inst() {
    PyGlobal cls = global(input.asciiNameLine(), input.asciiNameLine());
    madeOf(args -> actions.instance(Made.INST, cls, args));
  }

  private void obj() {
    madeOf(
        items -> {
          if (items.length == 0) {
            throw input.malformed("the class is missing");
          }
          Object[] args = Arrays.copyOfRange(items, 1, items.length);
          return actions.instance(Made.OBJ, items[0], args);
        });
  }
}
