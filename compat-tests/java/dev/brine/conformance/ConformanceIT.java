package dev.brine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.compat.UnavailableException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Java passes wherever Python does; whatever does not is listed, and must still fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {

  /** So many there are at the least: a run over fewer would say less than it seems to. */
  private static final int STATEMENTS = 4_200;

  /** So many of a hundred pass when Python itself loads what it dumped. */
  private static final int CEILING_PERCENT = 99;

  private Results results = new Results(List.of(), java.util.Map.of(), 0);

  @BeforeAll
  void run() throws Exception {
    try {
      results = Conformance.run();
    } catch (UnavailableException e) {
      String reason = "SQLAlchemy's own tests were not run: " + e.getMessage();
      // Said on the console too: Maven counts skipped tests but keeps their reason in a file.
      System.err.println(reason);
      Assumptions.abort(reason);
    }
  }

  @Test
  void theTestsHaveAllTheirStatements() {
    assertThat(results.dumped()).isGreaterThan(STATEMENTS);
    assertThat(results.ceiling() * 100).isGreaterThan(results.dumped() * (long) CEILING_PERCENT);
  }

  @Test
  void whatFailsIsAKnownGap() {
    KnownGaps gaps = KnownGaps.read(Conformance.KNOWN_GAPS);

    assertThat(gaps.unlisted(results.outcomes())).as("see target/conformance").isEmpty();
  }

  @Test
  void whatIsListedAsAGapStillFails() {
    KnownGaps gaps = KnownGaps.read(Conformance.KNOWN_GAPS);

    assertThat(gaps.closed(results.outcomes())).as("strike these lines").isEmpty();
  }
}
