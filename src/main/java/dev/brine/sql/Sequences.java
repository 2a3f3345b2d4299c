package dev.brine.sql;

import dev.brine.pickle.PythonFrozenSet;
import dev.brine.pickle.PythonTuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Python would walk through with {@code for}, as lists. */
final class Sequences {

  private Sequences() {}

  /** The members of a list, tuple or set; null for anything else, a text among it. */
  static @Nullable List<@Nullable Object> members(@Nullable Object value) {
    Object plain = LiteralValues.plain(value);
    Object members =
        plain instanceof PythonTuple tuple
            ? tuple.elements()
            : plain instanceof PythonFrozenSet set ? set.elements() : plain;
    if (!(members instanceof Iterable<?> items)) {
      return null;
    }
    List<@Nullable Object> list = new ArrayList<>();
    items.forEach(list::add);
    return list;
  }
}
