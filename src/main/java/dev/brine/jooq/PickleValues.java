package dev.brine.jooq;

import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.PythonValues;
import dev.brine.schema.SqlType;

/**
 * Values kept as pickles: {@code PickleType}. Reading one runs nothing and keeps to the limits on
 * reading; what is no plain value of Python comes out as its graph.
 */
final class PickleValues {

  private PickleValues() {}

  static StorageType of(SqlType type) {
    int protocol = type.attribute("protocol") instanceof Long number ? number.intValue() : 5;
    return StorageType.of(
        value -> new PythonPickler(protocol).dumps(PythonValues.toPython(value)),
        stored ->
            stored instanceof byte[] bytes
                ? PythonValues.toJava(new PythonUnpickler().loads(bytes))
                : stored);
  }
}
