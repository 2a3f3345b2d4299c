package dev.brine.wrapping;

import dev.brine.pickle.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * PostgreSQL's escape format, which was the format of {@code bytea} up to 8.4: a byte that is no
 * printable ASCII as three octal digits behind a backslash, a backslash doubled. A text without any
 * octal digits is not taken for it: too much else doubles its backslashes.
 */
record EscapedText(Margins margins) implements Wrapping {

  private static final int OCTAL = 8;
  private static final int OCTAL_LENGTH = 3;

  static final class Peeler implements dev.brine.wrapping.Peeler {

    @Override
    public boolean isCertain() {
      return false;
    }

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      Margins margins = Margins.ofLine(content);
      String text = margins.body();
      ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
      boolean hasOctal = false;
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        int length = c == '\\' ? escapeLength(text, at) : isPrintable(c) ? 1 : 0;
        if (length == 0) {
          return List.of();
        }
        out.write(length > 2 ? Integer.parseInt(text, at + 1, at + length, OCTAL) : c);
        hasOctal |= length > 2;
        at += length;
      }
      return !hasOctal
          ? List.of()
          : List.of(new Peeled(new EscapedText(margins), out.toByteArray()));
    }

    /** Of the escape at the backslash; 0 if it is none. */
    private static int escapeLength(String text, int at) {
      if (text.startsWith("\\\\", at)) {
        return 2;
      }
      int end = at + 1 + OCTAL_LENGTH;
      if (end > text.length() || text.charAt(at + 1) > '3') {
        return 0;
      }
      boolean isOctal = text.substring(at + 1, end).chars().allMatch(c -> c >= '0' && c < '8');
      return isOctal ? 1 + OCTAL_LENGTH : 0;
    }
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~';
  }

  @Override
  public WrappingKind kind() {
    return WrappingKind.BYTEA;
  }

  @Override
  public String details() {
    return "escape format";
  }

  @Override
  public byte[] wrap(byte[] content) {
    StringBuilder text = new StringBuilder(content.length * 2);
    for (byte each : content) {
      int value = Byte.toUnsignedInt(each);
      if (value == '\\') {
        text.append("\\\\");
      } else if (isPrintable(value)) {
        text.append((char) value);
      } else {
        text.append("\\%03o".formatted(value));
      }
    }
    return margins.around(text.toString());
  }
}
