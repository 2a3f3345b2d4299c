package dev.brine.orm;

import org.jspecify.annotations.Nullable;

/** Reads one member of a result's tuple from the columns of a row. */
@FunctionalInterface
interface PartReader {

  @Nullable Object read(Object[] row);
}
