package dev.brine.orm;

import dev.brine.engine.CursorResult;
import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.expr.Update;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows whose primary keys are given, each to values of its own: SQLAlchemy's {@code
 * _bulk_update} (rel_2_0_58, {@code orm/bulk_persistence.py}).
 */
final class BulkUpdate {

  private final Session session;
  private final Mapper mapper;
  private final Update update;
  private final List<String> keyNames;

  BulkUpdate(Session session, Mapper mapper, Update update) {
    this.session = session;
    this.mapper = mapper;
    this.update = update;
    keyNames =
        mapper.primaryKey().stream()
            .map(column -> Objects.requireNonNull(mapper.propertyOf(column)).key())
            .toList();
  }

  /**
   * Changes them.
   *
   * @throws UsageException if a set lacks the key, or there is not one row for each; or the
   *     statement has conditions, or wants to be told which rows it changed
   */
  CursorResult run(List<? extends Map<String, ? extends @Nullable Object>> sets) {
    Map<String, Object> options = update.clauses().options().executionOptions();
    Object how = options.getOrDefault("synchronize_session", "auto");
    requirePossible(how, options.containsKey("synchronize_session"));
    List<Map<String, @Nullable Object>> entities = sets.stream().map(this::named).toList();
    long count = 0;
    for (TableRef table : Changed.tables(mapper)) {
      count = Math.max(count, updateAll(table, entities));
    }
    if (how != null && !Boolean.FALSE.equals(how)) {
      entities.forEach(this::synchronize);
    }
    return CursorResult.counted(session.dsl(), count);
  }

  private void requirePossible(@Nullable Object how, boolean isSaid) {
    if ("fetch".equals(how)) {
      throw new UsageException(
          "The 'fetch' synchronization strategy is not available for 'bulk' ORM updates (i.e."
              + " multiple parameter sets)");
    }
    if (!update.where().isEmpty() && !(isSaid && how == null)) {
      throw new UsageException(
          "bulk synchronize of persistent objects not supported when using bulk update with"
              + " additional WHERE criteria right now.  add synchronize_session=None execution"
              + " option to bypass synchronize of persistent objects.");
    }
  }

  private Map<String, @Nullable Object> named(Map<String, ? extends @Nullable Object> set) {
    Map<String, @Nullable Object> values = BulkRows.named(mapper, set);
    for (String key : keyNames) {
      if (values.get(key) == null) {
        throw new UsageException(
            "No primary key value supplied for column(s) %s; per-row ORM Bulk UPDATE by Primary Key requires that records contain primary key values"
                .formatted(String.join(", ", keyNames)),
            "give each set the whole primary key");
      }
    }
    return values;
  }

  private long updateAll(TableRef table, List<Map<String, @Nullable Object>> entities) {
    Map<String, ColumnRef> columns = BulkRows.columns(mapper, table);
    List<Map<String, @Nullable Object>> all =
        entities.stream().map(entity -> row(table, columns, entity)).toList();
    long count = 0;
    for (List<Map<String, @Nullable Object>> rows : BulkRows.alike(all)) {
      count += send(table, columns, rows);
    }
    return count;
  }

  /** What a table is told of an entity: its columns by their keys, its key by other names. */
  private Map<String, @Nullable Object> row(
      TableRef table, Map<String, ColumnRef> columns, Map<String, @Nullable Object> entity) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    Map<String, @Nullable Object> key = new HashMap<>();
    entity.forEach(
        (name, value) -> {
          ColumnRef column = columns.get(name);
          if (column != null && keyNames.contains(name)) {
            key.put(keyBind(table, column), value);
          } else if (column != null) {
            row.put(column.key(), value);
          }
        });
    if (!row.isEmpty()) {
      row.putAll(key);
    }
    return row;
  }

  private static String keyBind(TableRef table, ColumnRef column) {
    return table.table().name() + "_" + column.name().text();
  }

  private long send(
      TableRef table, Map<String, ColumnRef> columns, List<Map<String, @Nullable Object>> rows) {
    if (rows.get(0).isEmpty()) {
      return 0;
    }
    List<ColumnElement> conditions = new ArrayList<>();
    for (String name : keyNames) {
      ColumnRef column = columns.get(name);
      if (column != null) {
        conditions.add(column.eq(Sql.bindparam(keyBind(table, column), column.type())));
      }
    }
    Update sent =
        Sql.update(table)
            .where(update.where().toArray(ColumnElement[]::new))
            .where(conditions.toArray(ColumnElement[]::new));
    long count = session.connection().executeMany(sent, rows).rowcount();
    if (update.where().isEmpty() && count >= 0 && count != rows.size()) {
      throw new UsageException(
          "UPDATE statement on table '%s' expected to update %d row(s); %d were matched."
              .formatted(table.table().name(), rows.size(), count),
          "roll back; the rows may have gone, or their keys are others");
    }
    return count;
  }

  private void synchronize(Map<String, @Nullable Object> entity) {
    List<@Nullable Object> key = new ArrayList<>();
    keyNames.forEach(name -> key.add(entity.get(name)));
    LoadedState state = session.identityMap().find(mapper, key);
    if (state != null) {
      entity.forEach(
          (name, value) -> {
            if (!keyNames.contains(name) && state.has(name)) {
              state.put(name, Sql.literal(value).value());
            }
          });
    }
  }
}
