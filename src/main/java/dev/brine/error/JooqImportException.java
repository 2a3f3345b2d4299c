package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The jOOQ query uses something that cannot be imported without loss. Remedy: write that part with
 * the fluent API of {@code dev.brine.expr}.
 */
public final class JooqImportException extends BrineException {

  public JooqImportException(String message) {
    this(message, null, null);
  }

  public JooqImportException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public JooqImportException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "jooq";
  }
}
