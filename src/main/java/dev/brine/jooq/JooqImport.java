package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.Wording;
import dev.brine.expr.Statement;
import dev.brine.schema.MetaData;
import org.jooq.Attachable;
import org.jooq.Configuration;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ queries as statements: SELECT with set operations, WITH, windows and locks, INSERT, UPDATE
 * and DELETE.
 *
 * <p>jOOQ's object model leaves out much of what a query says: set operations, FOR UPDATE, hints,
 * the NOT of NOT BETWEEN. What of it jOOQ visits when it prints the query is read there. And every
 * query is imported twice, as a statement and as a new jOOQ query made of the same parts, and the
 * new one must have the text of the old: what is still hidden is missing there, and the import
 * fails rather than lose it.
 *
 * <p>Stateless, hence thread-safe.
 */
public final class JooqImport {

  private JooqImport() {}

  /** Whether this is a jOOQ query, which {@link #statement(Object)} may take. */
  public static boolean isQuery(@Nullable Object object) {
    return object instanceof Query;
  }

  /** As {@link #statement(Object, MetaData)}, with what jOOQ itself knows of the tables. */
  public static Statement statement(Object query) {
    return statement(query, null);
  }

  /**
   * Reads a query.
   *
   * @param query a jOOQ {@code Select}, {@code Insert}, {@code Update} or {@code Delete}
   * @param metadata the tables that the query's names stand for; null to describe them by what jOOQ
   *     knows
   * @throws JooqImportException if the query holds something that cannot be imported, by name
   * @throws UnresolvedReferenceException if the metadata lacks a table or column
   */
  public static Statement statement(Object query, @Nullable MetaData metadata) {
    if (!(query instanceof Query statement)) {
      throw new JooqImportException(
          Wording.a(query.getClass().getSimpleName()) + " is no jOOQ query", "give a query");
    }
    try {
      return statement instanceof org.jooq.Select<?> select
          ? new SelectImport(metadata, dialect(select)).read(select).element()
          : new ChangeImport(new ImportScope(metadata), dialect(statement))
              .read(statement)
              .element();
    } catch (DataAccessException e) {
      throw new JooqImportException(
          "jOOQ cannot print the query: " + e.getMessage(), "write that part otherwise", e);
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
