package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.BrineException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Rewriter;
import dev.brine.expr.TableRef;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every construct survives being taken apart and put together again. */
class RewriterTest {

  static Stream<GoodFixture> constructs() {
    return GoodFixture.all().filter(fixture -> GoodFixture.element(fixture.load()) != null);
  }

  private static ClauseElement element(GoodFixture fixture) {
    return Objects.requireNonNull(GoodFixture.element(fixture.load()), fixture.name());
  }

  /** Changes nothing. */
  private static final class Idle extends Rewriter {}

  /** Puts an equal part in place of each innermost one, so that all around it is made anew. */
  private static final class Renewing extends Rewriter {

    @Override
    public ClauseElement visitTable(TableRef table) {
      return new TableRef(table.table());
    }

    @Override
    public ClauseElement visitBindParameter(BindParameter bind) {
      return bind.withType(bind.type());
    }
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void whereNothingChangesTheElementIsHandedOn(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    assertThat(new Idle().rewrite(element)).isSameAs(element);
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void whatIsMadeAnewIsEqualAndPrintsTheSame(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    ClauseElement renewed = new Renewing().rewrite(element);

    assertThat(renewed).isEqualTo(element);
    for (Dialect dialect : Dialect.all()) {
      assertThat(sql(renewed, dialect)).isEqualTo(sql(element, dialect));
    }
  }

  /** The text, or how the dialect refuses it. */
  private static String sql(ClauseElement element, Dialect dialect) {
    try {
      return SqlCompiler.compile(element, dialect).sql();
    } catch (BrineException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
