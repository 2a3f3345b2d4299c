package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Cte;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the names in one jOOQ query stand for. Tables are those of the metadata, or, without any, as
 * much as jOOQ knows of them.
 */
final class ImportScope {

  private final @Nullable MetaData metadata;
  private final @Nullable ImportScope around;
  private final Map<String, TableRef> tables = new LinkedHashMap<>();
  private final Map<String, FromClause> froms = new LinkedHashMap<>();
  private final Map<String, Cte> ctes;
  private final Set<String> usedCtes;
  private final Set<FromClause> outside = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<FromClause> used = Collections.newSetFromMap(new IdentityHashMap<>());

  ImportScope(@Nullable MetaData metadata) {
    this(metadata, null, new HashMap<>(), new HashSet<>());
  }

  private ImportScope(
      @Nullable MetaData metadata,
      @Nullable ImportScope around,
      Map<String, Cte> ctes,
      Set<String> usedCtes) {
    this.metadata = metadata;
    this.around = around;
    this.ctes = ctes;
    this.usedCtes = usedCtes;
  }

  /** For a query within this one, which may refer to its FROM elements. */
  ImportScope within() {
    return new ImportScope(metadata, this, new HashMap<>(ctes), usedCtes);
  }

  /** For another arm of a set operation, which knows the same CTEs. */
  ImportScope beside() {
    return new ImportScope(metadata, around, new HashMap<>(ctes), usedCtes);
  }

  /** For a CTE, which knows those before it and nothing else. */
  ImportScope apart() {
    return new ImportScope(metadata, null, new HashMap<>(ctes), usedCtes);
  }

  /** Whether the query is within another one. */
  boolean isNested() {
    return around != null;
  }

  /** Makes a CTE known by its name. */
  void declareCte(String name, Cte cte) {
    ctes.put(name, cte);
  }

  /** The CTE of this name; null if there is none. */
  @Nullable Cte cte(String name) {
    Cte cte = ctes.get(name);
    if (cte != null) {
      usedCtes.add(name);
    }
    return cte;
  }

  boolean isUsedCte(String name) {
    return usedCtes.contains(name);
  }

  /** The FROM elements around the query that it refers to. */
  FromClause[] outside() {
    return outside.toArray(FromClause[]::new);
  }

  /** Whether any column is qualified with this FROM element. */
  boolean isUsed(FromClause from) {
    return used.contains(from);
  }

  private @Nullable FromClause find(String qualifier) {
    FromClause own = froms.get(qualifier);
    if (own != null) {
      used.add(own);
    }
    if (own != null || around == null) {
      return own;
    }
    FromClause other = around.find(qualifier);
    if (other != null) {
      outside.add(other);
    }
    return other;
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

  /**
   * The FROM element that columns are qualified with by this name.
   *
   * @throws JooqImportException if there is none
   */
  FromClause from(String name) {
    FromClause from = find(name);
    if (from == null) {
      throw new JooqImportException(
          "the table " + name + " is not in the FROM clause", "add it there");
    }
    return from;
  }

  /** Whether it is known which columns all tables have. */
  boolean hasMetadata() {
    return metadata != null;
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
    FromClause from = find(qualifier);
    if (from == null) {
      throw new JooqImportException(
          "column " + name + " is of no table in the FROM clause",
          "add its table to the FROM clause of this query or of one around it");
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
