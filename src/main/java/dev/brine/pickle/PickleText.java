package dev.brine.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of text in a pickle: UTF-8 with surrogates let through (Python's {@code
 * surrogatepass}), {@code raw-unicode-escape} in protocol 0, and Python 2's quoted strings.
 */
final class PickleText {

  private static final int CONTINUATION = 0x80;

  private PickleText() {}

  /** A fresh String, or {@link PySurrogateText}; null when the bytes are not UTF-8. */
  static @Nullable Object utf8(byte[] data, int start, int end) {
    for (int i = start; i < end; i++) {
      if (data[i] < 0) {
        return wideUtf8(data, start, end);
      }
    }
    return new String(data, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Object wideUtf8(byte[] data, int start, int end) {
    int[] codePoints = new int[end - start];
    int count = 0;
    for (int i = start; i < end; ) {
      int width = width(data[i]);
      int codePoint = i + width > end ? -1 : decode(data, i, width);
      if (codePoint < 0) {
        return null;
      }
      codePoints[count++] = codePoint;
      i += width;
    }
    return PySurrogateText.of(Arrays.copyOf(codePoints, count));
  }

  private static int width(byte lead) {
    int unsigned = lead & 0xFF;
    if (unsigned < 0x80) {
      return 1;
    }
    return unsigned >= 0xF0 ? 4 : unsigned >= 0xE0 ? 3 : 2;
  }

  /** The code point of so many bytes; -1 when they are malformed or longer than need be. */
  private static int decode(byte[] data, int at, int width) {
    if (width == 1) {
      return data[at];
    }
    int value = data[at] & (0xFF >> (width + 1));
    for (int i = 1; i < width; i++) {
      if ((data[at + i] & 0xC0) != CONTINUATION) {
        return -1;
      }
      value = (value << 6) | (data[at + i] & 0x3F);
    }
    int least = width == 2 ? 0x80 : width == 3 ? 0x800 : Character.MIN_SUPPLEMENTARY_CODE_POINT;
    boolean valid = (data[at] & 0xFF) >= 0xC2 && (data[at] & 0xFF) < 0xF8;
    return valid && value >= least && value <= Character.MAX_CODE_POINT ? value : -1;
  }

  /** UTF-8 of a text, its lone surrogates as three bytes each. */
  static byte[] toUtf8(Object text) {
    if (text instanceof String string && isEncodable(string)) {
      return string.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int codePoint : codePoints(text)) {
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        out.write(0xE0 | (codePoint >> 12));
        out.write(CONTINUATION | ((codePoint >> 6) & 0x3F));
        out.write(CONTINUATION | (codePoint & 0x3F));
      } else {
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  /** Whether UTF-8 can say it: there are no lone surrogates in it. */
  static boolean isEncodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
      }
    }
    return true;
  }

  static int[] codePoints(Object text) {
    return text instanceof PySurrogateText wide
        ? wide.codePoints().toArray()
        : ((String) text).codePoints().toArray();
  }

  /** Decodes {@code raw-unicode-escape}; null when an escape is cut short or out of range. */
  static @Nullable Object fromRawUnicodeEscape(byte[] line) {
    int[] codePoints = new int[line.length];
    int count = 0;
    for (int i = 0; i < line.length; ) {
      int digits = escapeDigits(line, i);
      if (digits > 0) {
        int value = hex(line, i + 2, digits);
        if (value < 0 || value > Character.MAX_CODE_POINT) {
          return null;
        }
        codePoints[count++] = value;
        i += 2 + digits;
      } else {
        codePoints[count++] = line[i++] & 0xFF;
        if (digits < 0) {
          codePoints[count++] = line[i++] & 0xFF;
        }
      }
    }
    return PySurrogateText.of(Arrays.copyOf(codePoints, count));
  }

  /** How many digits the escape here has; 0 where none starts, -1 for a backslash and its next. */
  private static int escapeDigits(byte[] line, int at) {
    if (line[at] != '\\' || at + 1 == line.length) {
      return 0;
    }
    return line[at + 1] == 'u' ? 4 : line[at + 1] == 'U' ? 8 : -1;
  }

  /** The value of so many hexadecimal digits; -1 when they are not all there. */
  static int hex(byte[] line, int start, int digits) {
    if (start + digits > line.length) {
      return -1;
    }
    long value = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = Character.digit(line[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  /** A text as a line of protocol 0, escaped where a line or a Latin-1 reader would stumble. */
  static byte[] toRawUnicodeEscape(Object text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int codePoint : codePoints(text)) {
      if (codePoint > 0xFFFF) {
        out.writeBytes(ascii("\\U%08x".formatted(codePoint)));
      } else if (codePoint > 0xFF || "\\\0\n\r\u001a".indexOf(codePoint) >= 0) {
        out.writeBytes(ascii("\\u%04x".formatted(codePoint)));
      } else {
        out.write(codePoint);
      }
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
