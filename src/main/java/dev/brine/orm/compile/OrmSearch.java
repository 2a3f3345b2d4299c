package dev.brine.orm.compile;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Correlation;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TextualSelect;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Whether there is anything in a statement that only the ORM knows: if not, there is nothing to
 * rewrite in it, which would cost as much as compiling it. One for each statement.
 */
final class OrmSearch {

  private final Deque<ClauseElement> pending = new ArrayDeque<>();

  /** Those with parts; each is looked into once. */
  private final Set<ClauseElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private OrmSearch() {}

  /** Whether there may be something of the ORM in it: always so of statements that change rows. */
  static boolean findsIn(ClauseElement root) {
    return new OrmSearch().finds(root);
  }

  private boolean finds(ClauseElement root) {
    pending.push(root);
    while (!pending.isEmpty()) {
      ClauseElement element = pending.pop();
      if (isOfOrm(element)) {
        return true;
      }
      addParts(element);
    }
    return false;
  }

  private void addParts(ClauseElement element) {
    List<ClauseElement> parts = element.children();
    if (parts.isEmpty() || !seen.add(element)) {
      return;
    }
    parts.forEach(pending::push);
    if (element instanceof Select select) {
      Correlation correlation = select.correlation();
      correlation.to().forEach(pending::push);
      if (correlation.except() != null) {
        correlation.except().forEach(pending::push);
      }
    }
  }

  private static boolean isOfOrm(ClauseElement element) {
    if (element instanceof ColumnRef
        || element instanceof BindParameter
        || element instanceof BinaryExpression) {
      return false; // Most elements are, and a class is told sooner than an interface.
    }
    if (element instanceof GenerativeSelect<?> select) {
      return isOfOrm(select.options());
    }
    if (element instanceof TextualSelect select) {
      return isOfOrm(select.options());
    }
    return element instanceof OrmEntity
        || element instanceof MappedAttribute
        || element instanceof MappedProperty
        || element instanceof AnnotatedColumn
        || element instanceof Bundle
        || element instanceof OrmJoin
        || element instanceof Query
        || element instanceof FromStatement
        || element instanceof DmlStatement;
  }

  private static boolean isOfOrm(StatementOptions options) {
    return !options.orm().equals(OrmOptions.NONE);
  }
}
