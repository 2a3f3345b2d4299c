package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of which only the name is known, and the columns one cares to name: {@code table("users",
 * column("id"))}. SQLAlchemy's {@code TableClause}; a table of the metadata is a {@link TableRef}.
 *
 * @param declared its columns, as {@code column()} or {@code Column()} makes them: of no table
 */
public record TableClause(QuotedName name, @Nullable QuotedName schema, List<ColumnRef> declared)
    implements FromClause {

  public TableClause {
    Objects.requireNonNull(name, "name");
    declared = List.copyOf(declared);
    for (ColumnRef column : declared) {
      if (column.table() != null) {
        throw new UsageException(
            "column '" + column.key() + "' belongs to " + column.table() + " already",
            "give a column of no table: Sql.column(\"" + column.key() + "\")");
      }
    }
  }

  /** This table in a schema: {@code table(…, schema=schema)}. */
  public TableClause withSchema(String inSchema) {
    return new TableClause(name, Name.of(inSchema), declared);
  }

  /** This table with more columns: {@code append_column}. */
  public TableClause withColumns(ColumnRef... more) {
    return new TableClause(
        name, schema, Stream.concat(declared.stream(), Stream.of(more)).toList());
  }

  @Override
  public Name qualifier() {
    return name;
  }

  /** What is said of one of its columns besides its name and type; null if nothing is. */
  public @Nullable ColumnTraits traits(String key) {
    for (ColumnRef column : declared) {
      if (column.key().equals(key)) {
        return column.traits();
      }
    }
    return null;
  }

  @Override
  public List<ColumnRef> columns() {
    return declared.stream().map(column -> column.of(this)).toList();
  }

  /** {@code insert()}: an INSERT into it. */
  public Insert insert() {
    return Sql.insert(this);
  }

  /** {@code update()}: an UPDATE of it. */
  public Update update() {
    return Sql.update(this);
  }

  /** {@code delete()}: a DELETE from it. */
  public Delete delete() {
    return Sql.delete(this);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableClause(this);
  }

  @Override
  public String toString() {
    return schema == null ? name.text() : schema + "." + name;
  }
}
