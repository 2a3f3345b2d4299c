package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The dump is sound, and Brine does not know this construct, or the target series cannot say it.
 * The message names the Python class and the path to it.
 */
public final class UnsupportedConstructException extends BrineException {

  public UnsupportedConstructException(String message) {
    this(message, null, null);
  }

  public UnsupportedConstructException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public UnsupportedConstructException(
      String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "unsupported";
  }
}
