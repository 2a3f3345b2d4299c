package dev.brine.catalog;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How two columns of a join condition are compared. */
enum Comparison {
  EQ("=", StandardOperator.EQ, ColumnElement::eq),
  NE("!=", StandardOperator.NE, ColumnElement::ne),
  LT("<", StandardOperator.LT, ColumnElement::lt),
  LE("<=", StandardOperator.LE, ColumnElement::le),
  GT(">", StandardOperator.GT, ColumnElement::gt),
  GE(">=", StandardOperator.GE, ColumnElement::ge);

  private final String symbol;
  private final Operator operator;
  private final BinaryOperator<ColumnElement> comparison;

  Comparison(String symbol, Operator operator, BinaryOperator<ColumnElement> comparison) {
    this.symbol = symbol;
    this.operator = operator;
    this.comparison = comparison;
  }

  String symbol() {
    return symbol;
  }

  ColumnElement of(ColumnElement left, ColumnElement right) {
    return comparison.apply(left, right);
  }

  /** The one of an operator; null for any other operator. */
  static @Nullable Comparison of(Operator operator) {
    return Stream.of(values()).filter(each -> each.operator == operator).findFirst().orElse(null);
  }
}
