package dev.brine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.bulk.Tally;
import java.io.PrintWriter;

/** What a bulk migration came to, those before it that were stopped included. */
record BulkSummary(Tally tally, boolean isWritten) {

  void print(PrintWriter out) {
    out.printf("%,d %s%n", tally.rows(), tally.rows() == 1 ? "row" : "rows");
    String migrated = isWritten ? "migrated" : "would be migrated";
    line(out, tally.migrated(), migrated, migrated);
    line(out, tally.unchanged(), "is as it should be already", "are as they should be already");
    line(out, tally.nulls(), "is NULL", "are NULL");
    line(out, tally.failed(), "failed and stays as it is", "failed and stay as they are");
    line(
        out,
        tally.changedMeanwhile(),
        "was changed meanwhile and stays as it is",
        "were changed meanwhile and stay as they are");
    line(out, tally.warnings(), "warning", "warnings");
    if (!isWritten) {
      out.println("nothing was written; --write does it");
    }
  }

  private static void line(PrintWriter out, long count, String ofOne, String ofMany) {
    if (count > 0) {
      out.printf("  %,d %s%n", count, count == 1 ? ofOne : ofMany);
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
