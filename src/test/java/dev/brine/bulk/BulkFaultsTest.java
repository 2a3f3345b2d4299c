package dev.brine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.brine.Line;
import dev.brine.Postgresql;
import dev.brine.error.DatabaseException;
import dev.brine.error.DatabaseFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bulk migration whose database fails: it ends in one named exception, loses nothing, does
 * nothing twice when it is run again, and leaves no connection behind.
 */
class BulkFaultsTest {

  private static final int ROWS = 400;

  private static final BulkOptions SMALL = BulkOptions.DEFAULT.withBatchRows(16).withThreads(2);

  /** What is done twice shows. */
  private static final BulkMigration.Change APPEND =
      new BulkMigration.Change(
          value -> {
            byte[] bytes = (value.text() + "!").getBytes(StandardCharsets.UTF_8);
            return new Outcome.Made(new ColumnValue(bytes, value.isText()), List.of());
          },
          "append",
          false);

  private static int databases;

  private String name;
  private Connections database;

  @BeforeEach
  void fill() throws SQLException {
    name = "bulk_faults" + ++databases;
    database = Postgresql.database(name)::getConnection;
    run("CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body TEXT)");
    run("INSERT INTO saved_query SELECT i, repeat('row', 99) FROM generate_series(1, 400) AS g(i)");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Tally migrate(Connections connections, BulkListener listener) {
    return new BulkMigration(connections, ColumnRequest.of("saved_query", "body"), APPEND, SMALL)
        .run(listener);
  }

  private static DatabaseException failure(Connections connections, BulkListener listener) {
    DatabaseException failure =
        catchThrowableOfType(DatabaseException.class, () -> migrate(connections, listener));
    assertThat(failure).as("a DatabaseException").isNotNull();
    return failure;
  }

  private void assertTheRestIsDoneLater() throws SQLException {
    assertThat(count("saved_query WHERE body LIKE '%!!'")).isZero();
    assertThat(migrate(database, BulkListener.NONE)).isEqualTo(new Tally(ROWS, 0, 0, 0, 0, 0));
    assertThat(count("saved_query WHERE body = repeat('row', 99) || '!'")).isEqualTo(ROWS);
  }

  private void assertNobodyIsConnected() throws SQLException, InterruptedException {
    String others =
        "pg_stat_activity WHERE datname = '%s' AND pid <> pg_backend_pid()".formatted(name);
    // The server takes a moment to notice that a connection is closed, also that of a count.
    long connected = count(others);
    for (int attempt = 0; attempt < 100 && connected > 0; attempt++) {
      Thread.sleep(50);
      connected = count(others);
    }
    assertThat(connected).isZero();
  }

  private Connections over(Line line) {
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(line.port(), name);
    return Connections.to(url, "postgres", null);
  }

  /** After so many bytes of answers: while it reads, while it writes, while it commits. */
  @ParameterizedTest
  @ValueSource(longs = {9_000, 30_000, 61_000, 93_000, 124_500, 180_000})
  void aLineThatIsCut(long bytes) throws IOException, SQLException, InterruptedException {
    try (Line line = new Line(Postgresql.port())) {
      line.cutAfter(bytes);

      DatabaseException lost = failure(over(line), BulkListener.NONE);

      assertThat(lost.fault()).isEqualTo(DatabaseFault.CONNECTION_LOST);
      assertThat(lost.hint()).isNotBlank();
    }
    assertNobodyIsConnected();
    assertTheRestIsDoneLater();
  }

  /** Runs a statement after each batch. */
  private BulkListener runningAfterEachBatch(String... statements) {
    return new BulkListener() {
      @Override
      public void started(Tally before, @Nullable RowKey start, LongSupplier rows) {
        // Nothing is wrong yet.
      }

      @Override
      public void told(Entry entry) {
        throw new AssertionError(entry);
      }

      @Override
      public void advanced(Tally tally) {
        try {
          for (String statement : statements) {
            run(statement);
          }
        } catch (SQLException e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  @Test
  void aServerThatEndsItsConnections() throws SQLException, InterruptedException {
    BulkListener ending =
        runningAfterEachBatch(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

    assertThat(failure(database, ending).fault()).isEqualTo(DatabaseFault.CONNECTION_LOST);
    assertThat(count("saved_query WHERE body LIKE '%!'")).isEqualTo(16);
    assertNobodyIsConnected();
    assertTheRestIsDoneLater();
  }

  /** What a server says that has become a replica: no row is to blame, and none is reported. */
  @Test
  void aDatabaseThatTakesNoMoreChanges() throws SQLException, InterruptedException {
    BulkListener freezing =
        runningAfterEachBatch(
            "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN RAISE SQLSTATE ''25006''; END'",
            "CREATE TRIGGER no BEFORE UPDATE ON saved_query EXECUTE FUNCTION no()");

    assertThat(failure(database, freezing).fault()).isEqualTo(DatabaseFault.READ_ONLY);
    assertThat(count("saved_query WHERE body LIKE '%!'")).isEqualTo(16);
    assertNobodyIsConnected();
    run("DROP TRIGGER no ON saved_query");
    assertTheRestIsDoneLater();
  }
}
