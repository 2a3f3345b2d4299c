package dev.brine;

import dev.brine.error.UsageException;
import dev.brine.pickle.PythonPickler;
import dev.brine.series.DumpTarget;
import dev.brine.series.Series;
import java.util.Objects;

/**
 * How to dump. Immutable and thread-safe.
 *
 * @param target what shall load the dump: a {@link Series} of SQLAlchemy, or several with {@link
 *     dev.brine.series.PortableForm#PORTABLE}
 * @param protocol the pickle protocol, 0 to 5
 */
public record DumpOptions(DumpTarget target, int protocol) {

  /** For SQLAlchemy 2.0, at Python's highest protocol, as Python's own {@code dumps}. */
  public static final DumpOptions DEFAULT =
      new DumpOptions(Series.V2_0, PythonPickler.DEFAULT_PROTOCOL);

  public DumpOptions {
    Objects.requireNonNull(target, "target");
    if (protocol < 0 || protocol > PythonPickler.DEFAULT_PROTOCOL) {
      throw new UsageException(
          "there is no pickle protocol " + protocol,
          "choose one from 0 to " + PythonPickler.DEFAULT_PROTOCOL);
    }
  }

  public DumpOptions withSeries(Series series) {
    return withTarget(series);
  }

  public DumpOptions withTarget(DumpTarget other) {
    return new DumpOptions(other, protocol);
  }

  public DumpOptions withProtocol(int other) {
    return new DumpOptions(target, other);
  }
}
