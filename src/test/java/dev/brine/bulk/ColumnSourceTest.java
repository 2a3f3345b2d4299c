package dev.brine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are gone through in the order of their keys, whatever these are, once each. */
class ColumnSourceTest {

  private static final int SMALL_PAGE = 3;

  private static List<String> keys(Connections database, ColumnRequest request) {
    try (ColumnSource source = ColumnSource.open(database, request, SMALL_PAGE)) {
      return source.rows().map(row -> row.key().toString()).toList();
    }
  }

  private static void insert(Connections database, String into, int from, int to)
      throws SQLException {
    try (Connection connection = database.open();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO " + into)) {
      for (int i = from; i < to; i++) {
        insert.setInt(1, i);
        insert.setBytes(2, ("dump " + i).getBytes(StandardCharsets.UTF_8));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @ParameterizedTest
  @EnumSource
  void byThePrimaryKeyWithItsValues(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(database, "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body $BYTES)");
    insert(database, "saved_query (id, body) VALUES (?, ?)", 0, 20);
    kind.run(database, "INSERT INTO saved_query (id) VALUES (20)");

    try (ColumnSource source =
        ColumnSource.open(database, ColumnRequest.of("saved_query", "body"), SMALL_PAGE)) {
      List<SourceRow> rows = source.rows().toList();

      assertThat(source.count()).isEqualTo(21);
      assertThat(source.key()).singleElement().asString().isEqualToIgnoringCase("id");
      assertThat(rows.stream().map(row -> row.key().values().get(0)))
          .containsExactlyElementsOf(IntStream.range(0, 21).mapToObj(Long::valueOf).toList());
      ColumnValue third = Objects.requireNonNull(rows.get(3).value());
      assertThat(new String(third.bytes(), StandardCharsets.UTF_8)).isEqualTo("dump 3");
      assertThat(third.isText()).isFalse();
      assertThat(rows.get(20).value()).isNull();
    }
  }

  /** The database's own order of text is followed; Java's may be another. */
  @ParameterizedTest
  @EnumSource
  void byTextOfAnyCollation(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE TABLE t (name VARCHAR(20) PRIMARY KEY, body $TEXT)",
        "INSERT INTO t VALUES ('b', 'x'), ('B2', 'x'), ('a''', 'x'), ('A2', 'x'), ('é', 'x'),"
            + " ('z', 'x'), ('', 'x'), ('日本', 'x'), ('_', 'x')");

    assertThat(keys(database, ColumnRequest.of("t", "body")))
        .hasSize(9)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.toLowerCase(java.util.Locale.ROOT).startsWith("name="));
  }

  @ParameterizedTest
  @EnumSource
  void byKeysOfSeveralColumns(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE TABLE t (b INTEGER, a VARCHAR(10), c INTEGER, body $TEXT, PRIMARY KEY (a, b, c))");
    for (String a : List.of("x", "y", "z")) {
      for (int b = 0; b < 4; b++) {
        kind.run(
            database,
            "INSERT INTO t VALUES (%2$d, '%1$s', 1, 't'), (%2$d, '%1$s', 2, 't')".formatted(a, b));
      }
    }

    List<String> keys = keys(database, ColumnRequest.of("t", "body"));
    assertThat(keys).hasSize(24).isSorted();
    assertThat(keys.get(0)).isEqualToIgnoringCase("a=x, b=0, c=1");
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE, NUMERIC",
    "SQLITE, DOUBLE",
    "H2, TIMESTAMP(6)",
    "H2, UUID",
    "H2, DATE",
    "H2, 'NUMERIC(20, 5)'",
    "DUCKDB, UUID",
    "DUCKDB, TIMESTAMP",
    "DUCKDB, DATE",
    "POSTGRESQL, UUID",
    "POSTGRESQL, TIMESTAMPTZ",
    "POSTGRESQL, DATE",
    "POSTGRESQL, CHAR(40)",
    "POSTGRESQL, BYTEA",
    "POSTGRESQL, NUMERIC",
    "POSTGRESQL, INET",
    "MARIADB, DATETIME(6)",
    "MARIADB, BINARY(4)",
    "MARIADB, 'DECIMAL(20, 5)'"
  })
  void byKeysOfOtherTypes(BulkDatabase kind, String type) throws SQLException {
    Connections database = kind.fresh();
    kind.run(database, "CREATE TABLE t (k %s PRIMARY KEY, body $TEXT)".formatted(type));
    for (int i = 1; i < 9; i++) {
      kind.run(database, "INSERT INTO t VALUES ('%s', 'x')".formatted(literal(type, i)));
    }

    assertThat(keys(database, ColumnRequest.of("t", "body"))).hasSize(8).isSorted();
  }

  private static String literal(String type, int i) {
    if (type.equals("UUID")) {
      return "00000000-0000-0000-0000-00000000000" + i;
    }
    if (type.equals("DATE")) {
      return "2024-01-0" + i;
    }
    if (type.contains("TIME")) {
      return "2024-03-10 02:30:00.00000" + i;
    }
    return type.equals("INET") ? "10.0.0." + i : String.valueOf(i);
  }

