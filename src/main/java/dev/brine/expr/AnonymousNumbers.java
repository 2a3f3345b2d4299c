package dev.brine.expr;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of anonymous names, the same one with the same name each time:
 * SQLAlchemy's {@code prefix_anon_map}. Not thread-safe.
 */
public final class AnonymousNumbers {

  /** A placeholder with its token and base, or a doubled percent sign. */
  private static final Pattern PLACEHOLDER = Pattern.compile("%\\(([^ ]*) ([^)]*)\\)s|%%");

  private static final String START = "%(";
  private static final String END = ")s";

  private final Map<String, String> filled = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();

  /** The template with its placeholders replaced. */
  public String fill(String template) {
    int space = template.indexOf(' ');
    int end = template.length() - END.length();
    if (template.startsWith(START)
        && template.endsWith(END)
        && space >= 0
        && template.indexOf(END.charAt(0), space) == end) {
      // One placeholder and nothing else, as nearly all are; a pattern takes its time.
      return numbered(template, template.substring(space + 1, end));
    }
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
