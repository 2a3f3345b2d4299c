package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where connections come from; {@code dataSource::getConnection} is one. Whoever asks for a
 * connection closes it. Thread-safe.
 */
@FunctionalInterface
public interface Connections {

  /** A new connection. */
  Connection open() throws SQLException;

  /** Connections by JDBC's driver manager. */
  static Connections to(String url, @Nullable String user, @Nullable String password) {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return () -> DriverManager.getConnection(url, properties);
  }

  /**
   * A connection on which nothing is committed of itself.
   *
   * @throws DatabaseException if there is none to be had
   */
  default Connection openForTransactions() {
    try {
      Connection connection = open();
      try {
        connection.setAutoCommit(false);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          "no connection to the database: " + e.getMessage(),
          "check the URL, the user and whether the database is up",
          e);
    }
  }
}
