package dev.brine.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is measured. */
enum Measure {
  /** Statements, expressions and types, of which nothing may be carried unread. */
  ROUND_TRIP("round-trip", Outcome::countsForRoundTrip, Outcome::roundTrip),
  /** What is only to be carried unchanged. */
  DDL("ddl", Outcome::countsForDdl, Outcome::roundTrip),
  SQL("sql", Outcome::countsForSql, Outcome::sql);

  private final String label;
  private final Predicate<Outcome> counts;
  private final Function<Outcome, Verdict> verdict;

  Measure(String label, Predicate<Outcome> counts, Function<Outcome, Verdict> verdict) {
    this.label = label;
    this.counts = counts;
    this.verdict = verdict;
  }

  /** Its name in the list of gaps. */
  String label() {
    return label;
  }

  Verdict verdict(Outcome outcome) {
    return verdict.apply(outcome);
  }

  /** What it counts. */
  List<Outcome> counted(List<Outcome> outcomes) {
    return outcomes.stream().filter(counts).toList();
  }

  long passed(List<Outcome> outcomes) {
    return counted(outcomes).stream().filter(outcome -> verdict(outcome).passed()).count();
  }

  List<Outcome> failed(List<Outcome> outcomes) {
    return counted(outcomes).stream().filter(outcome -> !verdict(outcome).passed()).toList();
  }
}
