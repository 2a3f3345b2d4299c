package dev.brine.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read.
 *
 * @param key what tells it apart
 * @param value what its column held; null for NULL
 * @param into what the column for the results held; null for NULL, or if there is none
 */
public record SourceRow(RowKey key, @Nullable ColumnValue value, @Nullable ColumnValue into) {

  private static final int ROW_OVERHEAD = 200;

  public SourceRow {
    Objects.requireNonNull(key, "key");
  }

  /** Whether nobody has changed it; of the key it is known. */
  boolean holdsTheSameAs(SourceRow before) {
    return Objects.equals(value, before.value) && Objects.equals(into, before.into);
  }

  /** How much of memory its values take, roughly. */
  int size() {
    return ROW_OVERHEAD + length(value) + length(into);
  }

  private static int length(@Nullable ColumnValue value) {
    return value == null ? 0 : value.bytes().length;
  }
}
