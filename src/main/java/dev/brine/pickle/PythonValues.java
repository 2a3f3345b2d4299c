package dev.brine.pickle;

import dev.brine.error.PickleLimitException;
import org.jspecify.annotations.Nullable;

/**
 * The plain values of Python as Java values, both ways and without loss.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>Python</th><th>Java</th></tr>
 * <tr><td>{@code None}, {@code bool}, {@code float}</td><td>null, Boolean, Double</td></tr>
 * <tr><td>{@code int}</td><td>Long, or BigInteger beyond it</td></tr>
 * <tr><td>{@code str}</td><td>String, or {@link PySurrogateText}</td></tr>
 * <tr><td>8-bit {@code str} of Python 2</td><td>{@link PyByteString}</td></tr>
 * <tr><td>{@code bytes}, {@code bytearray}</td><td>{@link PyBytes}, {@link PyByteArray}</td></tr>
 * <tr><td>{@code list}, {@code dict}, {@code set}</td><td>List, Map, Set, all unmodifiable and in
 * order</td></tr>
 * <tr><td>{@code tuple}, {@code frozenset}</td><td>{@link PythonTuple}, {@link PythonFrozenSet}
 * </td></tr>
 * <tr><td>{@code OrderedDict}</td><td>{@link PythonOrderedDict}</td></tr>
 * <tr><td>{@code Decimal}</td><td>BigDecimal, or {@link PythonDecimal}</td></tr>
 * <tr><td>{@code complex}, {@code range}, {@code slice}</td><td>{@link PythonComplex}, {@link
 * PythonRange}, {@link PythonSlice}</td></tr>
 * <tr><td>{@code date}</td><td>LocalDate</td></tr>
 * <tr><td>{@code time}</td><td>LocalTime, or {@link PythonTime}</td></tr>
 * <tr><td>{@code datetime}</td><td>LocalDateTime; OffsetDateTime with an unnamed {@code
 * datetime.timezone} of whole seconds; ZonedDateTime with {@code zoneinfo}; else {@link
 * PythonDateTime}</td></tr>
 * <tr><td>{@code timedelta}</td><td>Duration</td></tr>
 * <tr><td>{@code UUID}</td><td>UUID</td></tr>
 * <tr><td>a class or function</td><td>{@link PyGlobal}</td></tr>
 * <tr><td>anything else, named tuples and {@code defaultdict} among it</td><td>its node, unchanged
 * </td></tr>
 * </table>
 *
 * <p>A member of an Enum looks like any other call of a class with one argument; who knows it to be
 * one asks {@link #enumMember}. Stateless.
 */
public final class PythonValues {

  /** How deep values may be nested in one another. */
  public static final int MAX_DEPTH = 500;

  private PythonValues() {}

  /**
   * The Java value of a node; a node that is no plain value, or not a valid one, comes back as it
   * is.
   *
   * @throws dev.brine.error.UnsupportedConstructException when a container holds itself
   * @throws dev.brine.error.MalformedPickleException when a set holds what Python cannot hash
   * @throws dev.brine.error.PickleLimitException when containers are nested too deeply
   */
  public static @Nullable Object toJava(Object node) {
    return isScalar(node) ? node : new GraphToValue().convert(node);
  }

  /** Whether it is one of the values that most values are, which stand for themselves. */
  private static boolean isScalar(Object node) {
    return node instanceof String || node instanceof Long || node instanceof Boolean;
  }

  /**
   * The node of a Java value: every type of the table above, and also {@code byte[]} for bytes,
   * Byte, Short and Integer for an int, Float for a float, and {@link PythonEnumMember}. Nodes come
   * back as they are.
   *
   * @throws dev.brine.error.UnsupportedConstructException when Python has no equal value: another
   *     type, a part of a microsecond, a year outside 1 to 9999
   */
  public static Object toPython(@Nullable Object value) {
    return new ValueToGraph().convert(value);
  }

  /**
   * A value of Python's own as the nearest one of the JDK: {@code byte[]} for bytes of any kind,
   * text for Python 2's, a List for a tuple, a Set for a frozen set; any other value as it is. What
   * Python tells apart is lost.
   */
  public static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof PyByteString text) {
      return text.text();
    }
    if (value instanceof ByteContent bytes) {
      return bytes.bytes();
    }
    if (value instanceof PythonTuple tuple) {
      return tuple.elements();
    }
    return value instanceof PythonFrozenSet set ? set.elements() : value;
  }

  /**
   * The node read as a member of an Enum, when it has the shape of one: a class called with one
   * argument and nothing else; null otherwise.
   */
  public static @Nullable PythonEnumMember enumMember(Object node) {
    if (!(node instanceof PyObject call) || call.made() != PyObject.Made.REDUCE) {
      return null;
    }
    PyGlobal type = PyGlobal.named(call.callable());
    if (type == null || call.args().size() != 1 || !call.steps().isEmpty()) {
      return null;
    }
    return new PythonEnumMember(type, toJava(call.args().get(0)));
  }

  static PickleLimitException tooDeep() {
    return new PickleLimitException(
        "values are nested deeper than PythonValues.MAX_DEPTH = " + MAX_DEPTH);
  }
}
