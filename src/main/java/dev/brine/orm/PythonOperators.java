package dev.brine.orm;

import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Python's operators on the values of attributes, as far as SQLAlchemy evaluates conditions by them
 * (rel_2_0_58, {@code orm/evaluator.py}).
 */
final class PythonOperators {

  private PythonOperators() {}

  /** An operator on two values that are not None. */
  @FunctionalInterface
  interface Binary {
    @Nullable Object of(Object left, Object right);
  }

  /** What an operator does to operands of these types; null if SQLAlchemy does not evaluate it. */
  static @Nullable Binary find(Operator operator, SqlType left, SqlType right) {
    if (!(operator instanceof StandardOperator standard)) {
      return null;
    }
    return switch (standard) {
      case EQ -> PythonOperators::isEqual;
      case NE -> (one, other) -> !isEqual(one, other);
      case LT, LE, GT, GE -> (one, other) -> isOrdered(standard, one, other);
      case IN -> (one, other) -> isIn(one, other);
      case NOT_IN -> (one, other) -> !isIn(one, other);
      case STARTSWITH -> (one, other) -> one.toString().startsWith(other.toString());
      case ENDSWITH -> (one, other) -> one.toString().endsWith(other.toString());
      case CONCAT -> isText(left) && isText(right) ? (one, other) -> "" + one + other : null;
      case ADD, SUB, MUL, MOD, TRUEDIV ->
          isNumber(left) && isNumber(right)
              ? (one, other) -> calculated(standard, (Number) one, (Number) other)
              : null;
      default -> null;
    };
  }

  private static boolean isNumber(SqlType type) {
    TypeName affinity = type.affinity();
    return affinity == TypeName.NUMERIC_ || affinity == TypeName.INTEGER_;
  }

  private static boolean isText(SqlType type) {
    return type.affinity() == TypeName.STRING;
  }

  /** Whether Python takes two values for equal: 1 is 1.0. */
  static boolean isEqual(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(IdentityKey.comparable(one), IdentityKey.comparable(other));
  }

  private static boolean isIn(Object one, Object other) {
    return other instanceof Collection<?> values
        && values.stream().anyMatch(each -> isEqual(one, each));
  }

  private static @Nullable Object isOrdered(StandardOperator operator, Object one, Object other) {
    Integer order = order(IdentityKey.comparable(one), IdentityKey.comparable(other));
    if (order == null) {
      return Evaluation.EXPIRED;
    }
    return switch (operator) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }

  /** How two values of one kind are ordered; null for those that are not. */
  @SuppressWarnings("unchecked") // of one class, which is comparable with itself
  private static @Nullable Integer order(@Nullable Object one, @Nullable Object other) {
    return one instanceof Comparable<?> comparable
            && other != null
            && one.getClass() == other.getClass()
        ? ((Comparable<Object>) comparable).compareTo(other)
        : null;
  }

  private static Object calculated(StandardOperator operator, Number one, Number other) {
    if (isWhole(one) && isWhole(other) && operator != StandardOperator.TRUEDIV) {
      return whole(operator, one.longValue(), other.longValue());
    }
    if (one instanceof Double
        || other instanceof Double
        || (operator == StandardOperator.TRUEDIV && isWhole(one) && isWhole(other))) {
      return fraction(operator, one.doubleValue(), other.doubleValue());
    }
    return exact(operator, new BigDecimal(one.toString()), new BigDecimal(other.toString()));
  }

  private static boolean isWhole(Number number) {
    return number instanceof Long || number instanceof Integer;
  }

  /** What the database refuses or widens is for the database to tell. */
  private static Object whole(StandardOperator operator, long one, long other) {
    try {
      return switch (operator) {
        case ADD -> Math.addExact(one, other);
        case SUB -> Math.subtractExact(one, other);
        case MUL -> Math.multiplyExact(one, other);
        default -> Math.floorMod(one, other);
      };
    } catch (ArithmeticException tooFar) {
      return Evaluation.EXPIRED;
    }
  }

  private static Object fraction(StandardOperator operator, double one, double other) {
    return switch (operator) {
      case ADD -> one + other;
      case SUB -> one - other;
      case MUL -> one * other;
      case TRUEDIV -> one / other;
      default -> one - other * Math.floor(one / other);
    };
  }

  private static Object exact(StandardOperator operator, BigDecimal one, BigDecimal other) {
    try {
      return switch (operator) {
        case ADD -> one.add(other);
        case SUB -> one.subtract(other);
        case MUL -> one.multiply(other);
        case TRUEDIV -> one.divide(other, PYTHONS_PRECISION);
        default -> one.remainder(other);
      };
    } catch (ArithmeticException byZero) {
      return Evaluation.EXPIRED;
    }
  }

  /** {@code decimal.DefaultContext.prec}. */
  private static final MathContext PYTHONS_PRECISION = new MathContext(28);
}
