package dev.brine.catalog;

import dev.brine.codec.GraphToMetaData;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.MetaData;

/**
 * What Python writes with {@code pickle.dumps(metadata)}: a {@code MetaData} of SQLAlchemy 0.6 to
 * 2.1 with its tables, columns, keys and types. Defaults, indexes and constraints other than keys
 * say nothing about queries and are passed over. Stateless.
 */
public final class PickledMetaData {

  private PickledMetaData() {}

  /**
   * The tables of a pickled MetaData.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound pickle
   * @throws dev.brine.error.UsageException if they hold something else than a MetaData
   */
  public static MetaData read(byte[] pickle) {
    return read(pickle, ReadLimits.DEFAULT);
  }

  /** The same within other limits. */
  public static MetaData read(byte[] pickle, ReadLimits limits) {
    return GraphToMetaData.decode(new PythonUnpickler(limits).loads(pickle));
  }
}
