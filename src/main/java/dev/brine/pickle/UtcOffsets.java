package dev.brine.pickle;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a time zone of Python's answers to {@code utcoffset()}: those of {@code datetime}, of {@code
 * zoneinfo}, of pytz (2024, {@code pytz/tzinfo.py}) and of dateutil (2.9, {@code tz/tz.py}).
 * Stateless.
 */
final class UtcOffsets {

  private static final String TIMEZONE = "datetime.timezone";
  private static final String PYTZ_UTC = "pytz._UTC";
  private static final String PYTZ_FIXED = "pytz.FixedOffset";

  /** {@code pytz._p(zone, seconds of the offset, those of summer time, name)}. */
  private static final String PYTZ_ZONE = "pytz._p";

  private static final String DATEUTIL_UTC = "dateutil.tz.tz.tzutc";

  /** {@code tzoffset(name, timedelta)}. */
  private static final String DATEUTIL_OFFSET = "dateutil.tz.tz.tzoffset";

  private static final int SECONDS_PER_MINUTE = 60;

  private UtcOffsets() {}

  /**
   * The offset of a moment.
   *
   * @param moment null of a time without a date, of which only zones with one offset know it
   * @param fold whether it is the second of two moments that are called alike
   * @return null where the zone knows none, or is not known
   */
  static @Nullable ZoneOffset of(Object tzinfo, @Nullable LocalDateTime moment, boolean fold) {
    String key = DateTimes.zoneKey(tzinfo);
    if (key != null) {
      return ofZone(key, moment, fold);
    }
    if (!(tzinfo instanceof PyObject call) || !(call.callable() instanceof PyGlobal callable)) {
      return null;
    }
    List<Object> args = call.args().asList();
    return switch (callable.path()) {
      case PYTZ_UTC, DATEUTIL_UTC -> ZoneOffset.UTC;
      case TIMEZONE -> args.isEmpty() ? null : ofSpan(args.get(0));
      case DATEUTIL_OFFSET -> args.size() < 2 ? null : ofSpan(args.get(1));
      case PYTZ_FIXED ->
          !args.isEmpty() && args.get(0) instanceof Long minutes
              ? ofSeconds(minutes * SECONDS_PER_MINUTE)
              : null;
      case PYTZ_ZONE -> ofPytz(args, moment);
      default -> null;
    };
  }

  private static @Nullable ZoneOffset ofPytz(List<Object> args, @Nullable LocalDateTime moment) {
    if (args.size() > 1) {
      return moment != null && args.get(1) instanceof Long seconds ? ofSeconds(seconds) : null;
    }
    return args.size() == 1 && args.get(0) instanceof String key ? ofZone(key, null, false) : null;
  }

  private static @Nullable ZoneOffset ofSpan(Object delta) {
    Duration span = DateTimes.span(delta);
    return span != null && span.getNano() == 0 ? ofSeconds(span.getSeconds()) : null;
  }

  private static @Nullable ZoneOffset ofSeconds(long seconds) {
    return Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
        ? ZoneOffset.ofTotalSeconds((int) seconds)
        : null;
  }

  private static @Nullable ZoneOffset ofZone(
      String key, @Nullable LocalDateTime moment, boolean fold) {
    try {
      ZoneRules rules = ZoneId.of(key).getRules();
      if (moment == null) {
        return rules.isFixedOffset() ? rules.getOffset(LocalDateTime.MIN) : null;
      }
      // Where clocks are put forward, Python reads the second time as if they had been before.
      ZoneOffsetTransition change = rules.getTransition(moment);
      if (change == null) {
        return rules.getOffset(moment);
      }
      return fold ? change.getOffsetAfter() : change.getOffsetBefore();
    } catch (DateTimeException unknownToJava) {
      return null;
    }
  }
}
