package dev.brine.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What expressions know of a mapped class: no expression itself, but what {@code
 * mapper_selectable:} and {@code mapper:} ids stand for. A mapper implements it; where no mapping
 * was given {@link UnmappedClass} stands in, so that everything can be looked at and dumped again.
 *
 * <p>Compared by identity, but for {@link UnmappedClass}. Implementations are immutable.
 */
public interface MappedEntity {

  /** The path of the Python class, module first: {@code "zoomodels.User"}. */
  String className();

  /** The name of the Python class without its module: {@code __name__}. */
  default String simpleName() {
    return className().substring(className().lastIndexOf('.') + 1);
  }

  /** The Python module of the class: {@code __module__}. */
  default String module() {
    return className().substring(0, Math.max(0, className().lastIndexOf('.')));
  }

  /** The name of the class in its module, {@code __qualname__}: more than one part if nested. */
  default String qualifiedName() {
    return simpleName();
  }

  /**
   * What stands for the class in FROM: its table, the join of its tables where it inherits from a
   * class with a table of its own, or what {@code with_polymorphic} says. SQLAlchemy's {@code
   * Mapper.selectable}.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if the class was not mapped
   */
  FromClause selectable();

  /**
   * What the class stands for in a select list, in SQLAlchemy's order: {@code
   * Mapper._columns_plus_keys}. Deferred columns are among them. Empty if the class was not mapped.
   */
  List<EntityColumn> columns();

  /** The same with what these classes below have, too. */
  default List<EntityColumn> columnsWith(List<MappedEntity> below) {
    return columns();
  }

  /** What a subquery that selects the class has for columns, in their order. */
  default List<ColumnElement> selectedColumns() {
    return columns().stream().map(EntityColumn::expression).toList();
  }

  /**
   * The expression behind an attribute that holds a value: a column of {@link #selectable} or what
   * {@code column_property} was given. Null for any other attribute and any other name.
   */
  @Nullable ColumnElement expression(String key);

  /**
   * What an attribute is in an expression: beside {@link #expression} also what a synonym or a
   * hybrid stands for. Null for a relationship, and for what has no expression or is unknown.
   */
  default @Nullable ColumnElement attribute(String key) {
    return expression(key);
  }

  /** The class that a relationship leads to; null for any other attribute and any other name. */
  default @Nullable MappedEntity target(String key) {
    return null;
  }

  /** The column that tells the rows of the classes below apart; null for none. */
  default @Nullable ColumnElement discriminator() {
    return null;
  }

  /** The names of the attributes, for messages. */
  default List<String> attributeKeys() {
    return columns().stream().map(EntityColumn::key).toList();
  }

  /**
   * An attribute of a mapped class and what it selects.
   *
   * @param key the name of the attribute in Python
   */
  record EntityColumn(String key, ColumnElement expression) {}

  /** Whether it can tell how the class is mapped: so can no class that nobody mapped yet. */
  default boolean isMapped() {
    return true;
  }
}
