package dev.brine.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code backslashreplace}: {@code \xe4}, a four-digit or an eight-digit escape. */
final class BackslashEscapes {

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U00([0-9a-f]{6}))");

  private BackslashEscapes() {}

  static String decode(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              String digits = match.group(1) != null ? match.group(1) : match.group(2);
              int codePoint = Integer.parseInt(digits != null ? digits : match.group(3), 16);
              return Character.isValidCodePoint(codePoint)
                  ? Matcher.quoteReplacement(Character.toString(codePoint))
                  : Matcher.quoteReplacement(match.group());
            });
  }
}
