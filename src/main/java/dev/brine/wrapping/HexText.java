package dev.brine.wrapping;

import dev.brine.error.MalformedPickleException;
import dev.brine.pickle.ReadLimits;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Two digits for each byte.
 *
 * @param prefix what stands before them
 */
record HexText(Margins margins, Prefix prefix, boolean upperCase, Lines lines) implements Wrapping {

  /** What may stand before the digits; the longest first. */
  enum Prefix {
    /** PostgreSQL's {@code COPY} doubles each backslash. */
    COPY("\\\\x"),
    BYTEA("\\x"),
    SQL("0x"),
    NONE("");

    private final String text;

    Prefix(String text) {
      this.text = text;
    }

    boolean isBytea() {
      return this == COPY || this == BYTEA;
    }
  }

  /** Finds the digits behind one prefix. */
  record Peeler(Prefix prefix) implements dev.brine.wrapping.Peeler {

    @Override
    public boolean isCertain() {
      return prefix.isBytea();
    }

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      Margins margins = Margins.of(content);
      if (!margins.body().startsWith(prefix.text)) {
        return List.of();
      }
      String body = margins.body().substring(prefix.text.length());
      String digits = Lines.join(body);
      int stray = firstStray(digits);
      if (stray < digits.length() || digits.length() % 2 != 0 || digits.isEmpty()) {
        if (isCertain() && digits.length() > 1 && stray > 1) {
          throw broken(digits, stray);
        }
        return List.of();
      }
      boolean upperCase = !digits.equals(digits.toLowerCase(Locale.ROOT));
      Wrapping found = new HexText(margins, prefix, upperCase, Lines.of(body));
      return List.of(new Peeled(found, HexFormat.of().parseHex(digits)));
    }

    private static int firstStray(String text) {
      int i = 0;
      while (i < text.length() && text.charAt(i) < 0x80 && HexFormat.isHexDigit(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private static MalformedPickleException broken(String digits, int stray) {
      return new MalformedPickleException(
          stray < digits.length()
              ? "the hex is broken: '%s' stands at digit %d".formatted(digits.charAt(stray), stray)
              : "the hex is broken: it ends in the middle of a byte");
    }
  }

  @Override
  public WrappingKind kind() {
    return prefix.isBytea() ? WrappingKind.BYTEA : WrappingKind.HEX;
  }

  @Override
  public String details() {
    String shown = prefix == Prefix.NONE ? "" : prefix.text + "…";
    String separator = shown.isEmpty() || lines.details().isEmpty() ? "" : ", ";
    return shown + separator + lines.details();
  }

  @Override
  public byte[] wrap(byte[] content) {
    HexFormat format = upperCase ? HexFormat.of().withUpperCase() : HexFormat.of();
    return margins.around(prefix.text + lines.fold(format.formatHex(content)));
  }
}
