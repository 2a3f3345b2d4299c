package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.TableRef;
import dev.brine.schema.AnonymousName;

/** What a FROM element is called in messages. */
final class Described {

  private Described() {}

  static String from(FromClause from) {
    if (from instanceof TableRef ref) {
      return ref.table().name().text();
    }
    if (from instanceof Alias alias) {
      return alias.name() instanceof AnonymousName
          ? "an alias of " + from(alias.element())
          : alias.name().text();
    }
    if (from instanceof Join join) {
      return "Join of " + from(join.left()) + " and " + from(join.right());
    }
    return from instanceof FromGrouping grouping ? from(grouping.element()) : from.toString();
  }
}
