package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Query;
import dev.brine.orm.compile.RowPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Sends the statement of a load and has its rows read, all of them or some at a time. */
final class Fetch {

  private final Session session;
  private final Loading loading;

  Fetch(Session session, Loading loading) {
    this.session = session;
    this.loading = loading;
    if (loading.settings().chunk() > 0
        && (loading.compiled().repeatsEntities() || loading.needsBuffering())) {
      throw new UsageException(
          "Can't use yield_per with eager loaders that require uniquing or row buffering, e.g."
              + " joinedload() against collections or subqueryload().",
          "consider the selectinload() strategy for better flexibility in loading objects");
    }
  }

  EntityRows all() {
    return all(rows -> {});
  }

  /**
   * All rows.
   *
   * @param before is shown the rows as they came, before any is read
   */
  EntityRows all(Consumer<List<Object[]>> before) {
    Result<Record> fetched = fetch();
    List<Object[]> raw = fetched.map(Record::intoArray);
    before.accept(raw);
    loading.readFrom(names(fetched.fields()));
    List<RowPart> parts = loading.compiled().parts();
    if (parts.isEmpty()) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      raw.forEach(row -> rows.add(Arrays.asList(row)));
      return new EntityRows(names(fetched.fields()), rows, false, false, false);
    }
    return rows(fetched.fields(), loaded(raw));
  }

  private Result<Record> fetch() {
    return loading.compiled().statement() instanceof DmlStatement<?> change
        ? session.connection().execute(change, loading.params())
        : session.connection().query(loading.compiled().statement(), loading.params()).fetch();
  }

  private List<List<@Nullable Object>> loaded(List<Object[]> raw) {
    int chunk = loading.settings().chunk();
    if (chunk == 0) {
      return loading.rows(raw);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int from = 0; from < raw.size(); from += chunk) {
      rows.addAll(loading.rows(raw.subList(from, Math.min(raw.size(), from + chunk))));
    }
    return rows;
  }

  private EntityRows rows(Field<?>[] fields, List<List<@Nullable Object>> rows) {
    List<RowPart> parts = loading.compiled().parts();
    boolean hasEntities = parts.stream().anyMatch(Fetch::isEntity);
    return new EntityRows(
        names(parts, fields),
        rows,
        loading.isSingleEntity(),
        hasEntities,
        loading.compiled().repeatsEntities());
  }

  private static boolean isEntity(RowPart part) {
    return part instanceof RowPart.OfEntity
        || (part instanceof RowPart.OfBundle bundle
            && bundle.parts().stream().anyMatch(Fetch::isEntity));
  }

  private static List<String> names(List<RowPart> parts, Field<?>[] fields) {
    List<String> names = new ArrayList<>();
    for (RowPart part : parts) {
      String name = part.name();
      if (name == null && part instanceof RowPart.OfValue value && value.index() >= 0) {
        name = fields[value.index()].getName();
      }
      names.add(Objects.requireNonNullElse(name, ""));
    }
    return names;
  }

  private static List<String> names(Field<?>[] fields) {
    return Arrays.stream(fields).map(Field::getName).toList();
  }

  /** The rows, some at a time; closing the stream ends the statement. */
  Stream<@Nullable Object> stream() {
    Cursor<Record> cursor =
        session.connection().query(loading.compiled().statement(), loading.params()).fetchLazy();
    boolean isUnique = loading.statement() instanceof Query;
    return Stream.generate(() -> cursor.fetchNext(loading.settings().chunk()))
        .takeWhile(chunk -> !chunk.isEmpty())
        .map(this::chunk)
        .map(rows -> isUnique && rows.hasEntities() ? rows.unique() : rows)
        .flatMap(rows -> EntityRecords.rows(session.dsl(), rows).stream())
        .onClose(cursor::close);
  }

  private EntityRows chunk(Result<Record> fetched) {
    loading.readFrom(names(fetched.fields()));
    return rows(fetched.fields(), loading.rows(fetched.map(Record::intoArray)));
  }
}
