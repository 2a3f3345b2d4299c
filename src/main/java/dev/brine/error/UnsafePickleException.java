package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The bytes ask for something Brine never does, such as a persistent id whose class is more than a
 * name. A dump that Python wrote with {@code sqlalchemy.ext.serializer} does not contain this;
 * treat its source as hostile.
 */
public final class UnsafePickleException extends BrineException {

  public UnsafePickleException(String message) {
    this(message, null, null);
  }

  public UnsafePickleException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public UnsafePickleException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "unsafe";
  }
}
