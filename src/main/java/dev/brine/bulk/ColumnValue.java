package dev.brine.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a column held, or is to hold. Compares by value; immutable as long as nobody changes the
 * array.
 *
 * @param bytes the bytes; of text its UTF-8
 * @param isText whether the database gave text
 */
@SuppressWarnings("ArrayRecordComponent") // equals() and hashCode() are its own.
public record ColumnValue(byte[] bytes, boolean isText) {

  public ColumnValue {
    Objects.requireNonNull(bytes, "bytes");
  }

  static ColumnValue ofText(String text) {
    return new ColumnValue(text.getBytes(StandardCharsets.UTF_8), true);
  }

  /** The bytes as UTF-8. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnValue value
        && isText == value.isText
        && Arrays.equals(bytes, value.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + Boolean.hashCode(isText);
  }

  @Override
  public String toString() {
    return "%d %s".formatted(bytes.length, isText ? "bytes of text" : "bytes");
  }
}