  @ParameterizedTest
  @EnumSource
  void byAKeyThatWasNamedAndACondition(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE TABLE \"t 1\" (id INTEGER PRIMARY KEY, code VARCHAR(9), body $TEXT)"
            .replace('"', kind == BulkDatabase.MARIADB ? '`' : '"'),
        "INSERT INTO \"t 1\" VALUES (1, 'c', 'x'), (2, 'b', 'x'), (3, 'a', 'x'), (4, 'a', 'x')"
            .replace('"', kind == BulkDatabase.MARIADB ? '`' : '"'));
    ColumnRequest byCode = ColumnRequest.of("t 1", "body").withKey(List.of("code"));

    assertThat(keys(database, byCode.withWhere("id < 4 -- not the last")))
        .map(key -> key.substring("code=".length()))
        .containsExactly("a", "b", "c");
    assertThatThrownBy(() -> keys(database, byCode))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching("several rows of t 1 have the same (?i:code)");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2", "DUCKDB"})
  void inASchema(BulkDatabase kind) throws SQLException {
    Connections database = kind.fresh();
    kind.run(
        database,
        "CREATE SCHEMA one",
        "CREATE SCHEMA two",
        "CREATE TABLE one.t (id INTEGER PRIMARY KEY, body $TEXT)",
        "CREATE TABLE two.t (id INTEGER PRIMARY KEY, body $TEXT)",
        "INSERT INTO two.t VALUES (7, 'x')");

    assertThat(keys(database, ColumnRequest.of("two.t", "body"))).hasSize(1);
    assertThatThrownBy(() -> keys(database, ColumnRequest.of("t", "body")))
        .isInstanceOf(UsageException.class)
        .hasMessage("there are several tables 't'");
  }

  @Test
  void whatIsMissingIsNamedWithTheNearest() throws SQLException {
    Connections database = BulkDatabase.SQLITE.fresh();
    BulkDatabase.SQLITE.run(
        database,
        "CREATE TABLE saved_query (id INTEGER PRIMARY KEY, body BLOB)",
        "CREATE TABLE keyless (id INTEGER, body BLOB)",
        "INSERT INTO keyless VALUES (NULL, x'00')");

    assertRefused(
        database,
        ColumnRequest.of("saved_qery", "body"),
        "the database has no table 'saved_qery'",
        "the nearest is 'saved_query'");
    assertRefused(
        database,
        ColumnRequest.of("saved_query", "bdy"),
        "the table saved_query has no column 'bdy'",
        "the nearest is 'body'");
    assertRefused(
        database,
        ColumnRequest.of("keyless", "body"),
        "the table keyless has no primary key",
        "--key names the columns that tell its rows apart");
    assertRefused(
        database,
        ColumnRequest.of("keyless", "body").withKey(List.of("id")),
        "rows of keyless have NULL in the key column id",
        "choose another --key, or leave them out by --where");
  }

  private static void assertRefused(
      Connections database, ColumnRequest request, String message, String hint) {
    assertThatThrownBy(() -> ColumnSource.open(database, request))
        .isInstanceOf(UsageException.class)
        .hasMessage(message)
        .extracting(e -> ((UsageException) e).hint())
        .isEqualTo(hint);
  }

  @Test
  void aColumnOfNumbersHoldsNoDumps() throws SQLException {
    Connections database = BulkDatabase.H2.fresh();
    BulkDatabase.H2.run(database, "CREATE TABLE t (id INTEGER PRIMARY KEY)");

    assertThatThrownBy(() -> ColumnSource.open(database, ColumnRequest.of("t", "id")))
        .hasMessage("the column ID is of type INTEGER, which holds no dumps");
  }

  @Test
  void whatTheDatabaseRefusesIsItsOwnFault() throws SQLException {
    Connections database = BulkDatabase.SQLITE.fresh();
    BulkDatabase.SQLITE.run(database, "CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)");
    ColumnRequest request = ColumnRequest.of("t", "body").withWhere("nonsense here");

    assertThatThrownBy(() -> keys(database, request)).isInstanceOf(DatabaseException.class);
    assertThatThrownBy(
            () ->
                ColumnSource.open(
                    Connections.to("jdbc:nothing:here", null, null), ColumnRequest.of("t", "b")))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("jdbc:nothing:here");
  }

  @Test
  void largeValuesMakeSmallPages() throws SQLException {
    Connections database = BulkDatabase.SQLITE.fresh();
    BulkDatabase.SQLITE.run(
        database,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
            + " INSERT INTO t SELECT i, zeroblob(1000000) FROM n");

    try (ColumnSource source = ColumnSource.open(database, ColumnRequest.of("t", "body"))) {
      assertThat(source.page(null)).hasSizeLessThan(4);
      assertThat(source.rows().count()).isEqualTo(30);
    }
  }
}
