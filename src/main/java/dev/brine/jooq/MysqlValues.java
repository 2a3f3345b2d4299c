package dev.brine.jooq;

import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How MySQL's own types keep their values (rel_2_0_52, {@code dialects/mysql/}). */
final class MysqlValues {

  /** Bits are a number, the highest first. */
  static final StorageType BIT = StorageType.of(value -> value, MysqlValues::bits);

  private static final int BITS_PER_BYTE = 8;
  private static final int BYTE = 0xff;

  private MysqlValues() {}

  private static Object bits(Object stored) {
    if (stored instanceof Boolean bit) {
      return bit ? 1L : 0L;
    }
    if (!(stored instanceof byte[] bytes)) {
      return stored;
    }
    long number = 0;
    for (byte each : bytes) {
      number = number << BITS_PER_BYTE | (each & BYTE);
    }
    return number;
  }

  /** The names of a set with commas between, or the number with a bit for each. */
  static StorageType set(SqlType type) {
    List<?> names = type.attribute("values") instanceof List<?> list ? list : List.of();
    boolean isBitwise = type.flag("retrieve_as_bitwise");
    return StorageType.of(
        value -> value instanceof Collection<?> given ? write(given, names, isBitwise) : value,
        stored -> read(stored, names));
  }

  private static Object write(Collection<?> given, List<?> names, boolean isBitwise) {
    if (!isBitwise) {
      return given.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    long bits = 0;
    for (Object name : given) {
      int index = names.indexOf(name);
      if (index < 0) {
        throw new IllegalArgumentException("'" + name + "' is none of " + names);
      }
      bits |= 1L << index;
    }
    return bits;
  }

  private static Object read(Object stored, List<?> names) {
    if (stored instanceof Long bits) {
      Set<Object> members = new LinkedHashSet<>();
      for (int i = 0; i < names.size(); i++) {
        if ((bits & 1L << i) != 0) {
          members.add(names.get(i));
        }
      }
      return members;
    }
    List<String> parts = new ArrayList<>(List.of(stored.toString().split(",")));
    parts.removeIf(String::isEmpty);
    return new LinkedHashSet<>(parts);
  }
}
