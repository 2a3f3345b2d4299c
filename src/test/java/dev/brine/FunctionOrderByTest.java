package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.expr.TreePrinter;
import dev.brine.series.DumpTarget;
import dev.brine.series.Series;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code aggregate_order_by()} of any function, which 2.1 alone can say. */
class FunctionOrderByTest {

  private static final TableRef ORDERS = Shop.table("orders");
  private static final Select OF_JAVA =
      Select.of(
          Functions.func("array_agg", ORDERS.c("status"))
              .aggregateOrderBy(ORDERS.c("id").desc(), ORDERS.c("user_id")));

  static List<DumpTarget> otherTargets() {
    return DumpTarget.written().stream().filter(target -> target != Series.V2_1).toList();
  }

  @Test
  void isOfPythonWhatItIsOfJava() {
    Object ofPython =
        SeriesFixture.not20()
            .filter(fixture -> fixture.name().equals("windows_function_order_two"))
            .findFirst()
            .orElseThrow()
            .load();

    assertThat(TreePrinter.print((ClauseElement) ofPython)).isEqualTo(TreePrinter.print(OF_JAVA));
  }

  @Test
  void isReadAgain() {
    byte[] dump = ExpressionSerializer.dumps(OF_JAVA, DumpOptions.DEFAULT.withSeries(Series.V2_1));

    assertThat(ExpressionSerializer.loads(dump, Shop.METADATA)).isEqualTo(OF_JAVA);
  }

  @ParameterizedTest
  @MethodSource("otherTargets")
  void isRefusedByNameForAnyOtherTarget(DumpTarget target) {
    DumpOptions options = DumpOptions.DEFAULT.withTarget(target);

    assertThatThrownBy(() -> ExpressionSerializer.dumps(OF_JAVA, options))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("aggregate_order_by() of a function");
  }

  @Test
  void ordersBySomething() {
    FunctionCall count = Functions.func("count");

    assertThatThrownBy(count::aggregateOrderBy).isInstanceOf(IllegalArgumentException.class);
  }
}
