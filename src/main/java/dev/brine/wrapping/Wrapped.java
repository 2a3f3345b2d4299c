package dev.brine.wrapping;

import dev.brine.envelope.Envelope;
import dev.brine.envelope.Verifier;
import dev.brine.error.UsageException;
import dev.brine.schema.MetaData;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A dump and what was around it. Immutable. */
public final class Wrapped {

  private final List<Wrapping> wrappings;
  private final byte[] dump;

  private Wrapped(List<Wrapping> wrappings, byte[] dump) {
    this.wrappings = List.copyOf(wrappings);
    this.dump = dump;
  }

  /** Bytes that are taken as they are; not to be changed any more. */
  public static Wrapped plain(byte[] dump) {
    return new Wrapped(List.of(), dump);
  }

  /** Another dump in the same wrappings; not to be changed any more. */
  public Wrapped with(byte[] other) {
    return new Wrapped(wrappings, other);
  }

  /** The same in one wrapping more. */
  Wrapped within(Wrapping outer) {
    List<Wrapping> all = new ArrayList<>(List.of(outer));
    all.addAll(wrappings);
    return new Wrapped(all, dump);
  }

  /** What was around the dump, the outermost first; empty if nothing was. */
  public List<Wrapping> wrappings() {
    return wrappings;
  }

  public boolean isPlain() {
    return wrappings.isEmpty();
  }

  /** The dump itself, for {@code loads()}; not to be changed. */
  public byte[] dump() {
    return dump;
  }

  /**
   * The tables that came with the dump, for want of other metadata: those that a JSON envelope
   * lists. Null if none did.
   */
  public @Nullable MetaData metadata() {
    MetaData found = null;
    for (Wrapping each : wrappings) {
      MetaData tables = each instanceof JsonEnvelope envelope ? envelope.tables() : null;
      found = tables == null ? found : tables;
    }
    return found;
  }

  /** The signed envelope that the dump came in, whether it is good or not; null without one. */
  public @Nullable Envelope envelope() {
    SignedEnvelope signed = signed();
    return signed == null ? null : signed.envelope();
  }

  /** Whether the dump came in a signed envelope that a verifier has found good. */
  public boolean isVerified() {
    SignedEnvelope signed = signed();
    return signed != null && signed.isVerified() && isDumpOf(signed.envelope());
  }

  /**
   * Makes sure that this is the very dump of an envelope that the verifier finds good, or that it
   * allows unsigned ones.
   *
   * @throws dev.brine.error.UnverifiedDumpException if not
   */
  public void verify(Verifier verifier) {
    Envelope envelope = envelope();
    if (envelope != null && isDumpOf(envelope)) {
      verifier.verify(envelope);
    } else {
      verifier.verifyUnsigned();
    }
  }

  /** Not so after {@link #with}: what was signed was another dump. */
  @SuppressWarnings("ReferenceEquality") // An equal dump from elsewhere was not verified.
  private boolean isDumpOf(Envelope envelope) {
    return envelope.dump() == dump;
  }

  private @Nullable SignedEnvelope signed() {
    for (Wrapping each : wrappings) {
      if (each instanceof SignedEnvelope signed) {
        return signed;
      }
    }
    return null;
  }

  /**
   * Another dump in the same wrappings, but for a signed envelope; of a JSON envelope all but the
   * dump stays as it was.
   *
   * @throws UsageException if one of them holds nothing but text and would hold that dump directly
   */
  public byte[] rewrap(byte[] other) {
    byte[] content = other;
    for (int i = wrappings.size() - 1; i >= 0; i--) {
      content = wrappings.get(i).wrap(content);
    }
    return content;
  }

  /**
   * As {@link #rewrap}, for what was {@linkplain Wrappings#unwrap(String) found in a text}. A dump
   * of protocol 0 stands there by itself, each of its bytes as a character: what it writes of text
   * is Latin-1.
   *
   * @throws UsageException if nothing in the wrappings makes text of the dump
   */
  public String rewrapText(byte[] other) {
    if (isPlain() && other.length > 0 && other[0] != Unwrapping.PROTO) {
      return new String(other, StandardCharsets.ISO_8859_1);
    }
    byte[] content = rewrap(other);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(
          "the dump is to stand in a text and is none",
          "wrap it in base64, or write it with protocol 0, which is text",
          e);
    }
  }

  /** {@code "gzip, base64"}: the outermost first; empty for a plain dump. */
  @Override
  public String toString() {
    return wrappings.stream().map(Wrapping::text).collect(Collectors.joining(", "));
  }
}
