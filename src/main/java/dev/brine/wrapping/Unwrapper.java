package dev.brine.wrapping;

import dev.brine.envelope.Envelope;
import dev.brine.envelope.Verifier;
import dev.brine.error.UnverifiedDumpException;
import dev.brine.json.JsonForm;
import dev.brine.pickle.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How dumps are taken out of what they are kept in. Immutable, thread-safe.
 *
 * <p>With a verifier that allows nothing unsigned no opcode of a pickle is read, and no dump given
 * out, before its envelope is verified; the envelope may be in any wrapping but a pickle. Without a
 * verifier an envelope is a wrapping like others: see {@link Wrapped#isVerified()}.
 *
 * @param raw whether to take each content for the dump itself, or its envelope
 * @param limits of what wrappings may hold
 * @param verifier decides which envelopes are good; null to believe whatever is there
 */
public record Unwrapper(boolean raw, ReadLimits limits, @Nullable Verifier verifier) {

  /** Looks for wrappings, within the usual limits. */
  public static final Unwrapper DEFAULT = new Unwrapper(false, ReadLimits.DEFAULT, null);

  public Unwrapper {
    Objects.requireNonNull(limits, "limits");
  }

  public Unwrapper withRaw(boolean other) {
    return new Unwrapper(other, limits, verifier);
  }

  public Unwrapper withVerifier(@Nullable Verifier other) {
    return new Unwrapper(raw, limits, other);
  }

  /**
   * The dump inside. What has no wrapping is taken as it is, be it a sound dump or not.
   *
   * @throws dev.brine.error.MalformedPickleException if a wrapping is broken or holds no pickle
   * @throws dev.brine.error.PickleLimitException if what it holds exceeds a limit
   * @throws dev.brine.error.UnsupportedConstructException if a JSON envelope holds several dumps
   * @throws UnverifiedDumpException if the verifier does not find it good
   */
  public Wrapped unwrap(byte[] content) {
    Wrapped signed = Envelope.isOne(content) ? opened(content) : null;
    if (signed == null && !raw && verifier != null) {
      signed = new Unwrapping(this, true).find(content);
    }
    if (signed != null) {
      return signed;
    }
    refuseUnsigned();
    // JSON that is no envelope, but the structure itself.
    return raw || JsonForm.isOne(content)
        ? Wrapped.plain(content)
        : new Unwrapping(this, false).unwrap(content);
  }

  /**
   * The dump inside a text, such as a value of a column of text. Where none of its characters is
   * beyond U+00FF they may each stand for a byte, as {@code decode("latin-1")} gives them; else the
   * text is taken as UTF-8. Errors as above.
   */
  public Wrapped unwrap(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    boolean mayBeBytes =
        !raw
            && content.length > text.length()
            && text.chars().allMatch(c -> c <= 0xFF)
            && !JsonForm.isOne(content);
    Wrapped bytes = mayBeBytes ? findInBytes(text.getBytes(StandardCharsets.ISO_8859_1)) : null;
    return bytes == null ? unwrap(content) : bytes.within(new Latin1Text());
  }

  private @Nullable Wrapped findInBytes(byte[] content) {
    Wrapped signed = verifier == null ? null : new Unwrapping(this, true).find(content);
    boolean onlySigned = verifier != null && !verifier.allowsUnsigned();
    return signed != null || onlySigned ? signed : new Unwrapping(this, false).find(content);
  }

  private void refuseUnsigned() {
    if (verifier != null) {
      verifier.verifyUnsigned();
    }
  }

  /** The dump in an envelope. */
  Wrapped opened(byte[] content) {
    Envelope envelope = Envelope.parse(content);
    if (verifier != null) {
      verifier.verify(envelope);
    }
    return Wrapped.plain(envelope.dump()).within(new SignedEnvelope(envelope, verifier != null));
  }
}
