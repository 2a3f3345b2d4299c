package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.brine.Line;
import dev.brine.Postgresql;
import dev.brine.error.DatabaseException;
import dev.brine.error.DatabaseFault;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.orm.Session;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.Cursor;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a real database: each fault has its name, and no connection is lost. */
class PostgresqlFaultsTest {

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final int ROWS = 20_000;
  private static final int FETCHED_AT_ONCE = 100;

  private static final TableRef T =
      new TableRef(Table.named("t").column("x", Types.INTEGER).build());

  private static final Select ALL = Select.of(T.c("x")).orderBy(T.c("x"));
  private static final Select COUNT = Select.of(Functions.func("count", T.c("x")));
  private static final Select BACKEND = Select.of(Functions.func("pg_backend_pid"));

  private String name;
  private DataSource database;
  private HikariDataSource pool;
  private Engine engine;

  @BeforeEach
  void start() throws SQLException {
    name = "faults" + COUNTER.incrementAndGet();
    database = Postgresql.database(name);
    run(database, "create table t (x integer)");
    run(database, "insert into t select generate_series(1, " + ROWS + ")");
    pool = pool(database, 2);
    engine = Engine.of(pool);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private static HikariDataSource pool(DataSource database, int size) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (java.sql.Connection connection = database.getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void assertNothingIsLeft() {
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  /** The session goes on, over another connection. */
  private static void assertIsUsable(Session session) {
    session.rollback();
    assertThat(session.scalar(COUNT)).isEqualTo((long) ROWS);
  }

  private static DatabaseException failure(Runnable code) {
    DatabaseException failure = catchThrowableOfType(DatabaseException.class, code::run);
    assertThat(failure).as("a DatabaseException").isNotNull();
    assertThat(failure.hint()).isNotBlank();
    return failure;
  }

  @Test
  void aConnectionLostInTheMiddleOfAFetch() throws SQLException {
    try (Session session = new Session(engine)) {
      Object backend = session.scalar(BACKEND);
      try (Cursor<Record> cursor =
          session.query(ALL, Map.of()).fetchSize(FETCHED_AT_ONCE).fetchLazy()) {
        assertThat(cursor.fetchNext(FETCHED_AT_ONCE)).hasSize(FETCHED_AT_ONCE);
        run(database, "select pg_terminate_backend(" + backend + ")");

        DatabaseException lost = failure(() -> cursor.fetchNext(ROWS));
        assertThat(lost.fault()).isEqualTo(DatabaseFault.CONNECTION_LOST);
        assertThat(lost).hasMessageContaining("[SQL: SELECT t.x");
      }
      assertThat(failure(() -> session.scalar(COUNT)).fault())
          .isEqualTo(DatabaseFault.CONNECTION_LOST);
      assertIsUsable(session);
    }
    assertNothingIsLeft();
  }

  private static Engine over(Line line, String name) {
    return Engine.builder("jdbc:postgresql://localhost:" + line.port() + "/" + name)
        .user("postgres")
        .driverProperty("socketTimeout", "2")
        .build();
  }

  @Test
  void aLineThatIsCutInTheMiddleOfAFetch() throws IOException {
    try (Line line = new Line(Postgresql.port());
        Engine own = over(line, name);
        Session session = new Session(own)) {
      try (Cursor<Record> cursor =
          session.query(ALL, Map.of()).fetchSize(FETCHED_AT_ONCE).fetchLazy()) {
        assertThat(cursor.fetchNext(FETCHED_AT_ONCE)).hasSize(FETCHED_AT_ONCE);
        line.cut();

        assertThat(failure(() -> cursor.fetchNext(ROWS)).fault())
            .isEqualTo(DatabaseFault.CONNECTION_LOST);
      }
      assertIsUsable(session);
    }
  }

  @Test
  void aLineThatIsCutInTheMiddleOfAnAnswer() throws IOException {
    try (Line line = new Line(Postgresql.port());
        Engine own = over(line, name);
        Session session = new Session(own)) {
      session.begin();
      line.cutAfter(ROWS);

      assertThat(failure(() -> session.query(ALL, Map.of()).fetch()).fault())
          .isEqualTo(DatabaseFault.CONNECTION_LOST);
      assertIsUsable(session);
    }
  }

  /** The driver gives up after the time it was given. */
  @Test
  void aLineThatFallsSilent() throws IOException {
    try (Line line = new Line(Postgresql.port());
        Engine own = over(line, name);
        Session session = new Session(own)) {
      session.begin();
      line.silence();

      assertThat(failure(() -> session.scalar(COUNT)).fault())
          .isEqualTo(DatabaseFault.CONNECTION_LOST);
    }
  }

  @Test
  void aSessionWhoseConnectionIsLostClosesWithoutAWord() throws SQLException {
    Session session = new Session(engine);
    Object backend = session.scalar(BACKEND);
    run(database, "select pg_terminate_backend(" + backend + ")");

    session.close();

    assertThat(session.inTransaction()).isFalse();
    assertNothingIsLeft();
  }

  @Test
  void aCommitOverALostConnectionFails() throws SQLException {
    try (Session session = new Session(engine)) {
      Object backend = session.scalar(BACKEND);
      run(database, "select pg_terminate_backend(" + backend + ")");

      DatabaseException lost = failure(session::commit);

      assertThat(lost.fault()).isEqualTo(DatabaseFault.CONNECTION_LOST);
      assertThat(lost).hasMessageStartingWith("cannot commit the transaction: ");
    }
    assertNothingIsLeft();
  }

  @Test
  void anExhaustedPool() {
    try (Session one = new Session(engine);
        Session two = new Session(engine);
        Session three = new Session(engine)) {
      one.begin();
      two.begin();

      DatabaseException exhausted = failure(() -> three.scalar(COUNT));

      assertThat(exhausted.fault()).isEqualTo(DatabaseFault.POOL_EXHAUSTED);
      assertThat(exhausted)
          .hasMessageStartingWith("no connection to the database: ")
          .hasMessageContaining("request timed out");
      two.rollback();
      assertIsUsable(three);
    }
    assertNothingIsLeft();
  }

  @Test
  void aStatementThatTakesTooLong() {
    try (Session session = new Session(engine)) {
      session.dsl().execute("set local statement_timeout = 50");

      DatabaseException late =
          failure(() -> session.scalar(Select.of(Functions.func("pg_sleep", Sql.literal(20)))));

      assertThat(late.fault()).isEqualTo(DatabaseFault.TIMEOUT);
      assertThat(failure(() -> session.scalar(COUNT)).fault())
          .isEqualTo(DatabaseFault.TRANSACTION_FAILED);
      assertIsUsable(session);
    }
    assertNothingIsLeft();
  }

  @Test
  void aDatabaseThatIsReadOnly() throws SQLException {
    try (Session session = new Session(engine)) {
      session.dsl().execute("set transaction read only");

      DatabaseException refused = failure(() -> session.executeUpdate(Sql.insert(T).value("x", 0)));

      assertThat(refused.fault()).isEqualTo(DatabaseFault.READ_ONLY);
      assertIsUsable(session);
    }
    assertNothingIsLeft();
  }

  @Test
  void whatTheDatabaseSimplyRefusesIsNoneOfThese() {
    TableRef missing = new TableRef(Table.named("missing").column("x", Types.INTEGER).build());
    try (Session session = new Session(engine)) {
      assertThat(failure(() -> session.execute(Select.of(missing.c("x")))).fault())
          .isEqualTo(DatabaseFault.REFUSED);
      assertIsUsable(session);
    }
    assertNothingIsLeft();
  }

  @Test
  void aDatabaseThatIsStoppedAndStarted(@TempDir Path folder) throws IOException, SQLException {
    EmbeddedPostgres server = server(folder, 0);
    int port = server.getPort();
    try (HikariDataSource own = pool(server.getPostgresDatabase(), 2);
        Session session = new Session(Engine.of(own))) {
      assertThat(session.scalar(Select.of(Sql.literal(1)))).isEqualTo(1L);
      server.close();

      List<DatabaseFault> faults = new java.util.ArrayList<>();
      faults.add(failure(() -> session.scalar(Select.of(Sql.literal(1)))).fault());
      session.rollback();
      faults.add(failure(() -> session.scalar(Select.of(Sql.literal(1)))).fault());
      session.rollback();

      assertThat(faults).first().isEqualTo(DatabaseFault.CONNECTION_LOST);
      assertThat(faults.get(1)).isIn(DatabaseFault.CONNECTION_LOST, DatabaseFault.UNREACHABLE);
      assertThat(own.getHikariPoolMXBean().getActiveConnections()).isZero();

      try (EmbeddedPostgres again = server(folder, port)) {
        assertThat(again.getPort()).isEqualTo(port);
        assertThat(session.scalar(Select.of(Sql.literal(2)))).isEqualTo(2L);
        session.rollback();
        assertThat(own.getHikariPoolMXBean().getActiveConnections()).isZero();
      }
    }
  }

  private static EmbeddedPostgres server(Path folder, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false);
    try {
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IllegalStateException e) {
      return Assumptions.abort("skipped: PostgreSQL's binaries do not start here: " + e);
    }
  }
}
