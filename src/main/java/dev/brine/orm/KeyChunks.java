package dev.brine.orm;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many keys that one statement asks for, {@code … IN (…)}, as many at a time as SQLAlchemy's {@code
 * SelectInLoader} does (rel_2_0_58, {@code orm/strategies.py}).
 */
final class KeyChunks {

  /** How many keys one statement is given. */
  private static final int CHUNK = 500;

  /** What the list of keys is called. */
  private static final String KEYS = "primary_keys";

  private KeyChunks() {}

  /** The condition that columns have one of the keys. */
  static ColumnElement in(List<ColumnElement> key) {
    BindParameter keys = Sql.bindparam(KEYS);
    return key.size() == 1 ? key.get(0).in(keys) : Sql.tuple(key.toArray()).in(keys);
  }

  /** What such a condition is sent with; a key of one column is a value, any other a tuple. */
  static Map<String, Object> parameters(List<List<@Nullable Object>> keys) {
    List<@Nullable Object> values = new ArrayList<>();
    keys.forEach(key -> values.add(key.size() == 1 ? key.get(0) : key));
    return Map.of(KEYS, values);
  }

  /** What each statement is about. */
  static <T> List<List<T>> of(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
    return chunks;
  }
}
