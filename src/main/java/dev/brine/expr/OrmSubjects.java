package dev.brine.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entity a statement is about: the first that something in it belongs to, as SQLAlchemy hands
 * {@code _propagate_attrs} on from what a statement is made of (rel_2_0_58, {@code
 * sql/coercions.py}).
 */
final class OrmSubjects {

  private OrmSubjects() {}

  /** The same options, for the ORM to compile if one of the elements belongs to it. */
  static StatementOptions about(List<? extends ClauseElement> elements, StatementOptions options) {
    if (options.orm().isOrm()) {
      return options;
    }
    for (ClauseElement element : elements) {
      OrmEntity subject = find(element);
      if (subject != null || element instanceof Bundle) {
        return options.withOrm(options.orm().about(subject));
      }
    }
    return options;
  }

  /** The first entity that an element belongs to; null for none. */
  static @Nullable OrmEntity find(ClauseElement element) {
    if (element instanceof OrmEntity entity) {
      return entity;
    }
    if (element instanceof MappedAttribute attribute) {
      return attribute.parent();
    }
    if (element instanceof AnnotatedColumn column && column.annotations().parentEntity() != null) {
      return column.annotations().parentEntity();
    }
    if (element instanceof FromClause || element instanceof Statement) {
      return null;
    }
    for (ClauseElement child : element.children()) {
      OrmEntity subject = find(child);
      if (subject != null) {
        return subject;
      }
    }
    return null;
  }
}
