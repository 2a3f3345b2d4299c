package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * A dump was to be signed and is not, or its envelope does not stand the test: it is broken, its
 * key is unknown, its signature is wrong, it is too old or somebody else's. Nothing of the dump
 * itself was read.
 */
public final class UnverifiedDumpException extends BrineException {

  public UnverifiedDumpException(String message, @Nullable String hint) {
    this(message, hint, null);
  }

  public UnverifiedDumpException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }

  @Override
  public String kind() {
    return "unverified";
  }
}
