package dev.brine.compat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no Python to compare with; the message says why in one line. */
public final class UnavailableException extends IOException {
  UnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
