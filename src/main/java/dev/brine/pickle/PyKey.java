package dev.brine.pickle;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Python's equality of dict keys and set elements, as a Java object with the same equality: numbers
 * by value across their types, text and ASCII byte strings by their characters, tuples and frozen
 * sets by their elements, everything else by identity.
 */
final class PyKey {

  /** How many parts a key may have, nested ones included, where it does not come from a pickle. */
  static final int MAX_SIZE = 10_000;

  /** Bytes take as long to hash and to compare as a tuple with a part for so many. */
  private static final int BYTES_OF_A_PART = 64;

  /** How deep tuples may be nested in a key. */
  private static final int MAX_DEPTH = 200;

  /** Equal to itself alone. */
  private record Identity(Object node) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && node == that.node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }

  private record TupleKey(List<Object> parts) {
    @Override
    public int hashCode() {
      return KeyHash.ofTuple(parts);
    }
  }

  private record SetKey(Set<Object> parts) {
    @Override
    public int hashCode() {
      return KeyHash.ofSet(parts);
    }
  }

  /** What a number of {@code copyreg}'s registry stands for is the same each time. */
  private record Extension(Object code) {}

  private int size;

  private PyKey() {}

  static Object of(Object node) {
    return node instanceof String ? node : new PyKey().key(node, 0);
  }

  /** How many parts a key has; {@link #MAX_SIZE} and one if that is less. Counts a cycle, too. */
  static int weight(Object node) {
    if (node instanceof ByteContent bytes) {
      return 1 + bytes.length() / BYTES_OF_A_PART;
    }
    if (!(node instanceof PyTuple) && !(node instanceof PyFrozenSet)) {
      return 1;
    }
    int parts = 0;
    Deque<Object> pending = new ArrayDeque<>(List.of(node));
    while (!pending.isEmpty() && parts <= MAX_SIZE) {
      Object next = pending.removeLast();
      if (next instanceof Iterable<?> nested
          && (next instanceof PyTuple || next instanceof PyFrozenSet)) {
        for (Object each : nested) {
          if (pending.size() > MAX_SIZE) {
            return MAX_SIZE + 1;
          }
          pending.addLast(each);
        }
        parts++;
      } else {
        parts += weight(next);
      }
    }
    return parts;
  }

  private Object key(Object node, int depth) {
    if (++size > MAX_SIZE || depth > MAX_DEPTH) {
      throw new PickleLimitException(
          "A dict key or set element holds more than %d parts or %d nested tuples"
              .formatted(MAX_SIZE, MAX_DEPTH));
    }
    if (node instanceof String || node instanceof Long || node instanceof PyNone) {
      return node;
    }
    if (node instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    if (node instanceof Double number) {
      return number(number);
    }
    if (node instanceof PyByteString text) {
      return text.isAscii() ? text.text() : text;
    }
    if (node instanceof PyTuple tuple) {
      return tuple(tuple, depth);
    }
    if (node instanceof PyFrozenSet set) {
      return set(set, depth);
    }
    if (node instanceof PyList
        || node instanceof PyDict
        || node instanceof PySet
        || node instanceof PyByteArray) {
      throw new MalformedPickleException(
          "A %s cannot be a dict key or set element".formatted(GraphText.typeName(node)));
    }
    if (node instanceof PyObject object && object.made() == PyObject.Made.EXTENSION) {
      return new Extension(object.args().get(0));
    }
    return isValue(node) ? node : new Identity(node);
  }

  private static boolean isValue(Object node) {
    return node instanceof BigInteger
        || node instanceof PyBytes
        || node instanceof PyGlobal
        || node instanceof PySurrogateText;
  }

  /** A float that is a whole number equals the int; NaN equals only itself, the same object. */
  private static Object number(Double number) {
    if (number.isNaN()) {
      return new Identity(number);
    }
    if (number.isInfinite() || number != Math.rint(number)) {
      return number;
    }
    BigInteger whole = new BigDecimal(number).toBigIntegerExact();
    return whole.bitLength() < Long.SIZE ? (Object) whole.longValueExact() : whole;
  }

  private Object tuple(PyTuple tuple, int depth) {
    List<Object> parts = new ArrayList<>(tuple.size());
    for (Object element : tuple) {
      parts.add(key(element, depth + 1));
    }
    return new TupleKey(parts);
  }

  private Object set(PyFrozenSet set, int depth) {
    Set<Object> parts = new HashSet<>();
    for (Object element : set) {
      parts.add(key(element, depth + 1));
    }
    return new SetKey(parts);
  }

  /** A hash that agrees with {@link #sameTuples}, without looking into anything. */
  static int shallowHash(Object node) {
    if (node instanceof PyTuple || node instanceof PyFrozenSet || isContainer(node)) {
      return 1;
    }
    return of(node).hashCode();
  }

  private static boolean isContainer(Object node) {
    return node instanceof PyList
        || node instanceof PyDict
        || node instanceof PySet
        || node instanceof PyByteArray;
  }

  /** Whether two tuples of one length are equal element by element, within {@link #MAX_SIZE}. */
  static boolean sameTuples(PyTuple left, PyTuple right) {
    List<Object> pending = new ArrayList<>();
    push(pending, left, right);
    for (int steps = 0; !pending.isEmpty(); steps++) {
      Object second = pending.remove(pending.size() - 1);
      Object first = pending.remove(pending.size() - 1);
      if (steps > MAX_SIZE) {
        return false;
      }
      if (isIdentical(first, second)) {
        continue;
      }
      if (first instanceof PyTuple one && second instanceof PyTuple other) {
        if (one.size() != other.size()) {
          return false;
        }
        push(pending, one, other);
      } else if (!same(first, second)) {
        return false;
      }
    }
    return true;
  }

  private static void push(List<Object> pending, PyTuple left, PyTuple right) {
    for (int i = 0; i < left.size(); i++) {
      pending.add(left.get(i));
      pending.add(right.get(i));
    }
  }

  private static boolean isIdentical(Object first, Object second) {
    return first == second;
  }

  private static boolean same(Object first, Object second) {
    if (isContainer(first) || isContainer(second)) {
      return false;
    }
    return of(first).equals(of(second));
  }
}
