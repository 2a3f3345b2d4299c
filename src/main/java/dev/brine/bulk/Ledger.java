package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a migration has done, kept in the migrated database itself and written in the very
 * transactions that write the rows. So whatever moment a process is killed at, the progress and the
 * rows are of one mind: rows up to {@code last_key} were dealt with, once, and those after it not
 * at all. It asks nothing of databases but transactions; that a value shows whether it was migrated
 * (which SQL text does not) is not needed, nor a lock that a killed process could leave behind.
 *
 * <p>Each transaction begins by changing the row of the job, on the condition that the job is still
 * this run's. Two runs thus wait for each other, the later one takes over, and the earlier one
 * notices before it writes anything. In SQLite that first change is also what takes the lock for
 * writing, before anything is read.
 *
 * <p>For one thread.
 */
final class Ledger {

  private static final int PAGE = 500;
  private static final int LONGEST_TEXT = 4000;

  private static final String COUNTS =
      "n_migrated, n_unchanged, n_nulls, n_failed, n_changed, n_warnings";

  private final Connection connection;
  private final List<String> keyColumns;
  private final Job job;
  private long entries;
  private Tally tally = Tally.NONE;

  /**
   * Which migration.
   *
   * @param id the same for the same column, rows and target
   * @param description for people who look into the table
   * @param run of this process alone
   */
  record Job(String id, String description, String run) {}

  Ledger(Connection connection, List<String> keyColumns, Job job) {
    this.connection = connection;
    this.keyColumns = List.copyOf(keyColumns);
    this.job = job;
  }

  /** Looks, and writes nothing. */
  static Progress look(Connection connection, List<String> keyColumns, Job job)
      throws SQLException {
    if (!LedgerTables.exist(connection)) {
      return Progress.NONE;
    }
    Progress progress = new Ledger(connection, keyColumns, job).read();
    connection.rollback();
    return progress == null ? Progress.NONE : progress;
  }

  /**
   * Makes the job this run's.
   *
   * @param restarts of the progress so far, whether to forget it
   */
  Progress takeOver(Predicate<Progress> restarts) throws SQLException {
    if (update("UPDATE brine_migration SET run = ? WHERE job = ?", job.run(), job.id()) == 0) {
      insert();
    }
    Progress progress = read();
    if (progress == null) {
      throw new DatabaseException("the progress that was just written is not there");
    }
    if (restarts.test(progress)) {
      forget();
      progress = Progress.NONE;
    }
    connection.commit();
    tally = progress.tally();
    return progress;
  }

  private void insert() throws SQLException {
    update(
        "INSERT INTO brine_migration (job, description, run, batches, finished, "
            + COUNTS
            + ", n_entries) VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
        job.id(),
        job.description(),
        job.run());
  }

  private void forget() throws SQLException {
    update("DELETE FROM brine_migration_entry WHERE job = ?", job.id());
    update(
        "UPDATE brine_migration SET last_key = NULL, finished = 0, n_migrated = 0, n_unchanged = 0,"
            + " n_nulls = 0, n_failed = 0, n_changed = 0, n_warnings = 0, n_entries = 0"
            + " WHERE job = ?",
        job.id());
    entries = 0;
  }

  private @Nullable Progress read() throws SQLException {
    String query =
        "SELECT last_key, finished, n_entries, " + COUNTS + " FROM brine_migration WHERE job = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, job.id());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        String last = row.getString(1);
        entries = row.getLong(3);
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < Tally.NONE.numbers().size(); i++) {
          counts.add(row.getLong(4 + i));
        }
        return new Progress(
            last == null ? null : KeyJson.parse(keyColumns, last),
            Tally.of(counts),
            row.getInt(2) != 0);
      }
    }
  }

  /**
   * What every transaction begins with.
   *
   * @throws UsageException if another run has taken over
   */
  void begin() throws SQLException {
    int found =
        update(
            "UPDATE brine_migration SET batches = batches + 1 WHERE job = ? AND run = ?",
            job.id(),
            job.run());
    if (found == 0) {
      connection.rollback();
      throw new UsageException(
          "another run of the same migration has taken over", "let that one end");
    }
  }

  /** What every transaction that wrote rows ends with; the caller commits. */
  void record(RowKey last, Batch.Result result) throws SQLException {
    insert(result.entries());
    List<Object> values = new ArrayList<>();
    values.add(KeyJson.typed(last));
    values.addAll(tally.plus(result.tally()).numbers());
    values.add(entries + result.entries().size());
    values.add(job.id());
    update(
        "UPDATE brine_migration SET last_key = ?, finished = 0, n_migrated = ?, n_unchanged = ?,"
            + " n_nulls = ?, n_failed = ?, n_changed = ?, n_warnings = ?, n_entries = ?"
            + " WHERE job = ?",
        values.toArray());
  }

  /** After the commit. */
  void committed(Batch.Result result) {
    tally = tally.plus(result.tally());
    entries += result.entries().size();
  }

  /** There are no more rows. */
  void finish() throws SQLException {
    begin();
    update("UPDATE brine_migration SET finished = 1 WHERE job = ?", job.id());
    connection.commit();
  }

  private void insert(List<Entry> added) throws SQLException {
    if (added.isEmpty()) {
      return;
    }
    String insert =
        "INSERT INTO brine_migration_entry (job, entry, row_key, what, kind, message, hint)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      long number = entries;
      for (Entry entry : added) {
        statement.setString(1, job.id());
        statement.setLong(2, number++);
        statement.setString(3, KeyJson.typed(entry.key()));
        statement.setString(4, entry.what().code());
        statement.setString(5, entry.note().kind());
        statement.setString(6, storable(entry.note().message()));
        String hint = entry.note().hint();
        statement.setString(7, hint == null ? null : storable(hint));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** PostgreSQL's text has no NUL, and nobody reads more. */
  private static String storable(String text) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT) + " …";
  }

  /** The report so far, in the order of the rows. Ends the transaction. */
  void eachEntry(Consumer<Entry> consumer) throws SQLException {
    long next = 0;
    int found;
    do {
      List<Entry> page = entries(next);
      page.forEach(consumer);
      found = page.size();
      next += found;
    } while (found == PAGE);
  }

  private List<Entry> entries(long first) throws SQLException {
    String query =
        "SELECT row_key, what, kind, message, hint FROM brine_migration_entry"
            + " WHERE job = ? AND entry >= ? AND entry < ? ORDER BY entry";
    List<Entry> page = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, job.id());
      statement.setLong(2, first);
      statement.setLong(3, first + PAGE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          page.add(
              new Entry(
                  KeyJson.parse(keyColumns, row.getString(1)),
                  Entry.What.of(row.getString(2)),
                  new Note(row.getString(3), row.getString(4), row.getString(5))));
        }
      }
    }
    connection.rollback();
    return page;
  }

  private int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
