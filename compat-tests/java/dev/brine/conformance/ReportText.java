package dev.brine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as text: totals, test modules, and the reasons of what does not pass. */
final class ReportText {

  private ReportText() {}

  static void write(Path file, Results results) throws IOException {
    Files.writeString(file, of(results));
  }

  /**
   * All that fails, a line each with tabs between: what is measured, id, reason, detail, dialect
   * and expected SQL.
   */
  static void writeFailures(Path file, Results results) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Outcome outcome : measure.failed(results.outcomes())) {
        Verdict verdict = measure.verdict(outcome);
        Compilation compiled = outcome.statement().compiled();
        lines.add(
            Stream.of(
                    measure.label(),
                    outcome.statement().id(),
                    verdict.reason(),
                    verdict.detail(),
                    compiled == null ? "" : compiled.dialect(),
                    outcome.statement().expected())
                .map(text -> text.replace("\n", "\\n").replace("\t", "\\t"))
                .collect(Collectors.joining("\t")));
      }
    }
    Files.write(file, lines);
  }

  static String of(Results results) {
    StringBuilder text = new StringBuilder("SQLAlchemy's own tests\n\n");
    totals(results).forEach((what, figure) -> text.append("%-60s %s%n".formatted(what, figure)));
    text.append("\n%-44s".formatted("module"));
    for (Measure measure : Measure.values()) {
      text.append(" %12s".formatted(measure.label()));
    }
    text.append('\n');
    for (String module : results.modules()) {
      Results own = results.ofModule(module);
      text.append("%-44s".formatted(module));
      for (Measure measure : Measure.values()) {
        text.append(" %12s".formatted(share(own, measure)));
      }
      text.append('\n');
    }
    for (Measure measure : Measure.values()) {
      text.append("\nwhat does not pass, %s%n".formatted(measure.label()));
      reasons(measure, results.outcomes())
          .forEach(
              entry -> text.append("%6d  %s%n".formatted(entry.getValue().size(), entry.getKey())));
    }
    return text.toString();
  }

  /** The figures on top of every report. */
  static Map<String, String> totals(Results results) {
    Map<String, String> totals = new LinkedHashMap<>();
    totals.put("statements Python could dump, each once", String.valueOf(results.dumped()));
    totals.put("the same once more", String.valueOf(results.repeated()));
    totals.put("statements Python could not dump", String.valueOf(results.undumped().size()));
    totals.put(
        "pass in Python after its own loads(dumps(x))",
        "%d of %d".formatted(results.ceiling(), results.dumped()));
    totals.put("of these but for DDL pass after Java's", share(results, Measure.ROUND_TRIP));
    totals.put("of the DDL among them, which Java carries whole", share(results, Measure.DDL));
    totals.put("SQL equal where Java can be asked the same", share(results, Measure.SQL));
    return totals;
  }

  static String share(Results results, Measure measure) {
    return "%d of %d".formatted(results.passed(measure), results.counted(measure));
  }

  /** What fails, by reason, the most frequent reason first. */
  static List<Map.Entry<String, List<Outcome>>> reasons(Measure measure, List<Outcome> outcomes) {
    Map<String, List<Outcome>> byReason = new TreeMap<>();
    for (Outcome outcome : measure.failed(outcomes)) {
      byReason
          .computeIfAbsent(measure.verdict(outcome).reason(), key -> new ArrayList<>())
          .add(outcome);
    }
    return byReason.entrySet().stream()
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .toList();
  }
}
