package dev.brine.expr;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT or several put together: SQLAlchemy's {@code GenerativeSelect} (rel_2_0_52, {@code
 * sql/selectable.py}).
 *
 * @param <S> which of the two
 */
public sealed interface GenerativeSelect<S extends GenerativeSelect<S>> extends SelectBase
    permits CompoundSelect, Select {

  /** What stands behind what gives the rows. */
  SelectTail tail();

  /** What it carries beside its clauses. */
  StatementOptions options();

  /** The same with other clauses. */
  S withTail(SelectTail tail);

  /** The same with other options. */
  S withOptions(StatementOptions options);

  @Override
  S setLabelStyle(LabelStyle style);

  default List<ColumnElement> groupBy() {
    return tail().groupBy();
  }

  default List<ColumnElement> orderBy() {
    return tail().orderBy();
  }

  default @Nullable ColumnElement limit() {
    return tail().limit();
  }

  default @Nullable ColumnElement offset() {
    return tail().offset();
  }

  /**
   * {@code group_by(…)}: expressions, or names of labels as strings; {@code group_by(None)}, a null
   * alone, forgets those that are there.
   */
  default S groupBy(@Nullable Object... entries) {
    if (isNone(entries)) {
      return withTail(tail().withGroupBy(List.of()));
    }
    Stream<ColumnElement> added = Stream.of(entries).map(Coercions::groupBy);
    return withTail(tail().withGroupBy(Coercions.append(groupBy(), added)));
  }

  private static boolean isNone(@Nullable Object[] entries) {
    return entries.length == 1 && entries[0] == null;
  }

  /**
   * {@code order_by(…)}: expressions, or names of labels as strings; {@code order_by(None)}, a null
   * alone, forgets those that are there.
   */
  default S orderBy(@Nullable Object... entries) {
    if (isNone(entries)) {
      return withoutOrderBy();
    }
    Stream<ColumnElement> added = Stream.of(entries).map(Coercions::orderBy);
    return withTail(tail().withOrderBy(Coercions.append(orderBy(), added)));
  }

  /** {@code order_by(None)}: in no order. */
  default S withoutOrderBy() {
    return withTail(tail().withOrderBy(List.of()));
  }

  /** {@code limit(number)}: so many rows at most. */
  default S limit(long number) {
    return limit(BindParameter.limitOrOffset(number));
  }

  /** {@code limit(expression)}. */
  default S limit(ColumnElement expression) {
    return withTail(tail().withLimit(expression));
  }

  /** {@code offset(number)}: without so many rows at the start. */
  default S offset(long number) {
    return offset(BindParameter.limitOrOffset(number));
  }

  /** {@code offset(expression)}. */
  default S offset(ColumnElement expression) {
    return withTail(tail().withOffset(expression));
  }

  /** {@code fetch(number)}: so many rows at most, in the words of standard SQL. */
  default S fetch(long number) {
    return fetch(Fetch.of(number));
  }

  /** {@code fetch(…, with_ties=…, percent=…)}. */
  default S fetch(Fetch rows) {
    return withTail(tail().withFetch(rows));
  }

  /** {@code slice(start, stop)}: the rows from one number to before another, of those there are. */
  default S slice(long start, long stop) {
    S limited = limit(Math.max(stop - start, 0));
    ColumnElement before = offset();
    if (before == null) {
      return start == 0 ? limited : limited.offset(start);
    }
    if (before instanceof BindParameter bind && bind.value() instanceof Number skipped) {
      long all = skipped.longValue() + start;
      return all == 0 ? limited.withTail(limited.tail().withOffset(null)) : limited.offset(all);
    }
    return start == 0 ? limited : limited.offset(before.plus(start));
  }

  /** {@code with_for_update()}: locks the rows. */
  default S withForUpdate() {
    return withForUpdate(ForUpdate.PLAIN);
  }

  /** {@code with_for_update(read=…, nowait=…, of=…, skip_locked=…, key_share=…)}. */
  default S withForUpdate(ForUpdate lock) {
    return withTail(tail().withForUpdate(lock));
  }

  /** {@code add_cte(…)}: CTEs that it has whether it refers to them or not. */
  default S addCte(Cte... ctes) {
    return withOptions(
        options()
            .withCtes(
                Stream.of(ctes)
                    .map(cte -> new IndependentCte(cte, false))
                    .toArray(IndependentCte[]::new)));
  }

  /** {@code add_cte(…, nest_here=True)}: CTEs written with this very statement. */
  default S addCteNestedHere(Cte... ctes) {
    return withOptions(
        options()
            .withCtes(
                Stream.of(ctes)
                    .map(cte -> new IndependentCte(cte, true))
                    .toArray(IndependentCte[]::new)));
  }

  /** {@code execution_options(…)}: how Python is to run it. */
  default S executionOptions(Map<String, ? extends @Nullable Object> added) {
    return withOptions(options().withExecutionOptions(added));
  }
}
