package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** How many rows a statement changed that returns none. */
record RowCount(long rows) implements DumpCommand.Answer {

  @Override
  public void printText(PrintWriter out) {
    out.println(
        rows == 1
            ? "(1 row changed, and rolled back)"
            : "(" + rows + " rows changed, and rolled back)");
  }

  @Override
  public void putJson(ObjectNode json) {
    json.put("rowcount", rows);
  }
}
