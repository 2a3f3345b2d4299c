package dev.brine;

import static dev.brine.expr.LoaderOptions.joinedload;
import static dev.brine.expr.LoaderOptions.selectinload;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.brine.engine.Engine;
import dev.brine.expr.Functions;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.mapping.Entity;
import dev.brine.mapping.MapperRegistry;
import dev.brine.orm.ScopedSession;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Eight threads share engine, metadata and registry: each loads dumps, runs them on a real
 * PostgreSQL, looks at the entities and dumps again, and gets the same rows and bytes each time.
 *
 * <p>{@code -Dbrine.soak=600} says how many seconds; a few unless given.
 */
class SharedEngineTest {

  private static final int THREADS = 8;
  private static final int POOL = 8;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("brine.soak", 5));
  private static final long SEED = 20_261_122L;

  /** What the heap may have grown by: classes and caches that fill at first. */
  private static final long GROWTH = 16L << 20;

  private static final MetaData METADATA =
      MetaData.of(
          Table.named("users")
              .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
              .column("name", Types.string(50))
              .column("age", Types.INTEGER)
              .build(),
          Table.named("addresses")
              .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
              .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
              .column("email", Types.STRING)
              .build());

  private static final MapperRegistry REGISTRY =
      MapperRegistry.of(METADATA)
          .map(
              "shop.User",
              user ->
                  user.table("users")
                      .relationship("addresses", "shop.Address", to -> to.backref("user")))
          .map("shop.Address", address -> address.table("addresses"))
          .build();

  private static final MappedClass USER = REGISTRY.mapper("shop.User").entity();
  private static final MappedClass ADDRESS = REGISTRY.mapper("shop.Address").entity();

  private HikariDataSource pool;
  private Engine engine;
  private ScopedSession session;
  private LoadOptions options;

  /** What a dump gives, each time. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries the bytes.
  private record Expected(byte[] dump, String rows) {}

  @BeforeEach
  void start() throws SQLException {
    DataSource database = Postgresql.database("soak");
    try (java.sql.Connection connection = database.getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute("create table users (id int primary key, name varchar(50), age int)");
      statement.execute("create table addresses (id int primary key, user_id int, email text)");
      statement.execute(
          "insert into users select i, 'user ' || i % 97, i % 80 from generate_series(1, 500) i");
      statement.execute(
          "insert into addresses select i, 1 + i % 400, i || '@x.org'"
              + " from generate_series(1, 1500) i");
    }
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(POOL);
    pool = new HikariDataSource(config);
    engine = Engine.of(pool);
    session = ScopedSession.of(engine);
    options = LoadOptions.NONE.withMappers(REGISTRY).withScopedSession(session).withEngine(engine);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  private static List<byte[]> dumps() {
    TableRef users = Sql.table(METADATA, "users");
    TableRef addresses = Sql.table(METADATA, "addresses");
    List<Statement> statements =
        List.of(
            Select.of(users.c("name"), Functions.count(addresses.c("id")).label("n"))
                .selectFrom(users.outerjoin(addresses, users.c("id").eq(addresses.c("user_id"))))
                .where(Sql.or(users.c("name").eq("user 5"), users.c("age").between(18, 30)))
                .groupBy(users.c("name"))
                .having(Functions.count(addresses.c("id")).gt(1))
                .orderBy(Sql.desc("n"), users.c("name"))
                .limit(20),
            Select.of(users.c("id"), users.c("name"))
                .where(users.c("id").in(IntStream.range(0, 200).boxed().toList()))
                .orderBy(users.c("id")),
            Query.of(USER).filter(USER.attr("age").eq(33)).orderBy(USER.attr("id")),
            Query.of(USER)
                .options(selectinload(USER.rel("addresses")))
                .filter(USER.attr("id").lt(20))
                .orderBy(USER.attr("id")),
            Query.of(ADDRESS)
                .options(joinedload(ADDRESS.rel("user")))
                .filter(ADDRESS.attr("id").lt(30))
                .orderBy(ADDRESS.attr("id")));
    List<byte[]> dumps = new ArrayList<>();
    statements.forEach(statement -> dumps.add(ExpressionSerializer.dumps(statement)));
    return dumps;
  }

  /** The rows as text, with what belongs to their entities, loaded before or only now. */
  private String rows(byte[] dump) {
    Object loaded = ExpressionSerializer.loads(dump, options);
    StringBuilder text = new StringBuilder();
    if (loaded instanceof Query query) {
      for (Object row : query.withSession(session.session()).all()) {
        Entity entity = (Entity) row;
        text.append(entity).append(entity.loaded().get("id"));
        if (entity.className().equals("shop.User")) {
          entity.entities("addresses").forEach(each -> text.append(each.get("email")));
        } else {
          text.append(String.valueOf(entity.entity("user")));
        }
      }
    } else {
      text.append(session.session().execute((Select) loaded));
    }
    assertThat(ExpressionSerializer.dumps(loaded)).isEqualTo(dump);
    return text.toString();
  }

  @Test
  void theyGetTheSameRowsAndLeaveNothingBehind() throws ExecutionException, InterruptedException {
    List<Expected> expected = new ArrayList<>();
    for (byte[] dump : dumps()) {
      expected.add(new Expected(dump, rows(dump)));
    }
    assertThat(expected).allMatch(each -> each.rows().length() > 100);
    session.remove();
    run(expected, Duration.ofSeconds(2)); // What is loaded and cached at first is no leak.
    long heap = heap();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();

    long runs = run(expected, TIME);

    long growth = heap() - heap;
    System.err.printf(
        "%d runs by %d threads in %d s; heap %+d KB to %d KB, threads %d to %d, connections %d%n",
        runs,
        THREADS,
        TIME.toSeconds(),
        growth >> 10,
        heap() >> 10,
        threads,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        pool.getHikariPoolMXBean().getTotalConnections());
    assertThat(runs).isGreaterThan(THREADS);
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(POOL);
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .isLessThanOrEqualTo(threads + 2); // The JVM's own come and go.
    assertThat(growth).isLessThan(GROWTH);
  }

  private long run(List<Expected> expected, Duration time)
      throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(SEED + i);
        all.add(workers.submit(() -> work(expected, random, end)));
      }
      long runs = 0;
      for (Future<Long> each : all) {
        runs += each.get();
      }
      return runs;
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private long work(List<Expected> expected, Random random, long end) {
    long runs = 0;
    try {
      while (System.nanoTime() < end) {
        Expected each = expected.get(random.nextInt(expected.size()));
        assertThat(rows(each.dump())).isEqualTo(each.rows());
        switch (random.nextInt(4)) {
          case 0 -> session.session().commit();
          case 1 -> session.session().rollback();
          case 2 -> session.remove();
          default -> session.session().expungeAll();
        }
        runs++;
      }
    } finally {
      session.remove();
    }
    return runs;
  }

  private static long heap() {
    // Twice: what the first finds to be finalized the second frees.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
