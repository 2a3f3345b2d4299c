package dev.brine.orm;

/** That a condition or value cannot be told from entities alone: {@code UnevaluatableError}. */
final class Unevaluable extends Exception {

  private static final long serialVersionUID = 1L;

  Unevaluable(String message) {
    super(message);
  }
}
