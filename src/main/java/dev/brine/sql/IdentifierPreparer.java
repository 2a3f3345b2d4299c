package dev.brine.sql;

import dev.brine.schema.QuotedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts identifiers in quotes where a dialect needs it. Immutable. */
final class IdentifierPreparer {

  /** {@code LEGAL_CHARACTERS} of rel_2_0_52, {@code sql/compiler.py}; ASCII alone. */
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_$]+\n?");

  private static final String ILLEGAL_AT_START = "0123456789$";

  private final String quote;
  private final Set<String> reservedWords;

  IdentifierPreparer(String quote, Set<String> reservedWords) {
    this.quote = quote;
    this.reservedWords = reservedWords;
  }

  /** The identifier as it is written. */
  String quote(QuotedName name) {
    return switch (name.quoting()) {
      case ALWAYS -> quoted(name.text());
      case NEVER -> name.text();
      case AUTOMATIC -> needsQuotes(name.text()) ? quoted(name.text()) : name.text();
    };
  }

  String quoted(String text) {
    return quote + text.replace(quote, quote + quote) + quote;
  }

  boolean hasIllegalCharacters(String text) {
    return !LEGAL.matcher(text).matches();
  }

  private boolean needsQuotes(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || reservedWords.contains(lower)
        || ILLEGAL_AT_START.indexOf(text.charAt(0)) >= 0
        || hasIllegalCharacters(text)
        || !lower.equals(text);
  }
}
