package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Times and moments in zones of every kind that people use, as Python pickled them and as its
 * {@code isoformat()} wrote them.
 */
class UtcOffsetsTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/dev/brine/pickle/zoned.csv")
  void theOffsetIsPythons(String name, String expected, String pickled) {
    Object value =
        PythonValues.toJava(new PythonUnpickler().loads(Base64.getDecoder().decode(pickled)));

    assertThat(moment(value)).as(name).isEqualTo(parsed(expected, name.startsWith("time")));
  }

  private static Object moment(@Nullable Object value) {
    if (value instanceof PythonTime time) {
      return with(time.local(), time.offset());
    }
    if (value instanceof PythonDateTime moment) {
      return with(moment.local(), moment.offset());
    }
    return value instanceof ZonedDateTime moment
        ? moment.toOffsetDateTime()
        : String.valueOf(value);
  }

  private static Temporal with(Temporal local, @Nullable ZoneOffset offset) {
    if (offset == null) {
      return local;
    }
    return local instanceof LocalTime time
        ? time.atOffset(offset)
        : ((LocalDateTime) local).atOffset(offset);
  }

  private static Object parsed(String text, boolean isTime) {
    if (isTime) {
      return text.contains("+") ? OffsetTime.parse(text) : LocalTime.parse(text);
    }
    return OffsetDateTime.parse(text);
  }
}
