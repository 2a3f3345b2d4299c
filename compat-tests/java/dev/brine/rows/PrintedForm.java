package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a series prints of a statement in a dialect, without the habits by which two series differ.
 *
 * @param told {@code sql}, {@code params} and {@code columns}; or an {@code error}
 * @param habits of the two series
 */
record PrintedForm(JsonNode told, List<SeriesHabit> habits) {

  private static final Pattern WORD = Pattern.compile("\\w+|\\S");

  /**
   * Whether each word of it, and each gap between two, is as it is in one of two others. What was
   * moved keeps the tree of the series that built it, with its parentheses, and is printed by
   * another: so part of it reads as it did there, and part as what is built here.
   *
   * @param one as it is built here
   * @param other as it was where it was built
   */
  boolean isOfEither(PrintedForm one, PrintedForm other) {
    return hasWordsOf(one, other)
        && (other.isRefused() || (hasEach("params", one, other) && hasEach("columns", one, other)));
  }

  /** As {@link #isOfEither}, of the text alone. */
  boolean hasWordsOf(PrintedForm one, PrintedForm other) {
    return !isRefused() && isOfEither(words(), one.words(), other.words());
  }

  boolean isRefused() {
    return told.has("error");
  }

  /** Whether it has nothing that neither has, and all that both have. */
  private boolean hasEach(String part, PrintedForm one, PrintedForm other) {
    Set<String> own = items(part);
    Set<String> both = new HashSet<>(one.items(part));
    both.retainAll(other.items(part));
    Set<String> either = new HashSet<>(one.items(part));
    either.addAll(other.items(part));
    return either.containsAll(own) && own.containsAll(both);
  }

  private static boolean isOfEither(List<String> words, List<String> one, List<String> other) {
    BitSet strange = strange(words, one);
    strange.and(strange(words, other));
    return strange.isEmpty();
  }

  private List<String> words() {
    Matcher matcher = WORD.matcher(leveled(told.path("sql").asText()));
    List<String> words = new ArrayList<>();
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private Set<String> items(String part) {
    Set<String> items = new HashSet<>();
    told.path(part).forEach(item -> items.add(leveled(item.toString())));
    return items;
  }

  private String leveled(String text) {
    String leveled = text;
    for (SeriesHabit habit : habits) {
      leveled = habit.level(leveled);
    }
    return leveled;
  }

  /** Of word i the bit 2i + 1 where the other has not got it, 2i where it has others before it. */
  private static BitSet strange(List<String> words, List<String> others) {
    int[][] common = common(words, others);
    BitSet strange = new BitSet();
    int i = 0;
    int j = 0;
    while (i < words.size() || j < others.size()) {
      if (i < words.size() && j < others.size() && words.get(i).equals(others.get(j))) {
        i++;
        j++;
      } else if (j == others.size() || (i < words.size() && common[i + 1][j] >= common[i][j + 1])) {
        strange.set(2 * i + 1);
        i++;
      } else {
        strange.set(2 * i);
        j++;
      }
    }
    return strange;
  }

  /** How many words are common from each place of the one and the other on. */
  private static int[][] common(List<String> words, List<String> others) {
    int[][] common = new int[words.size() + 1][others.size() + 1];
    for (int i = words.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        common[i][j] =
            words.get(i).equals(others.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
