package dev.brine.wrapping;

import dev.brine.envelope.Envelope;
import dev.brine.error.BrineException;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The search for the dump in one content. Used once. */
final class Unwrapping {

  /** Where two know the same text, the first that leads to a pickle is right. */
  private static final List<Peeler> PEELERS =
      List.of(
          new Compressed.Peeler(Compression.GZIP),
          new Compressed.Peeler(Compression.BZ2),
          new Compressed.Peeler(Compression.ZLIB),
          new HexText.Peeler(HexText.Prefix.COPY),
          new HexText.Peeler(HexText.Prefix.BYTEA),
          new HexText.Peeler(HexText.Prefix.SQL),
          new HexText.Peeler(HexText.Prefix.NONE),
          new Base64Text.Peeler(),
          new ReprText.Peeler(),
          new JsonEnvelope.Peeler(),
          new EscapedText.Peeler(),
          new Latin1Text.Peeler());

  /** The first byte of protocols 2 to 5. No wrapping starts with it. */
  static final byte PROTO = (byte) 0x80;

  private final Unwrapper unwrapper;
  private final ReadLimits limits;

  /** Whether nothing but an envelope is looked for, and no pickle read. */
  private final boolean onlySigned;

  /** The wrappings around what is looked at, the outermost first. */
  private final Deque<Wrapping> around = new ArrayDeque<>();

  /** How long all is that was found in wrappings: many small ones unfold to more than one. */
  private long peeledBytes;

  /** Why no dump was found, if that is known. */
  private @Nullable BrineException failure;

  Unwrapping(Unwrapper unwrapper, boolean onlySigned) {
    this.unwrapper = unwrapper;
    this.limits = unwrapper.limits();
    this.onlySigned = onlySigned;
  }

  Wrapped unwrap(byte[] content) {
    Wrapped found = find(content);
    if (found == null && failure != null) {
      throw failure;
    }
    return found == null ? Wrapped.plain(content) : found;
  }

  /** The dump; null if there is none. */
  @Nullable Wrapped find(byte[] content) {
    if (Envelope.isOne(content)) {
      return unwrapper.opened(content);
    }
    if (!onlySigned && isPickle(content)) {
      Wrapped nested = findInPickle(content);
      return nested == null ? Wrapped.plain(content) : nested;
    }
    for (Peeler peeler : PEELERS) {
      Wrapped found = peel(peeler, content);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Spares reading a dump twice that is not wrapped: loading it will say what is wrong with it. */
  private boolean isPickle(byte[] content) {
    boolean isMarked = content.length > 0 && content[0] == PROTO;
    if (isMarked && around.isEmpty()) {
      return true;
    }
    try {
      new PythonUnpickler(limits).read(content);
      return true;
    } catch (MalformedPickleException e) {
      if (isMarked) {
        fail(e);
      }
      return false;
    } catch (PickleLimitException e) {
      if (isMarked) {
        throw limited(e);
      }
      // Text that by chance reads like opcodes with large numbers; else nothing is found.
      fail(e);
      return false;
    } catch (UnsupportedConstructException e) {
      return true; // Loading it will say why.
    }
  }

  private @Nullable Wrapped findInPickle(byte[] pickle) {
    BrineException before = failure;
    try {
      Peeled peeled = NestedPickle.peel(pickle, limits);
      Wrapped found = peeled == null ? null : find(peeled);
      if (found != null) {
        return found;
      }
    } catch (MalformedPickleException | UnsupportedConstructException e) {
      // A pickle of its own that happens to hold text, or one that loading will refuse.
    }
    failure = before;
    return null;
  }

  private @Nullable Wrapped peel(Peeler peeler, byte[] content) {
    List<Peeled> all;
    try {
      all = peeler.peel(content, limits);
    } catch (MalformedPickleException e) {
      fail(e);
      return null;
    } catch (PickleLimitException e) {
      throw limited(e);
    }
    List<Wrapped> found = new ArrayList<>();
    for (Peeled each : all) {
      Wrapped dump = find(each);
      if (dump != null) {
        found.add(dump);
      }
    }
    if (found.isEmpty() && !all.isEmpty() && peeler.isCertain()) {
      fail(
          new MalformedPickleException(
              "there is no dump in the " + all.get(0).wrapping().kind(),
              "what was dumped is neither there as it is nor in another wrapping"));
    }
    return found.isEmpty() ? null : only(found);
  }

  private @Nullable Wrapped find(Peeled peeled) {
    if (around.size() == limits.of(Limit.MAX_WRAPPINGS)) {
      throw Limit.MAX_WRAPPINGS.exceeded(
          "The dump is wrapped more often than", limits, " times" + inside());
    }
    peeledBytes += peeled.content().length;
    if (peeledBytes > limits.of(Limit.MAX_BYTES)) {
      throw Limit.MAX_BYTES.exceeded(
          "What was found in wrappings is, taken together, longer than", limits, inside());
    }
    around.addLast(peeled.wrapping());
    try {
      Wrapped found = find(peeled.content());
      return found == null ? null : found.within(peeled.wrapping());
    } finally {
      around.removeLast();
    }
  }

  /** A word that by chance is the base64 of a number is no dump beside one. */
  private Wrapped only(List<Wrapped> found) {
    List<Wrapped> structures = found.stream().filter(this::isStructure).toList();
    if (found.size() == 1 || structures.size() == 1) {
      return found.size() == 1 ? found.get(0) : structures.get(0);
    }
    String places =
        found.stream()
            .map(each -> each.wrappings().get(0).details())
            .collect(Collectors.joining(", "));
    throw new UnsupportedConstructException(
        "the JSON holds %d dumps, at %s, and does not say which is meant%s"
            .formatted(found.size(), places, inside()),
        "cut out the one that is meant");
  }

  private boolean isStructure(Wrapped found) {
    try {
      Object value = new PythonUnpickler(limits).read(found.dump()).value();
      return value instanceof dev.brine.pickle.PyNode
          && !(value instanceof dev.brine.pickle.PyNone);
    } catch (BrineException e) {
      return true;
    }
  }

  /** The first reason is the nearest to the dump. */
  private void fail(BrineException e) {
    if (failure == null) {
      failure =
          e instanceof PickleLimitException limit
              ? limited(limit)
              : new MalformedPickleException(e.getMessage() + inside(), e.hint(), e);
    }
  }

  private PickleLimitException limited(PickleLimitException e) {
    return new PickleLimitException(e.getMessage() + inside(), e.hint(), e);
  }

  private String inside() {
    return around.isEmpty()
        ? ""
        : around.stream().map(Wrapping::text).collect(Collectors.joining(", ", " (inside ", ")"));
  }
}
