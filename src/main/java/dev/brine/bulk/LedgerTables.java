package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The two tables in which migrations keep their progress, in the database that is migrated. */
final class LedgerTables {

  static final String PROGRESS = "brine_migration";
  static final String ENTRIES = "brine_migration_entry";

  private static final String TEXT = "$TEXT";

  private static final List<String> DDL =
      List.of(
          "CREATE TABLE "
              + PROGRESS
              + " (job VARCHAR(64) NOT NULL PRIMARY KEY, description $TEXT NOT NULL,"
              + " run VARCHAR(36) NOT NULL, batches BIGINT NOT NULL, last_key $TEXT,"
              + " finished INTEGER NOT NULL, n_migrated BIGINT NOT NULL, n_unchanged BIGINT NOT"
              + " NULL, n_nulls BIGINT NOT NULL, n_failed BIGINT NOT NULL, n_changed BIGINT NOT"
              + " NULL, n_warnings BIGINT NOT NULL, n_entries BIGINT NOT NULL)",
          "CREATE TABLE "
              + ENTRIES
              + " (job VARCHAR(64) NOT NULL, entry BIGINT NOT NULL, row_key $TEXT NOT NULL,"
              + " what VARCHAR(20) NOT NULL, kind VARCHAR(60) NOT NULL, message $TEXT NOT NULL,"
              + " hint $TEXT, PRIMARY KEY (job, entry))");

  private LedgerTables() {}

  /** Whether they are there. Ends the transaction. */
  static boolean exist(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of(PROGRESS, ENTRIES)) {
        statement.executeQuery("SELECT 1 FROM " + table + " WHERE 1 = 0").close();
      }
      return true;
    } catch (SQLException missing) {
      // Only asking works for every database: drivers fold names, and users may see little.
      return false;
    } finally {
      connection.rollback();
    }
  }

  /**
   * Makes them if they are not there.
   *
   * @throws DatabaseException if the user may not, or the database cannot be written to
   */
  static void create(Connection connection, Vendor vendor) throws SQLException {
    if (exist(connection)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String each : DDL) {
        statement.execute(ddl(each, vendor).replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"));
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw new DatabaseException(
          "the tables that keep the progress cannot be made: " + e.getMessage(),
          "may the user write? Or have somebody run: "
              + String.join("; ", DDL.stream().map(each -> ddl(each, vendor)).toList()),
          e);
    }
  }

  private static String ddl(String template, Vendor vendor) {
    return template.replace(TEXT, vendor.text()) + vendor.tableOptions();
  }
}
