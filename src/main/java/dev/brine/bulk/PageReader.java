package dev.brine.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows a page at a time, each page from where the last one ended. The condition {@code (a, b)
 * > (1, 2)} is asked for as {@code a = 1 AND b > 2} and then {@code a > 1}: every database answers
 * each of them from the index of the key, wherever in the table it is, which is said neither of row
 * values nor of OFFSET.
 *
 * <p>No statement stays open between pages, so that in SQLite the writer gets its turn. A page is
 * as many rows as asked for, or fewer if they are large: memory is bounded by bytes. For one
 * thread.
 */
final class PageReader {

  /** How many bytes of values make a page, whatever the number of rows. */
  private static final long PAGE_BYTES = 2 << 20;

  private static final int FETCH_SIZE = 64;

  private final FoundTable table;
  private final Connection connection;
  private final int rows;
  private int limit;

  PageReader(FoundTable table, Connection connection, int rows) {
    this.table = table;
    this.connection = connection;
    this.rows = rows;
    this.limit = rows;
  }

  /** The rows after the one with that key, the first ones if it is null; empty at the end. */
  List<SourceRow> after(@Nullable RowKey last) throws SQLException {
    Page page = new Page();
    if (last == null) {
      read(page, null, 0);
    } else {
      for (int level = table.key().size() - 1; level >= 0 && !page.isFull(); level--) {
        read(page, last, level);
      }
    }
    connection.rollback();
    limit = page.nextLimit();
    return page.rows;
  }

  /** Reads on within the rows that share the first values of the key. */
  private void read(Page page, @Nullable RowKey last, int level) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query(last != null, level))) {
      int next = 1;
      for (int i = 0; last != null && i <= level; i++) {
        table.key().get(i).bind(statement, next++, last.values().get(i));
      }
      statement.setInt(next, limit - page.rows.size());
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet found = statement.executeQuery()) {
        while (!page.isFull() && found.next()) {
          page.add(table.read(found));
        }
      }
    }
  }

  private String query(boolean isContinued, int level) {
    StringJoiner condition = new StringJoiner(" AND ").add(table.condition());
    StringJoiner order = new StringJoiner(", ");
    for (int i = 0; i < table.key().size(); i++) {
      String column = table.sql(table.key().get(i).column());
      if (isContinued && i <= level) {
        condition.add(column + (i < level ? " = ?" : " > ?"));
      }
      if (i >= level) {
        order.add(column);
      }
    }
    return "%s WHERE %s ORDER BY %s LIMIT ?".formatted(table.select(), condition, order);
  }

  /** What was read so far. */
  private final class Page {

    private final List<SourceRow> rows = new ArrayList<>();
    private long bytes;

    void add(SourceRow row) {
      rows.add(row);
      bytes += row.size();
    }

    boolean isFull() {
      return rows.size() >= limit || bytes >= PAGE_BYTES;
    }

    /** Asks for fewer where rows are large: some drivers fetch all that was asked for at once. */
    int nextLimit() {
      if (rows.isEmpty()) {
        return limit;
      }
      long affordable = PAGE_BYTES / (bytes / rows.size()) + 1;
      return (int) Math.min(PageReader.this.rows, affordable);
    }
  }
}
