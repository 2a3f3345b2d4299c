package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.Select;
import dev.brine.schema.MetaData;
import org.jooq.Attachable;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ queries as statements: SELECTs of tables, aliases and joins, with conditions, arithmetic,
 * functions, grouping, ordering, limits and parameters.
 *
 * <p>jOOQ's object model leaves out much of what a query says: set operations, FOR UPDATE, hints,
 * the NOT of NOT BETWEEN. So a query is imported twice, as a statement and as a new jOOQ query made
 * of the same parts, and the new one must have the text of the old; whatever the model hides is
 * missing there, and the import fails rather than lose it.
 *
 * <p>Stateless, hence thread-safe.
 */
public final class JooqImport {

  private JooqImport() {}

  /** Whether this is a jOOQ query, which {@link #statement(Object)} may take. */
  public static boolean isQuery(@Nullable Object object) {
    return object instanceof org.jooq.Query;
  }

  /** As {@link #statement(Object, MetaData)}, with what jOOQ itself knows of the tables. */
  public static Select statement(Object query) {
    return statement(query, null);
  }

  /**
   * Reads a query.
   *
   * @param query a jOOQ {@code Select}
   * @param metadata the tables that the query's names stand for; null to describe them by what jOOQ
   *     knows
   * @throws JooqImportException if the query holds something that cannot be imported, by name
   * @throws UnresolvedReferenceException if the metadata lacks a table or column
   */
  public static Select statement(Object query, @Nullable MetaData metadata) {
    if (!(query instanceof org.jooq.Select<?> select)) {
      throw new JooqImportException(
          "a jOOQ query of " + query.getClass().getSimpleName() + " cannot be imported",
          "only SELECT can");
    }
    try {
      return new SelectImport(metadata, dialect(select)).read(select);
    } catch (StackOverflowError e) {
      // jOOQ calls itself for each level when it prints a query, so no limit of ours comes first.
      throw new JooqImportException(
          "the jOOQ query is nested too deep for the stack of this thread",
          "say it flatter, or import it in a thread with a larger stack",
          e);
    }
  }

  private static SQLDialect dialect(Attachable query) {
    Configuration configuration = query.configuration();
    return configuration == null ? SQLDialect.DEFAULT : configuration.dialect();
  }
}
