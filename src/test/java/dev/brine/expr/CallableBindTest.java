package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.ExpressionSerializer;
import dev.brine.schema.Types;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The value of {@code bindparam(name, callable_=function)}. */
class CallableBindTest {

  private final AtomicInteger number = new AtomicInteger(1);
  private final BindParameter bind = Sql.bindparam("x", number::get).withType(Types.INTEGER);

  @Test
  void isWhatItIsWhenTheStatementIsCompiled() {
    assertThat(SqlCompiler.compile(bind, Dialect.DEFAULT).params()).containsEntry("x", 1L);

    number.set(2);

    assertThat(SqlCompiler.compile(bind, Dialect.DEFAULT).params()).containsEntry("x", 2L);
  }

  @Test
  void isDumpedAsWhatItIsThen() {
    byte[] dump = ExpressionSerializer.dumps(bind);

    number.set(2);

    assertThat(ExpressionSerializer.loads(dump)).isEqualTo(Sql.bindparam("x", 1, Types.INTEGER));
  }

  @Test
  void makesTheParameterOneThatNeedNotBeGiven() {
    assertThat(bind.isRequired()).isFalse();
  }
}
