package dev.brine.orm;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows of entities and values as jOOQ's records. */
final class EntityRecords {

  private EntityRecords() {}

  static Result<Record> of(DSLContext dsl, EntityRows rows) {
    Field<?>[] fields = fields(rows);
    Result<Record> result = dsl.newResult(fields);
    rows.rows().forEach(row -> result.add(record(dsl, fields, row)));
    return result;
  }

  /** Each row as an entity, where it is the only thing in it; else as a record. */
  static List<@Nullable Object> rows(DSLContext dsl, EntityRows rows) {
    Field<?>[] fields = fields(rows);
    List<@Nullable Object> all = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      all.add(rows.isSingleEntity() ? row.get(0) : record(dsl, fields, row));
    }
    return all;
  }

  private static Field<?>[] fields(EntityRows rows) {
    return rows.names().stream()
        .map(name -> DSL.field(DSL.quotedName(name), Object.class))
        .toArray(Field<?>[]::new);
  }

  private static Record record(DSLContext dsl, Field<?>[] fields, List<@Nullable Object> row) {
    Record made = dsl.newRecord(fields);
    made.fromArray(row.toArray());
    made.changed(false);
    return made;
  }
}
