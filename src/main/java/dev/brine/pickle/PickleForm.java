package dev.brine.pickle;

import dev.brine.error.BrineException;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.razorvine.pickle.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * A pickle as a form with blanks to be filled in: each blank is a plain value (a text, an int, a
 * float, short bytes, or the ints of a list) that stands behind a certain key of a dict, or is all
 * that something is called with there. Two pickles of the same form differ in those values, and in
 * how long their frames are therefore, and in not a byte else.
 *
 * <p>What a blank means, and whether the same text or number means something in another place too,
 * this does not know: only the references of the pickle itself to one another are sure to be the
 * same. Immutable, thread-safe, as long as nobody changes the bytes, which are not copied.
 */
public final class PickleForm {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** What other values begin with: high enough not to be met by chance, in 32 bits. */
  private static final int UNLIKELY = 0x5EED_0000;

  private final byte[] data;
  private final int[] gaps;
  private final String key;
  private final ReadLimits limits;
  private final long hash;

  private PickleForm(byte[] data, int[] gaps, String key, ReadLimits limits) {
    this.data = data;
    this.gaps = gaps;
    this.key = key;
    this.limits = limits;
    this.hash = hash(data, gaps);
  }

  /**
   * The form of a pickle.
   *
   * @param key behind which the blanks are
   * @return null where it has none that could be told, be it that it exceeds a limit or is broken;
   *     reading it will tell
   */
  public static @Nullable PickleForm of(byte[] pickle, String key, ReadLimits limits) {
    FormScan scan = new FormScan(pickle, key.getBytes(StandardCharsets.UTF_8));
    boolean isForm = pickle.length <= limits.of(Limit.MAX_BYTES) && scan.run();
    long most = Math.min(limits.of(Limit.MAX_OPCODES), limits.opcodesWithin(pickle.length));
    return isForm && scan.opcodes() < most
        ? new PickleForm(pickle, scan.gaps(), key, limits)
        : null;
  }

  /** Whether a blank can hold what an opcode pushes. */
  static boolean isPlain(int opcode) {
    return switch (opcode) {
      case Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.BINFLOAT,
          Opcodes.SHORT_BINBYTES,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.BINUNICODE ->
          true;
      default -> false;
    };
  }

  /** Whether another pickle is the same but for the values in the blanks. */
  public boolean isLike(PickleForm other) {
    if (hash != other.hash || gaps.length != other.gaps.length) {
      return false;
    }
    int from = 0;
    int otherFrom = 0;
    for (int i = 0; i <= gaps.length; i += 2) {
      int to = i < gaps.length ? gaps[i] : data.length;
      int otherTo = i < gaps.length ? other.gaps[i] : other.data.length;
      boolean isSame =
          Arrays.equals(data, from, to, other.data, otherFrom, otherTo)
              && (i == gaps.length || kind(i) == other.kind(i));
      if (!isSame) {
        return false;
      }
      if (i < gaps.length) {
        from = gaps[i + 1];
        otherFrom = other.gaps[i + 1];
      }
    }
    return true;
  }

  /** What fills a gap: the opcode by which it begins, one for all of its kind. */
  private int kind(int gap) {
    int opcode = opcode(gap);
    return switch (opcode) {
      case Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2 -> Opcodes.BININT;
      case Opcodes.SHORT_BINUNICODE, Opcodes.BINUNICODE -> Opcodes.BINUNICODE;
      default -> opcode;
    };
  }

  private boolean isFrame(int gap) {
    return opcode(gap) == Opcodes.FRAME;
  }

  private int opcode(int gap) {
    return Byte.toUnsignedInt(data[gaps[gap]]);
  }

  /** The same for all pickles of the form. */
  public long hash() {
    return hash;
  }

  private static long hash(byte[] data, int[] gaps) {
    long hash = gaps.length;
    int from = 0;
    for (int i = 0; i < gaps.length; i += 2) {
      hash = hash(data, from, gaps[i], hash);
      from = gaps[i + 1];
    }
    return hash(data, from, data.length, hash);
  }

