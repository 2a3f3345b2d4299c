package dev.brine.engine;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement that changes rows: SQLAlchemy's {@code CursorResult}.
 *
 * @param rows those that RETURNING gave; none where it was not asked for
 * @param rowcount how many rows were changed
 * @param insertedPrimaryKey the key of the one row that was inserted, its columns in the order of
 *     the table, null for one that is not known; empty where no single row was inserted
 */
public record CursorResult(
    Result<Record> rows, long rowcount, List<@Nullable Object> insertedPrimaryKey) {

  public CursorResult {
    Objects.requireNonNull(rows, "rows");
    insertedPrimaryKey = Collections.unmodifiableList(insertedPrimaryKey);
  }

  /** Of a statement that was asked for rows. */
  public static CursorResult of(Result<Record> rows) {
    return new CursorResult(rows, rows.size(), List.of());
  }

  /** Of a statement that tells no more than how many rows it changed. */
  public static CursorResult counted(DSLContext dsl, long rowcount) {
    return keyed(dsl, rowcount, List.of());
  }

  /** Of a statement that tells how many rows it changed, and the key of a new one. */
  static CursorResult keyed(
      DSLContext dsl, long rowcount, List<@Nullable Object> insertedPrimaryKey) {
    return new CursorResult(dsl.newResult(new Field<?>[0]), rowcount, insertedPrimaryKey);
  }

  /** Whether the statement was asked for rows. */
  public boolean returnsRows() {
    return rows.fields().length > 0;
  }
}
