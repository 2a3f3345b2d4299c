package dev.brine.error;

import java.util.regex.Pattern;

/** How messages put words together that are computed. Stateless. */
public final class Wording {

  /** What is spoken with a vowel first: not the "u" of "unary" and "user". */
  private static final Pattern VOWEL =
      Pattern.compile("[aeio].*|u(?![^aeiou][aeiou]|u).*", Pattern.CASE_INSENSITIVE);

  private Wording() {}

  /** A noun with its article: {@code "an Exists"}, {@code "a UnaryExpression"}. */
  public static String a(String noun) {
    return (VOWEL.matcher(noun).matches() ? "an " : "a ") + noun;
  }
}
