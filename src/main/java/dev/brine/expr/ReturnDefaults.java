package dev.brine.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code return_defaults()} asked to be fetched of the columns that the database fills in.
 *
 * @param columns those wanted; null for all
 * @param supplemental {@code supplemental_cols}: more to be fetched; null for none
 */
public record ReturnDefaults(
    @Nullable List<ClauseElement> columns, @Nullable List<ClauseElement> supplemental) {

  /** {@code return_defaults()}. */
  public static final ReturnDefaults ALL = new ReturnDefaults(null, null);

  public ReturnDefaults {
    columns = columns == null ? null : List.copyOf(columns);
    supplemental = supplemental == null ? null : List.copyOf(supplemental);
  }

  /** Whether only some columns are wanted. */
  public boolean namesColumns() {
    return columns != null && !columns.isEmpty();
  }
}
