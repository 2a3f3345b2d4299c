package dev.brine.cli;

import dev.brine.scan.Summary;
import java.util.List;
import java.util.Locale;

/**
 * What a scan tells people.
 *
 * @param source what was scanned
 * @param nanos how long it took
 * @param top how many names of each kind are shown
 */
record ScanReport(String source, Summary summary, long nanos, int top) {

  static final int DEFAULT_TOP = 12;

  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
  private static final double UNIT = 1024;
  private static final double SECOND = 1e9;

  /** {@code "10,659"}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code "1 dump"}, {@code "2 dumps"}. */
  static String dumps(long count) {
    return number(count) + (count == 1 ? " dump" : " dumps");
  }

  /** {@code "23.4 MiB"}. */
  static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= UNIT) {
      size /= UNIT;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS.get(unit));
  }

  /** Of all dumps: {@code "12.5 %"}. */
  String share(long dumps) {
    return summary.dumps() == 0
        ? ""
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * dumps / summary.dumps());
  }

  /** {@code "10,659 dumps, of 23.4 MiB; 9 failed"}. */
  String headline() {
    StringBuilder line = new StringBuilder(dumps(summary.dumps()));
    if (summary.dumps() > 0) {
      line.append(", ").append(size(summary.stored().total())).append(" in all");
    }
    line.append("; ").append(summary.failed() == 0 ? "none" : number(summary.failed()));
    line.append(" failed");
    if (summary.absent() > 0) {
      line.append("; ").append(number(summary.absent())).append(' ').append(absent());
    }
    return line.toString();
  }

  /** What there is that holds no dump: {@code "places hold none"}. */
  String absent() {
    return summary.absent() == 1 ? "place holds none" : "places hold none";
  }

  /** {@code "3.2 s, 3,331 dumps a second"}. */
  String pace() {
    double seconds = nanos / SECOND;
    return String.format(
        Locale.ROOT, "%.1f s, %,.0f dumps a second", seconds, summary.dumps() / seconds);
  }

  /** A name without what would move the cursor of a terminal. */
  static String visible(String name) {
    return name.replaceAll("\\p{Cntrl}", "\ufffd");
  }
}
