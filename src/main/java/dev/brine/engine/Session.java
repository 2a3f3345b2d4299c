package dev.brine.engine;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the database: SQLAlchemy's {@code Session} as far as statements go. The first
 * statement begins a transaction, which lasts until {@link #commit()}, {@link #rollback()} or
 * {@link #close()}; the session may then be used on.
 *
 * <p>Not thread-safe; see {@link ScopedSession}.
 */
public final class Session implements AutoCloseable {

  private final Engine engine;
  private @Nullable Connection connection;

  Session(Engine engine) {
    this.engine = engine;
  }

  /** The engine whose connections it uses: {@code get_bind()}. */
  public Engine bind() {
    return engine;
  }

  public boolean inTransaction() {
    return connection != null;
  }

  /**
   * Begins a transaction now rather than with the first statement.
   *
   * @throws UsageException if there is one already
   */
  public void begin() {
    if (connection != null) {
      throw new UsageException("a transaction has begun already on this session");
    }
    connection();
  }

  /** Makes permanent what was done; without a transaction nothing. */
  public void commit() {
    end(Connection::commit, "commit");
  }

  /** Undoes what was done since the last commit; without a transaction nothing. */
  public void rollback() {
    end(Connection::rollback, "roll back");
  }

  /** Rolls back what was not committed and gives the connection back. */
  @Override
  public void close() {
    rollback();
  }

  private Connection connection() {
    if (connection == null) {
      connection = engine.connectForTransaction();
    }
    return connection;
  }

  private void end(Ending ending, String verb) {
    if (connection == null) {
      return;
    }
    try (Connection ended = connection) {
      connection = null;
      ending.on(ended);
      ended.setAutoCommit(true);
    } catch (SQLException e) {
      throw failed(verb, e);
    }
  }

  private static DatabaseException failed(String verb, SQLException e) {
    return new DatabaseException("cannot " + verb + " the transaction: " + e.getMessage(), null, e);
  }

  /** How a transaction ends. */
  @FunctionalInterface
  private interface Ending {
    void on(Connection connection) throws SQLException;
  }
}
