package dev.brine.expr;

import dev.brine.error.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Whose columns {@code filter_by()} names: {@code _filter_by_zero} (rel_2_0_52, {@code
 * sql/selectable.py}).
 */
final class FilteredBy {

  private FilteredBy() {}

  /** The attribute or column of this name of what {@link #entity} tells. */
  static ColumnElement attribute(Select select, String key) {
    FromClause entity = entity(select);
    if (!(entity instanceof OrmEntity mapped)) {
      return entity.c(key);
    }
    if (mapped.entity().target(key) != null) {
      throw new UsageException(
          "'%s.%s' is a relationship".formatted(mapped.entity().className(), key),
          "compare it with an entity by Instances.isSame() in where()");
    }
    return mapped.attr(key);
  }

  /** What was joined last, or else what is selected from first. */
  static FromClause entity(Select select) {
    ClauseElement element = first(select);
    OrmEntity mapped = element == null ? null : mapped(element);
    if (mapped != null) {
      return mapped;
    }
    if (element instanceof ColumnRef column && column.table() != null) {
      return column.table();
    }
    if (element instanceof FromClause from) {
      return from;
    }
    throw new UsageException(
        "filterBy() has nothing whose columns it could name",
        "select a column of a table first, or give where() a condition");
  }

  /** The class that a relationship leads to, or that an attribute is of. */
  private static @Nullable OrmEntity mapped(ClauseElement element) {
    if (element instanceof MappedAttribute attribute) {
      MappedEntity target = attribute.parent().entity().target(attribute.key());
      OrmEntity plain = target == null ? attribute.parent() : new MappedClass(target);
      return attribute.ofType() == null ? plain : attribute.ofType();
    }
    return OrmSubjects.find(element);
  }

  private static @Nullable ClauseElement first(Select select) {
    int joins = select.setupJoins().size();
    if (joins > 0) {
      return select.setupJoins().get(joins - 1).target();
    }
    boolean isWhole =
        Boolean.TRUE.equals(select.options().orm().compileOptions().get("_set_base_alias"));
    if (!select.from().isEmpty() && !isWhole) {
      return select.from().get(0);
    }
    return select.columns().isEmpty() ? null : select.columns().get(0);
  }
}
