package dev.brine.pickle;

import dev.brine.error.MalformedPickleException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The classes of Python's standard library whose instances are plain values: from the call in the
 * pickle to the value. A call of another shape than CPython writes has no value.
 */
final class StandardClasses {

  static final PyGlobal UUID_CLASS = new PyGlobal("uuid", "UUID");
  static final PyGlobal DECIMAL = new PyGlobal("decimal", "Decimal");
  static final PyGlobal COMPLEX = new PyGlobal("builtins", "complex");
  static final PyGlobal RANGE = new PyGlobal("builtins", "range");
  static final PyGlobal SLICE = new PyGlobal("builtins", "slice");
  static final PyGlobal ORDERED_DICT = new PyGlobal("collections", "OrderedDict");

  private static final PyGlobal ENCODE = new PyGlobal("_codecs", "encode");
  private static final PyGlobal BYTES = new PyGlobal("builtins", "bytes");
  private static final PyGlobal BYTEARRAY = new PyGlobal("builtins", "bytearray");
  private static final PyGlobal SET = new PyGlobal("builtins", "set");
  private static final PyGlobal FROZENSET = new PyGlobal("builtins", "frozenset");

  private static final Pattern DECIMAL_TEXT =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?"
              + "|(?i:inf(?:inity)?|s?nan[0-9]*+))");

  /** Digits beyond which a Decimal keeps its text: BigDecimal's parser is quadratic. */
  private static final int MAX_DECIMAL_LENGTH = 10_000;

  private static final int UUID_BITS = 128;

  private static final Map<PyGlobal, Function<PyTuple, @Nullable Object>> CALLS =
      Map.ofEntries(
          Map.entry(ENCODE, StandardClasses::bytes),
          Map.entry(BYTES, args -> args.isEmpty() ? PyBytes.of() : null),
          Map.entry(BYTEARRAY, StandardClasses::byteArray),
          Map.entry(DECIMAL, StandardClasses::decimal),
          Map.entry(COMPLEX, StandardClasses::complex),
          Map.entry(RANGE, StandardClasses::range),
          Map.entry(SLICE, StandardClasses::slice),
          Map.entry(DateTimes.DATE, DateTimes::date),
          Map.entry(DateTimes.TIME, DateTimes::time),
          Map.entry(DateTimes.DATETIME, DateTimes::dateTime),
          Map.entry(DateTimes.TIMEDELTA, DateTimes::timedelta));

  private StandardClasses() {}

  /** The value of an object; null when it has none. Containers are not looked into. */
  static @Nullable Object decode(PyObject object) {
    if (UUID_CLASS.equals(object.type()) && object.isInstance()) {
      return uuid(object);
    }
    boolean plainCall = object.made() == PyObject.Made.REDUCE && object.steps().isEmpty();
    if (!plainCall || !(object.callable() instanceof PyGlobal global)) {
      return null;
    }
    Function<PyTuple, @Nullable Object> decoder = CALLS.get(global);
    return decoder == null ? null : decoder.apply(object.args());
  }

  /** The bytes of a node, however its protocol spells them; null when it is something else. */
  static byte @Nullable [] content(Object node) {
    if (node instanceof PyByteString text) {
      return text.content();
    }
    Object value = node instanceof PyObject object ? decode(object) : node;
    return value instanceof PyBytes bytes ? bytes.content() : null;
  }

  /** {@code _codecs.encode(text, 'latin1')}, which is how protocols below 3 write bytes. */
  private static @Nullable Object bytes(PyTuple args) {
    boolean fits = args.size() == 2 && "latin1".equals(args.get(1));
    return fits ? latin1(args.get(0)) : null;
  }

  private static @Nullable PyBytes latin1(Object node) {
    if (!(node instanceof String text) || !text.chars().allMatch(c -> c <= 0xFF)) {
      return null;
    }
    return PyBytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** {@code bytearray(bytes)}, or {@code bytearray(text, 'latin-1')} of 3.7 and before. */
  private static @Nullable Object byteArray(PyTuple args) {
    if (args.isEmpty()) {
      return PyByteArray.of();
    }
    if (args.size() == 2) {
      PyBytes bytes = "latin-1".equals(text(args.get(1))) ? latin1(args.get(0)) : null;
      return bytes == null ? null : PyByteArray.wrap(bytes.content());
    }
    byte[] content = content(args.get(0));
    return args.size() == 1 && content != null ? PyByteArray.wrap(content) : null;
  }

  /** The characters of a str of Python 3 or 2; null when the node is something else. */
  static @Nullable String text(Object node) {
    return node instanceof PyByteString bytes
        ? bytes.text()
        : node instanceof String text ? text : null;
  }

  private static @Nullable Object decimal(PyTuple args) {
    String text = args.size() == 1 ? text(args.get(0)) : null;
    return text == null ? null : decimal(text.strip().replace("_", ""));
  }

  /**
   * Null for what Python's Decimal refuses: the text is printed as it is, where SQL has numbers.
   */
  private static @Nullable Object decimal(String text) {
    if (!DECIMAL_TEXT.matcher(text).matches()) {
      return null;
    }
    if (text.length() > MAX_DECIMAL_LENGTH) {
      return new PythonDecimal(text);
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.toString().equals(text) ? number : new PythonDecimal(text);
    } catch (NumberFormatException notFinite) {
      return new PythonDecimal(text);
    }
  }

  private static @Nullable Object complex(PyTuple args) {
    return args.size() == 2
            && args.get(0) instanceof Double real
            && args.get(1) instanceof Double imaginary
        ? new PythonComplex(real, imaginary)
        : null;
  }

  private static @Nullable Object range(PyTuple args) {
    if (args.size() != 3) {
      return null;
    }
    BigInteger start = integer(args.get(0));
    BigInteger stop = integer(args.get(1));
    BigInteger step = integer(args.get(2));
    if (start == null || stop == null || step == null || step.signum() == 0) {
      return null;
    }
    return new PythonRange(start, stop, step);
  }

  private static @Nullable BigInteger integer(Object node) {
    return node instanceof Long number
        ? BigInteger.valueOf(number)
        : node instanceof BigInteger number ? number : null;
  }

  private static @Nullable Object slice(PyTuple args) {
    if (args.size() != 3) {
      return null;
    }
    return new PythonSlice(bound(args.get(0)), bound(args.get(1)), bound(args.get(2)));
  }

  private static @Nullable Object bound(Object node) {
    return node == PyNone.NONE ? null : node;
  }

  /** A UUID is its 128-bit int; one that also knows how safely it was made stays a node. */
  private static @Nullable Object uuid(PyObject object) {
    PyDict state = object.stateDict();
    BigInteger number = state.size() == 1 ? uuidNumber(state) : null;
    if (number == null || number.signum() < 0 || number.bitLength() > UUID_BITS) {
      return null;
    }
    return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
  }

  private static @Nullable BigInteger uuidNumber(PyDict state) {
    Object number = state.get("int");
    return number == null ? null : integer(number);
  }

  /** Whether a call makes one of the containers that {@link #container} knows. */
  static boolean isContainer(PyObject object) {
    boolean isSet = SET.equals(object.callable()) || FROZENSET.equals(object.callable());
    return object.made() == PyObject.Made.REDUCE
        && (isSet || ORDERED_DICT.equals(object.callable()))
        && (object.args().isEmpty() || isOneList(object.args()))
        && object.state() == null;
  }

  private static boolean isOneList(PyTuple args) {
    return args.size() == 1 && args.get(0) instanceof PyList;
  }

  /** The node with the content of the call: a set, a frozen set, or the dict of an ordered one. */
  static PyNode container(PyObject object) {
    PyList items = object.args().isEmpty() ? new PyList() : (PyList) object.args().get(0);
    if (SET.equals(object.callable())) {
      return PySet.of(items.asList().toArray());
    }
    return FROZENSET.equals(object.callable())
        ? PyFrozenSet.of(items.asList().toArray())
        : orderedDict(object, items);
  }

  /** Python 3 sets the items one by one, Python 2 passes a list of pairs. */
  private static PyDict orderedDict(PyObject object, PyList pairs) {
    PyDict dict = new PyDict();
    for (Object pair : pairs) {
      List<Object> parts =
          pair instanceof PyTuple tuple
              ? tuple.asList()
              : pair instanceof PyList list ? list.asList() : List.of();
      if (parts.size() != 2) {
        throw new MalformedPickleException("An OrderedDict's item is no pair: " + pair);
      }
      dict.put(parts.get(0), parts.get(1));
    }
    object.dictItems().forEach(dict::put);
    return dict;
  }
}
