package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.BrineException;
import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a dialect cannot say is refused so that a user knows what, where, for which database, and
 * what to do.
 */
class RefusalsTest {

  private static final String PLACE = "(?s).*\\(sqlalchemy\\.[\\w.]+ at \\$.*\\)";

  /** How many refusals are looked at, at the least. */
  private static final int FLOOR = 2200;

  private final List<String> wanting = new ArrayList<>();
  private int refused;

  @Test
  void eachNamesTheClassThePathTheDialectAndTheWayOut() {
    GoodFixture.all().forEach(this::look);

    assertThat(wanting).isEmpty();
    assertThat(refused).isGreaterThan(FLOOR);
  }

  private void look(GoodFixture fixture) {
    ClauseElement element = GoodFixture.element(fixture.load());
    if (element != null) {
      fixture.forms("sql").forEach(form -> look(fixture, element, Dialect.named(form.dialect())));
    }
  }

  private void look(GoodFixture fixture, ClauseElement element, Dialect dialect) {
    CompileException refusal = refusal(element, dialect);
    if (refusal == null) {
      return;
    }
    refused++;
    String message = String.valueOf(refusal.getMessage());
    boolean saysAll =
        message.matches(PLACE) && message.contains("dialect " + dialect) && refusal.hint() != null;
    if (!saysAll) {
      wanting.add("%s: %s / %s".formatted(fixture, message, refusal.hint()));
    }
  }

  private static @Nullable CompileException refusal(ClauseElement element, Dialect dialect) {
    try {
      SqlCompiler.compile(element, dialect, CustomTypes.OPTIONS);
      return null;
    } catch (CompileException refusal) {
      return refusal;
    } catch (BrineException other) {
      return null; // of no dialect in particular
    }
  }
}
