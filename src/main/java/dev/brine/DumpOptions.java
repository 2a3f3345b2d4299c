package dev.brine;

import dev.brine.codec.Series;
import dev.brine.error.UsageException;
import dev.brine.pickle.PythonPickler;
import java.util.Objects;

/**
 * How to dump. Immutable and thread-safe.
 *
 * @param series the SQLAlchemy series that shall load the dump
 * @param protocol the pickle protocol, 0 to 5
 */
public record DumpOptions(Series series, int protocol) {

  /** For SQLAlchemy 2.0, at Python's highest protocol, as Python's own {@code dumps}. */
  public static final DumpOptions DEFAULT =
      new DumpOptions(Series.V2_0, PythonPickler.DEFAULT_PROTOCOL);

  public DumpOptions {
    Objects.requireNonNull(series, "series");
    if (protocol < 0 || protocol > PythonPickler.DEFAULT_PROTOCOL) {
      throw new UsageException(
          "there is no pickle protocol " + protocol,
          "choose one from 0 to " + PythonPickler.DEFAULT_PROTOCOL);
    }
  }

  public DumpOptions withSeries(Series other) {
    return new DumpOptions(other, protocol);
  }

  public DumpOptions withProtocol(int other) {
    return new DumpOptions(series, other);
  }
}
