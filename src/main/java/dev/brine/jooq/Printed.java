package dev.brine.jooq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jooq.Configuration;
import org.jooq.Keyword;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ visits when it prints a part, in the order of the text. A {@code VisitListener} is told
 * of each, and thus of operands, keywords and whole queries that the object model has no accessor
 * for.
 *
 * @param part null for the whole
 * @param children what was visited within it
 */
record Printed(@Nullable QueryPart part, List<Printed> children) {

  /** Prints a part for a dialect. */
  static Printed of(QueryPart part, SQLDialect dialect) {
    Deque<Printed> open = new ArrayDeque<>();
    open.push(new Printed(null, new ArrayList<>()));
    VisitListener listener =
        VisitListener.onVisitStart(
                context -> {
                  Printed visited = new Printed(context.queryPart(), new ArrayList<>());
                  open.element().children().add(visited);
                  open.push(visited);
                })
            .onVisitEnd(context -> open.pop());
    Configuration configuration = new DefaultConfiguration().set(dialect).set(listener);
    DSL.using(configuration).renderInlined(part);
    return open.element().children().get(0);
  }

  /** Where this very part was visited; null if it was not. */
  @Nullable Printed find(QueryPart wanted) {
    if (part == wanted) {
      return this;
    }
    for (Printed child : children) {
      Printed found = child.find(wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The keyword in lower case; empty for what is none. */
  String keyword() {
    return part instanceof Keyword keyword ? keyword.toString().toLowerCase(Locale.ROOT) : "";
  }

  /** All keywords that are visited directly, in their order. */
  List<String> keywords() {
    return children.stream().map(Printed::keyword).filter(word -> !word.isEmpty()).toList();
  }

  /** The first part behind a keyword that is none itself; null if there is none. */
  @Nullable QueryPart behind(String keyword) {
    boolean isBehind = false;
    for (Printed child : children) {
      if (isBehind && child.keyword().isEmpty()) {
        return child.part();
      }
      isBehind |= child.keyword().equals(keyword);
    }
    return null;
  }
}
