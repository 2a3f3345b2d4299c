package dev.brine.engine;

import dev.brine.error.CompileException;
import dev.brine.error.DatabaseException;
import dev.brine.error.DatabaseFault;
import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Statement;
import dev.brine.jooq.JooqExport;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the database: SQLAlchemy's {@code Connection}. The first statement begins a
 * transaction, which lasts until {@link #commit()}, {@link #rollback()} or {@link #close()}; the
 * connection may then be used on, and takes another from the pool.
 *
 * <p>Records have the columns that Python's {@code result.keys()} names, and values by the
 * statement's types: {@code Long}, {@code BigDecimal}, {@code Double}, {@code String}, {@code
 * Boolean}, {@code LocalDate}, {@code LocalDateTime}, {@code OffsetDateTime}, {@code LocalTime},
 * {@code Duration}, {@code UUID}, {@code byte[]}; of an Enum its name; of JSON and arrays {@code
 * Map}, {@code List} and what can be in them; null. Where a column holds something else, which
 * SQLite allows, that is what one gets, as in Python.
 *
 * <p>A statement that changes rows gives no records unless it says RETURNING; {@link
 * #executeUpdate} tells how many it changed.
 *
 * <p>Not thread-safe.
 */
public final class Connection implements AutoCloseable {

  private static final int VALIDITY_SECONDS = 5;

  private final Engine engine;
  private java.sql.@Nullable Connection connection;
  private @Nullable DSLContext dsl;

  Connection(Engine engine) {
    this.engine = engine;
  }

  /** The engine it belongs to. */
  public Engine engine() {
    return engine;
  }

  /** Runs a statement and fetches all its rows. */
  public Result<Record> execute(Statement statement) {
    return execute(statement, Map.of());
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
    return statement instanceof DmlStatement<?> change
        ? executeUpdate(change, values).rows()
        : query(statement, values).fetch();
  }

  /** Changes rows, with the values that the statement holds. */
  public CursorResult executeUpdate(DmlStatement<?> statement) {
    return executeUpdate(statement, Map.of());
  }

  /**
   * Changes rows: Python's {@code execute()} of an INSERT, UPDATE or DELETE.
   *
   * @param values by the names of bind parameters and the keys of columns: what is given here is
   *     set too, and an INSERT without values sets nothing else; other names are passed over, as in
   *     Python
   * @throws UsageException if a parameter lacks its value
   * @throws CompileException if the database's dialect cannot say the statement
   * @throws DatabaseException if the database refuses it
   */
  public CursorResult executeUpdate(
      DmlStatement<?> statement, Map<String, ? extends @Nullable Object> values) {
    return new ChangeExecution(dsl(), statement).run(values);
  }

  /**
   * Changes rows once for each set of values: Python's {@code execute()} with a list. The names of
   * the first set decide what is set; what others have beyond is passed over. The key of a single
   * row is not asked for.
   *
   * <p>Where no rows are asked for, all sets go to the database as one batch; where an INSERT asks
   * for them, they come in the order of the sets.
   *
   * @throws UsageException if a set lacks a name of the first one, or there is no set
   */
  public CursorResult executeMany(
      DmlStatement<?> statement, List<? extends Map<String, ? extends @Nullable Object>> sets) {
    return new ChangeExecution(dsl(), statement).runAll(sets);
  }

  /** The first column of each row. */
  public List<@Nullable Object> scalars(Statement statement) {
    return query(statement, Map.of()).fetch(0, Object.class);
  }

  /** The first column of the first row; null if there is no row. */
  public @Nullable Object scalar(Statement statement) {
    return query(statement, Map.of()).fetchStream().findFirst().map(row -> row.get(0)).orElse(null);
  }

  /**
   * A statement as a jOOQ query of this connection that has not run yet: for lazy cursors, streams,
   * records mapped to classes.
   */
  public ResultQuery<Record> query(
      Statement statement, Map<String, ? extends @Nullable Object> values) {
    return JooqExport.resultQuery(dsl(), statement, values);
  }

  /** jOOQ itself, inside this connection's transaction; transactions remain the connection's. */
  public DSLContext dsl() {
    if (dsl == null) {
      dsl = DSL.using(engine.configuration().derive(new OwnConnection()));
    }
    return dsl;
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
      throw new UsageException("a transaction has begun already on this connection");
    }
    connection();
  }

  /** Makes permanent what was done; without a transaction nothing. */
  public void commit() {
    end(java.sql.Connection::commit, "commit");
  }

  /**
   * Undoes what was done since the last commit; without a transaction nothing. Where the connection
   * is lost the database has done so by itself, and the next statement takes another.
   */
  public void rollback() {
    end(
        ended -> {
          try {
            ended.rollback();
          } catch (SQLException e) {
            if (ended.isValid(VALIDITY_SECONDS)) {
              throw e;
            }
          }
        },
        "roll back");
  }

  /** Rolls back what was not committed and gives the connection back. */
  @Override
  public void close() {
    rollback();
  }

  private java.sql.Connection connection() {
    if (connection == null) {
      connection = engine.connectForTransaction();
    } else if (isLost(connection)) {
      throw new DatabaseException(
          DatabaseFault.CONNECTION_LOST,
          "the connection was lost, and the transaction with it",
          null);
    }
    return connection;
  }

  private static boolean isLost(java.sql.Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private void end(Ending ending, String verb) {
    if (connection == null) {
      return;
    }
    try (java.sql.Connection ended = connection) {
      connection = null;
      ending.on(ended);
      if (!ended.isClosed()) {
        ended.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          DatabaseFault.of(e), "cannot " + verb + " the transaction: " + e.getMessage(), e);
    }
  }

  /** Lends jOOQ the connection of the transaction, which outlives its queries. */
  private final class OwnConnection implements ConnectionProvider {

    @Override
    public java.sql.Connection acquire() {
      return connection();
    }

    @Override
    public void release(java.sql.Connection lent) {
      // It ends with the transaction.
    }
  }

  /** How a transaction ends. */
  @FunctionalInterface
  private interface Ending {
    void on(java.sql.Connection connection) throws SQLException;
  }
}
