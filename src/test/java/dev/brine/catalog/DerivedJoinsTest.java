package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.error.UnresolvedReferenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a catalogue leaves out of a relationship is worked out as SQLAlchemy does: each relationship
 * of the fixtures is robbed of it, and must say what SQLAlchemy says all the same. Those that the
 * Python models themselves give more are named.
 */
class DerivedJoinsTest {

  private static final MappingFixture FIXTURE = MappingFixture.of("2.0.58");

  /** Declared with {@code remote_side}, or with {@code remote()} and {@code foreign()}. */
  private static final Set<String> SIDED =
      Set.of(
          "music.bands.Band.compatriots",
          "music.bands.Genre.parent",
          "music.festivals.Festival.partner",
          "music.people.Person.mentor",
          "music.views.BandTotal.band");

  /** Declared with conditions of their own, or with {@code foreign_keys}. */
  private static final Set<String> JOINED =
      Set.of(
          "music.bands.Album.best_tracks",
          "music.bands.Album.listened",
          "music.bands.Band.links",
          "music.bands.Band.seventies",
          "music.bands.Band.similar",
          "music.bands.Band.similar_of",
          "music.bands.BandLink.source",
          "music.bands.BandLink.target",
          "music.payments.Video.poster");

  /** A relationship by its place in the catalogue. */
  private record Place(int mapper, int attribute, String className, String key) {

    JsonNode facts() {
      return FIXTURE.facts().stream()
          .filter(facts -> facts.get("class").textValue().equals(className))
          .findFirst()
          .orElseThrow();
    }

    ObjectNode in(JsonNode catalogue) {
      return (ObjectNode) catalogue.at("/mappers/%d/attributes/%d".formatted(mapper, attribute));
    }

    @Override
    public String toString() {
      return className + "." + key;
    }
  }

  static Stream<Place> relationships() {
    List<Place> places = new ArrayList<>();
    JsonNode mappers = MappingFixture.json(FIXTURE.catalogue()).get("mappers");
    for (int m = 0; m < mappers.size(); m++) {
      JsonNode attributes = mappers.get(m).get("attributes");
      for (int a = 0; a < attributes.size(); a++) {
        if (attributes.get(a).has("relationship")) {
          String className = mappers.get(m).get("class").textValue();
          places.add(new Place(m, a, className, attributes.get(a).get("name").textValue()));
        }
      }
    }
    return places.stream();
  }

  static Stream<Place> relationshipsWithoutSides() {
    return relationships().filter(place -> !SIDED.contains(place.toString()));
  }

  static Stream<Place> relationshipsWithoutJoins() {
    return relationshipsWithoutSides().filter(place -> !JOINED.contains(place.toString()));
  }

  @Test
  void thereAreManyRelationships() {
    assertThat(relationships()).hasSizeGreaterThan(50);
    assertThat(relationshipsWithoutJoins()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("relationshipsWithoutSides")
  void theSidesOfAConditionFollowFromTheTables(Place place) {
    JsonNode catalogue = MappingFixture.json(FIXTURE.catalogue());
    for (String join : List.of("primaryjoin", "secondaryjoin")) {
      place
          .in(catalogue)
          .path(join)
          .forEach(clause -> ((ObjectNode) clause).remove(List.of("foreign", "remote")));
    }

    assertThat(mapper(catalogue, place)).isEqualTo(place.facts());
  }

  @ParameterizedTest
  @MethodSource("relationshipsWithoutJoins")
  void theConditionFollowsFromTheForeignKeys(Place place) {
    JsonNode catalogue = MappingFixture.json(FIXTURE.catalogue());
    place.in(catalogue).remove(List.of("primaryjoin", "secondaryjoin"));

    assertThat(mapper(catalogue, place)).isEqualTo(place.facts());
  }

  @Test
  void whatDoesNotFollowIsToldAndNotGuessed() {
    Place links =
        relationships()
            .filter(place -> place.toString().equals("music.bands.Band.links"))
            .findFirst()
            .orElseThrow();
    JsonNode catalogue = MappingFixture.json(FIXTURE.catalogue());
    links.in(catalogue).remove("primaryjoin");

    assertThatThrownBy(() -> mapper(catalogue, links))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageContaining(
            "music.bands.Band.links: relationship Band.links: there is more than one foreign key"
                + " between 'bands' and 'band_links' (give foreign_keys or a primaryjoin)");
  }

  private static JsonNode mapper(JsonNode catalogue, Place place) {
    Catalog read = CatalogJson.read(catalogue.toString());
    return MappingFixture.json(
        MapperFacts.of(read.registry().mapper(place.className())).toString());
  }
}
