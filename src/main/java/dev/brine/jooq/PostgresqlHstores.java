package dev.brine.jooq;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's text for {@code hstore}, a map of text to text or NULL: {@code "a"=>"1"}. */
final class PostgresqlHstores {

  private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern PAIR =
      Pattern.compile(QUOTED + "\\s*=>\\s*(?:" + QUOTED + "|NULL)\\s*,?\\s*", Pattern.DOTALL);

  private PostgresqlHstores() {}

  static Map<String, @Nullable String> read(String text) {
    Map<String, @Nullable String> pairs = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(text);
    int end = 0;
    while (pair.find(end) && pair.start() == end) {
      String value = pair.group(2);
      pairs.put(unescaped(pair.group(1)), value == null ? null : unescaped(value));
      end = pair.end();
    }
    if (end < text.length()) {
      throw new IllegalArgumentException("not an hstore: '" + text + "'");
    }
    return Collections.unmodifiableMap(pairs);
  }

  static String write(Map<?, ?> pairs) {
    StringJoiner joined = new StringJoiner(", ");
    pairs.forEach((key, value) -> joined.add(quoted(key) + "=>" + quoted(value)));
    return joined.toString();
  }

  private static String unescaped(String text) {
    return text.replaceAll("(?s)\\\\(.)", "$1");
  }

  private static String quoted(@Nullable Object text) {
    return text == null
        ? "NULL"
        : '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
