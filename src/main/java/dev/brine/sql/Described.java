package dev.brine.sql;

import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.TableRef;
import dev.brine.schema.AnonymousName;
import java.util.List;
import java.util.stream.Collectors;

/** What a FROM element is called in messages. */
final class Described {

  private Described() {}

  static String froms(List<FromClause> froms) {
    return froms.stream().map(Described::from).collect(Collectors.joining(", "));
  }

  private static String unnamed(AliasedReturnsRows named) {
    return named.source() instanceof FromClause from ? "an alias of " + from(from) : "a subquery";
  }

  static String from(FromClause from) {
    if (from instanceof TableRef ref) {
      return ref.table().name().text();
    }
    if (from instanceof AliasedReturnsRows named) {
      return named.name() instanceof AnonymousName ? unnamed(named) : named.name().text();
    }
    if (from instanceof Join join) {
      return "Join of " + from(join.left()) + " and " + from(join.right());
    }
    return from instanceof FromGrouping grouping ? from(grouping.element()) : from.toString();
  }
}
