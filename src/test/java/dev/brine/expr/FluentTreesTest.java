package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fluent API builds the very trees that SQLAlchemy builds of the same Python. */
class FluentTreesTest {

  private static final TreeCases JAVA = TreeCases.all();

  static List<ExpectedTree> built() {
    return ExpectedTree.in("trees.txt").stream().filter(expected -> !expected.isRefused()).toList();
  }

  static List<ExpectedTree> refused() {
    return ExpectedTree.in("trees.txt").stream().filter(ExpectedTree::isRefused).toList();
  }

  @ParameterizedTest
  @MethodSource("built")
  void buildsTheTreeOfSqlAlchemy(ExpectedTree expected) {
    assertThat(TreePrinter.print(JAVA.build(expected.source()))).isEqualTo(expected.tree());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatSqlAlchemyRefuses(ExpectedTree expected) {
    assertThatThrownBy(() -> JAVA.build(expected.source())).isInstanceOf(UsageException.class);
  }

  @Test
  void everyPythonExpressionHasItsJavaAndTheOtherWay() {
    assertThat(ExpectedTree.in("trees.txt"))
        .extracting(ExpectedTree::source)
        .containsExactlyElementsOf(JAVA.expressions())
        .hasSizeGreaterThan(500);
  }
}
