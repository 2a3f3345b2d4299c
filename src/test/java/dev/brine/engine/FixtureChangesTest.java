package dev.brine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.GoodFixture;
import dev.brine.Shop;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real SQLAlchemy dumped changes the rows that it changed itself, and no others. */
class FixtureChangesTest {

  /** May only grow with the fixtures. */
  private static final int AT_LEAST = 221;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @TempDir private static Path folder;
  private static Engine engine;

  @BeforeAll
  static void openACopy() throws IOException {
    Path copy = folder.resolve("data.sqlite");
    Files.copy(Shop.GOOD.resolve("data.sqlite"), copy, StandardCopyOption.REPLACE_EXISTING);
    engine = Engine.create("jdbc:sqlite:" + copy);
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  static Stream<GoodFixture> changes() {
    return GoodFixture.all()
        .filter(fixture -> fixture.expected().has("change"))
        .filter(fixture -> fixture.load() instanceof Statement statement && isKnown(statement));
  }

  private static boolean isKnown(Statement statement) {
    return !GoodFixture.hasOpaque(statement);
  }

  @Test
  void thereAreManyCases() {
    assertThat(changes().count()).isGreaterThanOrEqualTo(AT_LEAST);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changesWhatPythonChanged(GoodFixture fixture) throws IOException {
    JsonNode expected = fixture.expected().path("change");
    try (Connection connection = engine.connect()) {
      CursorResult result = connection.executeUpdate((DmlStatement<?>) fixture.load());
      Result<Record> after = connection.execute(allOf(expected.path("table").textValue()));

      if (expected.has("rows")) {
        assertThat(Arrays.stream(result.rows().fields()).map(Field::getName))
            .containsExactlyElementsOf(
                expected.path("columns").valueStream().map(JsonNode::textValue).toList());
        assertThat(json(result.rows())).isEqualTo(expected.path("rows"));
      } else if (expected.has("rowcount")) {
        assertThat(result.rowcount()).isEqualTo(expected.path("rowcount").asLong());
      }
      assertThat(json(after)).isEqualTo(expected.path("after"));
    }
  }

  private static Select allOf(String table) {
    return Select.of(Shop.table(table)).orderBy(Sql.literalColumn("rowid"));
  }

  private static JsonNode json(Result<Record> result) throws IOException {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    result.forEach(row -> rows.add(JsonValues.row(row)));
    return JSON.readTree(rows.toString());
  }
}
