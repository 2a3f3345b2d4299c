package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An operator written as text: {@code column.op("&&")}, SQLAlchemy's {@code custom_op}.
 *
 * @param spelling the text, without the blanks around it
 * @param binding its precedence; 0 unless given
 * @param isComparison whether it gives a boolean
 * @param returnType the type of the result; null for that of the left operand
 */
public record CustomOperator(
    String spelling,
    int binding,
    boolean isComparison,
    boolean isNaturalSelfPrecedent,
    boolean isEagerGrouping,
    @Nullable SqlType returnType)
    implements Operator {

  public CustomOperator {
    Objects.requireNonNull(spelling, "spelling");
  }

  /** An operator of the lowest precedence that is no comparison. */
  public static CustomOperator of(String spelling) {
    return new CustomOperator(spelling, 0, false, false, false, null);
  }

  /** An operator of the lowest precedence that gives a boolean: {@code bool_op()}. */
  public static CustomOperator comparison(String spelling) {
    return new CustomOperator(spelling, 0, true, false, false, null);
  }

  @Override
  public OptionalInt precedence() {
    return OptionalInt.of(binding);
  }

  @Override
  public boolean isBoolean() {
    return isComparison;
  }
}
