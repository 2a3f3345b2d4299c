package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How what one or more series write otherwise becomes what 2.0 writes. A rule is found by what is
 * there, never by a version.
 *
 * @param className the path in 2.0 of the class it is for
 * @param spelling what the path begins with by which a dump names the class; empty for any path
 * @param applies whether an object of that class has the other shape
 * @param step brings it to the shape of 2.0; it leaves nothing to which the rule would apply again
 */
record ReshapingRule(String className, String spelling, Predicate<Reshaping> applies, Step step) {

  /** Changes an object. */
  @FunctionalInterface
  interface Step {
    void apply(Reshaping object);
  }

  ReshapingRule {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(spelling, "spelling");
    Objects.requireNonNull(applies, "applies");
    Objects.requireNonNull(step, "step");
  }

  ReshapingRule(String className, Predicate<Reshaping> applies, Step step) {
    this(className, "", applies, step);
  }

  /** The same only where the path by which a dump names the class begins with this. */
  ReshapingRule spelled(String beginning) {
    return new ReshapingRule(className, beginning, applies, step);
  }

  /** For objects whose state has a key. */
  static ReshapingRule of(PyGlobal cls, String key, Step step) {
    return new ReshapingRule(cls.path(), object -> object.has(key), step);
  }

  /** For objects of which something else is true. */
  static ReshapingRule when(PyGlobal cls, Predicate<Reshaping> applies, Step step) {
    return new ReshapingRule(cls.path(), applies, step);
  }

  /** For a key that means the same under another name. */
  static ReshapingRule renamed(PyGlobal cls, String from, String to) {
    return of(cls, from, object -> object.rename(from, to));
  }

  /** For a key that says nothing, whatever its value. */
  static ReshapingRule dropped(PyGlobal cls, String key) {
    return of(cls, key, object -> object.take(key));
  }
}
