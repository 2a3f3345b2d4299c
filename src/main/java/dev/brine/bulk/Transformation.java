package dev.brine.bulk;

/** Makes something else of a value. Called by many threads at once. */
@FunctionalInterface
public interface Transformation {

  /**
   * What becomes of a value that is not NULL. What fails is told by the outcome; an exception is a
   * defect, which fails that row too.
   */
  Outcome apply(ColumnValue value);
}
