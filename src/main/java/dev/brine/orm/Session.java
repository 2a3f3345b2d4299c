package dev.brine.orm;

import dev.brine.engine.Connection;
import dev.brine.engine.CursorResult;
import dev.brine.engine.Engine;
import dev.brine.error.CompileException;
import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Statement;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the database: SQLAlchemy's {@code Session}. The first statement begins a
 * transaction, which lasts until {@link #commit()}, {@link #rollback()} or {@link #close()}; the
 * session may then be used on.
 *
 * <p>What the values of records are is said at {@link Connection}.
 *
 * <p>Not thread-safe; see {@link ScopedSession}.
 */
public final class Session implements AutoCloseable {

  private final Connection connection;

  public Session(Engine engine) {
    connection = engine.connect();
  }

  /** The engine whose connections it uses: {@code get_bind()}. */
  public Engine bind() {
    return connection.engine();
  }

  /** What its statements run on: {@code connection()}. */
  public Connection connection() {
    return connection;
  }

  /** Runs a statement and fetches all its rows. */
  public Result<Record> execute(Statement statement) {
    return connection.execute(statement);
  }

  /**
   * Runs a statement and fetches all its rows.
   *
   * @param values by the names of the statement's bind parameters; they override its own
   * @throws UsageException if a parameter lacks its value
   * @throws CompileException if the database's dialect cannot say the statement
   * @throws DatabaseException if the database refuses it
   */
  public Result<Record> execute(
      Statement statement, Map<String, ? extends @Nullable Object> values) {
    return connection.execute(statement, values);
  }

  /** Changes rows, with the values that the statement holds. */
  public CursorResult executeUpdate(DmlStatement<?> statement) {
    return connection.executeUpdate(statement);
  }

  /** Changes rows: see {@link Connection#executeUpdate(DmlStatement, Map)}. */
  public CursorResult executeUpdate(
      DmlStatement<?> statement, Map<String, ? extends @Nullable Object> values) {
    return connection.executeUpdate(statement, values);
  }

  /** Changes rows for each set of values: see {@link Connection#executeMany}. */
  public CursorResult executeMany(
      DmlStatement<?> statement, List<? extends Map<String, ? extends @Nullable Object>> sets) {
    return connection.executeMany(statement, sets);
  }

  /** The first column of each row. */
  public List<@Nullable Object> scalars(Statement statement) {
    return connection.scalars(statement);
  }

  /** The first column of the first row; null if there is no row. */
  public @Nullable Object scalar(Statement statement) {
    return connection.scalar(statement);
  }

  /** A statement as a jOOQ query that has not run yet: see {@link Connection#query}. */
  public ResultQuery<Record> query(
      Statement statement, Map<String, ? extends @Nullable Object> values) {
    return connection.query(statement, values);
  }

  /** jOOQ itself, inside this session's transaction; transactions remain the session's. */
  public DSLContext dsl() {
    return connection.dsl();
  }

  public boolean inTransaction() {
    return connection.inTransaction();
  }

  /**
   * Begins a transaction now rather than with the first statement.
   *
   * @throws UsageException if there is one already
   */
  public void begin() {
    connection.begin();
  }

  /** Makes permanent what was done; without a transaction nothing. */
  public void commit() {
    connection.commit();
  }

  /** Undoes what was done since the last commit; without a transaction nothing. */
  public void rollback() {
    connection.rollback();
  }

  /** Rolls back what was not committed and gives the connection back. */
  @Override
  public void close() {
    connection.close();
  }
}
