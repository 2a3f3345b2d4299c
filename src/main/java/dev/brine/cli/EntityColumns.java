package dev.brine.cli;

import dev.brine.mapping.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows of entities laid out for a table: a column for each attribute that is loaded, where they are
 * of several classes one for which; entities that attributes lead to named by class and key.
 */
final class EntityColumns {

  private static final String CLASS = "entity";

  private final Result<Record> result;
  private final List<Field<?>> fields = new ArrayList<>();
  private final List<Map<Field<?>, @Nullable Object>> rows = new ArrayList<>();

  private EntityColumns(Result<Record> result) {
    this.result = result;
    result.forEach(row -> rows.add(new LinkedHashMap<>()));
  }

  /** The same rows, their entities laid out; themselves if they have none. */
  static Result<Record> layOut(Result<Record> result) {
    boolean hasEntities =
        result.stream().flatMap(row -> row.intoList().stream()).anyMatch(Entity.class::isInstance);
    return hasEntities ? new EntityColumns(result).laidOut() : result;
  }

  private Result<Record> laidOut() {
    for (int i = 0; i < result.fields().length; i++) {
      column(i);
    }
    var dsl = DSL.using(SQLDialect.DEFAULT);
    Result<Record> laidOut = dsl.newResult(fields.toArray(Field<?>[]::new));
    for (Map<Field<?>, @Nullable Object> row : rows) {
      Record made = dsl.newRecord(fields.toArray(Field<?>[]::new));
      made.fromArray(fields.stream().map(row::get).toArray());
      laidOut.add(made);
    }
    return laidOut;
  }

  private void column(int index) {
    Field<?> field = result.fields()[index];
    Set<String> attributes = new LinkedHashSet<>();
    for (Record row : result) {
      if (row.get(index) instanceof Entity entity) {
        attributes.addAll(entity.loaded().keySet());
      }
    }
    boolean hasOthers =
        result.stream()
            .anyMatch(row -> !(row.get(index) == null || row.get(index) instanceof Entity));
    if (attributes.isEmpty() || hasOthers) {
      add(field.getName(), row -> row.get(index) instanceof Entity ? null : row.get(index));
    }
    String prefix = result.fields().length == 1 ? "" : field.getName() + ".";
    if (classes(index) > 1) {
      add(
          prefix + CLASS,
          row -> row.get(index) instanceof Entity entity ? entity.className() : null);
    }
    for (String key : attributes) {
      add(
          prefix + key,
          row ->
              row.get(index) instanceof Entity entity && entity.isLoaded(key)
                  ? shown(entity.get(key))
                  : null);
    }
  }

  private long classes(int index) {
    return result.stream()
        .map(row -> row.get(index))
        .filter(Entity.class::isInstance)
        .map(entity -> ((Entity) entity).className())
        .distinct()
        .count();
  }

  private void add(String name, CellOf cell) {
    // A name of its own each: two columns may be called the same.
    Field<Object> field =
        DSL.field(DSL.quotedName(Integer.toString(fields.size()), name), Object.class);
    fields.add(field);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).put(field, cell.in(result.get(i)));
    }
  }

  private static @Nullable Object shown(@Nullable Object value) {
    if (value instanceof Entity entity) {
      return entity.identity() == null || entity.state().isValue()
          ? new ArrayList<>(entity.loaded().values())
          : entity.toString();
    }
    if (value instanceof Map<?, ?> map
        && map.values().stream().anyMatch(Entity.class::isInstance)) {
      Map<Object, @Nullable Object> shown = new LinkedHashMap<>();
      map.forEach((key, each) -> shown.put(String.valueOf(key), shown(each)));
      return shown;
    }
    if (value instanceof Collection<?> items && items.stream().anyMatch(Entity.class::isInstance)) {
      List<@Nullable Object> shown = new ArrayList<>();
      items.forEach(each -> shown.add(shown(each)));
      return shown;
    }
    return value;
  }

  /** What a row has in a column. */
  @FunctionalInterface
  private interface CellOf {
    @Nullable Object in(Record row);
  }
}
