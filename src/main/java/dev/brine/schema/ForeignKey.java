package dev.brine.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a column refers to another table's column.
 *
 * @param table the key of the table referred to, with its schema: {@code "sch.users"}
 * @param column the key or name of the column there
 * @param constraint what the foreign keys of one table have in common that refer as one, over
 *     several columns; null for one that stands alone
 */
public record ForeignKey(String table, String column, @Nullable String constraint) {

  public ForeignKey {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  public ForeignKey(String table, String column) {
    this(table, column, null);
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

  /** The same reference as part of a constraint; null to let it stand alone. */
  public ForeignKey within(@Nullable String name) {
    return new ForeignKey(table, column, name);
  }
}
