package dev.brine.series;

import dev.brine.pickle.KeysFact;
import dev.brine.pickle.PyObject;
import dev.brine.shape.ClassCache;
import dev.brine.shape.PythonClasses;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every way in which another series' objects differ from those of 2.0; the one place where such a
 * list is registered. An instance holds those for the objects of one class. Immutable and
 * thread-safe.
 */
public final class ReshapingRules {

  private static final Map<String, List<ReshapingRule>> BY_CLASS =
      Stream.of(
              AliasedOptions.RULES,
              SelectReshaping.RULES,
              DmlReshaping.RULES,
              FromReshaping.RULES,
              ElementReshaping.RULES,
              ComparisonReshaping.RULES,
              EarlyComparisonReshaping.RULES,
              EarlyArrays.RULES,
              EarlyConstants.RULES,
              EarlyNamesReshaping.RULES,
              EarlyNegationReshaping.RULES,
              FunctionReshaping.RULES,
              JsonReshaping.RULES,
              OrmReshaping.RULES,
              EarlyQueryReshaping.RULES,
              EntityCalls.RULES,
              PortableCalls.RULES,
              QueryCalls.RULES,
              TupleReshaping.RULES,
              UntypedConditions.RULES,
              WindowReshaping.RULES)
          .flatMap(List::stream)
          .collect(Collectors.groupingBy(ReshapingRule::className));

  private static final ClassCache<ReshapingRules> CLASSES =
      new ClassCache<>(path -> new ReshapingRules(find(path)));

  private final List<ReshapingRule> rules;

  /** Those that may apply where nothing has been changed, as the keys are there that they need. */
  private final KeysFact<List<ReshapingRule>> possible;

  private ReshapingRules(List<ReshapingRule> rules) {
    this.rules = rules;
    this.possible = new KeysFact<>(state -> rules.stream().filter(r -> r.mayApply(state)).toList());
  }

  private static List<ReshapingRule> find(String path) {
    String className = PythonClasses.canonical(path);
    return className.startsWith(PythonClasses.ANNOTATED)
        ? ElementReshaping.OF_ANNOTATED
        : BY_CLASS.getOrDefault(className, List.of()).stream()
            .filter(rule -> path.startsWith(rule.spelling()))
            .toList();
  }

  /** Those of the class that a dump names by a path. */
  public static ReshapingRules of(String path) {
    return CLASSES.get(path);
  }

  /** The object as 2.0 would have written it; itself where that is no different. */
  static PyObject reshaped(PyObject object) {
    return of(object.className()).modern(object);
  }

  /** The same of an object of this class. */
  public PyObject modern(PyObject object) {
    List<ReshapingRule> asked = object.hasSlots() ? rules : possible.of(object.stateDict(), rules);
    if (asked.isEmpty()) {
      return object;
    }
    Reshaping reshaping = new Reshaping(object);
    for (ReshapingRule rule : asked) {
      if (rule.appliesTo(reshaping)) {
        return changed(reshaping);
      }
    }
    return object;
  }

  /** By all rules in turn, as what one changes may be what another applies to. */
  private PyObject changed(Reshaping reshaping) {
    for (ReshapingRule rule : rules) {
      if (rule.appliesTo(reshaping)) {
        rule.step().apply(reshaping);
      }
    }
    return reshaping.done();
  }
}
