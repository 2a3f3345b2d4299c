package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Whether a query made anew of what was read says what the original says. */
final class MirrorCheck {

  /** In none of them everything has a text; together they print all that jOOQ can say. */
  private static final List<DSLContext> DIALECTS =
      List.of(
          DSL.using(SQLDialect.DEFAULT),
          DSL.using(SQLDialect.POSTGRES),
          DSL.using(SQLDialect.MYSQL));

  /** How much of the texts is shown from where they part. */
  private static final int EXCERPT = 60;

  private MirrorCheck() {}

  /**
   * Compares the texts, values included.
   *
   * @throws JooqImportException if they differ, with the place where they do
   */
  static void requireEqual(QueryPart original, QueryPart mirror) {
    for (DSLContext dsl : DIALECTS) {
      String said = dsl.renderInlined(original);
      String read = dsl.renderInlined(mirror);
      if (!said.equals(read)) {
        throw new JooqImportException(
            difference(said, read), "write that part with the fluent API of dev.brine.expr");
      }
    }
  }

  private static String difference(String said, String read) {
    int at = 0;
    while (at < said.length() && at < read.length() && said.charAt(at) == read.charAt(at)) {
      at++;
    }
    int wordStart = Math.max(said.lastIndexOf(' ', Math.max(0, at - 1)) + 1, 0);
    return "the query says '%s' where jOOQ's object model tells '%s'"
        .formatted(excerpt(said, wordStart), excerpt(read, wordStart));
  }

  private static String excerpt(String text, int from) {
    if (from >= text.length()) {
      return "";
    }
    String rest = text.substring(from);
    return rest.length() <= EXCERPT ? rest : rest.substring(0, EXCERPT) + "…";
  }
}
