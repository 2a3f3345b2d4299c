package dev.brine.expr;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Query} runs on: a session of the ORM. Expressions know no more of it than this.
 *
 * <p>A row is an entity, where the query selects nothing but one; else a tuple of entities and
 * values.
 */
public interface QuerySession {

  /** The rows of a query, each once where entities are among them. */
  List<@Nullable Object> fetch(Query query);

  /** The same, read as they are asked for where the query says {@code yield_per()}. */
  Stream<@Nullable Object> stream(Query query);

  /** The entity of the query's class with this primary key; null if there is none. */
  @Nullable Object get(Query query, @Nullable Object... primaryKey);

  /** Changes the rows of the query's class; how many those are. */
  long update(Query query, Map<?, ?> values, Object synchronizeSession);

  /** Removes the rows of the query's class; how many those were. */
  long delete(Query query, Object synchronizeSession);

  /** The first member of a row of {@link #fetch}. */
  @Nullable Object first(@Nullable Object row);
}
