package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.CompileException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.expr.Functions;
import dev.brine.expr.Over;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.series.DumpTarget;
import dev.brine.series.Series;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a window's frame leaves out, {@code over(…, exclude=…)}, which 2.1 alone can say. */
class WindowExcludeTest {

  private static final TableRef ORDERS = Shop.table("orders");
  private static final Over RANKED = Functions.func("rank").over().orderBy(ORDERS.c("id"));
  private static final Select EXCLUDING = Select.of(RANKED.rows(-1, 1).exclude("TIES"));

  static List<DumpTarget> otherTargets() {
    return DumpTarget.written().stream().filter(target -> target != Series.V2_1).toList();
  }

  @Test
  void isReadAgain() {
    byte[] dump =
        ExpressionSerializer.dumps(EXCLUDING, DumpOptions.DEFAULT.withSeries(Series.V2_1));

    assertThat(ExpressionSerializer.loads(dump, Shop.METADATA)).isEqualTo(EXCLUDING);
  }

  @ParameterizedTest
  @MethodSource("otherTargets")
  void isRefusedByNameForAnyOtherTarget(DumpTarget target) {
    DumpOptions options = DumpOptions.DEFAULT.withTarget(target);

    assertThatThrownBy(() -> ExpressionSerializer.dumps(EXCLUDING, options))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("EXCLUDE in the frame of a window");
  }

  @Test
  void isOneOfFourPhrases() {
    Select injected = Select.of(RANKED.rows(-1, 1).exclude("TIES); DROP TABLE orders"));

    assertThatThrownBy(() -> SqlCompiler.compile(injected, Dialect.DEFAULT))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("Unexpected SQL phrase: 'TIES); DROP TABLE orders'");
  }

  @Test
  void needsAFrame() {
    assertThatThrownBy(() -> RANKED.exclude("TIES")).isInstanceOf(UsageException.class);
  }
}
