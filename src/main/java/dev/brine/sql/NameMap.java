package dev.brine.sql;

import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in anonymous names and shortens long ones, giving the same name the same result within one
 * statement: SQLAlchemy's {@code _truncated_identifier} and {@code prefix_anon_map}. Not
 * thread-safe.
 */
final class NameMap {

  /** What a name is for; the shortened names of each kind are numbered by themselves. */
  enum Kind {
    COLUMN,
    ALIAS,
    BIND
  }

  /** A placeholder with its token and base, or a doubled percent sign. */
  private static final Pattern PLACEHOLDER = Pattern.compile("%\\(([^ ]*) ([^)]*)\\)s|%%");

  /** What a shortened name leaves room for: an underscore and a number in hexadecimal. */
  private static final int SUFFIX_LENGTH = 6;

  private final int maxLength;
  private final Map<String, String> filled = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
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

  private QuotedName shorten(Kind kind, LabelName name) {
    String text = name.isTemplate() ? fill(name.text()) : name.text();
    if (text.length() <= maxLength) {
      return new QuotedName(text, name.quoting());
    }
    int counter = shortenedCounters.merge(kind, 1, Integer::sum);
    return Name.of(text.substring(0, Math.max(maxLength, 0)) + "_" + Integer.toHexString(counter));
  }

  private String fill(String template) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String base = matcher.group(2);
      String value = base == null ? "%" : numbered(matcher.group(), base);
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private String numbered(String placeholder, String base) {
    String known = filled.get(placeholder);
    if (known == null) {
      known = base + "_" + counters.merge(base, 1, Integer::sum);
      filled.put(placeholder, known);
    }
    return known;
  }
}
