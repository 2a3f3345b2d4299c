package dev.brine.orm;

import dev.brine.error.UsageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of the ORM gave: SQLAlchemy's {@code Result}, fetched.
 *
 * @param names of the members of each row
 * @param rows the rows
 * @param isSingleEntity whether the only member of each row stands for the row
 * @param hasEntities whether a member is an entity
 * @param needsUnique whether rows repeat entities for the members of their collections
 */
record EntityRows(
    List<String> names,
    List<List<@Nullable Object>> rows,
    boolean isSingleEntity,
    boolean hasEntities,
    boolean needsUnique) {

  /** The same with the rows of another statement of the kind behind them. */
  EntityRows and(EntityRows others) {
    List<List<@Nullable Object>> all = new ArrayList<>(rows);
    all.addAll(others.rows);
    return new EntityRows(names, all, isSingleEntity, hasEntities, needsUnique);
  }

  /** Each row once: {@code unique()}. Entities are told apart by identity. */
  EntityRows unique() {
    Set<List<@Nullable Object>> seen = new HashSet<>();
    List<List<@Nullable Object>> distinct =
        rows.stream().filter(row -> seen.add(comparable(row))).toList();
    return new EntityRows(names, distinct, isSingleEntity, hasEntities, false);
  }

  /** What can not be compared in Python is told apart by identity, as its Query does. */
  private static List<@Nullable Object> comparable(List<@Nullable Object> row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : row) {
      if (value instanceof RowTuple tuple) {
        values.add(comparable(tuple));
      } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
        values.add(new Same(value));
      } else {
        values.add(IdentityKey.comparable(value));
      }
    }
    return values;
  }

  /** Equal to itself alone. */
  private static final class Same {
    private final Object value;

    Same(Object value) {
      this.value = value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && same.value == value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }

  /**
   * The rows as they are.
   *
   * @throws UsageException if there are some, which may repeat entities, and nobody said that they
   *     may be dropped
   */
  EntityRows checked() {
    if (needsUnique && !rows.isEmpty()) {
      throw new UsageException(
          "The unique() method must be invoked on this Result, as it contains results that include"
              + " joined eager loads against collections",
          "ask for executeUnique() or scalarsUnique(), or load the collections with"
              + " selectinload()");
    }
    return this;
  }
}
