package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ClauseElement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ORM's queries, SELECTs and changes of each series compile to what that series itself printed
 * of them, in each dialect; all but those of {@code orm-sql-gaps.txt}. Of these the list says
 * whether they are what they were before SQLAlchemy dumped them.
 */
class OrmSqlTest {

  private static final Set<String> KINDS = Set.of("query", "select", "change");

  /** Fewer would mean that the fixtures were not found. */
  private static final int FLOOR = 1500;

  private final Map<String, String> differing = new TreeMap<>();
  private int alike;

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "1.4", "2.1"})
  void compileToTheLetter(String series) {
    LoadOptions options = Music.mapped(series);

    OrmFixture.of(series)
        .filter(fixture -> KINDS.contains(fixture.kind()))
        .filter(fixture -> !fixture.isOnlyForBrine() && !isRefusedToRefine(fixture))
        .forEach(fixture -> compare(fixture, options));

    assertThat(differing).isEqualTo(OrmGaps.of("orm-sql-gaps.txt", series));
    assertThat(alike).isGreaterThanOrEqualTo(FLOOR);
  }

  /** Of a query that Python refuses to refine there is no text. */
  private static boolean isRefusedToRefine(OrmFixture fixture) {
    return fixture.expected().has("refine") && fixture.forms("sql").isEmpty();
  }

  private void compare(OrmFixture fixture, LoadOptions options) {
    ClauseElement element = (ClauseElement) new OrmRefinement(options).load(fixture);
    if (OrmForms.isAlike(fixture, element)) {
      alike++;
    } else {
      boolean isOriginal = fixture.isLossy() && OrmForms.isAlike(fixture.original(), element);
      differing.put(fixture.name(), isOriginal ? OrmGaps.ORIGINAL : OrmGaps.OTHER);
    }
  }
}
