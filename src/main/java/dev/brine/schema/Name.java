package dev.brine.schema;

/**
 * A name of a table, column, alias, label or bind parameter, as SQLAlchemy's {@code quoted_name}
 * and its subclasses carry it (rel_2_0_52, {@code sql/elements.py}).
 */
public sealed interface Name permits QuotedName, AnonymousName {

  /** A name whose quoting is decided by the dialect. */
  static QuotedName of(String text) {
    return new QuotedName(text, Quoting.AUTOMATIC);
  }

  /** The text as it stands in a dump: of an anonymous name, its template. */
  String text();
}
