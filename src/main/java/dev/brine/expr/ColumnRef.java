package dev.brine.expr;

import dev.brine.error.UsageException;
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
 * @param traits what a {@code Column} says besides, as long as it is in no table; null for a {@code
 *     column()}
 */
public record ColumnRef(
    @Nullable FromClause table,
    Name name,
    String key,
    SqlType type,
    boolean isLiteral,
    int occurrence,
    @Nullable ColumnTraits traits)
    implements ColumnElement {

  public ColumnRef {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    if (table != null && traits != null) {
      throw new UsageException(
          "the column '" + key + "' is said to be " + traits + " beside its table " + table,
          "say so of the column that the table is made with");
    }
  }

  /** A column that a {@code column()} makes, or one of a FROM element. */
  public ColumnRef(
      @Nullable FromClause table,
      Name name,
      String key,
      SqlType type,
      boolean isLiteral,
      int occurrence) {
    this(table, name, key, type, isLiteral, occurrence, null);
  }

  /** The only column of its key. */
  public ColumnRef(
      @Nullable FromClause table, Name name, String key, SqlType type, boolean isLiteral) {
    this(table, name, key, type, isLiteral, 0);
  }

  static ColumnRef of(TableRef table, Column column) {
    return new ColumnRef(table, column.name(), column.key(), column.type(), false);
  }

  /** This column of no table as a {@code Column} that says so much of itself. */
  public ColumnRef with(ColumnTraits more) {
    return new ColumnRef(table, name, key, type, isLiteral, occurrence, more);
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
