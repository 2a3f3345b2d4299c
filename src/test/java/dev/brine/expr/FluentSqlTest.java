package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.BrineException;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fluent API builds compiles to the SQL and the parameters that SQLAlchemy prints. */
class FluentSqlTest {

  private static final TreeCases JAVA = TreeCases.all();

  static Stream<ExpectedTree> listed() {
    return ExpectedTree.in("trees.txt").stream().filter(expected -> expected.sql() != null);
  }

  static Stream<ExpectedTree> random() {
    return ExpectedTree.in("random-trees.txt").stream().filter(expected -> expected.sql() != null);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void compilesAsInSqlAlchemy(ExpectedTree expected) {
    ClauseElement element = JAVA.build(expected.source());
    if (expected.parameters() == null) {
      assertThatThrownBy(() -> SqlCompiler.compile(element, Dialect.DEFAULT))
          .isInstanceOf(BrineException.class);
      return;
    }
    Compiled compiled = SqlCompiler.compile(element, Dialect.DEFAULT);

    assertThat(List.of(ValuePrinter.quoted(compiled.sql()), parameters(compiled)))
        .containsExactly(expected.sql(), expected.parameters());
  }

  @ParameterizedTest
  @MethodSource("random")
  void compilesRandomExpressionsAsInSqlAlchemy(ExpectedTree expected) {
    ColumnElement element = PrefixForm.build(expected.source());

    assertThat(ValuePrinter.quoted(SqlCompiler.compile(element, Dialect.DEFAULT).sql()))
        .isEqualTo(expected.sql());
  }

  private static String parameters(Compiled compiled) {
    return new TreeMap<>(compiled.params())
        .entrySet().stream()
            .map(given -> given.getKey() + ": " + ValuePrinter.value(given.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
