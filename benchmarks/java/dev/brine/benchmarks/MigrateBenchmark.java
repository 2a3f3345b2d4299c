package dev.brine.benchmarks;

import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.Migration;
import dev.brine.MigrationTarget;
import dev.brine.PlaceholderDeserializer;
import dev.brine.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From SQLAlchemy 1.4 to 2.0: the dump {@code small}, {@link #DUMPS} times. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class MigrateBenchmark {

  private static final int DUMPS = 100_000;

  private byte[] old = {};
  private Path database = Path.of("");

  @Setup(Level.Iteration)
  public void write() throws IOException, SQLException {
    Object small = ExpressionSerializer.loads(Dumps.read("small"), Dumps.options());
    old = ExpressionSerializer.dumps(small, DumpOptions.DEFAULT.withTarget(Series.V1_4));
    database = Files.createTempFile("brine-benchmark", ".sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      connection
          .createStatement()
          .execute("CREATE TABLE saved (id INTEGER PRIMARY KEY, query BLOB)");
      connection.setAutoCommit(false);
      insert(connection);
      connection.commit();
    }
  }

  private void insert(Connection connection) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement("INSERT INTO saved VALUES (?, ?)")) {
      for (int id = 1; id <= DUMPS; id++) {
        row.setInt(1, id);
        row.setBytes(2, old);
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  @TearDown(Level.Iteration)
  public void delete() throws IOException {
    Files.delete(database);
  }

  /** On one thread, in memory. */
  @Benchmark
  public void byApi(Blackhole migrated) {
    MigrationTarget target = new MigrationTarget.OfSeries(DumpOptions.DEFAULT);
    for (int dump = 0; dump < DUMPS; dump++) {
      migrated.consume(new Migration(new PlaceholderDeserializer(), target).open(old).write());
    }
  }

  /** {@code brine migrate} on a column of SQLite, on all cores; with the start of the JVM. */
  @Benchmark
  public void byCommand() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.brine.cli.Main",
            "migrate",
            "--url",
            "jdbc:sqlite:" + database,
            "--table",
            "saved",
            "--column",
            "query",
            "--write");
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException("brine migrate ended with " + exitCode);
    }
  }
}
