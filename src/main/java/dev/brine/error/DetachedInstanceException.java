package dev.brine.error;

/**
 * An attribute of an entity was not loaded, and the entity has no open session to load it with:
 * SQLAlchemy's {@code DetachedInstanceError}.
 */
public final class DetachedInstanceException extends BrineException {

  /**
   * An attribute cannot be loaded any more.
   *
   * @param entity how messages name it
   */
  public DetachedInstanceException(String entity, String attribute) {
    super(
        "Parent instance %s is not bound to a Session; lazy load operation of attribute '%s' cannot proceed"
            .formatted(entity, attribute),
        "load the attribute in the query (joinedload(), selectinload(), undefer()), or before the"
            + " session is closed",
        null);
  }

  @Override
  public String kind() {
    return "detached";
  }
}
