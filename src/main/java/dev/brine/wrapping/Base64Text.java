package dev.brine.wrapping;

import dev.brine.error.MalformedPickleException;
import dev.brine.pickle.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Base64. What the text does not show, since none of its characters differ between the alphabets or
 * it needs no padding, is taken to be as Python's {@code b64encode} writes it.
 */
record Base64Text(Margins margins, boolean urlSafe, boolean padded, Lines lines)
    implements Wrapping {

  /** How a dump of protocol 2 to 5 starts in base64. */
  private static final Pattern STARTS_LIKE_A_DUMP = Pattern.compile("gA[I-X]");

  private static final int GROUP = 4;

  static final class Peeler implements dev.brine.wrapping.Peeler {

    @Override
    public boolean isCertain() {
      return false;
    }

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      Margins margins = Margins.of(content);
      String text = Lines.join(margins.body());
      int stray = firstStray(text);
      String digits = stray < text.length() ? text : withoutPadding(text);
      if (stray < text.length() || !isWhole(text, digits)) {
        if (STARTS_LIKE_A_DUMP.matcher(text).lookingAt()) {
          throw broken(text, stray);
        }
        return List.of();
      }
      boolean urlSafe = digits.indexOf('-') >= 0 || digits.indexOf('_') >= 0;
      boolean padded = digits.length() % GROUP == 0 || digits.length() < text.length();
      Base64.Decoder decoder = urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
      Wrapping found = new Base64Text(margins, urlSafe, padded, Lines.of(margins.body()));
      return List.of(new Peeled(found, decoder.decode(digits)));
    }

    /** The index of the first character that cannot stand there; the length if all can. */
    private static int firstStray(String text) {
      boolean standard = false;
      boolean urlSafe = false;
      int padding = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        standard |= c == '+' || c == '/';
        urlSafe |= c == '-' || c == '_';
        padding += c == '=' ? 1 : 0;
        boolean known = isLetterOrDigit(c) || "+/-_=".indexOf(c) >= 0;
        if (!known || (standard && urlSafe) || (padding > 0 && c != '=')) {
          return i;
        }
      }
      return text.length();
    }

    private static boolean isLetterOrDigit(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String withoutPadding(String text) {
      int padding = text.indexOf('=');
      return padding < 0 ? text : text.substring(0, padding);
    }

    /** Whether groups are whole, but for padding that was left out altogether. */
    private static boolean isWhole(String text, String digits) {
      int over = digits.length() % GROUP;
      boolean padded = digits.length() < text.length();
      return !digits.isEmpty()
          && over != 1
          && (!padded || text.length() % GROUP == 0)
          && text.length() - digits.length() < GROUP - 1;
    }

    private static MalformedPickleException broken(String text, int stray) {
      return new MalformedPickleException(
          stray < text.length()
              ? "the base64 is broken: '%s' stands at character %d"
                  .formatted(text.charAt(stray), stray)
              : "the base64 is broken: it ends in the middle of a group of 4 characters");
    }
  }

  @Override
  public WrappingKind kind() {
    return WrappingKind.BASE64;
  }

  @Override
  public String details() {
    return Stream.of(urlSafe ? "URL-safe" : "", padded ? "" : "unpadded", lines.details())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  public byte[] wrap(byte[] content) {
    Base64.Encoder alphabet = urlSafe ? Base64.getUrlEncoder() : Base64.getEncoder();
    Base64.Encoder encoder = padded ? alphabet : alphabet.withoutPadding();
    String text = new String(encoder.encode(content), StandardCharsets.ISO_8859_1);
    return margins.around(lines.fold(text));
  }
}
