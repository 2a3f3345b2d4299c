package dev.brine.wrapping;

import dev.brine.json.JsonForm;
import dev.brine.pickle.ReadLimits;
import java.nio.charset.StandardCharsets;

/**
 * Finds the dump in whatever it is wrapped in, in any nesting: see {@link WrappingKind}. Which
 * wrappings there are is found out by looking. They count only if there is a pickle inside, and
 * what is a pickle already is no other wrapping than a pickle. Stateless, thread-safe.
 */
public final class Wrappings {

  private Wrappings() {}

  /** As {@link #unwrap(byte[], ReadLimits)}, within the usual limits. */
  public static Wrapped unwrap(byte[] content) {
    return unwrap(content, ReadLimits.DEFAULT);
  }

  /**
   * The dump inside. What has no wrapping is taken as it is, be it a sound dump or not.
   *
   * @throws dev.brine.error.MalformedPickleException if a wrapping is broken or holds no pickle;
   *     the message names the wrappings around it
   * @throws dev.brine.error.PickleLimitException if what it holds exceeds a limit
   * @throws dev.brine.error.UnsupportedConstructException if a JSON envelope holds several dumps
   */
  public static Wrapped unwrap(byte[] content, ReadLimits limits) {
    // JSON that is no envelope, but the structure itself.
    return JsonForm.isOne(content)
        ? Wrapped.plain(content)
        : new Unwrapping(limits).unwrap(content);
  }

  /** As {@link #unwrap(String, ReadLimits)}, within the usual limits. */
  public static Wrapped unwrap(String text) {
    return unwrap(text, ReadLimits.DEFAULT);
  }

  /**
   * The dump inside a text, such as a value of a column of text. Where none of its characters is
   * beyond U+00FF they may each stand for a byte, as {@code decode("latin-1")} gives them; else the
   * text is taken as UTF-8. Errors as above.
   */
  public static Wrapped unwrap(String text, ReadLimits limits) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    boolean mayBeBytes =
        content.length > text.length()
            && text.chars().allMatch(c -> c <= 0xFF)
            && !JsonForm.isOne(content);
    Wrapped bytes =
        mayBeBytes ? new Unwrapping(limits).find(text.getBytes(StandardCharsets.ISO_8859_1)) : null;
    return bytes == null ? unwrap(content, limits) : bytes.within(new Latin1Text());
  }
}
