package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.bulk.BulkListener;
import dev.brine.bulk.Entry;
import dev.brine.bulk.RowKey;
import dev.brine.bulk.Tally;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a person, a program or a file of each row that did not just go well. */
final class BulkReport implements BulkListener, AutoCloseable {

  /** Beyond these a person looks into the file. */
  private static final int MOST_LINES_BESIDE_A_FILE = 20;

  private final @Nullable PrintWriter json;
  private final PrintWriter err;
  private final ReportFile file;
  private final ProgressBar bar;
  private int lines;

  /**
   * Tells what it hears.
   *
   * @param json where JSON goes; null for text on {@code err}
   */
  BulkReport(@Nullable PrintWriter json, PrintWriter err, ReportFile file, ProgressBar bar) {
    this.json = json;
    this.err = err;
    this.file = file;
    this.bar = bar;
  }

  @Override
  public void started(Tally before, @Nullable RowKey after, LongSupplier rows) {
    if (after != null) {
      err.println(
          "brine: goes on after %s, where an earlier run ended; --restart starts anew"
              .formatted(after));
      err.flush();
    }
    bar.start(before, rows);
  }

  @Override
  public void told(Entry entry) {
    ObjectNode line = entry.json();
    file.add(line);
    if (json != null) {
      json.println(line);
    } else {
      print(entry);
    }
  }

  private void print(Entry entry) {
    lines++;
    if (file.isKept() && lines > MOST_LINES_BESIDE_A_FILE) {
      return;
    }
    bar.erase();
    String severity = entry.what() == Entry.What.WARNING ? "warning: " : "";
    String message = entry.note().message().strip().replaceAll("\\s*\\R\\s*", " ");
    err.println("brine: %s: %s%s".formatted(entry.key(), severity, message));
    if (entry.note().hint() != null) {
      err.println("  hint: " + entry.note().hint());
    }
    if (file.isKept() && lines == MOST_LINES_BESIDE_A_FILE) {
      err.println("brine: what follows is in %s only".formatted(file.name()));
    }
    err.flush();
  }

  @Override
  public void advanced(Tally tally) {
    file.flush();
    if (json != null) {
      json.flush();
    }
    bar.show(tally);
  }

  @Override
  public void close() {
    bar.erase();
  }
}
