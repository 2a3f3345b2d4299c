package dev.brine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.bulk.Tally;
import java.io.PrintWriter;

/** What a bulk migration came to, those before it that were stopped included. */
record BulkSummary(Tally tally, boolean isWritten) {

  void print(PrintWriter out) {
    out.printf("%,d rows%n", tally.rows());
    line(out, tally.migrated(), isWritten ? "migrated" : "would be migrated");
    line(out, tally.unchanged(), "are as they should be already");
    line(out, tally.nulls(), "are NULL");
    line(out, tally.failed(), "failed and stay as they are");
    line(out, tally.changedMeanwhile(), "were changed meanwhile and stay as they are");
    line(out, tally.warnings(), "warnings");
    if (!isWritten) {
      out.println("nothing was written; --write does it");
    }
  }

  private static void line(PrintWriter out, long count, String what) {
    if (count > 0) {
      out.printf("  %,d %s%n", count, what);
    }
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("summary")
        .put("written", isWritten)
        .put("rows", tally.rows())
        .put("migrated", tally.migrated())
        .put("unchanged", tally.unchanged())
        .put("nulls", tally.nulls())
        .put("failed", tally.failed())
        .put("changed_meanwhile", tally.changedMeanwhile())
        .put("warnings", tally.warnings());
    return json;
  }
}
