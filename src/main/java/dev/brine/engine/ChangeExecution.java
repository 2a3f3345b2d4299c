package dev.brine.engine;

import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.TableRef;
import dev.brine.jooq.StatementBatch;
import dev.brine.jooq.StatementQuery;
import dev.brine.schema.Column;
import dev.brine.sql.Change;
import dev.brine.sql.Compiled;
import dev.brine.sql.CompiledBind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Runs a statement that changes rows, once or for many sets of values. */
final class ChangeExecution {

  private final DSLContext dsl;
  private final DmlStatement<?> statement;

  ChangeExecution(DSLContext dsl, DmlStatement<?> statement) {
    this.dsl = dsl;
    this.statement = statement;
  }

  CursorResult run(Map<String, ? extends @Nullable Object> values) {
    StatementQuery query = StatementQuery.of(dsl, statement, values);
    Compiled compiled = query.compiled();
    Change change = compiled.change();
    if (change == null || !change.hasRows()) {
      long count = query.count().execute();
      boolean hasNumber = change != null && change.fetchesLastRowId() && count == 1;
      Object number = hasNumber ? new LastRowId(dsl).fetch(compiled.dialect()) : null;
      return CursorResult.keyed(dsl, count, key(change, compiled, Map.of(), number));
    }
    Result<Record> rows = query.rows().fetch();
    return change.returnsRows()
        ? CursorResult.of(rows)
        : CursorResult.keyed(dsl, rows.size(), key(change, compiled, returned(change, rows), null));
  }

  CursorResult runAll(List<? extends Map<String, ? extends @Nullable Object>> sets) {
    if (sets.isEmpty()) {
      throw new UsageException(
          "there is no set of values to run the statement with", "run it with one at least");
    }
    List<Map<String, @Nullable Object>> alike = alike(sets);
    StatementBatch batch = StatementBatch.of(dsl, statement, alike.get(0).keySet());
    return batch.isPossible() ? CursorResult.counted(dsl, batch.run(alike)) : oneByOne(alike);
  }

  /** The sets with the names of the first one. */
  private static List<Map<String, @Nullable Object>> alike(
      List<? extends Map<String, ? extends @Nullable Object>> sets) {
    Set<String> names = sets.get(0).keySet();
    List<Map<String, @Nullable Object>> alike = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> values : sets) {
      Map<String, @Nullable Object> those = new HashMap<>();
      for (String name : names) {
        if (!values.containsKey(name)) {
          throw new UsageException(
              "a value is required for '%s' in set %d".formatted(name, alike.size()),
              "give each set the names of the first one: " + names);
        }
        those.put(name, values.get(name));
      }
      alike.add(those);
    }
    return alike;
  }

  private CursorResult oneByOne(List<Map<String, @Nullable Object>> sets) {
    CursorResult first = run(sets.get(0));
    Result<Record> rows = first.rows();
    long count = first.rowcount();
    for (Map<String, @Nullable Object> values : sets.subList(1, sets.size())) {
      CursorResult result = run(values);
      count += result.rowcount();
      rows.addAll(result.rows());
    }
    return new CursorResult(rows, count, List.of());
  }

  /** What was returned of the one new row, by the keys of columns. */
  private static Map<String, @Nullable Object> returned(Change change, Result<Record> rows) {
    Map<String, @Nullable Object> values = new HashMap<>();
    if (rows.size() == 1) {
      for (int i = 0; i < change.returnedKeys().size(); i++) {
        values.put(change.returnedKeys().get(i), rows.get(0).get(i));
      }
    }
    return values;
  }

  private static List<@Nullable Object> key(
      @Nullable Change change,
      Compiled compiled,
      Map<String, @Nullable Object> returned,
      @Nullable Object number) {
    List<@Nullable Object> key = new ArrayList<>();
    if (change != null && change.isInsert() && change.table() instanceof TableRef ref) {
      Map<String, @Nullable Object> sent = new HashMap<>(returned);
      for (CompiledBind bind : compiled.positional()) {
        sent.putIfAbsent(bind.name(), bind.value());
      }
      for (Column column : ref.table().primaryKey()) {
        Object value = sent.get(column.key());
        key.add(value == null && column == ref.table().autoincrementColumn() ? number : value);
      }
    }
    return key;
  }
}
