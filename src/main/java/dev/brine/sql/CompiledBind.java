package dev.brine.sql;

import dev.brine.schema.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a compiled statement.
 *
 * @param name its name in the statement
 * @param value its value, in the Java type that stands for Python's
 * @param type its type, by which the value is sent
 */
public record CompiledBind(String name, @Nullable Object value, SqlType type) {}
