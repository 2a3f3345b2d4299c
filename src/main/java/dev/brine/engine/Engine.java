package dev.brine.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.brine.error.CompileException;
import dev.brine.error.DatabaseException;
import dev.brine.error.DatabaseFault;
import dev.brine.jooq.JooqDialects;
import dev.brine.jooq.UserTypes;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.DefaultFunctions;
import dev.brine.sql.Dialect;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jooq.impl.NoTransactionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where connections to one database come from: SQLAlchemy's {@code Engine}. Thread-safe; make one
 * for a database and close it when the program ends.
 */
public final class Engine implements AutoCloseable {

  private final DataSource dataSource;
  private final @Nullable HikariDataSource ownPool;
  private final UserCode userCode;
  private volatile @Nullable Setup setup;

  private Engine(DataSource dataSource, @Nullable HikariDataSource ownPool, UserCode userCode) {
    this.dataSource = dataSource;
    this.ownPool = ownPool;
    this.userCode = userCode;
  }

  /**
   * An engine with a pool of its own.
   *
   * @param url a JDBC URL, such as {@code jdbc:sqlite:shop.db}
   * @throws DatabaseException if no driver takes the URL or the database cannot be reached
   */
  public static Engine create(String url) {
    return builder(url).build();
  }

  public static Engine create(String url, @Nullable String user, @Nullable String password) {
    return builder(url).user(user).password(password).build();
  }

  /** An engine with a pool of its own, to be described further. */
  public static EngineBuilder builder(String url) {
    return new EngineBuilder(url);
  }

  /** An engine over connections that somebody else owns; closing it closes nothing. */
  public static Engine of(DataSource dataSource) {
    return of(dataSource, CustomRenderers.NONE);
  }

  /** The same, for statements with elements of users' own classes. */
  public static Engine of(DataSource dataSource, CustomRenderers renderers) {
    return of(dataSource, renderers, UserTypes.NONE);
  }

  /** The same, with the Java counterparts of users' Python types too. */
  public static Engine of(DataSource dataSource, CustomRenderers renderers, UserTypes types) {
    return of(dataSource, renderers, types, DefaultFunctions.STANDARD);
  }

  /** The same, with the Java counterparts of functions that give columns their values too. */
  public static Engine of(
      DataSource dataSource,
      CustomRenderers renderers,
      UserTypes types,
      DefaultFunctions defaults) {
    Objects.requireNonNull(dataSource, "dataSource");
    return new Engine(dataSource, null, new UserCode(renderers, types, defaults));
  }

  static Engine owning(HikariDataSource pool, UserCode userCode) {
    return new Engine(pool, pool, userCode);
  }

  /** A new connection, which takes one from the pool with its first statement. */
  public Connection connect() {
    return new Connection(this);
  }

  /**
   * The dialect that statements are compiled for.
   *
   * @throws CompileException if SQLAlchemy has one for the database and this library has not
   * @throws DatabaseException if the database cannot be reached
   */
  public Dialect dialect() {
    return setup().dialect;
  }

  /** jOOQ's configuration, without a connection. */
  Configuration configuration() {
    return setup().configuration;
  }

  /** Worked out when first needed, since it takes a connection; twice by two threads is no harm. */
  private Setup setup() {
    Setup known = setup;
    if (known == null) {
      known = Setup.of(detect(), userCode);
      setup = known;
    }
    return known;
  }

  private Dialect detect() {
    try (java.sql.Connection connection = dataSource.getConnection()) {
      return DatabaseKind.of(connection);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** A connection on which nothing is committed of itself; whoever asks for it closes it. */
  java.sql.Connection connectForTransaction() {
    // Asked for first: it may take a connection, and there may be only one.
    boolean isSqlite = dialect().equals(Dialect.SQLITE);
    try {
      java.sql.Connection connection = dataSource.getConnection();
      try {
        connection.setAutoCommit(false);
        if (isSqlite) {
          SqliteFunctions.addTo(connection);
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return connection;
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  private static DatabaseException unreachable(SQLException e) {
    // HikariCP tells of the last attempt to connect, if there was one: else all are in use.
    boolean isExhausted = e instanceof SQLTransientConnectionException && e.getCause() == null;
    return new DatabaseException(
        isExhausted ? DatabaseFault.POOL_EXHAUSTED : DatabaseFault.UNREACHABLE,
        "no connection to the database: " + e.getMessage(),
        e);
  }

  /** Closes the pool, if it is this engine's own. */
  @Override
  public void close() {
    if (ownPool != null) {
      ownPool.close();
    }
  }

  /** What follows from the kind of database. */
  private record Setup(Dialect dialect, Configuration configuration) {

    static Setup of(Dialect dialect, UserCode userCode) {
      Settings settings = new Settings().withExecuteLogging(false);
      Configuration configuration =
          new DefaultConfiguration()
              .set(JooqDialects.toJooq(dialect))
              .set(settings)
              .set(new NoTransactionProvider())
              .set(new DefaultExecuteListenerProvider(new FailureListener()));
      userCode.register(configuration);
      return new Setup(dialect, configuration);
    }
  }
}
