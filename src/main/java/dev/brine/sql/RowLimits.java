package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Fetch;
import dev.brine.expr.SelectTail;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** OFFSET and FETCH in the words of standard SQL: {@code fetch_clause}. */
final class RowLimits {

  private RowLimits() {}

  /** Whether it is a number that {@code limit(5)} was given, rather than an expression. */
  static boolean isPlain(@Nullable ColumnElement number) {
    return number instanceof BindParameter bind && bind.isLimitOrOffset();
  }

  /**
   * @param number how a number of rows is written
   */
  static Fragment fetch(SelectTail tail, Function<ColumnElement, Fragment> number) {
    Fragment offset =
        tail.offset() == null
            ? Fragment.EMPTY
            : Fragment.of("\n OFFSET ", number.apply(tail.offset()), " ROWS");
    Fetch fetch = tail.fetch();
    if (fetch == null) {
      return offset;
    }
    return Fragment.of(
        offset,
        "\n FETCH FIRST ",
        number.apply(fetch.count()),
        fetch.isPercent() ? " PERCENT" : "",
        fetch.hasTies() ? " ROWS WITH TIES" : " ROWS ONLY");
  }
}
