package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.brine.expr.BindParameter;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.jooq.JooqExport;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value of each type goes into a database, is found there, and comes out as it was. */
class TypeRoundTripTest {

  /**
   * A type, what PostgreSQL, H2 and MariaDB call it, and a value that a careless driver would
   * change.
   */
  private record Sample(SqlType type, String postgresql, String h2, String mariadb, Object value) {

    String columnType(TestDatabase database) {
      return switch (database) {
        case SQLITE -> "";
        case H2 -> h2;
        case POSTGRESQL -> postgresql;
        case MARIADB -> mariadb;
      };
    }
  }

  private static final Set<TestDatabase> NO_ZONES =
      Set.of(TestDatabase.SQLITE, TestDatabase.MARIADB);

  private static final Map<String, Sample> SAMPLES = samples();

  private static Map<String, Sample> samples() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("integer", new Sample(Types.INTEGER, "integer", "integer", "integer", -2147483648L));
    all.put("big", new Sample(Types.BIG_INTEGER, "bigint", "bigint", "bigint", 9007199254740993L));
    all.put(
        "float", new Sample(Types.FLOAT, "double precision", "double precision", "double", 0.1));
    all.put(
        "numeric",
        new Sample(
            Types.numeric(14, 4),
            "numeric(14,4)",
            "numeric(14,4)",
            "numeric(14,4)",
            new BigDecimal("-0.0001")));
    all.put(
        "text",
        new Sample(Types.TEXT, "text", "varchar(100)", "varchar(100)", "ünï 'q' ? :x {0} 😀\n\\"));
    all.put("yes", new Sample(Types.BOOLEAN, "boolean", "boolean", "boolean", true));
    all.put("no", new Sample(Types.BOOLEAN, "boolean", "boolean", "boolean", false));
    all.put("day", new Sample(Types.DATE, "date", "date", "date", LocalDate.of(1, 1, 1)));
    all.put(
        "moment",
        new Sample(
            Types.DATE_TIME,
            "timestamp",
            "timestamp(6)",
            "datetime(6)",
            LocalDateTime.of(2024, 3, 31, 2, 30, 0, 999_999_000)));
    all.put(
        "instant",
        new Sample(
            Types.DATE_TIME.with("timezone", true),
            "timestamptz",
            "timestamp(6) with time zone",
            "datetime(6)",
            OffsetDateTime.parse("2024-02-29T13:14:15.000001Z")));
    all.put(
        "clock",
        new Sample(
            Types.TIME, "time", "time(6)", "time(6)", LocalTime.of(23, 59, 59, 120_001_000)));
    all.put(
        "span",
        new Sample(
            Types.INTERVAL,
            "interval",
            "timestamp(6)",
            "datetime(6)",
            Duration.ofDays(-2).plusSeconds(90).plusNanos(5_000)));
    all.put(
        "bytes",
        new Sample(
            Types.LARGE_BINARY,
            "bytea",
            "varbinary",
            "varbinary(100)",
            new byte[] {0, 1, -1, 63, 92}));
    all.put(
        "uuid",
        new Sample(Types.UUID, "uuid", "uuid", "char(32)", new UUID(0x1234567890abcdefL, -2)));
    all.put(
        "json",
        new Sample(
            Types.JSON,
            "jsonb",
            "varchar",
            "json",
            Map.of("a", Arrays.asList(1L, 2.5, null, "x'?", true, Map.of()))));
    all.put(
        "choice",
        new Sample(
            Types.enumOf("level", "low", "high"),
            "level",
            "varchar",
            "enum('low','high')",
            "high"));
    return all;
  }

  static Stream<Arguments> everyTypeEverywhere() {
    return Arrays.stream(TestDatabase.values())
        .flatMap(database -> SAMPLES.keySet().stream().map(name -> arguments(database, name)));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("everyTypeEverywhere")
  void aStoredValueIsFoundAndComesBack(TestDatabase database, String name) {
    Sample sample = Objects.requireNonNull(SAMPLES.get(name));
    if (NO_ZONES.contains(database) && name.equals("instant")) {
      // SQLAlchemy's dialect, or Python's driver, drops the zone there.
      sample =
          new Sample(
              Types.DATE_TIME,
              "",
              "",
              "datetime(6)",
              LocalDateTime.of(2024, 2, 29, 13, 14, 15, 1000));
    }
    TableRef table = create(database, name, sample);

    try (Connection connection = database.engine().connect()) {
      connection
          .dsl()
          .execute("insert into t_" + name + " values ({0})", JooqExport.field(bind(sample)));
      Select found = Select.of(table.c("v"));
      if (!name.equals("json")) {
        found = found.where(table.c("v").eq(bind(sample)));
      }

      assertThat(connection.scalars(found))
          .usingRecursiveComparison()
          .isEqualTo(List.of(sample.value()));
    }
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("everyTypeEverywhere")
  void nothingIsNothing(TestDatabase database, String name) {
    Sample sample = Objects.requireNonNull(SAMPLES.get(name));
    TableRef table = create(database, name, sample);

    try (Connection connection = database.engine().connect()) {
      connection.dsl().execute("insert into t_" + name + " values (null)");

      assertThat(connection.scalars(Select.of(table.c("v"))))
          .isEqualTo(Collections.singletonList(null));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBoundValueIsSelectedByItsType(TestDatabase database) {
    BindParameter decimal = BindParameter.named("v", new BigDecimal("12.50"), Types.numeric(10, 2));

    try (Connection connection = database.engine().connect()) {
      assertThat(connection.scalar(Select.of(decimal))).isEqualTo(new BigDecimal("12.50"));
    }
  }

  private static BindParameter bind(Sample sample) {
    return BindParameter.named("v", sample.value(), sample.type());
  }

  private static TableRef create(TestDatabase database, String name, Sample sample) {
    database.run("drop table if exists t_" + name);
    if (database == TestDatabase.POSTGRESQL && name.equals("choice")) {
      database.run("drop type if exists level", "create type level as enum ('low', 'high')");
    }
    try (Connection connection = database.engine().connect()) {
      connection
          .dsl()
          .execute("create table t_" + name + " (v {0})", DSL.raw(sample.columnType(database)));
      connection.commit();
    }
    return new TableRef(Table.named("t_" + name).column("v", sample.type()).build());
  }
}
