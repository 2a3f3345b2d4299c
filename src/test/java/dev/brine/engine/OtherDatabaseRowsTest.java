package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.brine.GoodFixture;
import dev.brine.expr.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What real SQLAlchemy dumped gives on other databases the rows that SQLite gave to Python. */
class OtherDatabaseRowsTest {

  /** How many statements give the same rows at least; may only grow. */
  private static final int FLOOR = 1340;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Map<OtherDatabase, Map<String, String>> GAPS = gaps();

  static Stream<Arguments> cases() {
    List<GoodFixture> fixtures = FixtureRowsTest.cases();
    return Stream.of(OtherDatabase.values())
        .flatMap(database -> fixtures.stream().map(each -> Arguments.of(database, each)));
  }

  @ParameterizedTest
  @EnumSource
  void nearlyAllGiveTheSameRows(OtherDatabase database) {
    List<String> names = FixtureRowsTest.cases().stream().map(GoodFixture::name).toList();

    assertThat(names).containsAll(gaps(database).keySet());
    assertThat(names.size() - gaps(database).size()).isGreaterThanOrEqualTo(FLOOR);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fetchesWhatPythonFetchedFromSqlite(OtherDatabase database, GoodFixture fixture) {
    String reason =
        FixtureRowsTest.isUsersOwn(fixture)
            ? FixtureRowsTest.USERS_OWN
            : gaps(database).get(fixture.name());
    if (reason == null) {
      assertThatCode(() -> check(database, fixture)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> check(database, fixture))
          .as("works now: strike it from %s", database.gaps())
          .hasMessageContaining(reason);
    }
  }

  private static void check(OtherDatabase database, GoodFixture fixture) throws IOException {
    Result<Record> result;
    try (Connection connection = database.engine().connect()) {
      result = connection.execute((Statement) fixture.load());
    }
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    result.forEach(row -> rows.add(JsonValues.row(row)));
    boolean isOrdered = fixture.expected().path("ordered").asBoolean();

    assertThat(rows(JSON.readTree(rows.toString()), isOrdered))
        .as("rows")
        .isEqualTo(rows(fixture.expected().get("rows"), isOrdered));
  }

  /** Rows that were not ordered may come in any order. */
  private static List<String> rows(JsonNode rows, boolean isOrdered) {
    Stream<String> texts =
        StreamSupport.stream(rows.spliterator(), false)
            .map(OtherDatabaseRowsTest::leveled)
            .map(JsonNode::toString);
    return isOrdered ? texts.toList() : texts.sorted().toList();
  }

  /** With numbers that differ in no more than how they are written made alike. */
  private static JsonNode leveled(JsonNode node) {
    if (node.isArray()) {
      ArrayNode items = JSON.createArrayNode();
      node.forEach(item -> items.add(leveled(item)));
      return items;
    }
    return node.isNumber() ? DecimalNode.valueOf(node.decimalValue().stripTrailingZeros()) : node;
  }

  private static Map<String, String> gaps(OtherDatabase database) {
    return GAPS.getOrDefault(database, Map.of());
  }

  private static Map<OtherDatabase, Map<String, String>> gaps() {
    Map<OtherDatabase, Map<String, String>> gaps = new EnumMap<>(OtherDatabase.class);
    for (OtherDatabase database : OtherDatabase.values()) {
      try (Stream<String> lines = Files.lines(database.gaps())) {
        gaps.put(
            database,
            lines
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1])));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return gaps;
  }
}
