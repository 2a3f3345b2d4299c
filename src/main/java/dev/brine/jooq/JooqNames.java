package dev.brine.jooq;

import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.Name.Quoted;
import org.jspecify.annotations.Nullable;

/** jOOQ's qualified names, taken apart. */
final class JooqNames {

  private JooqNames() {}

  /** All parts with dots between them: {@code schema.table}. */
  static String key(org.jooq.Name name) {
    return Arrays.stream(name.parts())
        .map(org.jooq.Name::last)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining("."));
  }

  /** What stands before the last part; null if nothing does. */
  static @Nullable String qualifier(org.jooq.Name name) {
    org.jooq.Name qualifier = name.qualifier();
    String key = qualifier == null ? "" : key(qualifier);
    return key.isEmpty() ? null : key;
  }

  /** The last part as it is written, without quotes. */
  static String text(org.jooq.Name name) {
    return String.valueOf(name.last());
  }

  /**
   * The same with what is known of its quotes; one that jOOQ leaves bare although SQLAlchemy would
   * quote it stays bare.
   */
  static QuotedName last(org.jooq.Name name) {
    String text = text(name);
    boolean foldsCase = !text.equals(text.toLowerCase(Locale.ROOT));
    return name.unqualifiedName().quoted() == Quoted.UNQUOTED && foldsCase
        ? new QuotedName(text, Quoting.NEVER)
        : Name.of(text);
  }
}
