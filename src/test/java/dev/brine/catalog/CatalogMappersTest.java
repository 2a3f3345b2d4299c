package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.mapping.ColumnOptions;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Direction;
import dev.brine.mapping.MapperRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes in a catalogue that people wrote, and where it does not fit. */
class CatalogMappersTest {

  private static final String DOCUMENTATION = documentation();

  /** The example of the documentation's page. */
  private static String documentation() {
    try {
      String page = Files.readString(Path.of("docs", "catalogue.md"));
      String json = page.substring(page.indexOf("```json") + "```json".length());
      return json.substring(0, json.indexOf("```"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theExampleOfTheDocumentationIsRead() {
    MapperRegistry registry = CatalogJson.read(DOCUMENTATION).registry();

    assertThat(registry.mapper("shop.User").relationship("addresses").direction())
        .isEqualTo(Direction.ONE_TO_MANY);
    assertThat(registry.mapper("Address").relationship("user").reverse())
        .containsExactly(registry.mapper("shop.User").relationship("addresses"));
    assertThat(registry.mapper("User").property("mail"))
        .isInstanceOfSatisfying(
            ColumnProperty.class,
            mail -> assertThat(mail.options()).isEqualTo(ColumnOptions.DEFERRED));
  }

  @Test
  void everyMismatchIsToldAtOnce() {
    String wrong =
        DOCUMENTATION
            .replace("users.email", "users.emial")
            .replace("\"relationship\": \"shop.Address\"", "\"relationship\": \"shop.Adress\"")
            .replace("\"back_populates\": \"addresses\"", "\"back_populates\": \"adresses\"")
            .replace("\"addresses.user_id\"}", "\"adresses.user_id\"}");

    assertThatThrownBy(() -> CatalogJson.read(wrong))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageStartingWith("the catalogue does not fit, in 4 places:")
        .hasMessageContaining(
            "shop.User.mail: table 'users' has no column with the key 'emial' (the nearest is"
                + " 'email')")
        .hasMessageContaining(
            "shop.User.addresses: it leads to 'shop.Adress', which is not mapped (the nearest is"
                + " 'shop.Address')")
        .hasMessageContaining(
            "shop.Address.user_id: the metadata has no table 'adresses' (the nearest is"
                + " 'addresses')")
        .hasMessageContaining(
            "shop.Address.user: back_populates: the class 'shop.User' has no relationship"
                + " 'adresses'");
  }

  /** Those of the expressions, which are dumps, among them. */
  @Test
  void whatExpressionsMissIsToldAtOnceToo() throws IOException {
    String wrong =
        Files.readString(Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json"))
            .replace("\"music.people.Manager\"", "\"music.people.Managr\"")
            .replace("\"country_code\"", "\"country_cod\"");

    assertThatThrownBy(() -> CatalogJson.read(wrong))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageContaining(
            "expressions: 'music.people.Manager' is not mapped (the nearest is"
                + " 'music.people.Managr')")
        .hasMessageContaining(
            "expressions: table 'labels' has no column with the key 'country_code' (the nearest is"
                + " 'country_cod')")
        .hasMessageContaining("music.bands.Label.country: table 'labels'");
  }

  @Test
  void aTableThatIsNotThereIsToldOnce() {
    String wrong = DOCUMENTATION.replace("\"table\": \"users\"", "\"table\": \"user\"");

    assertThatThrownBy(() -> CatalogJson.read(wrong))
        .hasMessageStartingWith("the catalogue does not fit, in 1 place:")
        .hasMessageContaining(
            "shop.User: the metadata has no table 'user' (the nearest is 'users')");
  }

  @Test
  void aDirectionThatTheColumnsDoNotGiveIsAMismatch() {
    String wrong =
        DOCUMENTATION.replace(
            "\"relationship\": \"shop.User\"",
            "\"relationship\": \"shop.User\", \"direction\": \"ONETOMANY\"");

    assertThatThrownBy(() -> CatalogJson.read(wrong))
        .hasMessageContaining(
            "shop.Address.user: its direction is said to be ONETOMANY, and its columns make it"
                + " MANYTOONE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"deferred\": true | \"defered\": true"
            + " | The catalogue has an unknown field 'defered' at $.mappers[0].attributes[2]",
        "\"column\": \"users.email\" | \"column\": {\"expression\": 7}"
            + " | The catalogue has no expression of the number at"
            + " $.mappers[0].attributes[2].column.expression",
        "\"back_populates\": \"user\" | \"lazy\": \"eager\""
            + " | The catalogue has 'eager' at $.mappers[0].attributes[0].lazy, which is none of"
            + " [select, joined, selectin, subquery, immediate, raise, raise_on_sql, noload,"
            + " dynamic, write_only]",
      })
  void whatIsNotOfTheFormatIsRefusedWithItsPlace(String from, String to, String message) {
    assertThatThrownBy(() -> CatalogJson.read(DOCUMENTATION.replace(from, to)))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void anExpressionThatIsNoDumpIsRefused() {
    String wrong = DOCUMENTATION.strip().replaceFirst("\\}$", ", \"expressions\": \"anVuaw==\"}");

    assertThatThrownBy(() -> CatalogJson.read(wrong))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The dump at $.expressions cannot be read: ");
  }
}
