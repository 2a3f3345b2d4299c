package dev.brine.expr;

import dev.brine.schema.ColumnDefault;
import dev.brine.schema.ColumnDefaults;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Column} says that no {@code column()} can, where it is in no table of the metadata:
 * {@code table("users", Column("id", Integer, primary_key=True))} (rel_2_0_58, {@code
 * sql/schema.py}). An INSERT and an UPDATE of that table ask for it.
 *
 * @param onInsert the value of {@code default=}; null for none
 * @param onUpdate the value of {@code onupdate=}; null for none
 */
public record ColumnTraits(
    boolean nullable, boolean primaryKey, @Nullable Object onInsert, @Nullable Object onUpdate) {

  /** Those of {@code Column("x")}. */
  public static final ColumnTraits NONE = new ColumnTraits(true, false, null, null);

  public ColumnTraits nullable(boolean changed) {
    return new ColumnTraits(changed, primaryKey, onInsert, onUpdate);
  }

  /** Marks the column as (part of) the primary key, which also makes it NOT NULL. */
  public ColumnTraits asPrimaryKey() {
    return new ColumnTraits(false, true, onInsert, onUpdate);
  }

  /** {@code Column(default=…)}: a value. */
  public ColumnTraits onInsert(Object changed) {
    return new ColumnTraits(nullable, primaryKey, changed, onUpdate);
  }

  /** {@code Column(onupdate=…)}: a value. */
  public ColumnTraits onUpdate(Object changed) {
    return new ColumnTraits(nullable, primaryKey, onInsert, changed);
  }

  /** Where the column's value comes from if a statement does not give it. */
  public ColumnDefaults defaults() {
    return ColumnDefaults.NONE.onInsert(scalar(onInsert)).onUpdate(scalar(onUpdate));
  }

  private static @Nullable ColumnDefault scalar(@Nullable Object value) {
    return value == null ? null : new ColumnDefault.Scalar(value);
  }
}
