package dev.brine.cli;

import dev.brine.scan.Breakdown;
import dev.brine.scan.FailureGroup;
import dev.brine.scan.Sizes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A scan as text in aligned columns. */
final class ScanText {

  private static final int BAR = 24;

  private final ScanReport report;
  private final PrintWriter out;

  ScanText(ScanReport report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  void print() {
    out.println(report.headline());
    printSizes("as they are kept", report.summary().stored());
    if (!report.summary().bare().equals(report.summary().stored())) {
      printSizes("without wrappings", report.summary().bare());
    }
    report.summary().breakdowns().stream()
        .filter(each -> !each.isEmpty())
        .forEach(this::printBreakdown);
    List<FailureGroup> failures = report.summary().failures();
    failures.stream().limit(report.top()).forEach(this::printFailures);
    if (failures.size() > report.top()) {
      out.println();
      out.println("and %d more reasons".formatted(failures.size() - report.top()));
    }
    out.println();
    out.println(report.pace());
  }

  private void printSizes(String label, Sizes sizes) {
    if (sizes.count() > 0) {
      out.printf(
          Locale.ROOT,
          "  %-18s from %s to %s, %s on average%n",
          label,
          ScanReport.size(sizes.smallest()),
          ScanReport.size(sizes.largest()),
          ScanReport.size(sizes.mean()));
    }
  }

  private void printBreakdown(Breakdown breakdown) {
    out.println();
    out.println(breakdown.topic().title() + ": " + breakdown.topic().description());
    List<Breakdown.Count> shown = breakdown.counts().stream().limit(report.top()).toList();
    int width =
        shown.stream().mapToInt(each -> ScanReport.visible(each.name()).length()).max().orElse(0);
    long most = shown.get(0).dumps();
    int digits = ScanReport.number(most).length();
    for (Breakdown.Count each : shown) {
      String bar = "#".repeat((int) Math.max(1, each.dumps() * BAR / most));
      String line =
          String.format(
              Locale.ROOT,
              "  %-" + width + "s  %," + digits + "d  %7s  %s",
              ScanReport.visible(each.name()),
              each.dumps(),
              report.share(each.dumps()),
              bar);
      out.println(line);
    }
    int more = breakdown.counts().size() - shown.size();
    if (more > 0) {
      out.println("  and %s more".formatted(ScanReport.number(more)));
    }
  }

  private void printFailures(FailureGroup group) {
    out.println();
    out.println(
        "%s failed (%s): %s"
            .formatted(
                ScanReport.dumps(group.dumps()), group.kind(), ScanReport.visible(group.reason())));
    for (FailureGroup.Example example : group.examples()) {
      out.println("  " + ScanReport.visible(example.name()));
      if (!example.message().equals(group.reason())) {
        out.println("    " + ScanReport.visible(example.message()));
      }
    }
    if (group.hint() != null) {
      out.println("  hint: " + group.hint());
    }
  }
}
