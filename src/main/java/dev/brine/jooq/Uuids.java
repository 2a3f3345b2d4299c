package dev.brine.jooq;

import java.util.Locale;
import java.util.UUID;

/** The ways in which a UUID is written. */
final class Uuids {

  private static final int HEX_DIGITS = 32;

  private Uuids() {}

  /** 32 lower-case hexadecimal digits: Python's {@code uuid.hex}. */
  static String hex(Object uuid) {
    return uuid.toString().replace("-", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a UUID with or without dashes and braces, as Python's {@code UUID(text)}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static UUID parse(Object value) {
    if (value instanceof UUID uuid) {
      return uuid;
    }
    String hex = hex(value).replace("urn:", "").replace("uuid:", "").replaceAll("[{}]", "");
    if (hex.length() != HEX_DIGITS) {
      throw new IllegalArgumentException("badly formed hexadecimal UUID string '" + value + "'");
    }
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }
}
