package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How what one or more series write otherwise becomes what 2.0 writes. A rule is found by what is
 * there, never by a version.
 *
 * @param className the path in 2.0 of the class it is for
 * @param spelling what the path begins with by which a dump names the class; empty for any path
 * @param key a key of the state without which it does not apply; null if it needs none
 * @param operators the names of functions, one of which an object must have as its {@code
 *     "operator"}; none if any will do
 * @param applies whether an object of that class, with those, has the other shape
 * @param step brings it to the shape of 2.0; it leaves nothing to which the rule would apply again
 */
record ReshapingRule(
    String className,
    String spelling,
    @Nullable String key,
    Set<String> operators,
    Predicate<Reshaping> applies,
    Step step) {

  private static final Set<String> ANY = Set.of();

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
    operators = new HashSet<>(operators);
  }

  ReshapingRule(String className, Predicate<Reshaping> applies, Step step) {
    this(className, "", null, ANY, applies, step);
  }

  /** The same only where the path by which a dump names the class begins with this. */
  ReshapingRule spelled(String beginning) {
    return new ReshapingRule(className, beginning, key, operators, applies, step);
  }

  /** The same only for what one of the functions of these names is the operator of. */
  ReshapingRule of(Set<String> names) {
    return new ReshapingRule(className, spelling, key, names, applies, step);
  }

  /** For objects whose state has a key. */
  static ReshapingRule of(PyGlobal cls, String key, Step step) {
    return new ReshapingRule(cls.path(), "", key, ANY, object -> true, step);
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

  /** Whether it can apply to an object with such a state, as far as the keys tell. */
  boolean mayApply(PyDict state) {
    return key == null || state.containsKey(key);
  }

  boolean appliesTo(Reshaping object) {
    return (operators.isEmpty() || operators.contains(object.operator()))
        && (key == null || object.has(key))
        && applies.test(object);
  }
}
