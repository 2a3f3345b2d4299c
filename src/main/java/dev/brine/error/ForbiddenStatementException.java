package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * A dump holds something that the policy it is loaded under does not allow, such as SQL of its own
 * or a change of rows. Nothing of it was run.
 */
public final class ForbiddenStatementException extends BrineException {

  public ForbiddenStatementException(String message, @Nullable String hint) {
    super(message, hint, null);
  }

  @Override
  public String kind() {
    return "forbidden";
  }
}
