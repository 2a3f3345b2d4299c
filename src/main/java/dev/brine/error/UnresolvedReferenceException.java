package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The metadata, session or engine that the caller supplied lacks what the dump refers to: a table,
 * a column, a class. The message names the nearest that exists.
 */
public final class UnresolvedReferenceException extends BrineException {

  public UnresolvedReferenceException(String message) {
    this(message, null, null);
  }

  public UnresolvedReferenceException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public UnresolvedReferenceException(
      String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "metadata";
  }
}
