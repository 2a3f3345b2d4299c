package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.brine.engine.JsonValues;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.Wording;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.Opaque;
import dev.brine.mapping.NamedRow;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.Column;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were in a dump. As a table or CSV, an entity has a column for each attribute; as JSON,
 * each is what it is.
 */
record DumpedRows(List<?> items, RowFormat format) implements DumpCommand.Answer {

  private static final String VALUE = "value";

  /**
   * The items of a list or tuple, or the one thing that the dump holds.
   *
   * @throws UnsupportedConstructException if it holds no rows but something to run or look at
   */
  static DumpedRows of(Object loaded, RowFormat format) {
    List<?> items =
        loaded instanceof List<?> list
            ? list
            : loaded instanceof PythonTuple tuple ? tuple.elements() : List.of(loaded);
    items.forEach(DumpedRows::refuse);
    return new DumpedRows(items, format);
  }

  private static void refuse(@Nullable Object item) {
    if (item instanceof Opaque opaque) {
      throw new UnsupportedConstructException(
          "the dump holds %s, which is no row".formatted(Wording.a(opaque.toString())),
          "brine inspect shows it");
    }
    if (item instanceof ClauseElement
        || item instanceof ExecutableOption
        || item instanceof MappedEntity
        || item instanceof Table
        || item instanceof Column
        || item instanceof SqlType
        || item instanceof PyNode) {
      throw new UnsupportedConstructException(
          "the dump holds %s, no rows".formatted(Wording.a(item.getClass().getSimpleName())),
          "brine run fetches the rows of a query, brine inspect shows what is in any dump");
    }
  }

  @Override
  public void printText(PrintWriter out) {
    new Rows(table(), format).printText(out);
  }

  @Override
  public void putJson(ObjectNode json) {
    if (!items.isEmpty() && items.stream().allMatch(NamedRow.class::isInstance)) {
      columns().forEach(json.putArray("columns")::add);
    }
    String rows = items.stream().map(JsonValues::item).collect(Collectors.joining(", ", "[", "]"));
    json.putRawValue("rows", new RawValue(rows));
  }

  /** A row for each item. */
  private Result<Record> table() {
    List<String> columns = columns();
    Field<?>[] fields = new Field<?>[columns.size()];
    // A name of its own each: two columns may be called the same.
    Arrays.setAll(
        fields, i -> DSL.field(DSL.quotedName(Integer.toString(i), columns.get(i)), Object.class));
    var dsl = DSL.using(SQLDialect.DEFAULT);
    Result<Record> table = dsl.newResult(fields);
    for (Object item : items) {
      Record row = dsl.newRecord(fields);
      row.fromArray(cells(item, columns.size()).toArray());
      table.add(row);
    }
    return table;
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof NamedRow row && row.keys().size() > columns.size()) {
        columns.clear();
        columns.addAll(row.keys());
      }
    }
    if (columns.isEmpty()) {
      columns.add(VALUE);
    }
    return columns;
  }

  private static List<@Nullable Object> cells(@Nullable Object item, int size) {
    List<@Nullable Object> cells = new ArrayList<>(size);
    if (item instanceof NamedRow row) {
      cells.addAll(row.values());
    } else {
      cells.add(item);
    }
    while (cells.size() < size) {
      cells.add(null);
    }
    return cells;
  }
}
