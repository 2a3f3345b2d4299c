package dev.brine.pickle;

import dev.brine.error.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import net.razorvine.pickle.Pickler;
import org.jspecify.annotations.Nullable;

/**
 * Writes a graph of the values that this package describes as a pickle, exactly as CPython's C
 * pickler would write it (3.8 and later): for a dump written by CPython 3 in protocol 2 or later,
 * reading and writing it at that protocol gives the same bytes.
 *
 * <p>Objects met twice are written once, by identity. A graph of any depth can be written. Keeps no
 * state between calls: safe to share between threads if {@link #persistentId} is.
 */
public class PythonPickler extends Pickler {

  /** The protocol CPython 3.8 and later write by default when asked for the highest. */
  public static final int DEFAULT_PROTOCOL = 5;

  private final int protocol;

  public PythonPickler() {
    this(DEFAULT_PROTOCOL);
  }

  /**
   * @param protocol 0 to 5
   * @throws UsageException for any other protocol
   */
  public PythonPickler(int protocol) {
    if (protocol < 0 || protocol > DEFAULT_PROTOCOL) {
      throw new UsageException(
          "There is no pickle protocol %d".formatted(protocol),
          "Choose one from 0 to " + DEFAULT_PROTOCOL);
    }
    this.protocol = protocol;
  }

  public int protocol() {
    return protocol;
  }

  /**
   * The pickle of a graph.
   *
   * @throws dev.brine.error.UnsupportedConstructException when the graph holds an object of a type
   *     that is not the package's, and {@link #persistentId} has no id for it
   */
  @Override
  public byte[] dumps(Object graph) {
    return new PickleMachine(protocol, this::persistentId, false).run(graph);
  }

  /**
   * The pickle of a graph in which equal texts are one, however many Java strings they are. CPython
   * goes by identity; whoever makes the graph anew has no identity to keep.
   */
  protected final byte[] dumpsSharingTexts(Object graph) {
    return new PickleMachine(protocol, this::persistentId, true).run(graph);
  }

  /** Writes the pickle of a graph to the stream, which is left open. */
  @Override
  public void dump(Object graph, OutputStream stream) throws IOException {
    stream.write(dumps(graph));
  }

  /**
   * Called for each node before it is written; an id that is not null is written in its place. To
   * be overridden; here a {@link PyPersistent} has an id and nothing else has.
   *
   * @return a String or {@link PyByteString} in protocol 0, where the id is written as a line of
   *     text; else any graph
   */
  @Override
  protected @Nullable Object persistentId(Object node) {
    return node instanceof PyPersistent persistent ? persistent.id() : null;
  }

  /** Not in use: nodes are written without Pyrolite's stream and memo. */
  @Override
  public final void save(Object node) {
    throw new UsageException("Nodes cannot be saved one by one; call dumps");
  }
}
