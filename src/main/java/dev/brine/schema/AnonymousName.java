package dev.brine.schema;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that is made up when a statement is compiled, such as {@code anon_1} or {@code users_2}.
 *
 * <p>The template is text with placeholders {@code %(<token> <base>)s}: two placeholders with the
 * same token and base get the same name, and names of one base are numbered in the order in which
 * they are met. A literal percent sign is doubled. A dump holds Python's {@code id()} as the token;
 * loading replaces it by a small number so that equal dumps load equal.
 *
 * @param template never empty; see above
 */
public record AnonymousName(String template) implements Name {

  private static final String SIGNS = "%() $";
  private static final Pattern TEMPLATE_SIGNS = Pattern.compile("[" + SIGNS + "]+");

  private static final Pattern PLACEHOLDER = Pattern.compile("%\\([^ ]* ([^)]*)\\)s");

  private static final AtomicLong NEXT_TOKEN = new AtomicLong(1L << 32);

  public AnonymousName {
    Objects.requireNonNull(template, "template");
  }

  /** A fresh name with the given base, equal to no other. */
  public static AnonymousName fresh(String base) {
    return of(nextToken(), sanitized(base));
  }

  /** A token that no other name has. */
  public static long nextToken() {
    return NEXT_TOKEN.getAndIncrement();
  }

  /** A base without the signs that a template gives a meaning to. */
  public static String sanitized(String base) {
    return hasSigns(base) ? TEMPLATE_SIGNS.matcher(base).replaceAll("_") : base;
  }

  /** Whether there is anything to replace: in most names there is not. */
  private static boolean hasSigns(String base) {
    for (int i = 0; i < base.length(); i++) {
      if (SIGNS.indexOf(base.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The name of one placeholder. */
  public static AnonymousName of(long token, String base) {
    return new AnonymousName("%(" + token + " " + base + ")s");
  }

  /** The base of its first placeholder; the whole template if it has none. */
  public String base() {
    Matcher placeholder = PLACEHOLDER.matcher(template);
    return placeholder.find() ? placeholder.group(1) : template;
  }

  @Override
  public String text() {
    return template;
  }
}
