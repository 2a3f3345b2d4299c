package dev.brine.bulk;

import dev.brine.error.UsageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** MySQL and MariaDB have tables that know no transactions; a killed run would leave halves. */
final class TransactionCheck {

  private static final String ENGINE =
      "SELECT e.ENGINE, e.TRANSACTIONS FROM information_schema.TABLES t"
          + " JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE"
          + " WHERE t.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND t.TABLE_NAME = ?";

  private TransactionCheck() {}

  /**
   * Looks what kind of table it is.
   *
   * @throws UsageException if it has no transactions
   */
  static void check(FoundTable table, Connection connection) throws SQLException {
    if (!table.vendor().catalogsAreSchemas()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(ENGINE)) {
      statement.setString(1, table.home());
      statement.setString(2, table.name());
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && !"YES".equalsIgnoreCase(row.getString(2))) {
          throw new UsageException(
              "the table %s is kept by %s, which has no transactions"
                  .formatted(table.name(), row.getString(1)),
              "ALTER TABLE %s ENGINE = InnoDB gives it some".formatted(table.from()));
        }
      }
    } finally {
      connection.rollback();
    }
  }
}
