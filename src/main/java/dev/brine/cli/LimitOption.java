package dev.brine.cli;

import dev.brine.error.UsageException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --limit}: what reading a dump may cost. */
final class LimitOption {

  @Option(
      names = "--limit",
      paramLabel = "NAME=NUMBER",
      description =
          "What reading a dump may cost, such as maxBytes=1000000; repeatable. A message about a"
              + " limit that is exceeded names it.")
  private Map<String, Long> changed = new LinkedHashMap<>();

  /**
   * The limits, but for those that were given as usual.
   *
   * @throws UsageException if there is no such limit, or it cannot be that
   */
  ReadLimits limits() {
    ReadLimits limits = ReadLimits.DEFAULT;
    try {
      for (Map.Entry<String, Long> each : changed.entrySet()) {
        limits = limits.with(Limit.named(each.getKey()), each.getValue());
      }
      return limits;
    } catch (IllegalArgumentException e) {
      throw new UsageException("--limit: " + e.getMessage(), null, e);
    }
  }
}
