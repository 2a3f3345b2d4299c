package dev.brine.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database or its driver refused or failed. The cause is the driver's exception; the message
 * shows the statement, shortened.
 */
public final class DatabaseException extends BrineException {

  private final DatabaseFault fault;

  public DatabaseException(String message) {
    this(message, null, null);
  }

  public DatabaseException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public DatabaseException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
    fault = DatabaseFault.of(cause);
  }

  /** With the hint that belongs to the fault. */
  public DatabaseException(DatabaseFault fault, String message, @Nullable Throwable cause) {
    super(message, fault.hint(), cause);
    this.fault = Objects.requireNonNull(fault, "fault");
  }

  /** What kind of trouble it is. */
  public DatabaseFault fault() {
    return fault;
  }

  @Override
  public String kind() {
    return "database";
  }
}
