package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a column, in the order of their key, with flat memory however many they are. Reads
 * only; rows that are added or changed meanwhile are seen if they lie ahead. Not thread-safe; it
 * holds one connection until it is closed.
 *
 * <pre>{@code
 * try (ColumnSource source = ColumnSource.open(Connections.to(url, user, password),
 *     ColumnRequest.of("saved_query", "body"))) {
 *   source.rows().forEach(row -> look(row.key(), row.value()));
 * }
 * }</pre>
 */
public final class ColumnSource implements AutoCloseable {

  /** How many rows are read at a time, if they are small. */
  public static final int DEFAULT_PAGE = 500;

  private final FoundTable table;
  private final Connection connection;
  private final PageReader reader;

  private ColumnSource(FoundTable table, Connection connection, int pageRows) {
    this.table = table;
    this.connection = connection;
    this.reader = new PageReader(table, connection, pageRows);
  }

  /**
   * Finds the column and looks whether its rows can be gone through.
   *
   * @throws UsageException if there is no such table or column, or its rows have no sound key
   * @throws DatabaseException if the database cannot be reached or refuses
   */
  public static ColumnSource open(Connections connections, ColumnRequest request) {
    return open(connections, request, DEFAULT_PAGE);
  }

  /** The same with pages of another size. */
  public static ColumnSource open(Connections connections, ColumnRequest request, int pageRows) {
    Connection connection = connections.openForTransactions();
    try {
      Vendor.of(connection.getMetaData()).prepare(connection);
      FoundTable table = TableLookup.find(request, connection);
      // In SQLite nobody could write as long as this connection has read something.
      connection.rollback();
      return new ColumnSource(table, connection, pageRows);
    } catch (SQLException e) {
      close(connection);
      throw failure(e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  /** The columns of the key, as the database writes them. */
  public List<String> key() {
    return table.keyNames();
  }

  FoundTable table() {
    return table;
  }

  /**
   * How many rows there are, NULLs included. The database counts them.
   *
   * @throws DatabaseException if it refuses
   */
  public long count() {
    try {
      long rows = table.count(connection);
      connection.rollback();
      return rows;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * The next rows; empty at the end.
   *
   * @param last the key of the last row that was read; null to start
   * @throws DatabaseException if the database refuses
   */
  public List<SourceRow> page(@Nullable RowKey last) {
    try {
      return reader.after(last);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * All rows, read as they are asked for; to be gone through once, by one thread.
   *
   * @throws DatabaseException from the stream, if the database refuses
   */
  public Stream<SourceRow> rows() {
    Spliterator<SourceRow> rows =
        Spliterators.spliteratorUnknownSize(
            new Rows(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    return StreamSupport.stream(rows, false);
  }

  /** Goes from page to page. */
  private final class Rows implements Iterator<SourceRow> {

    private Iterator<SourceRow> page = List.<SourceRow>of().iterator();
    private @Nullable RowKey last;
    private boolean isAtEnd;

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !isAtEnd) {
        page = page(last).iterator();
        isAtEnd = !page.hasNext();
      }
      return page.hasNext();
    }

    @Override
    public SourceRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("after the last row");
      }
      SourceRow row = page.next();
      last = row.key();
      return row;
    }
  }

  private static DatabaseException failure(SQLException e) {
    return new DatabaseException(
        "the database refused to read: " + e.getMessage(),
        "is --where a condition of its SQL, and may the user read the table?",
        e);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Whoever closes it has no more use for it, and nothing was written.
    }
  }

  @Override
  public void close() {
    close(connection);
  }
}
