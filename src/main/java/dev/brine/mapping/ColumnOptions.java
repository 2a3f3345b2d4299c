package dev.brine.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How the attribute of a column or expression is loaded.
 *
 * @param deferred whether it is loaded only when asked for: {@code deferred()}
 * @param group what else is loaded with it then; null for nothing
 * @param raiseload whether asking for it is an error while it is deferred
 * @param queryExpression whether a query gives its value: {@code query_expression()}
 */
public record ColumnOptions(
    boolean deferred, @Nullable String group, boolean raiseload, boolean queryExpression) {

  /** Loaded with the entity. */
  public static final ColumnOptions DEFAULT = new ColumnOptions(false, null, false, false);

  /** {@code deferred=True}. */
  public static final ColumnOptions DEFERRED = new ColumnOptions(true, null, false, false);

  /** {@code query_expression()}. */
  public static final ColumnOptions QUERY_EXPRESSION = new ColumnOptions(false, null, false, true);

  /** {@code deferred(group=name)}. */
  public static ColumnOptions deferredWith(String group) {
    return new ColumnOptions(true, group, false, false);
  }
}
