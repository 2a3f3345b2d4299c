package dev.brine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bulk migration writes, leaves, tells and remembers, on each database. */
class BulkMigrationTest {

  private static final BulkOptions SMALL = BulkOptions.DEFAULT.withBatchRows(4).withThreads(2);
  private static final ColumnRequest BODY = ColumnRequest.of("saved_query", "body");

  /** Not repeatable: what it is given twice shows. */
  private static final BulkMigration.Change APPEND =
      new BulkMigration.Change(BulkMigrationTest::append, "append", false);

  private static final BulkMigration.Change UPPER =
      new BulkMigration.Change(
          value -> made(value, value.text().toUpperCase(java.util.Locale.ROOT)), "upper", true);

  private static Outcome append(ColumnValue value) {
    if (value.text().startsWith("bad")) {
      return new Outcome.Failed(new Note("malformed", "it is " + value.text(), "mend it"));
    }
    return made(value, value.text() + "!");
  }

  private static Outcome made(ColumnValue value, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Outcome.Made(new ColumnValue(bytes, value.isText()), List.of());
  }

  /** Ten rows: 3 is bad, 5 is NULL. */
  private static Connections tenRows(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body $BYTES, other $TEXT)",
        "INSERT INTO saved_query (id) VALUES (5)");
    for (int id : List.of(9, 1, 2, 3, 4, 6, 7, 8, 10)) {
      set(database, id, id == 3 ? "bad" : "row" + id, true);
    }
    return database;
  }

  private static void set(Connections database, int id, String value, boolean isNew)
      throws SQLException {
    try (Connection connection = database.open();
        PreparedStatement statement =
            connection.prepareStatement(
                isNew
                    ? "INSERT INTO saved_query (body, id) VALUES (?, ?)"
                    : "UPDATE saved_query SET body = ? WHERE id = ?")) {
      statement.setBytes(1, value.getBytes(StandardCharsets.UTF_8));
      statement.setInt(2, id);
      statement.executeUpdate();
    }
  }

  private static Map<Integer, String> rows(Connections database, String column)
      throws SQLException {
    Map<Integer, String> found = new TreeMap<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, " + column + " FROM saved_query")) {
      while (rows.next()) {
        byte[] bytes = column.equals("body") ? rows.getBytes(2) : null;
        String text = column.equals("body") ? null : rows.getString(2);
        found.put(
            rows.getInt(1),
            bytes != null ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(text));
      }
    }
    return found;
  }

  /** Remembers what it was told. */
  private static class Ear implements BulkListener {
    final List<String> told = new ArrayList<>();
    @Nullable RowKey after;
    long total;

    @Override
    public void started(Tally before, @Nullable RowKey start, LongSupplier rows) {
      after = start;
      total = rows.getAsLong();
    }

    @Override
    public void told(Entry entry) {
      told.add(entry.what().code() + " " + entry.key().values() + " " + entry.note().message());
    }

    @Override
    public void advanced(Tally tally) {
      // Only some tests want to know.
    }
  }

  /** Fails after some batches, as if it were killed. */
  private static final class Killed extends Ear {
    private int batches;

    Killed(int batches) {
      this.batches = batches;
    }

    @Override
    public void advanced(Tally tally) {
      if (--batches == 0) {
        throw new IllegalStateException("killed");
      }
    }
  }

  private static BulkMigration migration(
      Connections database, ColumnRequest request, BulkMigration.Change change) {
    return new BulkMigration(database, request, change, SMALL);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreRewrittenAndFailuresAreTold(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    Ear ear = new Ear();

    Tally tally = migration(database, BODY, APPEND).run(ear);

    assertThat(tally).isEqualTo(new Tally(8, 0, 1, 1, 0, 0));
    assertThat(ear.told).containsExactly("failed [3] it is bad");
    assertThat(ear.total).isEqualTo(10);
    assertThat(rows(database, "body"))
        .containsEntry(1, "row1!")
        .containsEntry(3, "bad")
        .containsEntry(5, "null")
        .containsEntry(10, "row10!");
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunWritesNothingAtAll(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    Ear ear = new Ear();

    Tally tally = migration(database, BODY, APPEND).dryRun(ear);

    assertThat(tally).isEqualTo(new Tally(8, 0, 1, 1, 0, 0));
    assertThat(ear.told).containsExactly("failed [3] it is bad");
    assertThat(rows(database, "body")).containsEntry(1, "row1").containsEntry(10, "row10");
    assertThatThrownBy(() -> kind.run(database, "SELECT 1 FROM brine_migration"))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasStoppedGoesOnAndTellsEverything(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);

    assertThatThrownBy(() -> migration(database, BODY, APPEND).run(new Killed(1)))
        .hasMessage("killed");
    assertThat(rows(database, "body")).containsEntry(4, "row4!").containsEntry(6, "row6");
    Ear ear = new Ear();
    Tally tally = migration(database, BODY, APPEND).run(ear);

    assertThat(tally).isEqualTo(new Tally(8, 0, 1, 1, 0, 0));
    assertThat(ear.after).hasToString(kind == BulkDatabase.H2 ? "ID=4" : "id=4");
    assertThat(ear.told).containsExactly("failed [3] it is bad");
    assertThat(rows(database, "body")).containsEntry(4, "row4!").containsEntry(6, "row6!");
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeRepeatedIsNotWhenItHasEnded(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    migration(database, BODY, APPEND).run(BulkListener.NONE);
    set(database, 11, "row11", true);

    Ear ear = new Ear();
    Tally tally = migration(database, BODY, APPEND).run(ear);

    assertThat(tally).isEqualTo(new Tally(9, 0, 1, 1, 0, 0));
    assertThat(ear.told).containsExactly("failed [3] it is bad");
    assertThat(rows(database, "body")).containsEntry(1, "row1!").containsEntry(11, "row11!");

    BulkOptions again = SMALL.withRestart(true);
    new BulkMigration(database, BODY, APPEND, again).run(BulkListener.NONE);
    assertThat(rows(database, "body")).containsEntry(1, "row1!!").containsEntry(11, "row11!!");
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeRepeatedStartsAnewAndChangesNothing(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    assertThat(migration(database, BODY, UPPER).run(BulkListener.NONE).migrated()).isEqualTo(9);
    set(database, 0, "row0", true);

    Tally tally = migration(database, BODY, UPPER).run(BulkListener.NONE);

    assertThat(tally).isEqualTo(new Tally(1, 9, 1, 0, 0, 0));
    assertThat(rows(database, "body")).containsEntry(0, "ROW0").containsEntry(10, "ROW10");
  }

  @ParameterizedTest
  @EnumSource
  void anotherColumnTakesTheResults(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    ColumnRequest into = BODY.withInto("other").withWhere("id < 9");

    Tally first = migration(database, into, APPEND).run(BulkListener.NONE);
    Tally second = migration(database, into, APPEND).run(BulkListener.NONE);

    assertThat(first).isEqualTo(new Tally(6, 0, 1, 1, 0, 0));
    assertThat(second).isEqualTo(new Tally(0, 6, 1, 1, 0, 0));
    assertThat(rows(database, "body")).containsEntry(1, "row1").containsEntry(3, "bad");
    assertThat(rows(database, "other"))
        .containsEntry(1, "row1!")
        .containsEntry(3, "null")
        .containsEntry(5, "null")
        .containsEntry(9, "null");
  }

  /** By another connection, after the page was read and before it is written. */
  @ParameterizedTest
  @EnumSource
  void aRowThatSomebodyChangesMeanwhileIsLeftAlone(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    BulkMigration.Change meddled =
        new BulkMigration.Change(
            value -> {
              if (value.text().equals("row1")) {
                meddle(database);
              }
              return append(value);
            },
            "append",
            false);
    Ear ear = new Ear();

    Tally tally = migration(database, BODY, meddled).run(ear);

    assertThat(tally).isEqualTo(new Tally(6, 0, 1, 1, 2, 0));
    assertThat(ear.told)
        .containsExactly(
            "changed_meanwhile [2] somebody changed the row meanwhile",
            "failed [3] it is bad",
            "changed_meanwhile [4] somebody deleted the row meanwhile, or it does not meet the"
                + " condition any more");
    assertThat(rows(database, "body")).containsEntry(2, "theirs").doesNotContainKey(4);
  }

  private static void meddle(Connections database) {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      set(database, 2, "theirs", false);
      statement.executeUpdate("DELETE FROM saved_query WHERE id = 4");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A result that the column cannot hold fails by itself; its neighbours are written. */
  @ParameterizedTest
  @EnumSource
  void whatTheDatabaseRefusesFailsAlone(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body VARCHAR(20) CHECK (body <> 'r6!'))",
        "INSERT INTO saved_query VALUES (5, 'r5'), (6, 'r6'), (7, 'r7'), (8, 'r8')");
    Ear ear = new Ear();

    Tally tally = migration(database, BODY, APPEND).run(ear);

    assertThat(tally).isEqualTo(new Tally(3, 0, 0, 1, 0, 0));
    assertThat(ear.told)
        .singleElement()
        .asString()
        .startsWith("failed [6] the database refused the result: ");
    assertThat(rows(database, "trim(body)"))
        .containsEntry(5, "r5!")
        .containsEntry(6, "r6")
        .containsEntry(8, "r8!");
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatIsOvertakenStops(BulkDatabase kind) throws SQLException {
    Connections database = tenRows(kind);
    Ear overtaken =
        new Ear() {
          @Override
          public void advanced(Tally tally) {
            migration(database, BODY, APPEND).run(BulkListener.NONE);
          }
        };

    assertThatThrownBy(() -> migration(database, BODY, APPEND).run(overtaken))
        .isInstanceOf(UsageException.class)
        .hasMessage("another run of the same migration has taken over");
    assertThat(rows(database, "body")).containsEntry(1, "row1!").containsEntry(10, "row10!");
  }

  @ParameterizedTest
  @EnumSource
  void keysOfSeveralColumnsAreRemembered(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE TABLE t (b INTEGER, a VARCHAR(10), body $TEXT, PRIMARY KEY (a, b))",
        "INSERT INTO t VALUES (1, 'x', 'q'), (2, 'x', 'q'), (3, 'x', 'q'), (1, 'y', 'q'),"
            + " (2, 'y', 'q'), (1, 'z', 'bad'), (2, 'z', 'q')");
    ColumnRequest request = ColumnRequest.of("t", "body");

    assertThatThrownBy(() -> migration(database, request, APPEND).run(new Killed(1)))
        .hasMessage("killed");
    Ear ear = new Ear();
    Tally tally = migration(database, request, APPEND).run(ear);

    assertThat(tally).isEqualTo(new Tally(6, 0, 0, 1, 0, 0));
    assertThat(ear.after).asString().isEqualToIgnoringCase("a=y, b=1");
    assertThat(ear.told).containsExactly("failed [z, 1] it is bad");
  }

  @Test
  void aDefectFailsItsRowOnly() throws SQLException {
    Connections database = tenRows(BulkDatabase.SQLITE);
    BulkMigration.Change defective =
        new BulkMigration.Change(
            value -> {
              if (value.text().equals("row7")) {
                throw new IllegalStateException("oh");
              }
              return append(value);
            },
            "append",
            false);
    Ear ear = new Ear();

    Tally tally = migration(database, BODY, defective).run(ear);

    assertThat(tally).isEqualTo(new Tally(7, 0, 1, 2, 0, 0));
    assertThat(ear.told).last().isEqualTo("failed [7] java.lang.IllegalStateException: oh");
  }

  @Test
  void aDatabaseThatCannotBeWrittenToIsToldAtOnce() throws SQLException {
    Connections database = tenRows(BulkDatabase.SQLITE);
    Connections readOnly =
        () -> {
          Connection connection = database.open();
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
          }
          return connection;
        };

    assertThat(migration(readOnly, BODY, APPEND).dryRun(BulkListener.NONE).migrated()).isEqualTo(8);
    assertThatThrownBy(() -> migration(readOnly, BODY, APPEND).run(BulkListener.NONE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("the tables that keep the progress cannot be made: ");
  }

  /** Which is no row's fault: nothing is reported as failed, and there is no need to mend it. */
  @Test
  void aFullDiskEndsItAndTheRestIsDoneLater() throws SQLException {
    Connections database = BulkDatabase.SQLITE.fresh();
    BulkDatabase.SQLITE.run(
        database,
        "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body BLOB)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
            + " INSERT INTO saved_query SELECT i, CAST('row' AS BLOB) FROM n");
    BulkMigration.Change large =
        new BulkMigration.Change(value -> made(value, "x".repeat(5000)), "large", false);
    Connections full =
        () -> {
          Connection connection = database.open();
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 30");
          }
          return connection;
        };

    assertThatThrownBy(() -> migration(full, BODY, large).run(BulkListener.NONE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("SQLITE_FULL");
    assertThat(migration(database, BODY, large).run(BulkListener.NONE))
        .isEqualTo(new Tally(40, 0, 0, 0, 0, 0));
  }

  @Test
  void aTableWithoutTransactionsIsRefused() throws SQLException {
    Connections database = BulkDatabase.MARIADB.fresh();
    BulkDatabase.MARIADB.run(
        database,
        "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body LONGBLOB) ENGINE = MyISAM");

    assertThatThrownBy(() -> migration(database, BODY, APPEND).run(BulkListener.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage("the table saved_query is kept by MyISAM, which has no transactions");
  }
}
