package dev.brine.expr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the fluent API has for each Python expression of {@code python-fixtures/trees}. */
final class TreeCases {

  private final Map<String, Supplier<ClauseElement>> byPython = new LinkedHashMap<>();

  private TreeCases() {}

  static TreeCases all() {
    TreeCases cases = new TreeCases();
    ComparisonCases.addTo(cases);
    StringCases.addTo(cases);
    ArithmeticCases.addTo(cases);
    ConditionCases.addTo(cases);
    FunctionCases.addTo(cases);
    SelectCases.addTo(cases);
    JoinCases.addTo(cases);
    ChangeCases.addTo(cases);
    FromCases.addTo(cases);
    SubqueryCases.addTo(cases);
    CompoundCases.addTo(cases);
    CteCases.addTo(cases);
    ClauseCases.addTo(cases);
    ConversionCases.addTo(cases);
    SequenceCases.addTo(cases);
    ItemCases.addTo(cases);
    BindCases.addTo(cases);
    MethodCases.addTo(cases);
    return cases;
  }

  void add(String python, Supplier<ClauseElement> java) {
    if (byPython.putIfAbsent(python, java) != null) {
      throw new IllegalStateException("the case is there already: " + python);
    }
  }

  Set<String> expressions() {
    return byPython.keySet();
  }

  ClauseElement build(String python) {
    Supplier<ClauseElement> java = byPython.get(python);
    if (java == null) {
      throw new IllegalStateException("no Java is given for " + python);
    }
    return java.get();
  }
}
