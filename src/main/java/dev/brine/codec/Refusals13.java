package dev.brine.codec;

import dev.brine.error.UnsupportedConstructException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What 1.3 cannot say, by name: the table tells what it is called, and the way out. */
final class Refusals13 {

  private static final Map<String, List<String>> BY_NAME =
      WordTable.read("not-in-1.3.txt", " | ").stream()
          .collect(Collectors.toUnmodifiableMap(line -> line.get(0), Function.identity()));

  private Refusals13() {}

  /**
   * Does nothing unless there is something of this name in the table.
   *
   * @throws UnsupportedConstructException if there is
   */
  static void check(String name) {
    List<String> line = BY_NAME.get(name);
    if (line != null) {
      throw new UnsupportedConstructException(
          "SQLAlchemy 1.3 cannot say this: " + line.get(1), line.get(2));
    }
  }

  /** The refusal of something, whether the table has a name for it or not. */
  static void refuse(String name) {
    check(name);
    throw new UnsupportedConstructException(
        "SQLAlchemy 1.3 cannot say this: " + name, "say it otherwise");
  }

  /** The same where it depends on what is asked for. */
  static void checkIf(boolean isAskedFor, String name) {
    if (isAskedFor) {
      check(name);
    }
  }
}
