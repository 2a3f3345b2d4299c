package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Turns the values of a column into something else, row by row: in place, or into another column.
 *
 * <p>{@link #dryRun} tells what would happen and writes nothing at all. {@link #run} does it, in
 * transactions of some hundred rows. It may be killed at any moment; run again, it goes on after
 * the last row that was dealt with, since its progress is kept in two tables of the same database,
 * {@code brine_migration} and {@code brine_migration_entry}, in the same transactions. What that
 * asks of the database is that the user may make these tables, or finds them there.
 *
 * <p>A row without a result is reported and stays as it is, as does one that somebody else changes
 * while it is worked on. Immutable; each run opens two connections and closes them.
 */
public final class BulkMigration {

  private final Connections connections;
  private final ColumnRequest request;
  private final Change change;
  private final BulkOptions options;

  /**
   * What is made of each value.
   *
   * @param transformation how
   * @param name what it is called; a run goes on where another one of that name on the same column
   *     and rows ended
   * @param isRepeatable whether a result may be transformed again and stays what it is; a migration
   *     in place that has ended starts anew if so, and else only looks for rows after the last one
   */
  public record Change(Transformation transformation, String name, boolean isRepeatable) {

    public Change {
      Objects.requireNonNull(transformation, "transformation");
      Objects.requireNonNull(name, "name");
    }
  }

  public BulkMigration(
      Connections connections, ColumnRequest request, Change change, BulkOptions options) {
    this.connections = Objects.requireNonNull(connections, "connections");
    this.request = Objects.requireNonNull(request, "request");
    this.change = Objects.requireNonNull(change, "change");
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Reads and transforms what a run would, and writes nothing.
   *
   * @return of all rows, those that earlier runs have dealt with included
   * @throws UsageException if there is no such column, or no key
   * @throws DatabaseException if the database cannot be reached or read
   */
  public Tally dryRun(BulkListener listener) {
    return inDatabase(
        (source, connection) -> {
          FoundTable table = source.table();
          Progress found = Ledger.look(connection, source.key(), job(table));
          Progress progress = restarts(table).test(found) ? Progress.NONE : found;
          boolean isInPlace = table.into() == null;
          start(table, progress, listener);
          return work(
              source, progress, (batch, told) -> told.written(batch.result(isInPlace)), listener);
        });
  }

  /**
   * Does it, or what is left of it.
   *
   * @return of all rows, those that earlier runs have dealt with included
   * @throws UsageException if there is no such column, or no key, or another run has taken over
   * @throws DatabaseException if the database cannot be reached or written to; what was told to the
   *     listener is safe
   */
  public Tally run(BulkListener listener) {
    return inDatabase(
        (source, connection) -> {
          FoundTable table = source.table();
          TransactionCheck.check(table, connection);
          LedgerTables.create(connection, table.vendor());
          Ledger ledger = new Ledger(connection, source.key(), job(table));
          Progress progress = ledger.takeOver(restarts(table));
          start(table, progress, listener);
          ledger.eachEntry(listener::told);
          Tally tally =
              work(source, progress, new BatchWriter(table, connection, ledger), listener);
          ledger.finish();
          return tally;
        });
  }

  private void start(FoundTable table, Progress progress, BulkListener listener) {
    listener.started(progress.tally(), progress.last(), () -> count(table));
  }

  private Tally work(ColumnSource source, Progress progress, Sink sink, BulkListener listener) {
    Tally[] tally = {progress.tally()};
    Pipeline.run(
        source,
        change.transformation(),
        options.threads(),
        progress.last(),
        sink,
        result -> {
          result.entries().forEach(listener::told);
          tally[0] = tally[0].plus(result.tally());
          listener.advanced(tally[0]);
        });
    return tally[0];
  }

  /** Over a connection of its own: the reader's is busy by then. */
  private long count(FoundTable table) {
    try (Connection connection = connections.openForTransactions()) {
      table.vendor().prepare(connection);
      return table.count(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private Predicate<Progress> restarts(FoundTable table) {
    boolean hasOriginals = change.isRepeatable() || table.into() != null;
    return progress -> options.restart() || (progress.isFinished() && hasOriginals);
  }

  private Ledger.Job job(FoundTable table) {
    String into = table.into() == null ? "" : " into " + table.into().name();
    String where = table.where() == null ? "" : " where " + table.where();
    String description =
        "%s.%s%s to %s by %s%s"
            .formatted(
                table.from(),
                table.column().name(),
                into,
                change.name(),
                String.join(", ", table.keyNames()),
                where);
    return new Ledger.Job(hash(description), description, UUID.randomUUID().toString());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // Every JDK has it.
    }
  }

  /** Works with a reader and another connection, and closes both. */
  private Tally inDatabase(Work work) {
    try (ColumnSource source = ColumnSource.open(connections, request, options.batchRows());
        Connection connection = connections.openForTransactions()) {
      source.table().vendor().prepare(connection);
      return work.with(source, connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static DatabaseException failure(SQLException e) {
    return new DatabaseException(
        "the database refused: " + e.getMessage(),
        "what was written before is complete; the same command goes on from there",
        e);
  }

  /** What is done with the two connections. */
  @FunctionalInterface
  private interface Work {
    Tally with(ColumnSource source, Connection connection) throws SQLException;
  }
}
