package dev.brine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.bulk.Tally;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private static final String ERASE = "\r\u001b[K";

  private final StringWriter out = new StringWriter();
  private long now;

  private ProgressBar bar(boolean isTerminal) {
    return new ProgressBar(new PrintWriter(out), isTerminal, () -> now);
  }

  private static Tally rows(long migrated, long failed) {
    return new Tally(migrated, 0, 0, failed, 0, 0);
  }

  @Test
  void tellsHowFarItIsAndHowLongItWillTake() {
    ProgressBar bar = bar(true);

    bar.start(rows(1000, 0), () -> 5000);
    now = 2_000_000_000L;
    bar.show(rows(1999, 1));

    assertThat(out.toString().split(Pattern.quote(ERASE), -1)[2])
        .isEqualTo(
            "[============                  ] 40 %, 2,000 of 5,000 rows, 500 a second, 0:06 left, 1"
                + " failed");
  }

  @Test
  void isWrittenOverAndTakenAway() {
    ProgressBar bar = bar(true);

    bar.start(rows(0, 0), () -> 5000);
    bar.show(rows(5, 0));
    bar.erase();

    assertThat(out.toString()).startsWith(ERASE + "[ ").doesNotContain("5 of").endsWith(ERASE);
  }

  @Test
  void isNotThereWhereNobodyLooks() {
    ProgressBar bar = bar(false);

    bar.start(
        rows(0, 0),
        () -> {
          throw new AssertionError("rows are counted for nobody");
        });
    now = 2_000_000_000L;
    bar.show(rows(5, 0));
    bar.erase();

    assertThat(out.toString()).isEmpty();
  }
}
