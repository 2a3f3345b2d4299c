package dev.brine.orm;

import dev.brine.engine.CursorResult;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Insert;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.expr.ValuesRow;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Adds a row for each set of an entity's values, to each table of its class: SQLAlchemy's {@code
 * _bulk_insert} (rel_2_0_58, {@code orm/bulk_persistence.py}).
 */
final class BulkInsert {

  private final Session session;
  private final Mapper mapper;
  private final Insert insert;

  private BulkInsert(Session session, Mapper mapper, Insert insert) {
    this.session = session;
    this.mapper = mapper;
    this.insert = insert;
  }

  static BulkInsert of(Session session, Insert insert) {
    Mapper mapper = Objects.requireNonNull(Changed.mapper(insert), "of a mapped class");
    return new BulkInsert(session, mapper, insert);
  }

  /** Adds the rows. */
  CursorResult run(List<? extends Map<String, ? extends @Nullable Object>> sets) {
    List<TableRef> tables = Changed.tables(mapper);
    List<Map<String, @Nullable Object>> entities = named(sets);
    long count = 0;
    for (int i = 0; i < tables.size(); i++) {
      boolean isLast = i == tables.size() - 1;
      count = isLast ? insertAll(tables.get(i), entities) : insertForKeys(tables.get(i), entities);
    }
    return CursorResult.counted(session.dsl(), count);
  }

  /** Adds the rows, and gives what the statement asks of them, in the order of the sets. */
  EntityRows fetched(List<? extends Map<String, ? extends @Nullable Object>> sets) {
    List<TableRef> tables = Changed.tables(mapper);
    if (tables.size() != 1) {
      throw new UnsupportedConstructException(
          "an INSERT of '%s', which has several tables, cannot return rows"
              .formatted(mapper.className()),
          "insert without RETURNING, and select the rows afterwards");
    }
    SessionChanges changes = new SessionChanges(session);
    TableRef table = tables.get(0);
    @Nullable EntityRows all = null;
    for (List<Map<String, @Nullable Object>> alike : BulkRows.alike(rows(table, named(sets)))) {
      List<Insert> statements =
          insert.clauses().sortsByParameterOrder()
              ? alike.stream().map(row -> insert.withValues(assignments(row), List.of())).toList()
              : List.of(of(alike));
      for (Insert statement : statements) {
        EntityRows rows = changes.fetchedOnce(statement, Map.of());
        all = all == null ? rows : all.and(rows);
      }
    }
    return Objects.requireNonNull(all, "no sets");
  }

  private Insert of(List<Map<String, @Nullable Object>> rows) {
    if (rows.size() == 1) {
      return insert.withValues(assignments(rows.get(0)), List.of());
    }
    List<ValuesRow> all = new ArrayList<>();
    rows.forEach(row -> all.add(new ValuesRow.OfColumns(assignments(row))));
    return insert.withValues(null, all);
  }

  private static List<Assignment> assignments(Map<String, @Nullable Object> row) {
    List<Assignment> assignments = new ArrayList<>();
    row.forEach((key, value) -> assignments.add(Assignment.of(key, value)));
    return assignments;
  }

  /** By the names of attributes, with what tells the class among them. */
  private List<Map<String, @Nullable Object>> named(
      List<? extends Map<String, ? extends @Nullable Object>> sets) {
    List<Map<String, @Nullable Object>> named = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> set : sets) {
      Map<String, @Nullable Object> values = BulkRows.named(mapper, set);
      ColumnProperty discriminator =
          mapper.polymorphicOn() == null ? null : mapper.propertyOf(mapper.polymorphicOn());
      if (discriminator != null && mapper.polymorphicIdentity() != null) {
        values.putIfAbsent(discriminator.key(), mapper.polymorphicIdentity());
      }
      named.add(values);
    }
    return named;
  }

  /** What of the entities' values a table holds, by the keys of its columns and without None. */
  private List<Map<String, @Nullable Object>> rows(
      TableRef table, List<Map<String, @Nullable Object>> entities) {
    boolean rendersNulls =
        Boolean.TRUE.equals(insert.clauses().options().executionOptions().get("render_nulls"));
    Map<String, ColumnRef> columns = BulkRows.columns(mapper, table);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(entities.size());
    for (Map<String, @Nullable Object> entity : entities) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      entity.forEach(
          (name, value) -> {
            ColumnRef column = columns.get(name);
            if (column != null && (value != null || rendersNulls)) {
              row.put(column.key(), value);
            }
          });
      rows.add(row);
    }
    return rows;
  }

  private long insertAll(TableRef table, List<Map<String, @Nullable Object>> entities) {
    long count = 0;
    for (List<Map<String, @Nullable Object>> rows : BulkRows.alike(rows(table, entities))) {
      count += session.connection().executeMany(into(table), rows).rowcount();
    }
    return count;
  }

  /** Adds rows to a table, whose keys those of the next tables have too. */
  private long insertForKeys(TableRef table, List<Map<String, @Nullable Object>> entities) {
    List<ColumnRef> columns = table.primaryKey();
    List<Map<String, @Nullable Object>> rows = rows(table, entities);
    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable Object> key = inserted(table, columns, rows.get(row));
      for (int i = 0; i < columns.size(); i++) {
        ColumnProperty property = mapper.propertyOf(columns.get(i));
        if (property != null) {
          entities.get(row).put(property.key(), key.get(i));
        }
      }
    }
    return entities.size();
  }

  private List<@Nullable Object> inserted(
      TableRef table, List<ColumnRef> key, Map<String, @Nullable Object> row) {
    DmlStatement<?> into = into(table);
    if (session.bind().dialect().returnsRowsOf(into)) {
      CursorResult result =
          session
              .connection()
              .executeUpdate(into.returning(key.toArray(ClauseElement[]::new)), row);
      Record returned = result.rows().get(0);
      return List.of(returned.intoArray());
    }
    return session.connection().executeUpdate(into, row).insertedPrimaryKey();
  }

  private DmlStatement<?> into(TableRef table) {
    DmlStatement<?> own = SessionChanges.core(insert.withValues(null, List.of()));
    return own.table().identity().equals(table.identity()) ? own : Sql.insert(table);
  }
}
