package dev.brine.pickle;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code datetime.datetime} that java.time cannot hold without loss: the second of two equal wall
 * clock times ({@code fold=1}), or a time zone of another kind than {@code datetime.timezone} and
 * {@code zoneinfo}, such as pytz's.
 *
 * @param tzinfo the graph of the time zone; null for a naive datetime
 */
public record PythonDateTime(LocalDateTime local, boolean fold, @Nullable Object tzinfo) {

  public PythonDateTime {
    Objects.requireNonNull(local, "local");
  }

  /** {@code utcoffset()}; null where there is none, or the kind of time zone is not known. */
  public @Nullable ZoneOffset offset() {
    return tzinfo == null ? null : UtcOffsets.of(tzinfo, local, fold);
  }
}
