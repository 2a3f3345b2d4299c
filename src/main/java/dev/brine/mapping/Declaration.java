package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import java.util.List;

/** An attribute as it was declared, before it is fitted to the tables. */
sealed interface Declaration {

  String key();

  /** By the keys of columns of the class' table. */
  record OfColumns(String key, List<String> columns, ColumnOptions options)
      implements Declaration {}

  /** By columns of any of the tables, or an expression. */
  record OfExpressions(String key, List<ColumnElement> expressions, ColumnOptions options)
      implements Declaration {}

  /** {@code composite()}. */
  record OfComposite(String key, String valueClass, List<String> attributes)
      implements Declaration {}

  /** {@code synonym()}. */
  record OfSynonym(String key, String target) implements Declaration {}

  /** An attribute of the base class that a concrete class does not have. */
  record OfConcreteInherited(String key) implements Declaration {}

  /** {@code relationship()}. */
  record OfRelationship(String key, RelationshipMapping mapping) implements Declaration {}
}
