package dev.brine.series;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.shape.WordTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a target cannot say, by name: {@code lacks.txt} tells what it is called and, where there is
 * a better one than the usual, the way out. Immutable.
 */
final class Refusals {

  private static final List<List<String>> TABLE =
      WordTable.read(Refusals.class, "lacks.txt", " | ");

  private static final String HAS_NO = "SQLAlchemy %s has no %%s";
  private static final String ANOTHER_SERIES = "say it otherwise, or dump for a series that has it";

  static final Refusals V1_3 =
      new Refusals(Series.V1_3, "SQLAlchemy 1.3 cannot say this: %s", "say it otherwise");

  static final Refusals V1_4 =
      new Refusals(Series.V1_4, HAS_NO.formatted(Series.V1_4), ANOTHER_SERIES);

  static final Refusals V2_0 =
      new Refusals(Series.V2_0, HAS_NO.formatted(Series.V2_0), ANOTHER_SERIES);

  static final Refusals V2_1 =
      new Refusals(Series.V2_1, HAS_NO.formatted(Series.V2_1), ANOTHER_SERIES);

  static final Refusals PORTABLE =
      new Refusals(
          PortableForm.PORTABLE,
          "the portable form, which 1.4, 2.0 and 2.1 load alike, cannot say %s",
          "dump for the one series that shall load it");

  private final Map<String, List<String>> byName;
  private final String message;
  private final String wayOut;

  /**
   * Those of a target.
   *
   * @param message with a place for what is refused
   * @param wayOut the usual one
   */
  private Refusals(DumpTarget target, String message, String wayOut) {
    this.byName =
        TABLE.stream()
            .filter(line -> line.get(0).equals(target.toString()))
            .collect(Collectors.toUnmodifiableMap(line -> line.get(1), Function.identity()));
    this.message = message;
    this.wayOut = wayOut;
  }

  /**
   * Does nothing unless there is something of this name in the table.
   *
   * @throws UnsupportedConstructException if there is
   */
  void check(String name) {
    List<String> line = byName.get(name);
    if (line != null) {
      throw refusal(line.get(2), line.size() > 3 ? line.get(3) : wayOut);
    }
  }

  /** The same where it depends on what is asked for. */
  void checkIf(boolean isAskedFor, String name) {
    if (isAskedFor) {
      check(name);
    }
  }

  /** The refusal of something, whether the table has a name for it or not. */
  void refuse(String name) {
    check(name);
    throw refusal(name);
  }

  /** The refusal of what the table has no name for. */
  UnsupportedConstructException refusal(String what) {
    return refusal(what, wayOut);
  }

  private UnsupportedConstructException refusal(String what, String hint) {
    return new UnsupportedConstructException(message.formatted(what), hint);
  }
}
