package dev.brine.series;

import dev.brine.pickle.PyObject;
import dev.brine.shape.PathCache;
import dev.brine.shape.PythonClasses;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every way in which another series' objects differ from those of 2.0; the one place where such a
 * list is registered.
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
              WindowReshaping.RULES)
          .flatMap(List::stream)
          .collect(Collectors.groupingBy(ReshapingRule::className));

  private static final PathCache<List<ReshapingRule>> RULES = new PathCache<>(ReshapingRules::find);

  private ReshapingRules() {}

  private static List<ReshapingRule> find(String path) {
    String className = PythonClasses.canonical(path);
    return className.startsWith(PythonClasses.ANNOTATED)
        ? ElementReshaping.OF_ANNOTATED
        : BY_CLASS.getOrDefault(className, List.of()).stream()
            .filter(rule -> path.startsWith(rule.spelling()))
            .toList();
  }

  /** The object as 2.0 would have written it; itself where that is no different. */
  public static PyObject modern(PyObject object) {
    List<ReshapingRule> rules = RULES.get(object.className());
    if (rules.isEmpty()) {
      return object;
    }
    Reshaping reshaping = new Reshaping(object);
    boolean isChanged = false;
    for (ReshapingRule rule : rules) {
      if (rule.applies().test(reshaping)) {
        rule.step().apply(reshaping);
        isChanged = true;
      }
    }
    return isChanged ? reshaping.done() : object;
  }
}
