package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the names in one jOOQ query stand for. Tables are those of the metadata, or, without any, as
 * much as jOOQ knows of them.
 */
final class ImportScope {

  private final @Nullable MetaData metadata;
  private final Map<String, TableRef> tables = new LinkedHashMap<>();
  private final Map<String, FromClause> froms = new LinkedHashMap<>();

  ImportScope(@Nullable MetaData metadata) {
    this.metadata = metadata;
  }

  /** The table of this name; the same object each time. */
  TableRef table(org.jooq.Table<?> table) {
    String key = JooqNames.key(table.getQualifiedName());
    return tables.computeIfAbsent(key, k -> new TableRef(findTable(k, table)));
  }

  private Table findTable(String key, org.jooq.Table<?> table) {
    if (metadata != null) {
      return metadata.table(key);
    }
    if (table.fields().length == 0) {
      return Table.placeholder(key);
    }
    Table.Builder built = Table.named(JooqNames.last(table.getQualifiedName()));
    String schema = JooqNames.qualifier(table.getQualifiedName());
    if (schema != null) {
      built.schema(schema);
    }
    for (Field<?> field : table.fields()) {
      built.column(field.getName(), JooqTypes.of(field.getDataType()));
    }
    return built.build();
  }

  /** Makes a FROM element known by the name that columns are qualified with. */
  <F extends FromClause> F declare(String name, F from) {
    if (froms.putIfAbsent(name, from) != null) {
      throw new JooqImportException("two FROM elements are called '" + name + "'", "alias one");
    }
    return from;
  }

  /**
   * The column of this name.
   *
   * @throws JooqImportException if it belongs to a table that is not in the FROM clause
   * @throws UnresolvedReferenceException if the metadata knows its table, but not the column
   */
  ColumnRef column(org.jooq.Name name, DataType<?> type) {
    String qualifier = JooqNames.qualifier(name);
    String column = JooqNames.last(name).text();
    if (qualifier == null) {
      return new ColumnRef(null, JooqNames.last(name), column, JooqTypes.of(type), false);
    }
    FromClause from = froms.get(qualifier);
    if (from == null) {
      throw new JooqImportException(
          "column " + name + " is of no table in the FROM clause",
          "subqueries that refer to an outer query cannot be imported");
    }
    for (ColumnRef known : from.columns()) {
      if (known.name().text().equals(column)) {
        return known;
      }
    }
    if (metadata != null) {
      throw new UnresolvedReferenceException(
          "table '" + qualifier + "' has no column named '" + column + "'", null);
    }
    return new ColumnRef(from, JooqNames.last(name), column, JooqTypes.of(type), false);
  }
}
