package dev.brine.sql;

import dev.brine.schema.QuotedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts identifiers in quotes where a dialect needs it. Immutable. */
class IdentifierPreparer {

  /** {@code LEGAL_CHARACTERS} of rel_2_0_52, {@code sql/compiler.py}; ASCII alone. */
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_$]+\n?");

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

  final boolean hasIllegalCharacters(String text) {
    return !LEGAL.matcher(text).matches();
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
