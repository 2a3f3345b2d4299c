package dev.brine.mapping;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result that was pickled: SQLAlchemy's {@code Row}, {@code RowMapping}, {@code
 * RowProxy} or {@code KeyedTuple}, a tuple whose values have names. Immutable.
 *
 * @param keys the names, which need not differ
 * @param values as many values, such as an {@link Entity}
 * @param source what was read, for writing it again
 */
public record NamedRow(List<String> keys, List<@Nullable Object> values, Object source) {

  public NamedRow {
    keys = List.copyOf(keys);
    values = Collections.unmodifiableList(new ArrayList<>(values));
    Objects.requireNonNull(source, "source");
    if (keys.size() != values.size()) {
      throw new IllegalArgumentException(
          "a row of %d values has %d names".formatted(values.size(), keys.size()));
    }
  }

  /**
   * The first value of that name.
   *
   * @throws UnresolvedReferenceException if there is none
   */
  public @Nullable Object get(String key) {
    int index = keys.indexOf(key);
    if (index < 0) {
      throw new UnresolvedReferenceException(
          "the row has no value '" + key + "'", NearestName.hint(key, keys));
    }
    return values.get(index);
  }
}
