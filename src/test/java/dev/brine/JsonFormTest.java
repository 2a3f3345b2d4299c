package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.brine.sql.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a dump holds has a JSON form that is valid by the schema, from which the same structure,
 * the same SQL and the same dump come back.
 */
class JsonFormTest {

  @Test
  void everyCoreFixtureComesBack() {
    JsonRoundTrip trip = new JsonRoundTrip(new Deserializer(Shop.METADATA, null, null));

    for (Path dump : FixtureDumps.in(Shop.GOOD)) {
      trip.check(dump.toString(), FixtureDumps.bytes(dump), Dialect.DEFAULT);
    }

    assertThat(trip.differences()).isEmpty();
    assertThat(trip.alike()).isGreaterThanOrEqualTo(3838);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.4", "2.0", "2.1"})
  void everyOrmFixtureComesBack(String series) {
    JsonRoundTrip trip = new JsonRoundTrip(new Deserializer(Music.OPTIONS));

    OrmFixture.of(series).forEach(each -> trip.check(each.toString(), each.dump(), Dialect.SQLITE));

    assertThat(trip.differences()).isEmpty();
    assertThat(trip.alike()).isGreaterThanOrEqualTo(1600);
  }

  @Test
  void everyDumpOfTheCorpusComesBack() {
    Optional<Path> open = Corpus.open();
    assumeThat(open).as(Corpus.ABSENT).isPresent();
    JsonRoundTrip trip = new JsonRoundTrip(new PlaceholderDeserializer());

    List<Path> dumps = Corpus.dumps(open.orElseThrow(), ".*");
    for (Path dump : dumps) {
      trip.check(dump.toString(), FixtureDumps.bytes(dump), Dialect.DEFAULT);
    }

    assertThat(trip.differences()).isEmpty();
    assertThat(trip.alike()).isGreaterThanOrEqualTo(10_000);
  }
}
