package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The bytes are at fault: they are no pickle, end too soon, or say something no pickler writes. The
 * message gives the offset in the stream. Remedy: find out who truncated or mangled them.
 */
public final class MalformedPickleException extends BrineException {

  public MalformedPickleException(String message) {
    this(message, null, null);
  }

  public MalformedPickleException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public MalformedPickleException(
      String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "malformed";
  }
}
