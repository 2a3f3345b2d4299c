package dev.brine.pickle;

import org.jspecify.annotations.Nullable;

/**
 * The value of a Python {@code slice}. A bound is null where it is left open, and otherwise the
 * node that stands there: nearly always a Long.
 */
public record PythonSlice(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {}
