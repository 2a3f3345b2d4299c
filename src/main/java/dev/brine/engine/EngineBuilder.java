package dev.brine.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import dev.brine.jooq.UserType;
import dev.brine.jooq.UserTypes;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.DefaultFunction;
import dev.brine.sql.DefaultFunctions;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes an {@link Engine} with a pool of its own. Not thread-safe. */
public final class EngineBuilder {

  /**
   * Each connection to such a URL is a database of its own, so that there may be only one, kept for
   * ever.
   */
  private static final String PRIVATE_SQLITE = "jdbc:sqlite::memory:";

  private final HikariConfig config = new HikariConfig();
  private CustomRenderers renderers = CustomRenderers.NONE;
  private UserTypes userTypes = UserTypes.NONE;
  private DefaultFunctions defaults = DefaultFunctions.STANDARD;

  EngineBuilder(String url) {
    config.setJdbcUrl(Objects.requireNonNull(url, "url"));
    config.setPoolName("brine");
    if (url.startsWith(PRIVATE_SQLITE) || url.equals("jdbc:sqlite:")) {
      config.setMaximumPoolSize(1);
      config.setMaxLifetime(0);
    }
  }

  public EngineBuilder user(@Nullable String user) {
    config.setUsername(user);
    return this;
  }

  public EngineBuilder password(@Nullable String password) {
    config.setPassword(password);
    return this;
  }

  /**
   * How many connections there may be at a time; 10 unless given.
   *
   * @throws UsageException if it is less than one
   */
  public EngineBuilder poolSize(int connections) {
    return set(() -> config.setMaximumPoolSize(connections));
  }

  /**
   * How long to wait for a connection; 30 seconds unless given.
   *
   * @throws UsageException if it is shorter than HikariCP allows, a quarter of a second
   */
  public EngineBuilder connectionTimeout(Duration timeout) {
    return set(() -> config.setConnectionTimeout(timeout.toMillis()));
  }

  private EngineBuilder set(Runnable setting) {
    try {
      setting.run();
      return this;
    } catch (IllegalArgumentException e) {
      throw new UsageException("no such engine can be made: " + e.getMessage(), null, e);
    }
  }

  /** How elements of users' own Python classes are written; none can be unless given. */
  public EngineBuilder renderers(CustomRenderers given) {
    renderers = Objects.requireNonNull(given, "renderers");
    return this;
  }

  /** A property of the JDBC driver. */
  public EngineBuilder driverProperty(String name, String value) {
    config.addDataSourceProperty(name, value);
    return this;
  }

  /**
   * The Java counterpart of a Python type class, so that its values are converted.
   *
   * @param pythonClass such as {@code "shop.types.Money"}
   */
  public EngineBuilder userType(String pythonClass, UserType type) {
    userTypes = userTypes.with(pythonClass, type);
    return this;
  }

  /**
   * What a Python function gives a column that a statement says nothing of: the counterpart of
   * {@code Column(default=function)}. Some of Python's own are known, see {@link
   * DefaultFunctions#STANDARD}.
   *
   * @param pythonFunction such as {@code "shop.models.next_code"}
   */
  public EngineBuilder defaultFunction(String pythonFunction, DefaultFunction function) {
    defaults = defaults.with(pythonFunction, function);
    return this;
  }

  /**
   * Opens the pool and its first connection.
   *
   * @throws DatabaseException if no driver takes the URL or the database cannot be reached
   */
  public Engine build() {
    try {
      UserCode userCode = new UserCode(renderers, userTypes, defaults);
      return Engine.owning(new HikariDataSource(config), userCode);
    } catch (HikariPool.PoolInitializationException e) {
      throw cannotOpen(e.getCause() == null ? e : e.getCause(), "is the database up?");
    } catch (RuntimeException e) {
      // HikariCP says by a bare RuntimeException that DriverManager knows no driver for the URL.
      throw cannotOpen(e, "is the JDBC driver for it on the class path?");
    }
  }

  private DatabaseException cannotOpen(Throwable cause, String hint) {
    return new DatabaseException(
        "cannot open " + config.getJdbcUrl() + ": " + cause.getMessage(), hint, cause);
  }
}
