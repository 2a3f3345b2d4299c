package dev.brine.sql;

import dev.brine.schema.QuotedName;
import java.util.Locale;
import java.util.Set;

/** Puts identifiers in quotes where a dialect needs it. Immutable. */
class IdentifierPreparer {

  private static final String ILLEGAL_AT_START = "0123456789$";

  private final String open;
  private final String close;
  private final String illegalAtStart;
  private final Set<String> reservedWords;

  IdentifierPreparer(String quote, Set<String> reservedWords) {
    this(quote, quote, ILLEGAL_AT_START, reservedWords);
  }

  private IdentifierPreparer(
      String open, String close, String illegalAtStart, Set<String> reservedWords) {
    this.open = open;
    this.close = close;
    this.illegalAtStart = illegalAtStart;
    this.reservedWords = reservedWords;
  }

  /** One whose quotation marks differ at the two ends. */
  IdentifierPreparer(String open, String close, Set<String> reservedWords) {
    this(open, close, ILLEGAL_AT_START, reservedWords);
  }

  /** This preparer, with quotes also around what starts with one of these characters. */
  IdentifierPreparer quotingAtStart(String characters) {
    return new IdentifierPreparer(open, close, illegalAtStart + characters, reservedWords);
  }

  /** The identifier as it is written. */
  final String quote(QuotedName name) {
    return switch (name.quoting()) {
      case ALWAYS -> quoted(name.text());
      case NEVER -> name.text();
      case AUTOMATIC -> needsQuotes(name.text()) ? quoted(name.text()) : name.text();
    };
  }

  /** The schema as it is written before a table. */
  String quoteSchema(QuotedName schema) {
    return quote(schema);
  }

  final String quoted(String text) {
    return open + text.replace(close, close + close) + close;
  }

  /**
   * Whether there is anything but what {@code LEGAL_CHARACTERS} names in rel_2_0_52, {@code
   * sql/compiler.py}: ASCII alone, and a line break that is the last character.
   */
  final boolean hasIllegalCharacters(String text) {
    int length = text.endsWith("\n") ? text.length() - 1 : text.length();
    for (int i = 0; i < length; i++) {
      if (!isLegal(text.charAt(i))) {
        return true;
      }
    }
    return length == 0;
  }

  private static boolean isLegal(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$';
  }

  private boolean needsQuotes(String text) {
    return text.isEmpty() || isUnfit(text) || !text.toLowerCase(Locale.ROOT).equals(text);
  }

  /** Whether the database could not read the text as a name, whatever its case. */
  final boolean isUnfit(String text) {
    return reservedWords.contains(text.toLowerCase(Locale.ROOT))
        || illegalAtStart.indexOf(text.charAt(0)) >= 0
        || hasIllegalCharacters(text);
  }
}
