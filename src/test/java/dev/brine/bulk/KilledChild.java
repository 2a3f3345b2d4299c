package dev.brine.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that migrates a table and is going to be killed. What it does to a value shows how
 * often it was done, and some values cannot be migrated.
 */
final class KilledChild {

  static final ColumnRequest REQUEST = ColumnRequest.of("saved_query", "body");
  static final String MARK = " done";
  static final String BAD = "bad";

  /** So that there are many moments between batches, and in the midst of them. */
  private static final BulkOptions OPTIONS = BulkOptions.DEFAULT.withBatchRows(10).withThreads(2);

  private KilledChild() {}

  /** Takes the URL and the user. */
  public static void main(String[] args) {
    String user = args[1].isEmpty() ? null : args[1];
    migration(Connections.to(args[0], user, null)).run(new Started());
  }

  static BulkMigration migration(Connections connections) {
    return new BulkMigration(
        connections,
        REQUEST,
        new BulkMigration.Change(KilledChild::mark, "marked", false),
        OPTIONS);
  }

  private static Outcome mark(ColumnValue value) {
    String text = value.text();
    if (text.startsWith(BAD)) {
      return new Outcome.Failed(new Note("malformed", "it is " + text, null));
    }
    byte[] marked = (text + MARK).getBytes(StandardCharsets.UTF_8);
    return new Outcome.Made(new ColumnValue(marked, value.isText()), List.of());
  }

  /** Tells its parent that there is something to be killed now. */
  private static final class Started implements BulkListener {

    @Override
    public void started(Tally before, @Nullable RowKey after, LongSupplier rows) {
      System.out.println("started");
      System.out.flush();
    }

    @Override
    public void told(Entry entry) {
      // The database remembers it.
    }

    @Override
    public void advanced(Tally tally) {
      // The database remembers it.
    }
  }
}
