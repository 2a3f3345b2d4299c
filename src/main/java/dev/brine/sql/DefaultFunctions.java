package dev.brine.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Java counterparts of Python functions by which columns get their values, by the functions'
 * dotted paths. Those of Python's own library that are mostly used are known without being told.
 * Immutable and thread-safe, as far as the functions are.
 */
public final class DefaultFunctions {

  private static final double MICROS_OF_A_SECOND = 1e6;

  /**
   * Those of Python's own library: {@code uuid.uuid4}, {@code time.time}, {@code datetime.now()},
   * {@code utcnow()} and {@code today()}, and the classes {@code dict}, {@code list}, {@code str},
   * {@code int} and {@code bool}, which called without an argument make an empty one.
   */
  public static final DefaultFunctions STANDARD = new DefaultFunctions(Map.of());

  // Python's clock has microseconds.
  private static final Map<String, Supplier<Object>> OF_PYTHON =
      Map.ofEntries(
          Map.entry("uuid.uuid4", UUID::randomUUID),
          Map.entry("time.time", DefaultFunctions::seconds),
          Map.entry("datetime.datetime.now", DefaultFunctions::now),
          Map.entry("datetime.datetime.today", DefaultFunctions::now),
          Map.entry("datetime.datetime.utcnow", DefaultFunctions::utcnow),
          Map.entry("datetime.date.today", LocalDate::now),
          Map.entry("builtins.dict", Map::of),
          Map.entry("builtins.list", List::of),
          Map.entry("builtins.str", () -> ""),
          Map.entry("builtins.int", () -> 0L),
          Map.entry("builtins.bool", () -> false));

  private final Map<String, DefaultFunction> byPath;

  private DefaultFunctions(Map<String, DefaultFunction> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  /**
   * These and one more.
   *
   * @param pythonFunction such as {@code "shop.models.next_code"}
   */
  public DefaultFunctions with(String pythonFunction, DefaultFunction function) {
    Map<String, DefaultFunction> more = new HashMap<>(byPath);
    more.put(pythonFunction, Objects.requireNonNull(function, "function"));
    return new DefaultFunctions(more);
  }

  /** The counterpart of a Python function; null if there is none. */
  @Nullable DefaultFunction find(String pythonFunction) {
    DefaultFunction own = byPath.get(pythonFunction);
    Supplier<Object> pythons = OF_PYTHON.get(pythonFunction);
    return own == null && pythons != null ? parameters -> pythons.get() : own;
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MICROS);
  }

  private static LocalDateTime utcnow() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private static Object seconds() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) / MICROS_OF_A_SECOND;
  }
}
