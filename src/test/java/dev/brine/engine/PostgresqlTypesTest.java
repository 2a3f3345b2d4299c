package dev.brine.engine;

import static dev.brine.expr.Functions.func;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.brine.Postgresql;
import dev.brine.error.DatabaseException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.MultiRange;
import dev.brine.expr.Range;
import dev.brine.expr.Select;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL's own types: what is sent comes back as psycopg2 gives it to SQLAlchemy. */
class PostgresqlTypesTest {

  private static final LocalDateTime MOMENT = LocalDateTime.parse("2024-02-29T12:30:45.000678");
  private static final OffsetDateTime AWARE = OffsetDateTime.parse("2024-02-29T12:30:45.1Z");

  private static @Nullable Engine engine;

  @BeforeAll
  static void start() throws SQLException {
    engine = Engine.of(Postgresql.database("postgresql_types"));
    try (Connection connection = engine().connect()) {
      connection.dsl().execute("CREATE EXTENSION hstore");
      connection.dsl().execute("CREATE EXTENSION citext");
      connection.dsl().execute("CREATE TYPE mood AS ENUM ('sad', 'it''s ok')");
      connection.commit();
    }
  }

  @AfterAll
  static void stop() {
    if (engine != null) {
      engine.close();
    }
  }

  private static Engine engine() {
    if (engine == null) {
      throw new IllegalStateException("not started");
    }
    return engine;
  }

  static Stream<Arguments> valuesThatComeBack() {
    SqlType moods = SqlType.of(TypeName.POSTGRESQL_ENUM).with("name", "mood");
    return Stream.of(
        arguments(TypeName.POSTGRESQL_INT4RANGE, Range.of(1L, 5L)),
        arguments(TypeName.POSTGRESQL_INT8RANGE, Range.of(null, 5L, "()")),
        arguments(TypeName.POSTGRESQL_INT8RANGE, Range.of(1L << 40, null)),
        arguments(TypeName.POSTGRESQL_NUMRANGE, Range.of(new BigDecimal("-1.50"), null, "()")),
        arguments(TypeName.POSTGRESQL_DATERANGE, Range.of(LocalDate.of(1, 1, 1), null)),
        arguments(TypeName.POSTGRESQL_TSRANGE, Range.of(MOMENT, MOMENT.plusDays(1), "[]")),
        arguments(TypeName.POSTGRESQL_TSTZRANGE, Range.of(AWARE, AWARE.plusNanos(1000))),
        arguments(TypeName.POSTGRESQL_INT4RANGE, Range.empty()),
        arguments(TypeName.POSTGRESQL_DATEMULTIRANGE, List.of()),
        arguments(
            TypeName.POSTGRESQL_TSMULTIRANGE,
            List.of(Range.of(MOMENT, MOMENT, "[]"), Range.of(MOMENT.plusDays(2), null))),
        arguments(TypeName.POSTGRESQL_HSTORE, Map.of()),
        arguments(TypeName.POSTGRESQL_HSTORE, Map.of("a", "1", "\"q\\", "it's, => NULL", "ü", "漢")),
        arguments(TypeName.POSTGRESQL_INET, "192.168.0.1/24"),
        arguments(TypeName.POSTGRESQL_CIDR, "::/0"),
        arguments(TypeName.POSTGRESQL_MACADDR, "08:00:2b:01:02:03"),
        arguments(TypeName.POSTGRESQL_MACADDR8, "08:00:2b:01:02:03:04:05"),
        arguments(TypeName.POSTGRESQL_MONEY, "$1,234.50"),
        arguments(TypeName.POSTGRESQL_OID, 42L),
        arguments(TypeName.POSTGRESQL_REGCLASS, "pg_type"),
        arguments(TypeName.POSTGRESQL_TSVECTOR, "'a':1 'b':2"),
        arguments(TypeName.POSTGRESQL_TSQUERY, "'a' & 'b'"),
        arguments(TypeName.POSTGRESQL_CITEXT, "Ab"),
        arguments(TypeName.POSTGRESQL_JSONB, Arrays.asList(1L, null, Map.of("a", "it's"))),
        arguments(TypeName.POSTGRESQL_JSONPATH, "$.\"a\"[*]"),
        arguments(TypeName.POSTGRESQL_INTERVAL, Duration.ofDays(-400).plusNanos(7_000)),
        arguments(TypeName.POSTGRESQL_BYTEA, new byte[] {0, -1, 92}),
        arguments(SqlType.of(TypeName.POSTGRESQL_BIT).with("length", 3L), "101"),
        arguments(moods.with("enums", List.of("sad", "it's ok")), "it's ok"));
  }

