package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The database or its driver refused or failed. The cause is the driver's exception; the message
 * shows the statement, shortened.
 */
public final class DatabaseException extends BrineException {

  public DatabaseException(String message) {
    this(message, null, null);
  }

  public DatabaseException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public DatabaseException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "database";
  }
}
