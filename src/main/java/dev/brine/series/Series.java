package dev.brine.series;

import dev.brine.error.UsageException;
import java.util.Arrays;
import java.util.Set;

/** The SQLAlchemy series whose dumps differ in shape. */
public enum Series implements DumpTarget {
  V0_6("0.6"),
  V0_7("0.7"),
  V0_8("0.8"),
  V0_9("0.9"),
  V1_0("1.0"),
  V1_1("1.1"),
  V1_2("1.2"),
  V1_3("1.3"),
  V1_4("1.4"),
  V2_0("2.0"),
  V2_1("2.1");

  private final String text;

  Series(String text) {
    this.text = text;
  }

  /**
   * The series of a version such as {@code "2.0"} or {@code "2.0.52"}.
   *
   * @throws UsageException if there is none
   */
  public static Series of(String version) {
    return Arrays.stream(values())
        .filter(series -> version.equals(series.text) || version.startsWith(series.text + "."))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "'%s' is no SQLAlchemy series".formatted(version),
                    "choose one of " + Arrays.toString(values())));
  }

  @Override
  public Set<Series> series() {
    return Set.of(this);
  }

  /** As in {@code "2.0"}. */
  @Override
  public String toString() {
    return text;
  }
}
