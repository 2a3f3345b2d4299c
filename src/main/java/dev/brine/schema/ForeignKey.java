package dev.brine.schema;

import java.util.Objects;

/**
 * That a column refers to another table's column.
 *
 * @param table the key of the table referred to, with its schema: {@code "sch.users"}
 * @param column the key or name of the column there
 */
public record ForeignKey(String table, String column) {

  public ForeignKey {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  /** Reads SQLAlchemy's {@code "table.column"} or {@code "schema.table.column"}. */
  public static ForeignKey of(String target) {
    int dot = target.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "a foreign key is written table.column, not '" + target + "'");
    }
    return new ForeignKey(target.substring(0, dot), target.substring(dot + 1));
  }
}
