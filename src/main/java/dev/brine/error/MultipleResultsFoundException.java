package dev.brine.error;

/**
 * One row was asked for and there were more: SQLAlchemy's {@code MultipleResultsFound}. Its message
 * is SQLAlchemy's.
 */
public final class MultipleResultsFoundException extends BrineException {

  /**
   * More than what was asked for.
   *
   * @param wanted "exactly one" or "one or none"
   */
  public MultipleResultsFoundException(String wanted) {
    super(
        "Multiple rows were found when " + wanted + " was required",
        "ask for first(), or say more in the query's conditions",
        null);
  }

  @Override
  public String kind() {
    return "multiple-results";
  }
}
