package dev.brine.shape;

/**
 * Says that an object of a known class holds something that is not understood, so that the whole
 * object is kept opaque. Never leaves the package, and has no stack trace: it is an answer, not a
 * failure.
 */
public final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotUnderstood(String reason) {
    super(reason, null, false, false);
  }
}
