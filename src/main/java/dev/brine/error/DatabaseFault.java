package dev.brine.error;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What kind of trouble a database is in, for programs that want to try again. Told by the classes
 * of SQL states (ISO 9075, and PostgreSQL's manual, "PostgreSQL Error Codes"), and by the codes of
 * databases that have none.
 */
public enum DatabaseFault {
  /** It does not take the statement as it is; another attempt would fare no better. */
  REFUSED("the database itself refused: do its tables, and the user's rights, fit the metadata?"),

  /** No connection could be made. */
  UNREACHABLE("check the URL, the user and whether the database is up"),

  /** All connections of the pool are in use, and were for as long as one waits. */
  POOL_EXHAUSTED("close sessions that are done with, or give the engine a larger pool"),

  /** The connection broke, and what was not committed is undone. */
  CONNECTION_LOST("roll back or close the session, and do it again once the database is up"),

  /** It took too long, or somebody cancelled it. */
  TIMEOUT("roll back; give it more time, or ask for less"),

  /** Nothing may be written there. */
  READ_ONLY("the database, or the transaction, takes no changes: write to another"),

  /** The disk is full. */
  NO_SPACE("make room where the database lies, and do it again"),

  /** A statement before failed, and the transaction takes no others. */
  TRANSACTION_FAILED("roll back first: an earlier statement of the transaction has failed");

  private static final int SQLITE_PRIMARY = 0xFF;
  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_FULL = 13;
  private static final int MYSQL_QUERY_INTERRUPTED = 1317;
  private static final int MYSQL_TOO_LONG = 3024;
  private static final int MARIADB_TOO_LONG = 1969;
  private static final int MYSQL_READ_ONLY = 1290;
  private static final int H2_READ_ONLY = 90097;
  private static final int H2_CLOSED = 90098;

  private final String hint;

  DatabaseFault(String hint) {
    this.hint = hint;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }

  /** Which one an exception tells; those that it hides count too. */
  public static DatabaseFault of(@Nullable Throwable failure) {
    Throwable each = failure;
    while (each != null) {
      if (each instanceof SQLException sql) {
        for (Throwable next : sql) {
          DatabaseFault found = next instanceof SQLException hidden ? ofOne(hidden) : REFUSED;
          if (found != REFUSED) {
            return found;
          }
        }
      }
      each = each.getCause();
    }
    return REFUSED;
  }

  private static DatabaseFault ofOne(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("08")
        || state.matches("57P0[1-5]")
        || e instanceof SQLNonTransientConnectionException
        || e.getErrorCode() == H2_CLOSED) {
      return CONNECTION_LOST;
    }
    if (state.equals("57014") || state.equals("70100") || e instanceof SQLTimeoutException) {
      return TIMEOUT;
    }
    return switch (state) {
      case "25006" -> READ_ONLY;
      case "25P02" -> TRANSACTION_FAILED;
      case "53100" -> NO_SPACE;
      case "53300" -> UNREACHABLE;
      default -> ofCode(e);
    };
  }

  private static DatabaseFault ofCode(SQLException e) {
    boolean isSqlite = e.getClass().getName().startsWith("org.sqlite.");
    return switch (isSqlite ? -(e.getErrorCode() & SQLITE_PRIMARY) : e.getErrorCode()) {
      case -SQLITE_READONLY, MYSQL_READ_ONLY, H2_READ_ONLY -> READ_ONLY;
      case -SQLITE_FULL -> NO_SPACE;
      case MYSQL_QUERY_INTERRUPTED, MYSQL_TOO_LONG, MARIADB_TOO_LONG -> TIMEOUT;
      default -> REFUSED;
    };
  }
}
