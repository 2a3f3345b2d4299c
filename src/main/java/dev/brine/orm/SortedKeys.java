package dev.brine.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys in the order in which Python sorts tuples. */
final class SortedKeys {

  private SortedKeys() {}

  static List<List<@Nullable Object>> of(Collection<List<@Nullable Object>> keys) {
    List<List<@Nullable Object>> sorted = new ArrayList<>(keys);
    sorted.sort(SortedKeys::compare);
    return sorted;
  }

  private static int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // Values of one column are of one type.
  private static int compare(@Nullable Object one, @Nullable Object other) {
    Object left = IdentityKey.comparable(one);
    Object right = IdentityKey.comparable(other);
    return left instanceof Comparable<?> && right != null && left.getClass() == right.getClass()
        ? ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(left, right)
        : 0;
  }
}
