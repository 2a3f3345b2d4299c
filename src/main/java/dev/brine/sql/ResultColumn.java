package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.Objects;
import java.util.Set;

/**
 * A column that a statement gives.
 *
 * @param name what Python's {@code result.keys()} calls it; empty where text stands for it
 * @param type its type, by which values are decoded
 * @param otherNames what else a text that gives it may call it
 */
public record ResultColumn(String name, SqlType type, Set<String> otherNames) {

  public ResultColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    otherNames = Set.copyOf(otherNames);
    if (type.name() == TypeName.TUPLE_TYPE) {
      throw new CompileException(
          "Most backends don't support SELECTing from a tuple() object.",
          "select its members by themselves");
    }
  }

  public ResultColumn(String name, SqlType type) {
    this(name, type, Set.of());
  }
}
