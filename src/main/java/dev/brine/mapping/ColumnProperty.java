package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An attribute that holds a value: of a column, or of an expression that is selected along.
 *
 * @param columns the columns of the mapped table that have this value, that of the class' own table
 *     first; or one expression
 */
public record ColumnProperty(
    String key, Mapper parent, List<ColumnElement> columns, ColumnOptions options)
    implements MapperProperty {

  public ColumnProperty {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(options, "options");
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("the attribute '" + key + "' has no column");
    }
  }

  /** What is selected for it: the first of its columns. */
  public ColumnElement expression() {
    return columns.get(0);
  }

  /** Whether it is a column of something rather than a computed value. */
  public boolean isColumn() {
    return expression() instanceof ColumnRef column && column.table() != null;
  }

  /**
   * Whether a subquery of its class has it: not what a query gives, nor expressions that are
   * deferred; {@code _renders_in_subqueries}.
   */
  boolean isSelectedFrom() {
    return options.queryExpression() ? !isNull() : isColumn() || !deferred();
  }

  /** Whether it stands for nothing, as a {@code query_expression()} does without a default. */
  public boolean isNull() {
    ColumnElement expression = expression();
    return expression == Constant.NULL
        || (expression instanceof Label label && label.element() == Constant.NULL);
  }

  public boolean deferred() {
    return options.deferred();
  }

  /** The same for a class below, whose own column comes first. */
  ColumnProperty extendedBy(ColumnElement column, Mapper owner) {
    List<ColumnElement> all = new ArrayList<>();
    all.add(column);
    all.addAll(columns);
    return new ColumnProperty(key, owner, all, options);
  }
}
