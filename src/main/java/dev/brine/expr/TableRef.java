package dev.brine.expr;

import dev.brine.schema.Column;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of the metadata, as something to select from. */
public record TableRef(Table table) implements FromClause {

  public TableRef {
    Objects.requireNonNull(table, "table");
  }

  @Override
  public List<ColumnRef> columns() {
    Collection<Column> all = table.columns();
    List<ColumnRef> columns = new ArrayList<>(all.size());
    all.forEach(column -> columns.add(column(column)));
    return Collections.unmodifiableList(columns);
  }

  /** The columns of the primary key, in the order of the table. */
  public List<ColumnRef> primaryKey() {
    return table.primaryKey().stream().map(this::column).toList();
  }

  /** One of this table's columns. */
  public ColumnRef column(Column column) {
    return ColumnRef.of(this, column);
  }

  /** Straight from the table, which tells a placeholder's columns apart from missing ones. */
  @Override
  public ColumnRef c(String key) {
    return column(table.column(key));
  }

  @Override
  public Name qualifier() {
    return table.name();
  }

  @Override
  public @Nullable QuotedName schema() {
    return table.schema();
  }

  @Override
  public Object identity() {
    return table;
  }

  /** This table under a made-up name: {@code users_1}. */
  @Override
  public Alias alias() {
    return Alias.of(this);
  }

  @Override
  public Alias alias(String name) {
    return Alias.of(this, name);
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
    return visitor.visitTable(this);
  }
}
