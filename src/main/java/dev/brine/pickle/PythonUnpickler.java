package dev.brine.pickle;

import dev.brine.error.BrineException;
import dev.brine.error.PickleLimitException;
import dev.brine.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import net.razorvine.pickle.Unpickler;

/**
 * Reads a pickle of protocol 0 to 5 into the graph of values that this package describes. Nothing
 * in the pickle is executed: a call stands in the graph as a {@link PyObject}.
 *
 * <p>Keeps no state between calls: safe to share between threads if {@link #persistentLoad} is.
 *
 * <p>Every method throws {@link dev.brine.error.MalformedPickleException} when the bytes are no
 * sound pickle, {@link PickleLimitException} when they exceed one of the {@link ReadLimits}, and
 * {@link dev.brine.error.UnsupportedConstructException} when they rely on out-of-band buffers.
 */
public class PythonUnpickler extends Unpickler {

  private final ReadLimits limits;

  public PythonUnpickler() {
    this(ReadLimits.DEFAULT);
  }

  public PythonUnpickler(ReadLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** What reading may cost. */
  public final ReadLimits limits() {
    return limits;
  }

  /** The graph of the pickle at the start of the bytes. */
  @Override
  public Object loads(byte[] pickle) {
    return read(pickle).value();
  }

  /** The graph of the pickle that the stream holds; the stream is read to its end, not closed. */
  @Override
  public Object load(InputStream stream) throws IOException {
    byte[] pickle = stream.readNBytes(limits.size(Limit.MAX_BYTES));
    if (stream.read() >= 0) {
      throw tooLong();
    }
    return loads(pickle);
  }

  /** As {@link #loads}, with what else is to be known about the pickle. */
  public LoadedPickle read(byte[] pickle) {
    if (pickle.length > limits.of(Limit.MAX_BYTES)) {
      throw tooLong();
    }
    UnpickleMachine machine = new UnpickleMachine(pickle, limits, this::persistentLoad);
    Object value = machine.run();
    return new LoadedPickle(value, machine.protocol(), machine.length());
  }

  private BrineException tooLong() {
    return Limit.MAX_BYTES.exceeded("The pickle is longer than", limits);
  }

  /**
   * Called for each persistent id; what it returns takes the id's place in the graph. To be
   * overridden; here the id is kept in a {@link PyPersistent}.
   *
   * @param id the String or {@link PyByteString} of the stream, or whatever node stands there
   */
  @Override
  protected Object persistentLoad(Object id) {
    return new PyPersistent(id);
  }

  /** Not in use: the opcodes are run without Pyrolite's stack and memo. */
  @Override
  protected final Object dispatch(short opcode) {
    throw new UsageException("Opcodes cannot be dispatched one by one; call loads");
  }
}
