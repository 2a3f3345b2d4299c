package dev.brine.codec;

import dev.brine.schema.AnonymousName;
import java.util.function.ToLongFunction;

/** The placeholders {@code %(token base)s} in the template of an anonymous name. Stateless. */
public final class AnonymousTokens {

  /** How a placeholder begins. */
  static final String OPENING = "%(";

  private AnonymousTokens() {}

  /** The template with each token replaced. */
  public static String replace(String template, ToLongFunction<String> replacement) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int space = template.startsWith(OPENING, at) ? template.indexOf(' ', at) : -1;
      if (space >= 0) {
        String token = template.substring(at + OPENING.length(), space);
        out.append(OPENING).append(replacement.applyAsLong(token));
        at = space;
      } else if (template.startsWith("%%", at)) {
        out.append("%%");
        at += 2;
      } else {
        out.append(template.charAt(at++));
      }
    }
    return out.toString();
  }

  /** The base of the first placeholder. */
  static String base(String template, String otherwise) {
    int space = template.indexOf(' ');
    int end = template.indexOf(")s", space + 1);
    return template.startsWith(OPENING) && space >= 0 && end >= 0
        ? template.substring(space + 1, end)
        : otherwise;
  }

  /**
   * A placeholder as Python makes one for a bind parameter: characters that would upset the
   * template become underscores ({@code _anonymous_label.safe_construct} of rel_2_0_52).
   */
  static String sanitize(String base) {
    String safe = AnonymousName.sanitized(base);
    int from = 0;
    int to = safe.length();
    while (from < to && safe.charAt(from) == '_') {
      from++;
    }
    while (to > from && safe.charAt(to - 1) == '_') {
      to--;
    }
    return safe.substring(from, to);
  }
}
