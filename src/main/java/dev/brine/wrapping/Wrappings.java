package dev.brine.wrapping;

import dev.brine.pickle.ReadLimits;

/**
 * Finds the dump in whatever it is wrapped in, in any nesting: see {@link WrappingKind}. Which
 * wrappings there are is found out by looking. They count only if there is a pickle inside, and
 * what is a pickle already is no other wrapping than a pickle. To have signatures verified see
 * {@link Unwrapper}. Stateless, thread-safe.
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
    return new Unwrapper(false, limits, null).unwrap(content);
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
    return new Unwrapper(false, limits, null).unwrap(text);
  }
}
