package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The bytes, or what is to become bytes, exceed one of the named limits on size, depth, memo or
 * count. Remedy: raise that limit where it is an option and the source is trusted.
 */
public final class PickleLimitException extends BrineException {

  public PickleLimitException(String message) {
    this(message, null, null);
  }

  public PickleLimitException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public PickleLimitException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "limit";
  }
}
