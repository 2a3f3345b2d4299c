package dev.brine.cli;

import dev.brine.scan.Breakdown;
import dev.brine.scan.FailureGroup;
import dev.brine.scan.Sizes;
import dev.brine.scan.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A scan as one page of HTML that needs nothing else: styles and charts are in it, and no script.
 */
final class ScanPage {

  private static final String STYLE = "scan.css";

  private final ScanReport report;
  private final Markup page = new Markup();

  ScanPage(ScanReport report) {
    this.report = report;
  }

  String text() {
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    page.element("title", "Dumps in " + report.source());
    page.raw("<style>\n").raw(style()).raw("</style>\n</head>\n<body>\n<main>\n");
    page.element("h1", "Dumps in " + report.source());
    tiles();
    page.raw("<div class=\"charts\">\n");
    report.summary().breakdowns().stream().filter(each -> !each.isEmpty()).forEach(this::breakdown);
    sizes();
    page.raw("</div>\n");
    failures();
    page.raw("<footer>").text("Made by brine scan, in " + report.pace() + ".");
    return page.raw("</footer>\n</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream style =
        Objects.requireNonNull(ScanPage.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of our own jar
    }
  }

  private void tiles() {
    Summary summary = report.summary();
    page.raw("<ul class=\"tiles\">\n");
    tile(ScanReport.number(summary.dumps()), "dumps", "");
    tile(
        ScanReport.number(summary.failed()),
        "failed " + report.share(summary.failed()),
        summary.failed() > 0 ? "bad" : "good");
    tile(ScanReport.size(summary.stored().total()), "in all", "");
    tile(ScanReport.size(summary.stored().mean()), "on average", "");
    if (summary.absent() > 0) {
      tile(ScanReport.number(summary.absent()), report.absent(), "");
    }
    page.raw("</ul>\n");
  }

  private void tile(String figure, String label, String cssClass) {
    page.raw("<li class=\"" + cssClass + "\">");
    page.element("b", figure).element("span", label).raw("</li>\n");
  }

  private void breakdown(Breakdown breakdown) {
    List<Breakdown.Count> shown = breakdown.counts().stream().limit(report.top()).toList();
    BarChart chart = new BarChart(breakdown.topic().title());
    for (Breakdown.Count each : shown) {
      chart.bar(
          each.name(),
          each.dumps(),
          ScanReport.number(each.dumps()) + " · " + report.share(each.dumps()));
    }
    int more = breakdown.counts().size() - shown.size();
    section(
        breakdown.topic().title(),
        breakdown.topic().description(),
        chart,
        more == 0 ? "" : "and %s more".formatted(ScanReport.number(more)));
  }

  private void sizes() {
    Sizes sizes = report.summary().bare();
    if (sizes.count() == 0) {
      return;
    }
    BarChart chart = new BarChart("Sizes");
    for (Sizes.Magnitude each : sizes.histogram()) {
      chart.bar(
          "below " + ScanReport.size(each.below()),
          each.count(),
          ScanReport.number(each.count()) + " · " + report.share(each.count()));
    }
    String range =
        "from %s to %s, without wrappings"
            .formatted(ScanReport.size(sizes.smallest()), ScanReport.size(sizes.largest()));
    section("Sizes", range, chart, "");
  }

  private void section(String title, String description, BarChart chart, String below) {
    page.raw("<section>\n").element("h2", title).element("p", description);
    page.raw(chart.svg());
    if (!below.isEmpty()) {
      page.element("p", below);
    }
    page.raw("</section>\n");
  }

  private void failures() {
    if (report.summary().failures().isEmpty()) {
      return;
    }
    page.raw("<section class=\"failures\">\n").element("h2", "Failures");
    for (FailureGroup each : report.summary().failures()) {
      page.raw("<details>\n<summary>").element("b", ScanReport.number(each.dumps()));
      page.raw(" ").element("i", each.kind()).raw(" ").text(each.reason()).raw("</summary>\n");
      if (each.hint() != null) {
        page.element("p", each.hint());
      }
      page.raw("<table>\n");
      for (FailureGroup.Example example : each.examples()) {
        page.raw("<tr>").element("th", example.name()).element("td", example.message());
        page.raw("</tr>\n");
      }
      page.raw("</table>\n</details>\n");
    }
    page.raw("</section>\n");
  }
}
