package dev.brine.expr;

import dev.brine.schema.Column;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column: of a table, of an alias or subquery, or of nothing at all. SQLAlchemy's {@code Column}
 * and {@code ColumnClause}.
 *
 * @param table what it belongs to; null for a bare {@code column("x")} or {@code
 *     literal_column("x")}
 * @param name its name in SQL; of a literal column, the SQL text itself
 * @param key what Python code calls it by
 * @param isLiteral whether the name is SQL text to be printed as it stands
 * @param occurrence tells it from columns of the same key before it; 0 for the first, which the key
 *     means
 */
public record ColumnRef(
    @Nullable FromClause table,
    Name name,
    String key,
    SqlType type,
    boolean isLiteral,
    int occurrence)
    implements ColumnElement {

  public ColumnRef {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
  }

  /** The only column of its key. */
  public ColumnRef(
      @Nullable FromClause table, Name name, String key, SqlType type, boolean isLiteral) {
    this(table, name, key, type, isLiteral, 0);
  }

  static ColumnRef of(TableRef table, Column column) {
    return new ColumnRef(table, column.name(), column.key(), column.type(), false);
  }

  /** The same column as another FROM element offers it. */
  ColumnRef of(FromClause other) {
    return new ColumnRef(other, name, key, type, isLiteral, occurrence);
  }

  /** Whether another reference to the same FROM element is one to this column. */
  boolean isAlike(ColumnRef other) {
    return key.equals(other.key) && occurrence == other.occurrence;
  }

  @Override
  public List<ClauseElement> children() {
    return table == null ? List.of() : List.of(table);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitColumn(this);
  }
}
