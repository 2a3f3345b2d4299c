package dev.brine.error;

/**
 * A row was asked for and there was none: SQLAlchemy's {@code NoResultFound}. Its message is
 * SQLAlchemy's.
 */
public final class NoResultFoundException extends BrineException {

  public NoResultFoundException() {
    super(
        "No row was found when one was required",
        "ask for oneOrNone() or first() where there may be none",
        null);
  }

  @Override
  public String kind() {
    return "no-result";
  }
}
