package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brine.Shop;
import dev.brine.codec.Renames;
import dev.brine.codec.Renames.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final Path REPORT = Path.of("python-fixtures", "demo", "report.pickle");

  private static final Catalog CATALOG = Catalog.of(Shop.METADATA);

  @Test
  void aDumpThatFitsNeedsNothing() throws IOException {
    assertThat(Drift.of(Files.readAllBytes(REPORT), CATALOG).isEmpty()).isTrue();
  }

  @Test
  void allThatIsMissingIsToldOnceWithTheNearestNames() throws IOException {
    Renames wrong =
        Renames.NONE.with(Kind.TABLE, "users", "user").with(Kind.COLUMN, "orders.status", "state");

    Drift drift = Drift.of(wrong.apply(Files.readAllBytes(REPORT)).dump(), CATALOG);

    assertThat(drift.missing())
        .extracting(Drift.Missing::kind, Drift.Missing::name)
        .containsExactlyInAnyOrder(tuple(Kind.TABLE, "user"), tuple(Kind.COLUMN, "orders.state"));
    assertThat(drift.missing())
        .extracting(missing -> missing.nearest().get(0))
        .containsExactlyInAnyOrder("users", "status");
    assertThat(drift.refusal()).hasMessageContaining("table 'user' (nearest: users, ");
  }
}