  static Stream<Arguments> arraysThatComeBack() {
    return Stream.of(
        arguments(Types.INTEGER, Arrays.asList(1L, null, -3L)),
        arguments(Types.INTEGER, List.of()),
        arguments(Types.TEXT, Arrays.asList("", "NULL", null, "a,b", "{x}", "it's \"so\" \\", "ü")),
        arguments(Types.BOOLEAN, List.of(true, false)),
        arguments(Types.NUMERIC, List.of(new BigDecimal("0.10"), new BigDecimal("-1E+3"))),
        arguments(Types.DOUBLE, List.of(0.1, -1e300)),
        arguments(Types.DATE, List.of(LocalDate.of(2024, 2, 29))),
        arguments(Types.DATE_TIME, List.of(MOMENT, MOMENT.withNano(0))),
        arguments(Types.dateTimeWithTimezone(), List.of(AWARE)),
        arguments(Types.TIME, List.of(LocalTime.of(23, 59, 59, 1_000))),
        arguments(Types.INTERVAL, List.of(Duration.ofSeconds(-90).plusNanos(5_000))),
        arguments(Types.UUID, List.of(new UUID(1, -2))),
        arguments(Types.LARGE_BINARY, List.of(new byte[] {0, -1, 39})),
        arguments(
            SqlType.of(TypeName.POSTGRESQL_JSONB), List.of(Map.of("a", "it's"), List.of(1L, 2.5))),
        arguments(SqlType.of(TypeName.POSTGRESQL_INT4RANGE), List.of(Range.of(1L, 3L))));
  }

  @ParameterizedTest
  @MethodSource("valuesThatComeBack")
  void aValueComesBack(Object type, Object value) {
    SqlType exact = type instanceof TypeName name ? SqlType.of(name) : (SqlType) type;

    assertThat(sent(exact, value)).usingRecursiveComparison().isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("arraysThatComeBack")
  void anArrayComesBack(SqlType item, List<?> items) {
    SqlType array = SqlType.of(TypeName.ARRAY).with("item_type", item);

    assertThat(sent(array, items)).usingRecursiveComparison().isEqualTo(plainScale(items));
    assertThat(sent(array.with("dimensions", 2L), List.of(items, items)))
        .usingRecursiveComparison()
        .isEqualTo(items.isEmpty() ? items : List.of(plainScale(items), plainScale(items)));
  }

  /** PostgreSQL keeps no exponent. */
  private static List<?> plainScale(List<?> items) {
    return items.stream()
        .<@Nullable Object>map(
            item ->
                item instanceof BigDecimal number ? new BigDecimal(number.toPlainString()) : item)
        .toList();
  }

  @Test
  void aMultirangeIsSentAsOneToo() {
    MultiRange ranges = MultiRange.of(Range.of(1L, 5L), Range.of(7L, 9L));

    assertThat(sent(SqlType.of(TypeName.POSTGRESQL_INT4MULTIRANGE), ranges))
        .isEqualTo(ranges.ranges());
  }

  @Test
  void noneIsTheNullOfJsonUnlessTheTypeSaysOtherwise() {
    SqlType json = SqlType.of(TypeName.POSTGRESQL_JSONB);

    assertThat(text(json)).isEqualTo("null");
    assertThat(text(json.with("none_as_null", true))).isNull();
  }

  @Test
  void aValueThatIsNoneOfTheTypeIsRefusedByTheColumnsName() {
    try (Connection connection = engine().connect()) {
      Select select = Select.of(func("lower", Types.UUID, "No UUID").label("v"));

      assertThatExceptionOfType(DatabaseException.class)
          .isThrownBy(() -> connection.scalars(select))
          .withMessageContaining("column 'v' holds no uuid, which is no value of Uuid");
    }
  }

  private static @Nullable Object sent(SqlType type, @Nullable Object value) {
    try (Connection connection = engine().connect()) {
      return connection.scalars(Select.of(BindParameter.named("v", value, type).label("v"))).get(0);
    }
  }

  /** What a None of the type is as text. */
  private static @Nullable Object text(SqlType type) {
    try (Connection connection = engine().connect()) {
      BindParameter none = BindParameter.named("v", null, type);
      return connection
          .scalars(Select.of(func("jsonb_typeof", Types.TEXT, none).label("v")))
          .get(0);
    }
  }
}
