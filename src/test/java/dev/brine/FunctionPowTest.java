package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.expr.TreePrinter;
import dev.brine.series.DumpTarget;
import dev.brine.series.Series;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code a ** b}, for which 2.1 alone has a class. */
class FunctionPowTest {

  private static final TableRef ORDERS = Shop.table("orders");
  private static final Select OF_JAVA = Select.of(ORDERS.c("id").power(2));

  static List<DumpTarget> otherTargets() {
    return DumpTarget.written().stream().filter(target -> target != Series.V2_1).toList();
  }

  @Test
  void isOfPythonWhatItIsOfJava() {
    Object ofPython =
        SeriesFixture.not20()
            .filter(fixture -> fixture.name().equals("functions_pow_operator"))
            .findFirst()
            .orElseThrow()
            .load();

    assertThat(TreePrinter.print((ClauseElement) ofPython)).isEqualTo(TreePrinter.print(OF_JAVA));
  }

  @Test
  void isReadAgain() {
    byte[] dump = ExpressionSerializer.dumps(OF_JAVA, DumpOptions.DEFAULT.withSeries(Series.V2_1));

    assertThat(TreePrinter.print((ClauseElement) ExpressionSerializer.loads(dump, Shop.METADATA)))
        .isEqualTo(TreePrinter.print(OF_JAVA));
  }

  @ParameterizedTest
  @MethodSource("otherTargets")
  void isAFunctionLikeAnyForAnyOtherTarget(DumpTarget target) {
    byte[] dump = ExpressionSerializer.dumps(OF_JAVA, DumpOptions.DEFAULT.withTarget(target));
    ClauseElement moved = (ClauseElement) ExpressionSerializer.loads(dump, Shop.METADATA);

    assertThat(SqlCompiler.compile(moved, Dialect.named("postgresql")).sql())
        .isEqualTo("SELECT pow(orders.id, %(pow_2)s) AS pow_1 \nFROM orders");
  }
}
