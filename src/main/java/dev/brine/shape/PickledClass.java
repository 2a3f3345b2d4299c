package dev.brine.shape;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.UnsafePickleException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The class in the id of a mapper: a pickle of its own, in base64. */
final class PickledClass {

  /** What Python 3.8 to 3.13 use when not told otherwise, as SQLAlchemy does not. */
  static final int PROTOCOL = 4;

  private static final ReadLimits LIMITS = ReadLimits.DEFAULT.with(Limit.MAX_BYTES, 1 << 16);

  private static final ClassCache<PyGlobal> KNOWN = new ClassCache<>(PickledClass::read);

  private PickledClass() {}

  static String encode(PyGlobal cls, int protocol) {
    return Base64.getEncoder().encodeToString(new PythonPickler(protocol).dumps(cls));
  }

  static PyGlobal decode(String base64) {
    return KNOWN.get(base64);
  }

  private static PyGlobal read(String base64) {
    Object graph = new PythonUnpickler(LIMITS).loads(bytes(base64));
    // Below protocol 4 a nested class is a name, and attributes of it.
    PyGlobal cls = PyGlobal.named(graph);
    if (cls == null) {
      throw new UnsafePickleException(
          "the class in a mapper's persistent id is %s, not just a name".formatted(graph),
          "treat the source of this dump as hostile");
    }
    return cls;
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new MalformedPickleException(
          "the class in a mapper's persistent id is not base64", null, e);
    }
  }
}
