package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.catalog.MetaDataSource;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.Select;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Types;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import dev.brine.wrapping.Wrappings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loading what is wrapped: {@link LoadOptions#unwraps}. */
class WrappedDumpsTest {

  private static final LoadOptions UNWRAPPING = LoadOptions.NONE.withUnwraps(true);
  private static final MetaData SHOP =
      MetaDataSource.open("python-fixtures/good/2.0/metadata.pickle");

  private static byte[] wrapped(String name) throws IOException {
    return Files.readAllBytes(Path.of("python-fixtures/wrapped", name));
  }

  private static String sql(Object loaded) {
    return SqlCompiler.compile((Select) loaded, Dialect.named("postgresql")).sql();
  }

  private static String sqlOfTheDump() throws IOException {
    byte[] dump = Files.readAllBytes(Path.of("python-fixtures/demo/report.pickle"));
    return sql(ExpressionSerializer.loads(dump, SHOP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "bz2", "base64_mime", "bytea", "repr", "pickled_twice", "json_repr"})
  void loadsWhatIsWrapped(String name) throws IOException {
    Object loaded = ExpressionSerializer.loads(wrapped(name), UNWRAPPING.withMetadata(SHOP));

    assertThat(sql(loaded)).isEqualTo(sqlOfTheDump());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "json_in_gzip"})
  void anEnvelopeBringsItsTables(String name) throws IOException {
    assertThat(sql(ExpressionSerializer.loads(wrapped(name), UNWRAPPING)))
        .isEqualTo(sqlOfTheDump());
  }

  @Test
  void givenMetadataComesBeforeThatOfTheEnvelope() throws IOException {
    Select loaded =
        (Select) ExpressionSerializer.loads(wrapped("json"), UNWRAPPING.withMetadata(SHOP));

    assertThat(loaded.toString())
        .isEqualTo(
            ExpressionSerializer.loads(wrapped("base64"), UNWRAPPING.withMetadata(SHOP))
                .toString());
  }

  @Test
  void whatTheEnvelopeLacksIsNamed() throws IOException {
    String json =
        new String(wrapped("json"), StandardCharsets.US_ASCII).replace("placed_at", "placed");
    byte[] content = json.getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> ExpressionSerializer.loads(content, UNWRAPPING))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessage("table 'orders' has no column with the key 'placed_at'");
  }

  @Test
  void tablesThatTheEnvelopeDoesNotListNeedMetadata() throws IOException {
    String json =
        new String(wrapped("json"), StandardCharsets.US_ASCII).replace("\"orders\"", "\"others\"");
    byte[] content = json.getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> ExpressionSerializer.loads(content, UNWRAPPING))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageContaining("orders");
    assertThat(new PlaceholderDeserializer().loads(Wrappings.unwrap(content)))
        .isInstanceOf(Select.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"users\": [\"id\", \"name\"], \"shop.orders\": [\"id\"]}",
        "{\"users\": {\"id\": \"Integer\", \"name\": \"VARCHAR(50)\"}, \"shop.orders\": {\"id\":"
            + " \"\"}}",
        "{\"users\": {\"columns\": [\"id\", {\"name\": \"name\", \"type\": \"String\"}]},"
            + " \"shop.orders\": {\"columns\": {\"id\": null}}}",
        "[{\"name\": \"users\", \"columns\": [\"id\", \"name\"]},"
            + " {\"name\": \"orders\", \"schema\": \"shop\", \"columns\": [\"id\"]}]",
      })
  void tablesMayBeSaidInSeveralWays(String tables) throws IOException {
    String json =
        "{\"tables\": %s, \"in\": %s}"
            .formatted(tables, new String(wrapped("json_string"), StandardCharsets.US_ASCII));

    MetaData found =
        Objects.requireNonNull(
            Wrappings.unwrap(json.getBytes(StandardCharsets.US_ASCII)).metadata());

    assertThat(found.table("users").columns())
        .extracting(Column::key)
        .isEqualTo(List.of("id", "name"));
    assertThat(found.table("shop.orders").columns())
        .extracting(Column::type)
        .containsOnly(Types.NULL);
  }

  @Test
  void pythonsLoadsDoesNotLookForWrappings() throws IOException {
    byte[] base64 = wrapped("base64");

    assertThatThrownBy(() -> ExpressionSerializer.loads(base64, SHOP))
        .isInstanceOf(MalformedPickleException.class);
  }
}
