package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The bytes are at fault: they are no pickle, end too soon, or say something no pickler writes. The
 * message gives the offset in the stream. Remedy: find out who truncated or mangled them.
 */
public final class MalformedPickleException extends BrineException {

  /** What to do where nothing is known that is more to the point. */
  private static final String REMEDY =
      "these are not the bytes that were dumped: look for what cut, decoded or changed them";

  public MalformedPickleException(String message) {
    this(message, null, null);
  }

  public MalformedPickleException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public MalformedPickleException(
      String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint == null ? REMEDY : hint, cause);
  }

  @Override
  public String kind() {
    return "malformed";
  }
}
