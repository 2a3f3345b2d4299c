package dev.brine.pickle;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts one Java value to the node CPython would pickle for it; a container reached twice
 * becomes one node.
 */
final class ValueToGraph {

  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();
  private int depth;

  Object convert(@Nullable Object value) {
    if (value == null) {
      return PyNone.NONE;
    }
    // In the order of what takes longest to be told apart: that it is no PyNode comes last.
    if (value instanceof Long
        || value instanceof String
        || value instanceof Boolean
        || value instanceof PyNode) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof byte[] bytes) {
      return PyBytes.of(bytes);
    }
    Object known = done.get(value);
    return known == null ? composite(value) : known;
  }

  private static Object number(Number number) {
    if (number instanceof BigInteger integer) {
      return PickleNumbers.narrow(integer);
    }
    if (number instanceof Long || number instanceof Double) {
      return number;
    }
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return number.longValue();
    }
    if (number instanceof Float) {
      return number.doubleValue();
    }
    if (number instanceof BigDecimal decimal) {
      return PyObject.reduce(StandardClasses.DECIMAL, decimal.toString());
    }
    throw unsupported(number);
  }

  private static UnsupportedConstructException unsupported(Object value) {
    return new UnsupportedConstructException(
        "Python has no plain value for " + Wording.a(value.getClass().getName()),
        "Convert it to one of the types that PythonValues lists");
  }

  private Object composite(Object value) {
    if (++depth > PythonValues.MAX_DEPTH) {
      throw PythonValues.tooDeep();
    }
    Object node = DeepStack.at(depth, () -> container(value));
    done.put(value, node);
    depth--;
    return node;
  }

  private Object container(Object value) {
    if (value instanceof PythonInts ints) {
      return ints.toList();
    }
    if (value instanceof List<?> list) {
      return new PyList(Arrays.asList(all(list)));
    }
    if (value instanceof Set<?> set) {
      return PySet.of(all(set));
    }
    if (value instanceof Map<?, ?> map) {
      return dict(map);
    }
    if (value instanceof PythonTuple tuple) {
      return PyTuple.of(all(tuple.elements()));
    }
    if (value instanceof PythonFrozenSet set) {
      return PyFrozenSet.of(all(set.elements()));
    }
    return value instanceof PythonOrderedDict dict ? orderedDict(dict) : scalar(value);
  }

  private Object[] all(Collection<?> values) {
    Object[] nodes = new Object[values.size()];
    int count = 0;
    for (Object value : values) {
      nodes[count++] = convert(value);
    }
    return nodes;
  }

  private PyDict dict(Map<?, ?> map) {
    PyDict dict = new PyDict();
    map.forEach((key, value) -> dict.put(convert(key), convert(value)));
    return dict;
  }

  private PyObject orderedDict(PythonOrderedDict ordered) {
    PyObject object = PyObject.reduce(StandardClasses.ORDERED_DICT);
    ordered.entries().forEach((key, value) -> object.setItem(convert(key), convert(value)));
    return object;
  }

  private Object scalar(Object value) {
    if (value instanceof PythonDecimal decimal) {
      return PyObject.reduce(StandardClasses.DECIMAL, decimal.text());
    }
    if (value instanceof PythonComplex complex) {
      return PyObject.reduce(StandardClasses.COMPLEX, complex.real(), complex.imaginary());
    }
    if (value instanceof PythonRange range) {
      return PyObject.reduce(
          StandardClasses.RANGE,
          convert(range.start()),
          convert(range.stop()),
          convert(range.step()));
    }
    if (value instanceof PythonSlice slice) {
      return PyObject.reduce(
          StandardClasses.SLICE,
          convert(slice.start()),
          convert(slice.stop()),
          convert(slice.step()));
    }
    if (value instanceof PythonEnumMember member) {
      return PyObject.reduce(member.type(), convert(member.value()));
    }
    if (value instanceof UUID uuid) {
      return uuid(uuid);
    }
    Object moment = DateTimesToGraph.convert(value);
    if (moment == null) {
      throw unsupported(value);
    }
    return moment;
  }

  private static PyObject uuid(UUID uuid) {
    BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
    BigInteger low = new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits()));
    Object number = PickleNumbers.narrow(high.shiftLeft(Long.SIZE).or(low));
    return PyObject.newObject(StandardClasses.UUID_CLASS).build(new PyDict().put("int", number));
  }
}
