package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The caller is at fault: a contradictory or missing option, a closed session, a method called out
 * of order.
 */
public final class UsageException extends BrineException {

  public UsageException(String message) {
    this(message, null, null);
  }

  public UsageException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public UsageException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "usage";
  }
}
