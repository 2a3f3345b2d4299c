package dev.brine.expr;

import static dev.brine.expr.StandardOperator.ADD;
import static dev.brine.expr.StandardOperator.FLOORDIV;
import static dev.brine.expr.StandardOperator.MUL;
import static dev.brine.expr.StandardOperator.SUB;
import static dev.brine.expr.StandardOperator.TRUEDIV;
import static dev.brine.schema.TypeName.DATE_;
import static dev.brine.schema.TypeName.DATE_TIME;
import static dev.brine.schema.TypeName.INTEGER_;
import static dev.brine.schema.TypeName.INTERVAL;
import static dev.brine.schema.TypeName.NUMERIC_;
import static dev.brine.schema.TypeName.TIME_;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The type of an operator's result, and the operator itself where the types change it ({@code +}
 * between strings): the {@code _adapt_expression} methods and {@code _expression_adaptations}
 * tables of rel_2_0_52, {@code sql/sqltypes.py}.
 */
final class ResultTypes {

  /** An operator and the type of what it gives. */
  record Result(Operator operator, SqlType type) {}

  private record Operands(TypeName left, StandardOperator operator, TypeName right) {}

  /**
   * A line of the table; everything not in it has the left operand's type.
   *
   * @param result the class of the result; null for the class of the left operand itself
   */
  private record Rule(Operands operands, @Nullable TypeName result) {}

  private static final Map<Operands, Rule> RULES =
      Stream.of(
              rule(INTEGER_, ADD, DATE_, DATE_),
              same(INTEGER_, ADD, INTEGER_),
              rule(INTEGER_, ADD, NUMERIC_, NUMERIC_),
              rule(INTEGER_, MUL, INTERVAL, INTERVAL),
              same(INTEGER_, MUL, INTEGER_),
              rule(INTEGER_, MUL, NUMERIC_, NUMERIC_),
              rule(INTEGER_, TRUEDIV, INTEGER_, NUMERIC_),
              rule(INTEGER_, TRUEDIV, NUMERIC_, NUMERIC_),
              same(INTEGER_, FLOORDIV, INTEGER_),
              rule(INTEGER_, FLOORDIV, NUMERIC_, NUMERIC_),
              same(INTEGER_, SUB, INTEGER_),
              rule(INTEGER_, SUB, NUMERIC_, NUMERIC_),
              rule(NUMERIC_, MUL, INTERVAL, INTERVAL),
              same(NUMERIC_, MUL, NUMERIC_),
              same(NUMERIC_, MUL, INTEGER_),
              same(NUMERIC_, TRUEDIV, NUMERIC_),
              same(NUMERIC_, TRUEDIV, INTEGER_),
              same(NUMERIC_, ADD, NUMERIC_),
              same(NUMERIC_, ADD, INTEGER_),
              same(NUMERIC_, SUB, NUMERIC_),
              same(NUMERIC_, SUB, INTEGER_),
              same(DATE_TIME, ADD, INTERVAL),
              same(DATE_TIME, SUB, INTERVAL),
              rule(DATE_TIME, SUB, DATE_TIME, INTERVAL),
              same(DATE_, ADD, INTEGER_),
              rule(DATE_, ADD, INTERVAL, DATE_TIME),
              rule(DATE_, ADD, TIME_, DATE_TIME),
              same(DATE_, SUB, INTEGER_),
              rule(DATE_, SUB, DATE_, INTEGER_),
              rule(DATE_, SUB, INTERVAL, DATE_TIME),
              rule(DATE_, SUB, DATE_TIME, INTERVAL),
              rule(TIME_, ADD, DATE_, DATE_TIME),
              same(TIME_, ADD, INTERVAL),
              rule(TIME_, SUB, TIME_, INTERVAL),
              same(TIME_, SUB, INTERVAL),
              rule(INTERVAL, ADD, DATE_, DATE_TIME),
              same(INTERVAL, ADD, INTERVAL),
              rule(INTERVAL, ADD, DATE_TIME, DATE_TIME),
              rule(INTERVAL, ADD, TIME_, TIME_),
              same(INTERVAL, SUB, INTERVAL),
              same(INTERVAL, MUL, NUMERIC_),
              same(INTERVAL, TRUEDIV, NUMERIC_))
          .collect(Collectors.toUnmodifiableMap(Rule::operands, Function.identity()));

  private ResultTypes() {}

  static Result of(SqlType left, Operator operator, SqlType right) {
    if (left.isNull()) {
      return right.isNull() || !isCommutative(operator)
          ? new Result(operator, left)
          : of(right, operator, left);
    }
    if (isConcatenable(left)) {
      return operator == ADD && (isConcatenable(right) || right.isNull())
          ? new Result(StandardOperator.CONCAT, concatenated(left))
          : new Result(operator, left);
    }
    return new Result(operator, calculated(left, operator, right));
  }

  private static SqlType calculated(SqlType left, Operator operator, SqlType right) {
    Rule rule =
        operator instanceof StandardOperator standard
            ? RULES.get(new Operands(left.affinity(), standard, right.affinity()))
            : null;
    if (rule == null) {
      return left;
    }
    TypeName result = rule.result() == null ? undecorated(left).name() : rule.result();
    if (result == right.affinity()) {
      return right;
    }
    return result == left.affinity() ? left : SqlType.of(result);
  }

  private static boolean isCommutative(Operator operator) {
    return operator instanceof StandardOperator standard && standard.isCommutative();
  }

  /** What SQLAlchemy's {@code Concatenable} marks. */
  private static boolean isConcatenable(SqlType type) {
    return switch (type.affinity()) {
      case STRING, JSON_, ARRAY, POSTGRESQL_HSTORE -> true;
      default -> false;
    };
  }

  /** A concatenated Enum is a plain string. */
  private static SqlType concatenated(SqlType left) {
    return left.name() == TypeName.ENUM ? Types.STRING.with("length", lengthOfEnum(left)) : left;
  }

  private static @Nullable Object lengthOfEnum(SqlType type) {
    Object length = type.attribute("length");
    if (length != null || !(type.attribute("enums") instanceof List<?> names)) {
      return length;
    }
    return names.stream().mapToLong(name -> String.valueOf(name).length()).max().orElse(0);
  }

  private static SqlType undecorated(SqlType type) {
    return type.name() == TypeName.TYPE_DECORATOR && type.attribute("impl") instanceof SqlType impl
        ? undecorated(impl)
        : type;
  }

  private static Rule rule(
      TypeName left, StandardOperator operator, TypeName right, TypeName result) {
    return new Rule(new Operands(left, operator, right), result);
  }

  private static Rule same(TypeName left, StandardOperator operator, TypeName right) {
    return new Rule(new Operands(left, operator, right), null);
  }
}
