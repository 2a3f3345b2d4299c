package dev.brine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The report as a page that needs nothing beside it. */
final class ReportPage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Brine and SQLAlchemy's own tests</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      td, th { padding: .15rem .8rem; text-align: left; border-bottom: 1px solid #ddd; }
      td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      meter { width: 5rem; }
      pre { white-space: pre-wrap; background: #f5f5f3; padding: .5rem; margin: .3rem 0; }
      summary { cursor: pointer; }
      .id { font-family: monospace; font-size: 13px; }
      </style>
      <h1>Brine and SQLAlchemy's own tests</h1>
      """;

  private final StringBuilder html = new StringBuilder(HEAD);

  private ReportPage() {}

  static void write(Path file, Results results) throws IOException {
    Files.writeString(file, of(results));
  }

  static String of(Results results) {
    ReportPage page = new ReportPage();
    page.totals(results);
    page.modules(results);
    for (Measure measure : Measure.values()) {
      page.reasons(measure, results);
    }
    return page.html.append("</html>\n").toString();
  }

  private void totals(Results results) {
    html.append("<table>\n");
    ReportText.totals(results)
        .forEach(
            (what, figure) ->
                html.append("<tr><td>%s<td class=n>%s\n".formatted(escape(what), figure)));
    html.append("</table>\n");
  }

  private void modules(Results results) {
    html.append("<h2>By test module</h2>\n<table>\n");
    html.append("<tr><th>module<th>dumped");
    for (Measure measure : Measure.values()) {
      html.append("<th colspan=2>" + measure.label());
    }
    html.append('\n');
    for (String module : results.modules()) {
      Results own = results.ofModule(module);
      html.append("<tr><td>%s<td class=n>%d".formatted(escape(module), own.dumped()));
      for (Measure measure : Measure.values()) {
        html.append(
            "<td class=n>%s<td><meter max=%d value=%d></meter>"
                .formatted(
                    ReportText.share(own, measure),
                    Math.max(1, own.counted(measure)),
                    own.passed(measure)));
      }
      html.append('\n');
    }
    html.append("</table>\n");
  }

  private void reasons(Measure measure, Results results) {
    html.append("<h2>What does not pass: %s</h2>\n".formatted(measure.label()));
    for (Map.Entry<String, List<Outcome>> reason :
        ReportText.reasons(measure, results.outcomes())) {
      html.append(
          "<details><summary>%d × %s</summary>\n"
              .formatted(reason.getValue().size(), escape(reason.getKey())));
      reason.getValue().forEach(outcome -> statement(measure, outcome));
      html.append("</details>\n");
    }
  }

  private void statement(Measure measure, Outcome outcome) {
    html.append("<p class=id>%s\n".formatted(escape(outcome.statement().id())));
    String detail = measure.verdict(outcome).detail();
    if (!detail.isEmpty()) {
      html.append("<pre>%s</pre>\n".formatted(escape(detail)));
    }
    Compilation compiled = outcome.statement().compiled();
    if (compiled != null) {
      html.append(
          "<pre>%s: %s</pre>\n"
              .formatted(compiled.dialect(), escape(outcome.statement().expected())));
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
