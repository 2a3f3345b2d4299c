package dev.brine.orm;

import dev.brine.engine.CursorResult;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Insert;
import dev.brine.expr.Statement;
import dev.brine.expr.Update;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.orm.compile.OrmCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements that change rows on a session: those about a mapped class as SQLAlchemy's ORM
 * does (rel_2_0_58, {@code orm/bulk_persistence.py}), with the session's entities brought in step.
 */
final class SessionChanges {

  private final Session session;

  SessionChanges(Session session) {
    this.session = session;
  }

  /** Runs a statement for the rows that it returns. */
  EntityRows fetched(DmlStatement<?> change, Map<String, ? extends @Nullable Object> values) {
    if (isBulk(change, values)) {
      return BulkInsert.of(session, (Insert) change).fetched(List.of(values));
    }
    return fetchedOnce(change, values);
  }

  /** The same of a statement that holds its values itself. */
  EntityRows fetchedOnce(DmlStatement<?> change, Map<String, ? extends @Nullable Object> values) {
    Synchronization synchronization = Synchronization.of(session, change, values);
    DmlStatement<?> sent = synchronization == null ? change : synchronization.statement();
    Loading loading =
        new Loading(session, sent, null, Statements.settings(change), byColumn(change, values));
    return new Fetch(session, loading)
        .all(
            rows -> {
              if (synchronization != null) {
                synchronization.done(keys(synchronization, sent, loading, rows));
              }
            });
  }

  private static List<Object[]> keys(
      Synchronization synchronization,
      DmlStatement<?> change,
      Loading loading,
      List<Object[]> rows) {
    Mapper mapper = Changed.mapper(change);
    return mapper == null || !synchronization.returnsKeys()
        ? List.of()
        : keys(mapper, loading.compiled().statement(), rows);
  }

  /** The keys among what rows hold, in the order of the mapper's. */
  private static List<Object[]> keys(Mapper mapper, Statement sent, List<Object[]> rows) {
    List<ElementKey> selected = sent.selectedColumns().stream().map(ElementKey::of).toList();
    int[] places =
        Changed.ownKey(mapper).stream()
            .mapToInt(column -> selected.indexOf(ElementKey.of(column)))
            .toArray();
    List<Object[]> keys = new ArrayList<>();
    for (Object[] row : rows) {
      Object[] key = new Object[places.length];
      for (int i = 0; i < places.length; i++) {
        key[i] = row[places[i]];
      }
      keys.add(key);
    }
    return keys;
  }

  /** Runs a statement for how many rows it changes. */
  CursorResult run(DmlStatement<?> change, Map<String, ? extends @Nullable Object> values) {
    Mapper mapper = Changed.mapper(change);
    if (mapper == null) {
      return session.connection().executeUpdate(core(change), values);
    }
    if (!change.clauses().returning().isEmpty()) {
      return CursorResult.of(session.records(fetched(change, values)));
    }
    if (isBulk(change, values)) {
      return BulkInsert.of(session, (Insert) change).run(List.of(values));
    }
    Synchronization synchronization = Synchronization.of(session, change, values);
    DmlStatement<?> sent = core(synchronization == null ? change : synchronization.statement());
    CursorResult result = session.connection().executeUpdate(sent, byColumn(change, values));
    if (synchronization == null) {
      return result;
    }
    List<Object[]> rows = result.rows().map(Record::intoArray);
    synchronization.done(synchronization.returnsKeys() ? keys(mapper, sent, rows) : List.of());
    return CursorResult.counted(session.dsl(), result.rowcount());
  }

  /** Runs a statement for each set of values. */
  CursorResult runAll(
      DmlStatement<?> change, List<? extends Map<String, ? extends @Nullable Object>> sets) {
    Mapper mapper = Changed.mapper(change);
    boolean isOfCore = "raw".equals(strategy(change)) || sets.isEmpty() || change instanceof Delete;
    if (mapper == null || isOfCore) {
      return session.connection().executeMany(core(change), sets);
    }
    if (change instanceof Update update) {
      return new BulkUpdate(session, mapper, update).run(sets);
    }
    BulkInsert bulk = BulkInsert.of(session, (Insert) change);
    if (change.clauses().returning().isEmpty()) {
      return bulk.run(sets);
    }
    return CursorResult.of(session.records(bulk.fetched(sets)));
  }

  /** Values that are given when it is run are an entity's, by its attributes. */
  private static boolean isBulk(
      DmlStatement<?> change, Map<String, ? extends @Nullable Object> values) {
    return change instanceof Insert
        && Changed.mapper(change) != null
        && !values.isEmpty()
        && !"raw".equals(strategy(change));
  }

  private static @Nullable Object strategy(DmlStatement<?> change) {
    return change.clauses().options().executionOptions().get("dml_strategy");
  }

  static DmlStatement<?> core(DmlStatement<?> statement) {
    return (DmlStatement<?>) OrmCompiler.compile(statement).statement();
  }

  /** Values by the keys of columns instead of the names of attributes. */
  private static Map<String, @Nullable Object> byColumn(
      DmlStatement<?> change, Map<String, ? extends @Nullable Object> values) {
    Mapper mapper = Changed.mapper(change);
    Map<String, @Nullable Object> renamed = new LinkedHashMap<>(values);
    if (mapper != null) {
      values.forEach(
          (name, value) -> {
            ColumnRef column =
                Changed.property(mapper, name) instanceof ColumnProperty property
                    ? Changed.column(property, mapper.localTable())
                    : null;
            if (column != null) {
              renamed.remove(name);
              renamed.put(column.key(), value);
            }
          });
    }
    return renamed;
  }
}
