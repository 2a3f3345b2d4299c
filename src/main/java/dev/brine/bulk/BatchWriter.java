package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches, each in a transaction with the progress it makes. Rows are read again under a
 * lock before they are written: one that is not as it was is left alone. The bytes are compared
 * here, since an equals sign of SQL may take a capital letter for a small one, and some types have
 * none.
 *
 * <p>A batch that the database refuses, for the sake of what it holds, is written in halves, down
 * to the row that is to blame, which fails by itself. For one thread.
 */
final class BatchWriter implements Sink {

  private static final int ATTEMPTS = 6;
  private static final int FIRST_PAUSE_MILLIS = 20;
  private static final String DATABASE = "database";

  private static final Note CHANGED =
      new Note("changed_meanwhile", "somebody changed the row meanwhile", "migrate it again");
  private static final Note DELETED =
      new Note(
          "changed_meanwhile",
          "somebody deleted the row meanwhile, or it does not meet the condition any more",
          null);

  private final FoundTable table;
  private final Connection connection;
  private final Ledger ledger;
  private final RowLookup lookup;

  BatchWriter(FoundTable table, Connection connection, Ledger ledger) {
    this.table = table;
    this.connection = connection;
    this.ledger = ledger;
    this.lookup = new RowLookup(table, connection);
  }

  @Override
  public void write(Batch batch, Sink.BatchListener listener) {
    try {
      write(batch, listener, null);
    } catch (SQLException e) {
      throw new DatabaseException(
          "the database refused to write: " + e.getMessage(),
          "what was written before is complete; the same command goes on from there",
          e);
    }
  }

  /** Once as it is, then in halves. */
  private void write(Batch batch, Sink.BatchListener listener, @Nullable SQLException before)
      throws SQLException {
    Batch.Result result;
    try {
      result = attempts(batch);
    } catch (SQLException e) {
      if (table.vendor().isOutOfOrder(e)) {
        throw e;
      }
      if (batch.rows().size() > 1) {
        write(batch.firstHalf(), listener, null);
        write(batch.secondHalf(), listener, null);
        return;
      }
      if (before != null) {
        // Not even its failure can be written down.
        throw e;
      }
      Note reason = new Note(DATABASE, "the database refused the result: " + e.getMessage(), null);
      write(batch.failed(reason), listener, e);
      return;
    }
    listener.written(result);
  }

  /** One transaction, tried again if others are to blame. */
  private Batch.Result attempts(Batch batch) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction(batch);
      } catch (SQLException e) {
        rollBack(e);
        if (attempt == ATTEMPTS || !table.vendor().isTransient(e)) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << attempt);
      }
    }
  }

  /**
   * SQLite has rolled back by itself where the disk is full, and says that there is nothing left.
   */
  private void rollBack(SQLException reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private static void pause(long millis) throws SQLException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  private Batch.Result transaction(Batch batch) throws SQLException {
    ledger.begin();
    Batch.Result result = new Batch.Result();
    Map<String, SourceRow> present = lookup.lock(toWrite(batch));
    List<Batch.Worked> writable = new ArrayList<>();
    for (Batch.Worked worked : batch.rows()) {
      if (worked.toWrite(table.into() == null) == null) {
        result.add(worked, false);
        continue;
      }
      SourceRow now = present.get(KeyJson.typed(worked.row().key()));
      if (now == null) {
        result.addChangedMeanwhile(worked, DELETED);
      } else if (!now.holdsTheSameAs(worked.row())) {
        result.addChangedMeanwhile(worked, CHANGED);
      } else {
        writable.add(worked);
        result.add(worked, true);
      }
    }
    update(writable);
    ledger.record(batch.last(), result);
    connection.commit();
    ledger.committed(result);
    return result;
  }

  private List<RowKey> toWrite(Batch batch) {
    return batch.rows().stream()
        .filter(worked -> worked.toWrite(table.into() == null) != null)
        .map(worked -> worked.row().key())
        .toList();
  }

  /**
   * In SQLite, where each value has a type of its own, text stays text and bytes stay bytes: who
   * reads the column counts on what it gave before. Other databases go by the column.
   */
  private ColumnValue stored(SourceRow row, ColumnValue made) {
    ColumnValue before = row.value();
    boolean isText =
        (table.into() == null && before != null)
            ? before.isText()
            : made.isText() && !table.target().isDeclaredForBytes();
    return new ColumnValue(made.bytes(), isText);
  }

  private void update(List<Batch.Worked> writable) throws SQLException {
    if (writable.isEmpty()) {
      return;
    }
    String update =
        "UPDATE %s SET %s = ? WHERE %s"
            .formatted(table.from(), table.sql(table.target()), table.isKey());
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      for (Batch.Worked worked : writable) {
        ColumnValue made = worked.toWrite(table.into() == null);
        if (made != null) {
          table.target().bind(statement, 1, stored(worked.row(), made));
          table.bindKey(statement, 2, worked.row().key());
          statement.addBatch();
        }
      }
      for (int changed : statement.executeBatch()) {
        if (changed != 1 && changed != Statement.SUCCESS_NO_INFO) {
          throw new SQLException("%d rows have the key of one".formatted(changed));
        }
      }
    }
  }
}
