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
 * @param choices those of a statement
 */
public record Shrinker<T>(
    Function<List<Integer>, Optional<T>> failing, Function<T, List<Integer>> choices) {

  /** So many statements are tried at most. */
  private static final int PATIENCE = Integer.getInteger("brine.random.patience", 400);

  /** The smallest failing statement that was found. */
  public T shrink(T found) {
    Search search = new Search(found);
    search.run();
    return search.best;
  }

  private final class Search {

    private T best;
    private int tries;

    Search(T found) {
      best = found;
    }

    void run() {
      boolean isSmaller = true;
      while (isSmaller && tries < PATIENCE) {
        isSmaller = false;
        for (int length = choices.apply(best).size(); length > 0; length /= 2) {
          isSmaller |= withoutEach(length);
        }
        isSmaller |= withSmallerNumbers();
      }
    }

    /** Tries to do without so many choices in a row, at every place. */
    private boolean withoutEach(int length) {
      boolean isSmaller = false;
      int start = 0;
      while (start < choices.apply(best).size() && tries < PATIENCE) {
        List<Integer> fewer = new ArrayList<>(choices.apply(best));
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
      for (int i = 0; i < choices.apply(best).size() && tries < PATIENCE; i++) {
        int number = choices.apply(best).get(i);
        for (int smaller : new int[] {0, number / 2, number - 1}) {
          if (i < choices.apply(best).size()
              && smaller >= 0
              && smaller < choices.apply(best).get(i)) {
            List<Integer> changed = new ArrayList<>(choices.apply(best));
            changed.set(i, smaller);
            isSmaller |= take(changed);
          }
        }
      }
      return isSmaller;
    }

    /** Keeps a statement if it fails and is smaller: in choices, or else in text. */
    private boolean take(List<Integer> candidate) {
      tries++;
      Optional<T> statement = failing.apply(candidate);
      if (statement.isEmpty() || !isSmaller(statement.get(), best)) {
        return false;
      }
      best = statement.get();
      return true;
    }

    private boolean isSmaller(T one, T other) {
      int sizes = Integer.compare(choices.apply(one).size(), choices.apply(other).size());
      int sums = Integer.compare(sum(choices.apply(one)), sum(choices.apply(other)));
      return sizes < 0 || (sizes == 0 && sums < 0);
    }

    private static int sum(List<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
