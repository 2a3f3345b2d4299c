package dev.brine.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a random statement smaller while it still fails: choices are taken away, and made smaller,
 * until nothing more can be. What is left out at the end counts as zero, the simplest choice.
 *
 * @param failing the statement of some choices, if it fails
 */
record Shrinker(Function<List<Integer>, Optional<RandomStatement>> failing) {

  /** So many statements are tried at most. */
  private static final int PATIENCE = 400;

  /** The smallest failing statement that was found. */
  RandomStatement shrink(RandomStatement found) {
    Search search = new Search(found);
    search.run();
    return search.best;
  }

  private final class Search {

    private RandomStatement best;
    private int tries;

    Search(RandomStatement found) {
      best = found;
    }

    void run() {
      boolean isSmaller = true;
      while (isSmaller && tries < PATIENCE) {
        isSmaller = false;
        for (int length = best.choices().size(); length > 0; length /= 2) {
          isSmaller |= withoutEach(length);
        }
        isSmaller |= withSmallerNumbers();
      }
    }

    /** Tries to do without so many choices in a row, at every place. */
    private boolean withoutEach(int length) {
      boolean isSmaller = false;
      int start = 0;
      while (start < best.choices().size() && tries < PATIENCE) {
        List<Integer> fewer = new ArrayList<>(best.choices());
        fewer.subList(start, Math.min(start + length, fewer.size())).clear();
        if (take(fewer)) {
          isSmaller = true;
        } else {
          start += length;
        }
      }
      return isSmaller;
    }

    private boolean withSmallerNumbers() {
      boolean isSmaller = false;
      for (int i = 0; i < best.choices().size() && tries < PATIENCE; i++) {
        int number = best.choices().get(i);
        for (int smaller : new int[] {0, number / 2, number - 1}) {
          if (i < best.choices().size() && smaller >= 0 && smaller < best.choices().get(i)) {
            List<Integer> changed = new ArrayList<>(best.choices());
            changed.set(i, smaller);
            isSmaller |= take(changed);
          }
        }
      }
      return isSmaller;
    }

    /** Keeps a statement if it fails and is smaller: in choices, or else in text. */
    private boolean take(List<Integer> choices) {
      tries++;
      Optional<RandomStatement> statement = failing.apply(choices);
      if (statement.isEmpty() || !isSmaller(statement.get(), best)) {
        return false;
      }
      best = statement.get();
      return true;
    }

    private static boolean isSmaller(RandomStatement one, RandomStatement other) {
      int sizes = Integer.compare(one.choices().size(), other.choices().size());
      int sums = Integer.compare(sum(one.choices()), sum(other.choices()));
      return sizes < 0 || (sizes == 0 && sums < 0);
    }

    private static int sum(List<Integer> choices) {
      return choices.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
