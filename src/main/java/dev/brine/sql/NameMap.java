package dev.brine.sql;

import dev.brine.expr.AnonymousNumbers;
import dev.brine.expr.LabelName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills in anonymous names and shortens long ones, giving the same name the same result within one
 * statement: SQLAlchemy's {@code _truncated_identifier}. Not thread-safe.
 */
final class NameMap {

  /** What a name is for; the shortened names of each kind are numbered by themselves. */
  enum Kind {
    COLUMN,
    ALIAS,
    VALUES,
    BIND
  }

  /** What a shortened name leaves room for: an underscore and a number in hexadecimal. */
  private static final int SUFFIX_LENGTH = 6;

  private final int maxLength;
  private final AnonymousNumbers numbers = new AnonymousNumbers();
  private final Map<Kind, Map<String, QuotedName>> shortened = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> shortenedCounters = new EnumMap<>(Kind.class);

  NameMap(int maxIdentifierLength) {
    this.maxLength = maxIdentifierLength - SUFFIX_LENGTH;
  }

  /** The name as it is printed; a plain one is printed as it is. */
  QuotedName printed(Kind kind, LabelName name) {
    return name.isPlain() ? new QuotedName(name.text(), name.quoting()) : shortened(kind, name);
  }

  /** The name with its placeholders filled, shortened if it is too long. */
  QuotedName shortened(Kind kind, LabelName name) {
    Map<String, QuotedName> known = shortened.computeIfAbsent(kind, k -> new HashMap<>());
    QuotedName result = known.get(name.text());
    if (result == null) {
      result = shorten(kind, name);
      known.put(name.text(), result);
    }
    return result;
  }

  /** Gives a name that would be made up the one it is to have. */
  void assign(Kind kind, LabelName name, QuotedName result) {
    shortened.computeIfAbsent(kind, k -> new HashMap<>()).put(name.text(), result);
  }

  private QuotedName shorten(Kind kind, LabelName name) {
    String text = name.isTemplate() ? numbers.fill(name.text()) : name.text();
    if (text.length() <= maxLength) {
      return new QuotedName(text, name.quoting());
    }
    int counter = shortenedCounters.merge(kind, 1, Integer::sum);
    return Name.of(text.substring(0, Math.max(maxLength, 0)) + "_" + Integer.toHexString(counter));
  }
}
