package dev.brine.jooq;

import dev.brine.expr.Affix;
import dev.brine.expr.Select;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/**
 * The text of {@code hint()} and {@code option()}, which neither the object model nor any visit
 * tells: it is all that a query has at its start or end beyond what was read of it.
 */
final class HintImport {

  private static final String START = "select ";

  private final DSLContext dsl = DSL.using(SQLDialect.DEFAULT);

  /** The statement with them, which the mirror is given too; unchanged where there are none. */
  Select on(Select select, org.jooq.Select<?> query, SelectQuery<Record> mirror) {
    String said = dsl.renderInlined(query);
    String read = dsl.renderInlined(mirror);
    if (said.length() <= read.length() || !said.startsWith(START) || !read.startsWith(START)) {
      return select;
    }
    String rest = read.substring(START.length());
    int at = said.indexOf(rest);
    if (at < 0 || at != said.lastIndexOf(rest)) {
      return select;
    }
    String hint = said.substring(START.length(), Math.max(START.length(), at)).strip();
    String option = said.substring(at + rest.length()).strip();
    Select hinted = isPlain(hint) ? hinted(select, hint, mirror) : select;
    return isPlain(option) ? optioned(hinted, option, mirror) : hinted;
  }

  /** A colon would be a parameter in SQLAlchemy's text. */
  private static boolean isPlain(String text) {
    return !text.isEmpty() && text.indexOf(':') < 0;
  }

  private static Select hinted(Select select, String hint, SelectQuery<Record> mirror) {
    mirror.addHint(hint);
    return select.prefixWith(Affix.of(hint));
  }

  private static Select optioned(Select select, String option, SelectQuery<Record> mirror) {
    mirror.addOption(option);
    return select.suffixWith(Affix.of(option));
  }
}
