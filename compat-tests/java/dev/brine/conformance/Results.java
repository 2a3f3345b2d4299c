package dev.brine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of all statements in the end, in the order of their ids.
 *
 * @param undumped those that Python itself cannot dump, with the reason
 * @param repeated how often a test had a statement that was there before
 */
record Results(List<Outcome> outcomes, Map<String, String> undumped, int repeated) {

  Results {
    outcomes = List.copyOf(outcomes);
  }

  static Results merge(List<Results> parts) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    Map<String, String> undumped = new TreeMap<>();
    int repeated = 0;
    for (Results part : parts) {
      part.outcomes.forEach(outcome -> outcomes.put(outcome.statement().id(), outcome));
      undumped.putAll(part.undumped);
      repeated += part.repeated;
    }
    return new Results(new ArrayList<>(outcomes.values()), undumped, repeated);
  }

  Results ofModule(String module) {
    List<Outcome> own =
        outcomes.stream().filter(outcome -> outcome.statement().module().equals(module)).toList();
    return new Results(own, Map.of(), 0);
  }

  List<String> modules() {
    return outcomes.stream().map(outcome -> outcome.statement().module()).distinct().toList();
  }

  int dumped() {
    return outcomes.size();
  }

  long ceiling() {
    return outcomes.stream().filter(outcome -> outcome.statement().passesInPython()).count();
  }

  long counted(Measure measure) {
    return measure.counted(outcomes).size();
  }

  long passed(Measure measure) {
    return measure.passed(outcomes);
  }
}
