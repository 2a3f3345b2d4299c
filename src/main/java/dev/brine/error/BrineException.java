package dev.brine.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of every failure Brine reports. The subclass says whose fault it is, {@link
 * #getMessage()} what is wrong and where, {@link #hint()} what to do about it.
 *
 * <p>Unchecked: most callers can only report it. Immutable but for the stack trace, hence safe to
 * share.
 */
public abstract sealed class BrineException extends RuntimeException
    permits MalformedPickleException,
        MalformedJsonException,
        UnsafePickleException,
        UnverifiedDumpException,
        ForbiddenStatementException,
        PickleLimitException,
        UnsupportedConstructException,
        UnresolvedReferenceException,
        CompileException,
        JooqImportException,
        DatabaseException,
        NoResultFoundException,
        MultipleResultsFoundException,
        DetachedInstanceException,
        UsageException {

  private final @Nullable String hint;

  BrineException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /**
   * One stable word for the kind of failure, such as {@code "malformed"}; it is part of the command
   * line's contract.
   */
  public abstract String kind();

  /** What the reader of the message can do, as one sentence; null where the message says it all. */
  public @Nullable String hint() {
    return hint;
  }
}
