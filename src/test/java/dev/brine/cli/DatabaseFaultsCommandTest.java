package dev.brine.cli;

import static dev.brine.cli.CommandLineRun.brine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.ExpressionSerializer;
import dev.brine.Line;
import dev.brine.Postgresql;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} on a database that fails: one message, a hint, and no stack trace. */
class DatabaseFaultsCommandTest {

  private static final TableRef T =
      new TableRef(Table.named("t").column("x", Types.INTEGER).build());

  private static int databases;

  @TempDir Path folder;
  private String name;
  private String dump;

  @BeforeEach
  void fill() throws SQLException, IOException {
    name = "run_faults" + ++databases;
    try (Connection connection = Postgresql.database(name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT x FROM generate_series(1, 50000) AS s(x)");
    }
    byte[] bytes = ExpressionSerializer.dumps(Select.of(T.c("x")));
    dump = Files.write(folder.resolve("query.pickle"), bytes).toString();
  }

  private String url(int port) {
    return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, name);
  }

  @Test
  void aLineThatIsCutWhileRowsAreFetched() throws IOException {
    try (Line line = new Line(Postgresql.port())) {
      line.cutAfter(200_000);
      CommandLineRun run =
          brine("run", dump, "--metadata", url(Postgresql.port()), "--url", url(line.port()));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("[SQL: SELECT t.x")
          .contains("roll back or close the session, and do it again once the database is up")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aDatabaseThatIsNotThere() throws IOException {
    int nobody;
    try (ServerSocket port = new ServerSocket(0)) {
      nobody = port.getLocalPort();
    }
    CommandLineRun run =
        brine("run", dump, "--metadata", url(Postgresql.port()), "--url", url(nobody));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err())
        .contains("Connection to localhost:" + nobody + " refused")
        .contains("hint: ")
        .doesNotContain("\tat ");
  }
}
