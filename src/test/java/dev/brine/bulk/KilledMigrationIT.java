package dev.brine.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that migrates a column is killed by SIGKILL again and again, at any moment, and another
 * one goes on. Each time there is nothing left to do, the table and the report are exactly what a
 * run gives that nobody disturbed.
 */
class KilledMigrationIT {

  private static final int KILLS = 50;
  private static final int ROWS = 2_000;
  private static final int LONGEST_LIFE_MILLIS = 150;

  /** Every so many processes, one is not even given the time to look at the table. */
  private static final int EARLY = 8;

  private static final long SEED = 20_261_122L;

  private final Random random = new Random(SEED);

  /** What a migration leaves behind: the rows, the report and the numbers. */
  private record Left(TreeMap<Integer, String> rows, List<String> told, Tally tally) {}

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void nothingIsLostAndNothingDoneTwice(BulkDatabase kind) throws Exception {
    Left undisturbed = left(filled(kind));
    assertThat(undisturbed.tally()).isEqualTo(new Tally(1939, 0, 40, 21, 0, 0));
    assertThat(undisturbed.rows()).containsEntry(1, "row 1" + KilledChild.MARK);

    int kills = 0;
    int rounds = 0;
    while (kills < KILLS) {
      Connections database = filled(kind);
      boolean isKilled = true;
      while (isKilled && kills < KILLS) {
        isKilled = isKilled(database);
        kills += isKilled ? 1 : 0;
      }
      rounds++;
      assertThat(left(database))
          .as("seed %d, round %d, after %d kills", SEED, rounds, kills)
          .isEqualTo(undisturbed);
    }
    assertThat(rounds).as("of %d kills, some before the end", kills).isLessThan(KILLS);
  }

  /** Starts a process and kills it; tells whether it was still there. */
  private boolean isKilled(Connections database) throws IOException, InterruptedException {
    Process child = child(database);
    try {
      if (random.nextInt(EARLY) == 0) {
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      } else {
        // The first byte, or the end.
        child.getInputStream().read();
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      }
      boolean isKilled = child.isAlive();
      child.destroyForcibly();
      int exitCode = child.waitFor();
      assertThat(isKilled || exitCode == 0).as("ended by itself with %d", exitCode).isTrue();
      return isKilled;
    } finally {
      child.destroyForcibly();
    }
  }

  private static Process child(Connections database) throws IOException {
    try (Connection connection = database.open()) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String user = Objects.requireNonNullElse(connection.getMetaData().getUserName(), "");
      return new ProcessBuilder(
              java,
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx64m",
              "-cp",
              System.getProperty("java.class.path"),
              KilledChild.class.getName(),
              connection.getMetaData().getURL(),
              user)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A new table, with NULLs and values that cannot be migrated in it. */
  private static Connections filled(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(database, "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body $BYTES)");
    try (Connection connection = database.openForTransactions();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO saved_query VALUES (?, ?)")) {
      for (int id = 1; id <= ROWS; id++) {
        String value = (id % 95 == 0 ? KilledChild.BAD + " " : "row ") + id;
        insert.setInt(1, id);
        insert.setBytes(2, id % 50 == 7 ? null : value.getBytes(StandardCharsets.UTF_8));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
    return database;
  }

  /** Does what is left to do, and looks at everything. */
  private static Left left(Connections database) throws SQLException {
    Ear ear = new Ear();
    Tally tally = KilledChild.migration(database).run(ear);
    TreeMap<Integer, String> rows = new TreeMap<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT id, body FROM saved_query")) {
      while (found.next()) {
        byte[] body = found.getBytes(2);
        rows.put(found.getInt(1), body == null ? "NULL" : new String(body, StandardCharsets.UTF_8));
      }
    }
    return new Left(rows, ear.told, tally);
  }

  /** Remembers the report. */
  private static final class Ear implements BulkListener {

    private final List<String> told = new ArrayList<>();

    @Override
    public void started(Tally before, @Nullable RowKey after, LongSupplier rows) {
      // Where it starts is another matter each time.
    }

    @Override
    public void told(Entry entry) {
      told.add(entry.json().toString());
    }

    @Override
    public void advanced(Tally tally) {
      // The end counts.
    }
  }
}
