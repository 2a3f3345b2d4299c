package dev.brine.sql;

import dev.brine.schema.SqlType;

/**
 * A column that a statement gives.
 *
 * @param name what Python's {@code result.keys()} calls it
 * @param type its type, by which values are decoded
 */
public record ResultColumn(String name, SqlType type) {}
