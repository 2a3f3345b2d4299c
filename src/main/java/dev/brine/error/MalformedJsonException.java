package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The text is at fault: it is no JSON, or none of the form that Brine writes. The message gives the
 * path in it.
 */
public final class MalformedJsonException extends BrineException {

  public MalformedJsonException(String message) {
    this(message, null, null);
  }

  public MalformedJsonException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public MalformedJsonException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "malformed";
  }
}
