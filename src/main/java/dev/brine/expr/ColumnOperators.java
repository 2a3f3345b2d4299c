package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;

/**
 * What one can do with a value in SQL, under the names of SQLAlchemy's {@code ColumnOperators}
 * (rel_2_0_52, {@code sql/operators.py}) in camel case; where Python has only an operator, a verb.
 *
 * <p>Every method gives the very tree that SQLAlchemy gives, parentheses and types included, and
 * changes nothing: elements are immutable.
 *
 * @see Sql
 */
public sealed interface ColumnOperators
    extends ComparisonOperators, ArithmeticOperators, StringOperators, CollectionOperators
    permits ColumnElement {

  /** {@code &} in Python: {@code and_(this, other)}. */
  default ColumnElement and(ColumnElement other) {
    return Conjunctions.and(List.of(self(), other));
  }

  /** {@code |} in Python: {@code or_(this, other)}. */
  default ColumnElement or(ColumnElement other) {
    return Conjunctions.or(List.of(self(), other));
  }

  /**
   * {@code ~} in Python: a comparison is turned into its opposite, everything else gets a NOT; of a
   * bare boolean, the condition that it is false.
   */
  default ColumnElement not() {
    return Groups.isBoolean(self())
        ? new AsBoolean(self(), false)
        : Operations.prefix(StandardOperator.INV, self(), Types.NULL);
  }

  /** {@code label(name)}: this value under a name. */
  default Label label(String name) {
    return label(Name.of(name));
  }

  /** {@code label(None)}: this value under a name made up when it is compiled. */
  default Label label() {
    return label(AnonymousName.fresh(nameOf(self())));
  }

  private static String nameOf(ColumnElement element) {
    if (element instanceof Grouping grouping) {
      return nameOf(grouping.element());
    }
    if (element instanceof FunctionCall function) {
      return function.name().text();
    }
    if (element instanceof NextValue) {
      return NextValue.NAME.text();
    }
    return element instanceof ColumnRef column ? column.name().text() : "anon";
  }

  private Label label(Name name) {
    ColumnElement inner = self() instanceof Label label ? label.element() : self();
    return new Label(name, inner, self().type());
  }

  /** {@code asc()}. */
  default ColumnElement asc() {
    return Operations.suffix(self(), StandardOperator.ASC);
  }

  /** {@code desc()}. */
  default ColumnElement desc() {
    return Operations.suffix(self(), StandardOperator.DESC);
  }

  /** {@code nulls_first()}. */
  default ColumnElement nullsFirst() {
    return Operations.suffix(self(), StandardOperator.NULLS_FIRST);
  }

  /** {@code nulls_last()}. */
  default ColumnElement nullsLast() {
    return Operations.suffix(self(), StandardOperator.NULLS_LAST);
  }

  /** {@code distinct()}: {@code DISTINCT x}, as in {@code count(DISTINCT x)}. */
  default ColumnElement distinct() {
    return Operations.prefix(StandardOperator.DISTINCT, self(), self().type());
  }

  /** {@code cast(type)}. */
  default Cast cast(SqlType type) {
    return new Cast(self(), type, false);
  }

  /** {@code any_()}: to be compared with, some item of this array or row of this subquery. */
  default CollectionAggregate any_() {
    return CollectionAggregate.of(StandardOperator.ANY, self());
  }

  /** {@code all_()}: to be compared with, each item of this array or row of this subquery. */
  default CollectionAggregate all_() {
    return CollectionAggregate.of(StandardOperator.ALL, self());
  }

  /** {@code op(spelling)(other)}: an operator SQLAlchemy has no name for. */
  default ColumnElement op(String spelling, Object other) {
    return op(CustomOperator.of(spelling), other);
  }

  /** {@code op(spelling, precedence=…, is_comparison=…, return_type=…)(other)}. */
  default ColumnElement op(CustomOperator operator, Object other) {
    return Operations.custom(self(), operator, other);
  }

  /** {@code bool_op(spelling)(other)}: an operator that compares. */
  default ColumnElement boolOp(String spelling, Object other) {
    return op(CustomOperator.comparison(spelling), other);
  }

  private ColumnElement self() {
    return (ColumnElement) this;
  }
}
