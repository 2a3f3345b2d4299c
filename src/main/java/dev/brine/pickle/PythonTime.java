package dev.brine.pickle;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code datetime.time} with a time zone or {@code fold=1}; one without either is a LocalTime.
 *
 * @param tzinfo the graph of the time zone; null for a naive time
 */
public record PythonTime(LocalTime local, boolean fold, @Nullable Object tzinfo) {

  public PythonTime {
    Objects.requireNonNull(local, "local");
  }

  /** {@code utcoffset()}; null where there is none, or the kind of time zone is not known. */
  public @Nullable ZoneOffset offset() {
    return tzinfo == null ? null : UtcOffsets.of(tzinfo, null, fold);
  }
}