  private static long hash(byte[] data, int from, int to, long begun) {
    long hash = begun;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = Long.rotateLeft(hash ^ (long) LONG.get(data, at), 29) * SPREAD;
    }
    for (; at < to; at++) {
      hash = Long.rotateLeft(hash ^ data[at], 29) * SPREAD;
    }
    return hash;
  }

  /**
   * What is in the blanks, in their order, as the reader of pickles would have it.
   *
   * @throws BrineException what reading the pickle ends in, where a value is none
   */
  public List<@Nullable Object> values() {
    ByteArrayOutputStream all = new ByteArrayOutputStream(64);
    all.write(Opcodes.MARK);
    for (int i = 0; i < gaps.length; i += 2) {
      if (!isFrame(i)) {
        if (!isPlain(opcode(i))) {
          all.write(Opcodes.EMPTY_LIST);
        }
        all.write(data, gaps[i], gaps[i + 1] - gaps[i]);
      }
    }
    all.write(Opcodes.TUPLE);
    all.write(Opcodes.STOP);
    PyTuple values = (PyTuple) new PythonUnpickler(limits).loads(all.toByteArray());
    @Nullable Object[] plain = new @Nullable Object[values.size()];
    Arrays.setAll(plain, i -> PythonValues.toJava(values.get(i)));
    return Collections.unmodifiableList(Arrays.asList(plain));
  }

  /** The same of bytes that are nobody else's. */
  public PickleForm copy() {
    return new PickleForm(data.clone(), gaps, key, limits);
  }

  /** The bytes; not to be changed. */
  public byte[] pickle() {
    return data;
  }

  /**
   * A pickle of the same form with another value in each blank, which is in no other blank.
   *
   * @return null if a limit is in its way
   */
  public @Nullable PickleForm varied() {
    ByteArrayOutputStream varied = new ByteArrayOutputStream(2 * data.length);
    int from = 0;
    for (int i = 0; i < gaps.length; i += 2) {
      varied.write(data, from, gaps[i] - from);
      varied.writeBytes(isFrame(i) ? frame(i) : another(i));
      from = gaps[i + 1];
    }
    varied.write(data, from, data.length - from);
    return of(varied.toByteArray(), key, limits);
  }

  /** The head of a frame that holds other values. */
  private byte[] frame(int gap) {
    long length = (long) LONG.get(data, gaps[gap] + 1);
    long end = gaps[gap + 1] + length;
    for (int i = gap + 2; i < gaps.length && gaps[i] < end; i += 2) {
      if (!isFrame(i)) {
        length += another(i).length - (gaps[i + 1] - gaps[i]);
      }
    }
    return ByteBuffer.allocate(1 + Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) Opcodes.FRAME)
        .putLong(length)
        .array();
  }

  /** Another value for a blank. */
  private byte[] another(int gap) {
    int number = UNLIKELY + gap;
    ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    switch (opcode(gap)) {
      case Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2 ->
          bytes.put((byte) Opcodes.BININT).putInt(number);
      case Opcodes.BINFLOAT ->
          bytes.put((byte) Opcodes.BINFLOAT).order(ByteOrder.BIG_ENDIAN).putDouble(number + 0.5);
      case Opcodes.SHORT_BINUNICODE, Opcodes.BINUNICODE -> {
        // Digits, for a Decimal takes nothing else.
        byte[] text = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
        bytes.put((byte) Opcodes.BINUNICODE).putInt(text.length).put(text);
      }
      case Opcodes.SHORT_BINBYTES -> {
        byte[] packed = DateTimes.some(gaps[gap + 1] - gaps[gap] - 2, gap);
        bytes.put((byte) Opcodes.SHORT_BINBYTES).put((byte) packed.length).put(packed);
      }
      default ->
          bytes
              .put((byte) Opcodes.MARK)
              .put((byte) Opcodes.BININT)
              .putInt(number)
              .put((byte) Opcodes.BININT)
              .putInt(~number)
              .put((byte) Opcodes.APPENDS);
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
