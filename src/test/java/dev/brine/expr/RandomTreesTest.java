package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that meet at random are put together as SQLAlchemy does. */
class RandomTreesTest {

  static List<ExpectedTree> all() {
    return ExpectedTree.in("random-trees.txt");
  }

  @ParameterizedTest
  @MethodSource("all")
  void buildsTheTreeOfSqlAlchemyOrRefuses(ExpectedTree expected) {
    if (expected.isRefused()) {
      assertThatThrownBy(() -> PrefixForm.build(expected.source()))
          .isInstanceOf(UsageException.class);
    } else {
      assertThat(TreePrinter.print(PrefixForm.build(expected.source()))).isEqualTo(expected.tree());
    }
  }

  @Test
  void thereAreHundreds() {
    assertThat(all()).hasSize(400);
  }
}
