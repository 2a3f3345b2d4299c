package dev.brine.engine;

import static dev.brine.expr.Functions.func;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.BindParameter;
import dev.brine.expr.Select;
import dev.brine.jooq.UserType;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import dev.brine.sql.Dialect;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A user's Python type class has its values converted by the Java class registered for it. */
class UserTypesTest {

  private static final String PYTHON_CLASS = "shop.types.CurrencyType";
  private static final SqlType DECORATED = Types.decorated(PYTHON_CLASS, Types.string(3));
  private static final Currency EURO = Currency.getInstance("EUR");

  /** By its code, in lower case. */
  private static final class CurrencyType implements UserType {

    @Override
    public @Nullable Object toDatabase(@Nullable Object value, Dialect dialect) {
      return value instanceof Currency currency
          ? currency.getCurrencyCode().toLowerCase(Locale.ROOT)
          : "none";
    }

    @Override
    public @Nullable Object fromDatabase(@Nullable Object value, Dialect dialect) {
      return value instanceof String code && !code.equals("none")
          ? Currency.getInstance(code.toUpperCase(Locale.ROOT))
          : null;
    }
  }

  private static @Nullable Object sent(SqlType parameter, SqlType result, @Nullable Object value) {
    try (Engine engine =
            Engine.builder("jdbc:sqlite::memory:")
                .userType(PYTHON_CLASS, new CurrencyType())
                .build();
        Connection connection = engine.connect()) {
      BindParameter bind = BindParameter.named("v", value, parameter);
      return connection.scalars(Select.of(func("coalesce", result, bind, bind).label("v"))).get(0);
    }
  }

  @Test
  void aDecoratedTypesValuesAreConvertedBothWays() {
    assertThat(sent(DECORATED, DECORATED, EURO)).isEqualTo(EURO);
    assertThat(sent(DECORATED, Types.STRING, EURO)).isEqualTo("eur");
  }

  @Test
  void noneIsConvertedToo() {
    assertThat(sent(DECORATED, Types.STRING, null)).isEqualTo("none");
    assertThat(sent(DECORATED, DECORATED, null)).isNull();
  }

  @Test
  void aTypeOfWhichOnlyTheClassIsKnownIsConvertedToo() {
    SqlType own = SqlType.of(TypeName.OPAQUE).with("class", PYTHON_CLASS);

    assertThat(sent(own, own, EURO)).isEqualTo(EURO);
  }

  @Test
  void anUnregisteredDecoratorsValuesAreThoseOfTheTypeItDecorates() {
    SqlType other = Types.decorated("shop.types.Other", Types.BOOLEAN);

    assertThat(sent(other, other, true)).isEqualTo(true);
  }
}
