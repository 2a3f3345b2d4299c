package dev.brine.error;

import org.jspecify.annotations.Nullable;

/** The dialect cannot say what the statement asks for, as SQLAlchemy's {@code CompileError}. */
public final class CompileException extends BrineException {

  public CompileException(String message) {
    this(message, null, null);
  }

  public CompileException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public CompileException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "dialect";
  }
}
